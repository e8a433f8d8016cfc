// Starts the PostgreSQL that ships with the program inside the data directory, and stops it.
import type { ChildProcess } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { startupProblem } from '../startup-problem.ts'
import { findBinaries } from './embedded/binaries.ts'
import { diskProblem, makeCluster, makeDirectory, ownerPassword } from './embedded/cluster.ts'
import { survivor, takeOwnership } from './embedded/owner-file.ts'
import { type Runner, chooseRunner, endsWithParent, giveTo, letThrough, runAs, spawnAs } from './embedded/runner.ts'

export type Embedded = {
  /** Where the owner of the database connects. */
  readonly url: string
  readonly stop: () => Promise<void>
}

type Place = {
  readonly directory: string
  readonly cluster: string
  /** Holds the socket: short, because the path of a socket has at most 107 bytes. */
  readonly run: string
  readonly durable: boolean
  readonly port: number
}

const WINDOWS = process.platform === 'win32'
const START_SECONDS = 60

const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

const connectionUrl = ({ directory, run, port }: Place) => {
  const login = `postgres://yishi_owner:${ownerPassword(directory)}`
  return WINDOWS
    ? `${login}@127.0.0.1:${port}/postgres`
    : `${login}@localhost:${port}/postgres?host=${encodeURIComponent(run)}`
}

const QUIET = ['timezone=UTC', 'log_timezone=UTC', 'log_error_verbosity=terse', 'max_connections=60']

/** A young database grows fast: what the planner knows of it must not be a minute old. */
const FRESH_STATISTICS = ['autovacuum_naptime=10s']

/** Details of an error can hold personal data (the value that was there twice), so the log stays terse. */
const settings = ({ run, port, durable }: Place): readonly string[] =>
  [
    `port=${port}`,
    ...(WINDOWS ? ['listen_addresses=127.0.0.1'] : ['listen_addresses=', `unix_socket_directories=${run}`]),
    ...QUIET,
    ...FRESH_STATISTICS,
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']),
  ].flatMap((setting) => ['-c', setting])

const answers = async (url: string) => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const tail = (path: string) => readFileSync(path, 'utf8').slice(-2000)

const waitUntilReady = async (place: Place, logPath: string, ended: () => boolean) => {
  for (const deadline = performance.now() + START_SECONDS * 1000; performance.now() < deadline; await pause(20)) {
    if (await answers(connectionUrl(place))) return
    if (ended()) break
  }
  const said = tail(logPath)
  throw (
    diskProblem(place.directory, said) ??
    startupProblem('内置数据库没有启动：', `The embedded database did not start:\n${said}`)
  )
}

/** A child of its own session: an interrupt from the keyboard reaches the program alone, which then stops it in order. */
const startChild = async (runner: Runner, place: Place) => {
  const logPath = join(place.directory, 'postgres.log')
  const log = openSync(logPath, 'w', 0o600)
  const child = spawnAs(runner, 'postgres', ['-D', place.cluster, ...settings(place)], {
    before: endsWithParent(),
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  let failed = false
  child.on('error', () => (failed = true))
  await waitUntilReady(place, logPath, () => failed || child.exitCode !== null || child.signalCode !== null)
  return () => stopChild(child)
}

const stopChild = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(patience)
}

const startByControl = async (runner: Runner, place: Place) => {
  const logPath = join(place.directory, 'postgres.log')
  const options = settings(place)
    .map((part) => `"${part}"`)
    .join(' ')
  await runAs(runner, 'pg_ctl', ['start', '-W', '-D', place.cluster, '-l', logPath, '-o', options])
  await waitUntilReady(place, logPath, () => false)
  return async () => void (await runAs(runner, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-D', place.cluster]))
}

export const startEmbedded = async (dataDirectory: string, { durable = true } = {}): Promise<Embedded> => {
  makeDirectory(dataDirectory)
  const directory = realpathSync(resolve(dataDirectory))
  const cluster = join(directory, 'postgres')
  const release = takeOwnership(directory)
  const run = mkdtempSync(join(tmpdir(), 'yishi-'))
  const clear = () => {
    rmSync(run, { recursive: true, force: true })
    release()
  }
  try {
    const runner = chooseRunner(findBinaries())
    giveTo(runner, run)
    letThrough(runner, directory)
    const place = { directory, cluster, run, durable, port: WINDOWS ? await freePort() : 5432 }
    if (survivor(cluster)) await runAs(runner, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-D', cluster])
    await makeCluster(runner, place)
    const stop = await (WINDOWS ? startByControl : startChild)(runner, place)
    return { url: connectionUrl(place), stop: () => stop().finally(clear) }
  } catch (error) {
    clear()
    throw error
  }
}
