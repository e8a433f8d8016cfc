// Work for the outside world: enqueued in the transaction that wants it, tried again with growing pauses, at last laid where it is seen.
import { type JobResult, PgBoss, fromKysely } from 'pg-boss'
import { Client } from 'pg'
import type { Context, Log } from './context.ts'
import { APP_ROLE } from './database/roles.ts'
import type { JobDraft, Jobs } from './job-draft.ts'
import { type JobHandler, type Outcome, type Row, jobsIn, outcomesOf, rowsOf, settleAll } from './job-rows.ts'

export type JobHandlers = Readonly<Record<string, JobHandler>>

/** For work that gains nothing by being done for many at once. */
export const oneByOne =
  (work: (ctx: Context, data: JobDraft['data']) => Promise<void>): JobHandler =>
  async (ctx, all) => {
    for (const data of all) await work(ctx, data)
  }

export type OpenJobs = Jobs & {
  readonly work: (handlers: JobHandlers, ctx: Context) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Where jobs lie that have failed for good. */
export const DEAD_JOBS = 'dead-jobs'

/** Thousands take seconds; more a second would take the machine from those who ask something of it. */
const BATCH = 300

const TAKING = { pollingIntervalSeconds: 1, batchSize: BATCH, perJobResults: true } as const
const POLICY = { retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 600 }

/** Before a row is done with, what goes on by itself stands in the queue. */
const finish = async (boss: PgBoss, kind: string, outcomes: readonly Outcome[]): Promise<JobResult[]> => {
  const apart = outcomes.flatMap((each) => each.apart)
  if (apart.length > 0)
    await boss.insert(
      kind,
      apart.map(({ data }) => ({ data, startAfter: POLICY.retryDelay })),
    )
  return outcomes.map(({ result }) => result)
}

/** The owner makes the tables; the application only uses them. */
const prepare = async (ownerUrl: string, log: Log) => {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'pgboss', max: 1, supervise: false, schedule: false })
  boss.on('error', (error) => log.error({ err: error }, 'the job tables could not be prepared'))
  await boss.start()
  await boss.stop({ graceful: false })
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`grant usage on schema pgboss to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema pgboss to ${APP_ROLE};
    grant usage on all sequences in schema pgboss to ${APP_ROLE};
    grant execute on all functions in schema pgboss to ${APP_ROLE}`)
  await owner.end()
}

/** Fails where its tables are not there, or are those of an older version. */
const startBoss = async (url: string, log: Log): Promise<PgBoss> => {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', max: 4, migrate: false, createSchema: false })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue has a problem'))
  try {
    return await boss.start()
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
}

export const openJobs = async ({
  ownerUrl,
  url,
  log,
}: {
  ownerUrl: string
  url: string
  log: Log
}): Promise<OpenJobs> => {
  const boss = await startBoss(url, log).catch(async () => {
    await prepare(ownerUrl, log)
    return startBoss(url, log)
  })
  const known = new Set<string>()
  const ensure = async (kind: string) => {
    if (known.has(kind)) return
    if (kind !== DEAD_JOBS) await ensure(DEAD_JOBS)
    await boss.createQueue(kind, kind === DEAD_JOBS ? {} : { ...POLICY, deadLetter: DEAD_JOBS })
    known.add(kind)
  }
  return {
    send: async (trx, drafts) => {
      for (const [kind, same] of Map.groupBy(drafts, (draft) => draft.kind)) {
        await ensure(kind)
        await boss.insert(kind, [...rowsOf(same.map(({ data }) => data))], { db: fromKysely(trx) })
      }
    },
    work: async (handlers, ctx) => {
      for (const [kind, handle] of Object.entries(handlers)) {
        await ensure(kind)
        await boss.work<Row['data'], unknown, typeof TAKING>(kind, TAKING, async (rows) =>
          finish(boss, kind, outcomesOf(rows, await settleAll(handle, ctx, rows.flatMap(jobsIn)))),
        )
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
