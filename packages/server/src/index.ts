// Starts the whole server: door, database, keys, application, and the work that repeats; and ends it in order.
import { HOUR } from '@yishi/domain/kernel'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { type Clock, systemClock } from './kernel/clock.ts'
import type { Context, Log } from './kernel/context.ts'
import { connect } from './kernel/database/connect.ts'
import { startEmbedded } from './kernel/database/embedded.ts'
import { migrate } from './kernel/database/migrate.ts'
import { applicationUrl } from './kernel/database/roles.ts'
import { runDue } from './kernel/due.ts'
import { openFiles } from './kernel/files.ts'
import { openFront } from './kernel/http/front.ts'
import { newIds } from './kernel/ids.ts'
import { type JobHandlers, openJobs } from './kernel/jobs.ts'
import { openLog } from './kernel/log.ts'
import type { Performer } from './kernel/perform.ts'
import { poll } from './kernel/poll.ts'
import { sequenceAll } from './kernel/sequencer.ts'
import { openSigner } from './kernel/signer.ts'
import type { Settings } from './settings.ts'

export { readSettings, type Settings } from './settings.ts'

/** What the capabilities bring: the application is ready, and listens to nobody yet. */
export type Assembly = {
  readonly app: { readonly routing: RequestListener; readonly close: () => Promise<unknown> }
  readonly performer: Performer
  readonly jobs: JobHandlers
  /** Done once, in the background, as soon as the server serves. */
  readonly begin: () => Promise<void>
  /** Tidying that can wait. */
  readonly hourly: () => Promise<unknown>
  /** Ends the answers that would go on by themselves, so that the door can close. */
  readonly release: () => Promise<void>
}

export type Options = {
  /** `ownerUrl`: where another process of this installation finds its database. */
  readonly assemble: (ctx: Context, ownerUrl: string) => Assembly | Promise<Assembly>
  readonly clock?: Clock
  readonly log?: Log
  /** Without: nothing happens by itself; a replay moves the clock and the jobs. */
  readonly background?: boolean
}

export type RunningServer = {
  readonly url: string
  readonly context: Context
  /** Without `background`: from here on the jobs of these kinds are done. */
  readonly work: (kinds: readonly string[]) => Promise<void>
  readonly close: () => Promise<void>
}

type Closing = (() => Promise<unknown>)[]

const openStorage = async (settings: Settings, closing: Closing) => {
  let ownerUrl = settings.databaseUrl
  if (!ownerUrl) {
    const embedded = await startEmbedded(settings.dataDirectory)
    closing.unshift(embedded.stop)
    ownerUrl = embedded.url
  }
  const url = await applicationUrl(ownerUrl)
  await migrate(ownerUrl)
  const db = connect(url)
  closing.unshift(() => db.destroy())
  return { db, ownerUrl, url }
}

const openContext = async (settings: Settings, options: Options, closing: Closing) => {
  const { db, ownerUrl, url } = await openStorage(settings, closing)
  const clock = options.clock ?? systemClock
  const log = options.log ?? openLog((line) => process.stdout.write(line))
  const jobs = await openJobs({ ownerUrl, url, log })
  closing.unshift(jobs.stop)
  const context: Context = {
    db,
    clock,
    ids: newIds(clock),
    files: openFiles(join(settings.dataDirectory, 'files')),
    signer: openSigner(settings.dataDirectory, settings.publicUrl),
    log,
    settings,
    jobs,
  }
  return { context, jobs, ownerUrl }
}

const startBackground = (ctx: Context, { performer, begin, hourly }: Assembly, closing: Closing) => {
  const begun = begin().catch((error: unknown) => ctx.log.error({ err: error }, 'the work of the start failed'))
  closing.unshift(() => begun)
  const polls = [
    poll(ctx.log, 1000, () => sequenceAll(ctx)),
    poll(ctx.log, 1000, () => runDue(ctx, performer, ctx.clock.now())),
    poll(ctx.log, HOUR, hourly),
  ]
  closing.unshift(() => Promise.all(polls.map(({ stop }) => stop())))
}

const closeAll = async (closing: Closing) => {
  for (const close of closing.splice(0)) await close()
}

const onlyThese = (all: JobHandlers, kinds: readonly string[]): JobHandlers =>
  Object.fromEntries(Object.entries(all).filter(([kind]) => kinds.includes(kind)))

/** `publicUrl` of a server that was given port 0 names the port it got. */
const atPort = (settings: Settings, port: number): Settings => ({
  ...settings,
  port,
  publicUrl: settings.publicUrl.replace(/:0$/u, `:${port}`),
})

const listeningAt = (host: string, port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

export const startServer = async (given: Settings, options: Options): Promise<RunningServer> => {
  const closing: Closing = []
  try {
    const door = await openFront(given.port, given.host)
    closing.unshift(door.close)
    const { context, jobs, ownerUrl } = await openContext(atPort(given, door.port), options, closing)
    const assembly = await options.assemble(context, ownerUrl)
    closing.unshift(() => assembly.app.close())
    if (options.background !== false) {
      await jobs.work(assembly.jobs, context)
      startBackground(context, assembly, closing)
    }
    door.open((request, response) => assembly.app.routing(request, response))
    // No new requests first, then the ones under way, then what they stand on.
    const close = () =>
      closeAll([assembly.release, door.close, ...closing.splice(0).filter((each) => each !== door.close)])
    const work = (kinds: readonly string[]) => jobs.work(onlyThese(assembly.jobs, kinds), context)
    return { url: listeningAt(given.host, door.port), context, work, close }
  } catch (error) {
    await closeAll(closing)
    throw error
  }
}
