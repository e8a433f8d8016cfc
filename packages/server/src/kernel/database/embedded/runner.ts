// Runs PostgreSQL's programs as somebody who is not root, because PostgreSQL refuses root.
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, lstatSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Binaries, program } from './binaries.ts'

const NOBODY = 65534

export type Runner = {
  readonly binaries: Binaries
  /** The owner that files must have on disk, or null where whoever runs the program owns them anyway. */
  readonly owner: number | null
  readonly prefix: readonly string[]
  readonly identity: { readonly uid?: number; readonly gid?: number }
}

const works = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

const readableCopy = (binaries: Binaries): Binaries => {
  const root = mkdtempSync(join(tmpdir(), 'yishi-postgres-'))
  chmodSync(root, 0o755)
  cpSync(join(binaries.root, 'native'), join(root, 'native'), { recursive: true, verbatimSymlinks: true })
  return { ...binaries, root }
}

/** Inside a user namespace root is nobody special, yet keeps its access to the files outside: nothing changes owner. */
export const chooseRunner = (binaries: Binaries): Runner => {
  if (process.getuid?.() !== 0) return { binaries, owner: null, prefix: [], identity: {} }
  const namespace = ['unshare', '-U', '--map-user=1000', '--map-group=1000']
  if (works(namespace[0]!, ...namespace.slice(1), 'true'))
    return { binaries, owner: 0, prefix: namespace, identity: {} }
  return {
    binaries: readableCopy(binaries),
    owner: NOBODY,
    prefix: [],
    identity: { uid: NOBODY, gid: NOBODY },
  }
}

/** The kernel ends PostgreSQL with the program that started it, where the machine knows how. */
export const endsWithParent = (): readonly string[] =>
  works('setpriv', '--pdeathsig', 'INT', 'true') ? ['setpriv', '--pdeathsig', 'INT'] : []

export const spawnAs = (
  runner: Runner,
  name: 'initdb' | 'postgres' | 'pg_ctl',
  args: readonly string[],
  options: SpawnOptions & { readonly before?: readonly string[] },
): ChildProcess => {
  const { before = [], ...rest } = options
  const [command, ...parameters] = [...runner.prefix, ...before, program(runner.binaries, name), ...args]
  return spawn(command!, parameters, { ...rest, ...runner.identity, windowsHide: true })
}

/** Runs to the end and returns what was said; `status` is null when the program could not be started. */
export const runAs = (runner: Runner, name: 'initdb' | 'pg_ctl', args: readonly string[]) =>
  new Promise<{ status: number | null; said: string }>((done) => {
    const child = spawnAs(runner, name, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', (error) => done({ status: null, said: `${said}${error.message}` }))
    child.on('exit', (status) => done({ status, said }))
  })

/** Somebody who is nobody must be able to pass through the data directory to the database's own; its files stay shut. */
export const letThrough = (runner: Runner, directory: string): void => {
  if (runner.owner === NOBODY) chmodSync(directory, 0o711)
}

/** A data directory that another kind of runner made is handed over whole. */
export const giveTo = (runner: Runner, path: string): void => {
  if (runner.owner === null) return
  const status = lstatSync(path)
  if (status.uid !== runner.owner) chownSync(path, runner.owner, runner.owner)
  if (status.isDirectory() && status.uid !== runner.owner)
    for (const name of readdirSync(path))
      if (!lstatSync(join(path, name)).isSymbolicLink()) giveTo(runner, join(path, name))
}
