// Runs a script of this repository as a process of its own, as somebody would start it.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { nodeFlags, nodeSettings } from '../../scripts/run.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
const PATIENCE_MS = 120_000

export type Program = {
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start until this path was answered with 200. */
  readonly answered: (path: string) => Promise<number>
  readonly stop: () => Promise<void>
}

/** Resident memory. */
export const megabytesOf = ({ pid }: Pick<Program, 'pid'>): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1]) / 1024
}

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })

const ended = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
  })

const isOk = async (url: string) => {
  try {
    const answer = await fetch(url, { headers: { accept: 'text/html' } })
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false // not listening yet
  }
}

export const runProgram = async (
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Program> => {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeFlags, join(ROOT, script), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...nodeSettings, ...process.env, ...environment, PORT: String(port) },
  })
  const url = `http://127.0.0.1:${port}`
  const answered = async (path: string) => {
    while (!(await isOk(url + path))) {
      if (child.exitCode !== null || performance.now() - began > PATIENCE_MS)
        throw new Error(`${script} does not answer at ${path}`)
      await pause(5)
    }
    return performance.now() - began
  }
  const stop = () => {
    child.kill('SIGTERM')
    return ended(child)
  }
  return { url, pid: child.pid ?? 0, answered, stop }
}

export const yishi = (args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Program> =>
  runProgram('packages/cli/src/yishi.ts', ['start', ...args], environment)
