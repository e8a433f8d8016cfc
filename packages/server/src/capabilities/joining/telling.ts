// Whoever joined a matter hears of each change of stage, by the channel that they used; one job for all of them, idempotent for each.
import type { PagesModule } from '@yishi/contract/pages'
import type { CommunityId, Instant, MatterId } from '@yishi/domain/kernel'
import { HEARD_BY_RAISER, type MatterEvent } from '@yishi/domain/matter'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import { type LinkKey, linkKeyOf, linkToken } from '../matter/index.ts'
import { type Channel, inEveryLanguage, inboxRow, insertMessages, messageId, sendOnce } from '../message/index.ts'
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

const reachable = (trx: Transaction, community: CommunityId, matter: MatterId) =>
  trx
    .selectFrom('joining')
    .select(['joining_id', 'person_id', 'phone'])
    .where('community_id', '=', community)
    .where('matter_id', '=', matter)
    .where((where) => where.or([where('person_id', 'is not', null), where('phone', 'is not', null)]))
    .execute()

type Written = { readonly secret: LinkKey; readonly at: Instant }

/** One message for each of them; none where the matter is gone. */
const draftsFor = async (trx: Transaction, { pages }: Telling, data: Data, { secret, at }: Written) => {
  const [community, matter] = [data['community'] as CommunityId, data['matter'] as MatterId]
  const view = await readJoined(trx, { community, matter }, at)
  if (!view) return []
  const responsible = { name: view.party, party: view.party, area: null, phone: null }
  const draft = {
    community_id: community,
    matter_id: matter,
    ...inEveryLanguage((lang) => ({
      title: `${view.title}（${view.code}）`,
      body: pages.nextSentence({ ...view, responsible, story: [] }, lang),
    })),
  }
  return (await reachable(trx, community, matter)).map(({ joining_id, person_id, phone }) => ({
    ...draft,
    message_id: messageId(data, joining_id),
    person_id,
    address: phone,
    link: `/j/${linkToken(secret, joining_id)}`,
  }))
}

const tellJoined = async (ctx: Context, telling: Telling, data: Data): Promise<void> => {
  const community = data['community'] as CommunityId
  const written = { secret: await linkKeyOf(ctx.db, community), at: ctx.clock.now() }
  const drafts = await inCommunities(ctx.db, [community], async (trx) => {
    const all = await draftsFor(trx, telling, data, written)
    const inbox = all.filter(({ address }) => address === null).map((draft) => inboxRow(draft, written.at))
    if (inbox.length > 0) await insertMessages(trx, inbox)
    return all
  })
  for (const { address, ...draft } of drafts)
    if (address !== null) await sendOnce(ctx, telling.channel, { ...draft, address })
}

export const joiningJobs = (telling: Telling): JobHandlers => ({
  'tell-joined': oneByOne((ctx, data) => tellJoined(ctx, telling, data)),
})
