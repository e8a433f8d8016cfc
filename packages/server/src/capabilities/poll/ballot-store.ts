// How a ballot lies in its voter's row and in the ballots handed in: the poll is held for share, so that voters never wait for one another, only for its closing.
import type { CommunityId, PersonId } from '@yishi/domain/kernel'
import { type Ballot, type BallotEvent, NO_BALLOT } from '@yishi/domain/poll'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Written } from '../../kernel/store.ts'
import { POLL_LISTS, holdGroups, rowCounts, sameRowsOf, settleRow } from '../same-person/index.ts'
import type { PollRow, PollVoterRow } from './tables.ts'

type Row = Selectable<Pick<PollVoterRow, 'ballot_id' | 'poll_id' | 'voter_id' | 'person_id' | 'ballots' | 'channel'>> &
  Selectable<Pick<PollRow, 'path' | 'status' | 'way' | 'question' | 'rule' | 'assembly'>> & {
    readonly owners: PersonId[]
    readonly same: string | null
  }
type Groups = Awaited<ReturnType<typeof holdGroups>>

const stateOf = (community: CommunityId, row: Row, groups: Groups): Ballot => {
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
  }
  return row.ballots === 0
    ? { ...slip, status: 'blank' }
    : { ...slip, status: 'cast', number: row.ballots, channel: row.channel }
}

/** In one order, so that two who lock several never wait in a circle. */
const lockAll = async (
  trx: Transaction,
  community: CommunityId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Ballot>> => {
  const { rows } = await sql<Row>`
    select voter.ballot_id, voter.poll_id, voter.voter_id, voter.person_id, voter.ballots, voter.channel,
      voter.same_person as same, array(
        select owner.person_id from app.poll_owner owner
        where owner.community_id = voter.community_id and owner.ballot_id = voter.ballot_id order by 1
      ) as owners,
      poll.path, poll.status, poll.way, poll.question, poll.rule, poll.assembly
    from app.poll_voter voter join app.poll using (community_id, poll_id)
    where voter.community_id = ${community} and voter.ballot_id = any(${[...ids]}::text[])
    order by voter.ballot_id for update of voter for share of poll`.execute(trx)
  const groups = await holdGroups(
    trx,
    community,
    rows.map(({ same }) => same),
  )
  return new Map(rows.map((row) => [row.ballot_id, stateOf(community, row, groups)]))
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
