// Wakes subjects when their moment has come, in order; the lock on the subject makes a second waker find nothing to do.
import { type CommunityId, type Instant, SECOND, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { ManualClock } from './clock.ts'
import { everyCommunity } from './communities.ts'
import type { Context } from './context.ts'
import { inCommunities } from './database/tenancy.ts'
import type { Performer } from './perform.ts'

type Due = {
  readonly community_id: CommunityId
  readonly capability: string
  readonly subject: string
  readonly at: Instant
}

const BATCH = 100
const LONGEST_PAUSE_SECONDS = 3600

const dueUntil = async (ctx: Context, until: Instant): Promise<readonly Due[]> =>
  inCommunities(ctx.db, await everyCommunity(ctx.db), (trx) =>
    trx
      .selectFrom('due')
      .select(['community_id', 'capability', 'subject', 'at'])
      .where('at', '<=', until)
      .where((is) => is.or([is('not_before', 'is', null), is('not_before', '<=', until)]))
      .orderBy('at')
      .orderBy('subject')
      .limit(BATCH)
      .execute(),
  )

/** What could not be woken stays on the list, is tried ever more rarely, and is seen in `due.failures`. */
const postpone = (ctx: Context, { community_id, capability, subject }: Due) =>
  inCommunities(ctx.db, [community_id], async (trx) => {
    const latest = later(ctx.clock.now(), LONGEST_PAUSE_SECONDS * SECOND)
    await sql`update app.due set failures = failures + 1,
        not_before = least(${latest}::timestamptz, ${ctx.clock.now()}::timestamptz + make_interval(secs => 2 ^ least(failures, 12)))
      where community_id = ${community_id} and capability = ${capability} and subject = ${subject}`.execute(trx)
  })

/** Returns how many subjects were looked at; the caller comes again while there are some. */
export const runDue = async (ctx: Context, { wake }: Performer, now: Instant): Promise<number> => {
  const all = await dueUntil(ctx, now)
  for (const due of all)
    try {
      await wake(ctx, due.capability, { community: due.community_id, id: due.subject })
    } catch (error) {
      ctx.log.error({ err: error, capability: due.capability, subject: due.subject }, 'a subject could not be woken')
      await postpone(ctx, due)
    }
  return all.length
}

/** Steps the clock from due moment to due moment; here a subject that cannot be woken is an error at once. */
export const advanceByDue = (clock: ManualClock, ctx: Context, { wake }: Performer): void =>
  clock.onAdvance(async (until, set) => {
    for (let [due] = await dueUntil(ctx, until); due; [due] = await dueUntil(ctx, until)) {
      if (due.at > clock.now()) set(due.at)
      await wake(ctx, due.capability, { community: due.community_id, id: due.subject })
    }
  })
