// Whoever joined a matter hears of each change of stage, by the channel that they used; one job for all of them, idempotent for each.
import { createHash } from 'node:crypto'
import type { PagesModule } from '@yishi/contract/pages'
import type { CommunityId, Instant, MatterId } from '@yishi/domain/kernel'
import { HEARD_BY_RAISER, type MatterEvent } from '@yishi/domain/matter'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import { linkKeyOf, linkToken } from '../matter/index.ts'
import { type Channel, putInInbox, sendOnce } from '../message/index.ts'
import { readJoined } from './pages.ts'
import './tables.ts'

type Occasion = { readonly community: CommunityId; readonly matter: MatterId; readonly at: Instant }

const hasReachable = async (trx: Transaction, { community, matter }: Occasion): Promise<boolean> => {
  const { rows } = await sql`select 1 from app.joining where community_id = ${community} and matter_id = ${matter}
    and (person_id is not null or phone is not null) limit 1`.execute(trx)
  return rows.length > 0
}

/** Nobody can have joined a matter that is being raised. */
export const tellsJoined = async (
  trx: Transaction,
  { type }: MatterEvent,
  occasion: Occasion,
): Promise<readonly Consequence[]> =>
  type !== 'MatterRaised' && HEARD_BY_RAISER.has(type) && (await hasReachable(trx, occasion))
    ? [enqueue('tell-joined', { ...occasion, type })]
    : []

type Data = Readonly<Record<string, string>>
type Telling = { readonly pages: Pick<PagesModule, 'nextSentence'>; readonly channel: Channel }

const messageId = (data: Data, joining: string): string =>
  `msg_${createHash('sha256')
    .update(JSON.stringify([data, joining]))
    .digest('hex')
    .slice(0, 26)}`

const reachable = (trx: Transaction, community: CommunityId, matter: MatterId) =>
  trx
    .selectFrom('joining')
    .select(['joining_id', 'person_id', 'phone'])
    .where('community_id', '=', community)
    .where('matter_id', '=', matter)
    .where((where) => where.or([where('person_id', 'is not', null), where('phone', 'is not', null)]))
    .execute()

const tellJoined = async (ctx: Context, { pages, channel }: Telling, data: Data): Promise<void> => {
  const [community, matter] = [data['community'] as CommunityId, data['matter'] as MatterId]
  const secret = await linkKeyOf(ctx.db, community)
  const { view, people } = await inCommunities(ctx.db, [community], async (trx) => ({
    view: await readJoined(trx, { community, matter }, ctx.clock.now()),
    people: await reachable(trx, community, matter),
  }))
  if (!view) return
  const responsible = { name: view.party, party: view.party, area: null, phone: null }
  const body = pages.nextSentence({ ...view, responsible, story: [] }, 'zh')
  for (const { joining_id, person_id, phone } of people) {
    const message = {
      community_id: community,
      message_id: messageId(data, joining_id),
      person_id,
      matter_id: matter,
      title: `${view.title}（${view.code}）`,
      body,
      link: `/j/${linkToken(secret, joining_id)}`,
    }
    if (phone) await sendOnce(ctx, channel, { ...message, address: phone })
    else await putInInbox(ctx, message)
  }
}

export const joiningJobs = (telling: Telling): JobHandlers => ({
  'tell-joined': oneByOne((ctx, data) => tellJoined(ctx, telling, data)),
})
