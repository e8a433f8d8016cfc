// Which questions one assembly asks together: their polls, and the list of the first as those that follow have it.
import type { CommunityId, Ids, PollId, UnitId } from '@yishi/domain/kernel'
import type { Electorate, PollRule, StandingPoll, UnitOwner, Voter } from '@yishi/domain/poll'
import type { UnitUse } from '@yishi/domain/territory'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { rowOfPoll, stateOfPoll } from './store.ts'
import type { PollRow } from './tables.ts'
import { weightOf, zonesOver } from './unit-electorate.ts'

/** The question that a poll shares list and sheets with: itself, where it stands alone. */
export const firstOf = async (trx: Transaction, subject: Subject<PollId>): Promise<Subject<PollId>> => {
  const row = await rowOfPoll(trx, subject).executeTakeFirst()
  return { community: subject.community, id: row?.agenda_first ?? subject.id }
}

/** The further questions that were not taken back, in their order. */
export const othersOf = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('poll')
    .selectAll()
    .where('community_id', '=', community)
    .where('agenda_first', '=', id as PollId)
    .where('status', '<>', 'withdrawn')
    .orderBy('agenda_item')

/** Held until the first one has moved: each is decided upon with it. */
export const lockOthers = async (trx: Transaction, subject: Subject): Promise<readonly StandingPoll[]> =>
  (await othersOf(trx, subject).forUpdate().execute()).map((row) => stateOfPoll(row) as StandingPoll)

/** The first question first; those taken back before anybody was told of them are none of it. */
const agendaFrom = async (
  trx: Transaction,
  community: CommunityId,
  first: RawBuilder<PollId>,
): Promise<readonly Selectable<PollRow>[]> => {
  const rows = await trx
    .selectFrom('poll')
    .selectAll()
    .where('community_id', '=', community)
    .where((where) => where.or([where('poll_id', '=', first), where('agenda_first', '=', first)]))
    .orderBy('agenda_item', (order) => order.asc().nullsFirst())
    .execute()
  return rows.filter((row) => row.agenda_first === null || row.status !== 'withdrawn' || row.assembly?.notice)
}

/** The whole agenda of its first question. */
export const agendaRows = (trx: Transaction, { community, id }: Subject<PollId>) =>
  agendaFrom(trx, community, sql`${id}`)

/** The same from whichever of its questions somebody comes. */
export const agendaOf = (trx: Transaction, { community, id }: Subject<PollId>) =>
  agendaFrom(
    trx,
    community,
    sql`(select coalesce(agenda_first, poll_id) from app.poll where community_id = ${community} and poll_id = ${id})`,
  )

/** The number that a further question gets, and how many stand already. */
export const itemsOf = async (trx: Transaction, { community, id }: Subject) => {
  const { rows } = await sql<{ item: number; standing: number }>`
    select coalesce(max(agenda_item), 1) + 1 as item, 1 + count(*) filter (where status <> 'withdrawn')::integer as standing
    from app.poll where community_id = ${community} and agenda_first = ${id}`.execute(trx)
  return rows[0]!
}

type Row = Omit<Voter, 'unit' | 'ballot'> & {
  readonly unit: UnitId
  readonly use: UnitUse
  readonly undelivered: boolean
  readonly owners: readonly UnitOwner[]
}

const listOf = async (trx: Transaction, { community, id }: Subject): Promise<readonly Voter[]> => {
  const { rows } = await sql<Row>`
    select voter_id as voter, person_id as person, party_id as party, name, path, head, zone, amounts,
      unit_id as unit, unit_use as use, undelivered, coalesce((
        select jsonb_agg(jsonb_build_object('person', owner.person_id, 'name', owner.name, 'share', owner.share)
          order by owner.person_id)
        from app.poll_owner owner
        where owner.community_id = voter.community_id and owner.ballot_id = voter.ballot_id
      ), '[]') as owners
    from app.poll_voter voter where community_id = ${community} and poll_id = ${id} order by position`.execute(trx)
  return rows.map(({ unit, use, undelivered, owners, ...voter }) => ({
    ...voter,
    ballot: 'bal_first',
    // Whoever was chosen for the first question alone is not chosen for the others.
    person: owners.length === 1 ? owners[0]!.person : null,
    unit: { unit, use, undelivered, owners },
  }))
}

type Copying = {
  readonly community: CommunityId
  readonly ids: Ids
  readonly rule: PollRule
  readonly zones: 'zone' | 'building'
}

/** The same units under the same numbers, each with a ballot of its own in this question. */
export const copiedList = async (
  trx: Transaction,
  { community, ids, rule, zones }: Copying,
  voters: readonly Voter[],
): Promise<Electorate> => {
  const zoneOf = rule.zones ? await zonesOver(trx, community, zones) : () => ''
  return {
    voters: voters.map((voter) => ({
      ...voter,
      ballot: ids('bal'),
      zone: zoneOf(voter.path),
      amounts: weightOf(rule, { area: voter.amounts.area ?? '0.00' }),
    })),
  }
}

export const listOfFirst = async (trx: Transaction, first: Subject, copying: Copying): Promise<Electorate> =>
  copiedList(trx, copying, await listOf(trx, first))

/** A list of the first that was drawn a moment ago, as each of the others will have it. */
export const followersOf = async (
  trx: Transaction,
  { ids, ...first }: Subject & { readonly ids: Ids },
  electorate: Electorate,
): Promise<readonly { readonly poll: PollId; readonly electorate: Electorate }[]> => {
  if (!('voters' in electorate)) return []
  const followers = []
  for (const { id, rule, assembly, community } of await lockOthers(trx, first)) {
    const copying = { community, ids, rule, zones: assembly?.scope.zones ?? 'zone' } as const
    followers.push({ poll: id, electorate: await copiedList(trx, copying, electorate.voters) })
  }
  return followers
}
