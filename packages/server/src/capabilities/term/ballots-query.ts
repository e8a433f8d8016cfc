// The decided ballots that seat a committee, and who of those elected is whom on the roster.
import type { RosterMatch } from '@yishi/contract/term'
import { localDateOf } from '@yishi/domain/calendar'
import type { CommunityId, NodeId, PersonId, PollId, TermId } from '@yishi/domain/kernel'
import { type DecidedBallot, type TermLawKey, termLawFor } from '@yishi/domain/term'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { rowOfPoll } from '../poll/index.ts'

type Scope = { readonly path: string; readonly place: string }
export type FoundBallot = DecidedBallot & Scope & { readonly title: string; readonly law: TermLawKey }

/** Null of whatever is no decided election by name. */
const foundBallot = async (trx: Transaction, community: CommunityId, poll: PollId): Promise<FoundBallot | null> => {
  const row = await rowOfPoll(trx, { community, id: poll }).executeTakeFirst()
  const allocation = row?.outcome?.allocation
  if (row?.status !== 'decided' || row.question.type !== 'candidates' || !allocation || !row.assembly) return null
  const { path, name: place } = row.assembly.scope
  const { question, rule } = row
  const on = localDateOf(row.decided_at!)
  return { poll, path, place, question, allocation, on, title: question.text, law: termLawFor(rule) }
}

const MOST_BALLOTS = 10

/** The election first, and then what was voted on again, up to this one; nothing where one of them is none. */
export const ballotsUpTo = async (
  trx: Transaction,
  community: CommunityId,
  poll: PollId,
): Promise<readonly FoundBallot[]> => {
  const found: FoundBallot[] = []
  for (let next: PollId | null = poll; next !== null && found.length < MOST_BALLOTS;) {
    const ballot: FoundBallot | null = await foundBallot(trx, community, next)
    if (!ballot) return []
    found.unshift(ballot)
    next = ballot.question.again
  }
  return found
}

/** What has begun or filled a term already. */
export const takenAmong = async (
  trx: Transaction,
  community: CommunityId,
  polls: readonly PollId[],
): Promise<boolean> => {
  const row = await trx
    .selectFrom('term_ballot')
    .select('poll_id')
    .where('community_id', '=', community)
    .where('poll_id', 'in', polls)
    .executeTakeFirst()
  return row !== undefined
}

/** Results that nobody has taken over yet, the newest first. */
export const waitingBallots = async (
  trx: Transaction,
  community: CommunityId,
): Promise<readonly { readonly poll: PollId; readonly title: string; readonly on: string }[]> => {
  const { rows } = await sql<{ poll: PollId; title: string; on: string }>`
    select poll_id as poll, question ->> 'text' as title, (decided_at at time zone 'Asia/Shanghai')::date as on
    from app.poll won
    where community_id = ${community} and status = 'decided' and question ->> 'type' = 'candidates' and assembly is not null
      and not exists (select from app.term_ballot t where t.community_id = won.community_id and t.poll_id = won.poll_id)
      and not exists (select from app.poll later where later.community_id = won.community_id and later.status = 'decided'
        and later.question ->> 'again' = won.poll_id)
      and (question ->> 'again' is not null or exists (
        select from jsonb_array_elements(outcome -> 'allocation' -> 'ranking') as placed
        where placed ->> 'standing' = 'elected'))
    order by decided_at desc, poll_id limit 20`.execute(trx)
  return rows
}

const ownersOf = (community: CommunityId, path: string) => sql`
  from app.ownership held join app.unit using (community_id, unit_id) join app.node using (community_id, node_id)
  join app.person using (community_id, person_id)
  where held.community_id = ${community}
    and (${path} = '' or node.path = ${path} or starts_with(node.path, ${path} || '.'))`

/** Which of these people own something in this part of the community; the rows are held until it is decided. */
export const ownersAmong = async (
  trx: Transaction,
  { community, path }: { readonly community: CommunityId; readonly path: string },
  persons: readonly PersonId[],
): Promise<readonly PersonId[]> => {
  if (persons.length === 0) return []
  const { rows } = await sql<{ person: PersonId }>`
    select distinct person_id as person ${ownersOf(community, path)} and person_id = any(${[...persons]}::text[])`.execute(
    trx,
  )
  return rows.map(({ person }) => person)
}

/** The roster's owners of these names, with what tells namesakes apart. */
export const matchesFor = async (
  trx: Transaction,
  { community, path }: { readonly community: CommunityId; readonly path: string },
  names: readonly string[],
): Promise<readonly (RosterMatch & { readonly name: string })[]> => {
  const { rows } = await sql<RosterMatch & { readonly name: string }>`
    select person_id as person, person.name, string_agg(concat_ws(' ', coalesce(place.name, node.name), unit.door), '、'
        order by node.path, unit.door) as homes,
      account_id is not null as account, exists (
        select from app.membership m where m.community_id = ${community} and m.person_id = person.person_id
          and m.role = 'owners-committee' and m.ends is null) as wears
    from app.person join app.ownership held using (community_id, person_id) join app.unit using (community_id, unit_id)
    join app.node using (community_id, node_id)
    left join app.place on place.community_id = node.community_id and place.node_id = node.node_id and place.key is null
    where person.community_id = ${community} and person.name = any(${[...names]}::text[])
      and (${path} = '' or node.path = ${path} or starts_with(node.path, ${path} || '.'))
    group by person.community_id, person_id, person.name, account_id order by person_id limit 60`.execute(trx)
  return rows
}

export const nodeAt = async (trx: Transaction, community: CommunityId, path: string): Promise<NodeId | null> => {
  if (path === '') return null
  const row = await trx
    .selectFrom('node')
    .select('node_id')
    .where('community_id', '=', community)
    .where('path', '=', path)
    .executeTakeFirst()
  return row?.node_id ?? null
}

/** Two who begin terms of one committee at once wait for one another. */
export const holdCommittee = (trx: Transaction, community: CommunityId, path: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`committee ${community} ${path}`}, 62))`.execute(trx)

export const runningAt = async (trx: Transaction, community: CommunityId, path: string): Promise<readonly TermId[]> => {
  const rows = await trx
    .selectFrom('term')
    .select('term_id')
    .where('community_id', '=', community)
    .where('path', '=', path)
    .where('status', '=', 'running')
    .orderBy('number')
    .execute()
  return rows.map(({ term_id }) => term_id)
}

export const lastNumber = async (trx: Transaction, community: CommunityId, path: string): Promise<number> => {
  const row = await trx
    .selectFrom('term')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('community_id', '=', community)
    .where('path', '=', path)
    .executeTakeFirst()
  return row?.last ?? 0
}
