// Who hears of a claim: the committee and who could vouch, the claimant of what came of it, the other owners, and whoever lost their row.
import type { ClaimOccasion } from '@yishi/contract/identity'
import type { PagesModule } from '@yishi/contract/pages'
import { type ClaimEvent, type RosterOwner, fitOf, mayBeVouched, ownerNamed } from '@yishi/domain/identity'
import type { ClaimId, CommunityId, Instant } from '@yishi/domain/kernel'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import {
  type Channel,
  inEveryLanguage,
  messageId,
  onePerson,
  sendOnce,
  tellMany,
  wearersOver,
} from '../message/index.ts'
import { askIdentityCheck } from './check.ts'
import type { ClaimRow } from './tables.ts'

const TOLD: ReadonlySet<ClaimEvent['type']> = new Set([
  'ClaimLodged',
  'ClaimDoubted',
  'IdentityConfirmed',
  'ClaimRefused',
  'ClaimLapsed',
])

export const claimIsTold = ({ community, id: claim }: Subject, { type }: ClaimEvent): readonly Consequence[] => [
  ...(TOLD.has(type) ? [enqueue('tell-claim', { community, claim, type })] : []),
  ...(type === 'ClaimLodged' ? [askIdentityCheck(community, claim as ClaimId)] : []),
]

type Telling = { readonly pages: Pick<PagesModule, 'claimSentence'>; readonly channel: Channel }
type Data = Readonly<Record<string, string>>
type Row = Selectable<ClaimRow>

const otherOwners = ({ community_id, unit_id, owner_id }: Row) => sql<object>`
  select person_id from app.ownership where community_id = ${community_id} and unit_id = ${unit_id}
    and person_id is distinct from ${owner_id}`

/** Nobody: unless the claim is one that another owner could vouch for, they are told nothing. */
const whoMayVouch = async (trx: Transaction, row: Row) => {
  const { rows: owners } = await sql<RosterOwner>`
    select person_id as person, name, phone, case when account_id is null then 'none' else 'living' end as account,
      null as "signedUp"
    from app.ownership join app.person using (community_id, person_id)
    where community_id = ${row.community_id} and unit_id = ${row.unit_id}`.execute(trx)
  const meant = ownerNamed(row, owners)
  const vouched = meant !== null && mayBeVouched(fitOf(row, meant))
  const others = owners.filter(({ person, account }) => account === 'living' && person !== meant?.person)
  return sql<object>`select unnest(${vouched ? others.map(({ person }) => person) : []}::text[]) as person_id`
}

type Happened = { readonly row: Row; readonly type: ClaimEvent['type'] }
type Told = readonly [whom: RawBuilder<object>, occasion: ClaimOccasion, link: string]

const toldOf = async (trx: Transaction, { row, type }: Happened, at: Instant): Promise<readonly Told[]> => {
  const desk = wearersOver({ community: row.community_id, at }, '', ['staff'])
  const [console, home] = ['/console/claims', `/c/${row.community_id}/home`]
  switch (type) {
    case 'ClaimLodged':
      return [
        [desk, { told: 'lodged' }, console],
        [await whoMayVouch(trx, row), { told: 'vouch' }, home],
      ]
    case 'ClaimDoubted':
      return [[desk, { told: 'doubted' }, console]]
    case 'IdentityConfirmed':
      return [
        [onePerson(row.owner_id), { told: 'confirmed' }, home],
        [otherOwners(row), { told: 'co-owner-confirmed' }, home],
        [onePerson(row.former_id), { told: 'replaced' }, home],
      ]
    case 'ClaimRefused':
      return [[onePerson(row.person_id), { told: 'refused', reason: row.reason }, home]]
    case 'ClaimLapsed':
      return [[onePerson(row.person_id), { told: 'lapsed' }, home]]
    default:
      return []
  }
}

const formerNumber = async (trx: Transaction, { community_id, former_id }: Row): Promise<string | null> => {
  if (former_id === null) return null
  const row = await trx
    .selectFrom('person')
    .select('phone')
    .where('community_id', '=', community_id)
    .where('person_id', '=', former_id)
    .executeTakeFirst()
  return row?.phone ?? null
}

const tellAll = async (ctx: Context, trx: Transaction, { pages }: Telling, happened: Happened) => {
  const { row } = happened
  const at = ctx.clock.now()
  for (const [whom, occasion, link] of await toldOf(trx, happened, at))
    await tellMany(trx, whom, {
      community: row.community_id,
      occasion: `${row.claim_id} ${occasion.told}`,
      matter: null,
      ...inEveryLanguage((lang) => pages.claimSentence(occasion, lang)),
      link,
      at,
    })
}

const tellClaim = async (ctx: Context, telling: Telling, data: Data): Promise<void> => {
  const [community, claim] = [data['community'] as CommunityId, data['claim'] as ClaimId]
  const type = data['type'] as ClaimEvent['type']
  const told = await inCommunities(ctx.db, [community], async (trx) => {
    const row = await trx
      .selectFrom('claim')
      .selectAll()
      .where('community_id', '=', community)
      .where('claim_id', '=', claim)
      .executeTakeFirstOrThrow()
    await tellAll(ctx, trx, telling, { row, type })
    return { row, number: type === 'IdentityConfirmed' ? await formerNumber(trx, row) : null }
  })
  // Whoever lost a row may never look into an inbox again: they hear of it by their number too.
  if (told.number !== null)
    await sendOnce(ctx, telling.channel, {
      community_id: community,
      message_id: messageId(data, 'former'),
      person_id: told.row.former_id,
      matter_id: null,
      address: told.number,
      ...inEveryLanguage((lang) => telling.pages.claimSentence({ told: 'replaced' }, lang)),
      link: `/c/${community}/home`,
    })
}

export const claimJobs = (telling: Telling): JobHandlers => ({
  'tell-claim': oneByOne((ctx, data) => tellClaim(ctx, telling, data)),
})
