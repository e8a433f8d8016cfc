// How a term lies in its row, its ballots and its members; the role that goes with a seat is written by the territory, whose people they are.
import type { CommunityId, Instant, PersonId, TermId } from '@yishi/domain/kernel'
import { type Member, NO_TERM, type StandingTerm, type Term, type TermEvent } from '@yishi/domain/term'
import { type Selectable, type Updateable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { layDownRole, wearRole } from '../territory/index.ts'
import type { TermMemberRow, TermRow } from './tables.ts'

const ROLE = 'owners-committee'

export const rowsOfTerms = (trx: Transaction, community: CommunityId) =>
  trx.selectFrom('term').selectAll().where('community_id', '=', community)

export const memberOf = (row: Selectable<TermMemberRow>): Member => ({
  key: row.member,
  name: row.name,
  person: row.person_id,
  since: row.since,
  vacancy: row.vacated_on === null ? null : { on: row.vacated_on, reason: row.reason!, evidence: row.evidence! },
})

type Parts = { readonly members: readonly Member[]; readonly ballots: StandingTerm['ballots'] }

export const stateOfTerm = (row: Selectable<TermRow>, parts: Parts): StandingTerm => {
  const body = {
    id: row.term_id,
    community: row.community_id,
    path: row.path,
    node: row.node_id,
    place: row.place,
    law: row.law,
    number: row.number,
    committee: row.committee,
    electedOn: row.elected_on,
    from: row.begins,
    until: row.until,
    steps: row.steps,
    ...parts,
  }
  return row.status === 'running'
    ? { status: 'running', ...body, rung: row.rung }
    : { status: 'over', ...body, how: row.how! }
}

/** Of these terms, in the order in which they were seated. */
export const partsOf = async (
  trx: Transaction,
  community: CommunityId,
  terms: readonly TermId[],
): Promise<ReadonlyMap<TermId, Parts>> => {
  const parts = new Map<TermId, { members: Member[]; ballots: StandingTerm['ballots'][number][] }>(
    terms.map((term) => [term, { members: [], ballots: [] }]),
  )
  if (terms.length === 0) return parts
  const members = await trx
    .selectFrom('term_member')
    .selectAll()
    .where('community_id', '=', community)
    .where('term_id', 'in', terms)
    .orderBy(sql`substr(member, 2)::integer`)
    .execute()
  for (const row of members) parts.get(row.term_id)!.members.push(memberOf(row))
  const ballots = await trx
    .selectFrom('term_ballot')
    .select(['term_id', 'poll_id'])
    .where('community_id', '=', community)
    .where('term_id', 'in', terms)
    .orderBy('position')
    .execute()
  for (const row of ballots) parts.get(row.term_id)!.ballots.push(row.poll_id)
  return parts
}

export const readTerm = async (trx: Transaction, { community, id }: Subject, lock = false): Promise<Term> => {
  const query = rowsOfTerms(trx, community).where('term_id', '=', id as TermId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return NO_TERM
  const parts = await partsOf(trx, community, [row.term_id])
  return stateOfTerm(row, parts.get(row.term_id)!)
}

const insertBallots = (trx: Transaction, { community, id }: Subject, ballots: readonly string[]) =>
  sql`insert into app.term_ballot (community_id, poll_id, term_id, position)
    select ${community}, poll, ${id}, at + (select count(*) from app.term_ballot where community_id = ${community} and term_id = ${id})
    from unnest(${[...ballots]}::text[]) with ordinality as ballot (poll, at)`.execute(trx)

const insertMembers = (trx: Transaction, { community, id }: Subject, members: readonly Member[]) =>
  trx
    .insertInto('term_member')
    .values(
      members.map(({ key, name, person, since }) => ({
        community_id: community,
        term_id: id as TermId,
        member: key,
        name,
        person_id: person,
        since,
      })),
    )
    .execute()

const set = (trx: Transaction, { community, id }: Subject, values: Updateable<TermRow>) =>
  trx
    .updateTable('term')
    .set(values)
    .where('community_id', '=', community)
    .where('term_id', '=', id as TermId)
    .execute()

const setMember = (trx: Transaction, { community, id }: Subject, member: string, values: Updateable<TermMemberRow>) =>
  trx
    .updateTable('term_member')
    .set(values)
    .where('community_id', '=', community)
    .where('term_id', '=', id as TermId)
    .where('member', '=', member as Member['key'])
    .execute()

const known = (members: readonly Pick<Member, 'person'>[]): readonly PersonId[] =>
  members.flatMap(({ person }) => person ?? [])

const wear = async (trx: Transaction, { community, id }: Subject, persons: readonly PersonId[], at: Instant) => {
  const { path, node_id: node } = await rowsOfTerms(trx, community)
    .where('term_id', '=', id as TermId)
    .executeTakeFirstOrThrow()
  await wearRole(trx, { community, persons, role: ROLE, path, node }, at)
}

/** All of the term's who sat to its end, or one whose seat has ended; whoever sits on another committee there that runs is not among them. */
export const leaversOf = ({ community, id }: Subject, member: string | null) => sql<object>`
  select person_id, path from app.term_member join app.term using (community_id, term_id)
  where community_id = ${community} and term_id = ${id} and person_id is not null
    and (member = ${member} or (${member}::text is null and vacated_on is null))
    and not exists (
      select from app.term_member seat join app.term other using (community_id, term_id)
      where seat.community_id = ${community} and seat.person_id = term_member.person_id and seat.vacated_on is null
        and other.term_id <> ${id} and other.status = 'running' and other.path = term.path)`

const layDown = async (trx: Transaction, subject: Subject, member: string | null, at: Instant) => {
  const { rows } = await sql<{ person: PersonId; path: string }>`
    select person_id as person, path from (${leaversOf(subject, member)}) as leaver`.execute(trx)
  const [first] = rows
  if (!first) return
  const persons = rows.map(({ person }) => person)
  await layDownRole(trx, { community: subject.community, persons, role: ROLE, path: first.path }, at)
}

export const termStore = {
  lock: (trx, subject) => readTerm(trx, subject, true),
  write: {
    TermBegun: async (trx, subject, event, at) => {
      const { id, community, path, node, place, law, number, committee, electedOn, from, until } = event
      const row = { community_id: community, term_id: id, path, node_id: node, place, law, number, committee }
      await trx
        .insertInto('term')
        .values({ ...row, elected_on: electedOn, begins: from, until, status: 'running', begun_at: at })
        .execute()
      await insertBallots(trx, subject, event.ballots)
      await insertMembers(trx, subject, event.members)
      await wear(trx, subject, known(event.members), at)
    },
    MembersSeated: async (trx, subject, { ballot, members }, at) => {
      await insertBallots(trx, subject, [ballot])
      await insertMembers(trx, subject, members)
      await wear(trx, subject, known(members), at)
    },
    MemberMatched: async (trx, subject, { member, person }, at) => {
      await setMember(trx, subject, member, { person_id: person })
      await wear(trx, subject, [person], at)
    },
    SeatVacated: async (trx, subject, { member, on, reason, evidence }, at) => {
      await setMember(trx, subject, member, { vacated_on: on, reason, evidence })
      await layDown(trx, subject, member, at)
    },
    TermStepNoted: (trx, { community, id }, { step, on, evidence }) =>
      sql`update app.term set steps = steps || ${JSON.stringify({ [step]: { on, evidence } })}::jsonb
        where community_id = ${community} and term_id = ${id}`.execute(trx),
    TermRang: (trx, { community, id }, { step, due, late }) => {
      const keys = late ? [`${step} ${due} late`, `${step} ${due} soon`] : [`${step} ${due} soon`]
      return sql`update app.term set rung = rung || ${keys}::text[]
        where community_id = ${community} and term_id = ${id}`.execute(trx)
    },
    TermEnded: async (trx, subject, { how }, at) => {
      await set(trx, subject, { status: 'over', how, ended_at: at })
      await layDown(trx, subject, null, at)
    },
  },
} satisfies Store<Term, TermEvent>
