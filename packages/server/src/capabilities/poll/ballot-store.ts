// How a ballot lies in its voter's row and in the ballots handed in: the poll is held for share, so that voters never wait for one another, only for its closing.
import type { CommunityId, PersonId, PollId, UnitId } from '@yishi/domain/kernel'
import { type Ballot, type BallotEvent, type Beside, NO_BALLOT } from '@yishi/domain/poll'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Written } from '../../kernel/store.ts'
import { POLL_LISTS, holdGroups, rowCounts, sameRowsOf, settleRow } from '../same-person/index.ts'
import type { PollRow, PollVoterRow } from './tables.ts'

type Row = Selectable<Pick<PollVoterRow, 'ballot_id' | 'poll_id' | 'voter_id' | 'person_id' | 'ballots' | 'channel'>> &
  Selectable<Pick<PollRow, 'path' | 'status' | 'way' | 'question' | 'rule' | 'assembly'>> & {
    readonly owners: PersonId[]
    readonly same: string | null
    readonly unit: UnitId | null
    readonly first: PollId
  }
type Groups = Awaited<ReturnType<typeof holdGroups>>

/** Of the same unit, on the other questions of its agenda. */
const besideOf = (row: Row, rows: readonly Row[]): Beside | null => {
  const others = rows.filter(({ unit, first, ballot_id: id }) => {
    return unit !== null && unit === row.unit && first === row.first && id !== row.ballot_id
  })
  if (others.length === 0) return null
  const chosen = others.find(({ person_id: person }) => person !== null)
  return { person: chosen?.person_id ?? null, cast: others.some(({ channel }) => channel === 'online') }
}

type Around = { readonly rows: readonly Row[]; readonly groups: Groups }

const stateOf = (community: CommunityId, row: Row, { rows, groups }: Around): Ballot => {
  const slip = {
    id: row.ballot_id,
    poll: row.poll_id,
    voter: row.voter_id,
    person: row.person_id,
    owners: row.owners,
    community,
    path: row.path,
    pollStatus: row.status,
    closesAt: row.assembly?.closesAt ?? null,
    way: row.way,
    question: row.question,
    rule: row.rule,
    same: sameRowsOf(groups, { ballot: row.ballot_id, key: row.same }),
    beside: besideOf(row, rows),
  }
  return row.ballots === 0
    ? { ...slip, status: 'blank' }
    : { ...slip, status: 'cast', number: row.ballots, channel: row.channel }
}

/** With those of a unit of several owners on the other questions of its agenda: who casts on one of them votes on all. Looked up by keys (`offset 0`), as ever. */
const withOthersOfUnit = (community: CommunityId, ids: readonly string[]) => sql`array(
  select asked.id from unnest(${[...ids]}::text[]) as asked (id)
  union
  select other.ballot_id from unnest(${[...ids]}::text[]) as asked (id), lateral (
    select poll_id, unit_id from app.poll_voter voter
    where community_id = ${community} and ballot_id = asked.id and unit_id is not null and 1 < (
      select count(*) from app.poll_owner owner
      where owner.community_id = ${community} and owner.ballot_id = voter.ballot_id
    ) offset 0
  ) as own, lateral (
    select coalesce(agenda_first, poll_id) as poll_id from app.poll
    where community_id = ${community} and poll_id = own.poll_id offset 0
  ) as first, lateral (
    select poll_id from app.poll
    where community_id = ${community} and (poll_id = first.poll_id or agenda_first = first.poll_id)
      and status in ('announced', 'open') offset 0
  ) as each, lateral (
    select ballot_id from app.poll_voter
    where community_id = ${community} and poll_id = each.poll_id and unit_id = own.unit_id offset 0
  ) as other
)`

/** A unit's ballots by the first question's, as paper holds them; so that two who lock several never wait in a circle. */
const IN_ONE_ORDER = sql`case when voter.unit_id is null or poll.agenda_first is null then voter.ballot_id else (
    select lead.ballot_id from app.poll_voter lead where lead.community_id = voter.community_id
      and lead.poll_id = poll.agenda_first and lead.unit_id = voter.unit_id
  ) end, poll.agenda_item nulls first`

const lockAll = async (
  trx: Transaction,
  community: CommunityId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Ballot>> => {
  const { rows } = await sql<Row>`
    select voter.ballot_id, voter.poll_id, voter.voter_id, voter.person_id, voter.ballots, voter.channel,
      voter.same_person as same, voter.unit_id as unit, coalesce(poll.agenda_first, poll.poll_id) as first, array(
        select owner.person_id from app.poll_owner owner
        where owner.community_id = voter.community_id and owner.ballot_id = voter.ballot_id order by 1
      ) as owners,
      poll.path, poll.status, poll.way, poll.question, poll.rule, poll.assembly
    from app.poll_voter voter join app.poll using (community_id, poll_id)
    where voter.community_id = ${community} and voter.ballot_id = any(${withOthersOfUnit(community, ids)})
    order by ${IN_ONE_ORDER} for update of voter for share of poll`.execute(trx)
  const groups = await holdGroups(
    trx,
    community,
    rows.map(({ same }) => same),
  )
  return new Map(rows.map((row) => [row.ballot_id, stateOf(community, row, { rows, groups })]))
}

type Cast = Written<Extract<BallotEvent, { type: 'BallotCast' }>>

const rowOf = ({ subject: { community, id }, event: { number, choice, noted, holds }, at }: Cast) => ({
  community_id: community,
  ballot_id: id,
  number,
  choice: [...choice],
  noted_by: noted?.by ?? null,
  noted_in: noted?.where ?? null,
  holds,
  at,
})

const insertCast = (trx: Transaction, all: readonly Cast[]) =>
  sql`
    with cast_now as (
      select * from json_populate_recordset(null::app.poll_ballot, ${JSON.stringify(all.map(rowOf))}::json)
    ), handed_in as (
      insert into app.poll_ballot (community_id, ballot_id, number, choice, noted_by, noted_in, holds, at)
      select community_id, ballot_id, number, choice, noted_by, noted_in, holds, at from cast_now
    )
    update app.poll_voter voter set ballots = cast_now.number,
      holding = case when cast_now.holds then cast_now.number else voter.holding end,
      channel = case when cast_now.holds then coalesce(cast_now.noted_in, 'online') else voter.channel end
    from cast_now where voter.community_id = cast_now.community_id and voter.ballot_id = cast_now.ballot_id`.execute(
    trx,
  )

export const ballotStore = {
  lock: async (trx, { community, id }) => (await lockAll(trx, community, [id])).get(id) ?? NO_BALLOT,
  lockAll,
  write: {
    BallotCast: (trx, subject, event, at) => insertCast(trx, [{ subject, event, at }]),
    VoterChosen: (trx, { community, id }, { person }) =>
      sql`update app.poll_voter set person_id = ${person}
        where community_id = ${community} and ballot_id = ${id}`.execute(trx),
    RowCounts: (trx, subject, { same }) => rowCounts(trx, subject, same),
    BallotSetAside: (trx, subject, { late }) =>
      settleRow(trx, POLL_LISTS, subject, { late, also: sql`, channel = case when ${late} then channel end` }),
  },
  writeAll: { BallotCast: insertCast },
} satisfies Store<Ballot, BallotEvent>
