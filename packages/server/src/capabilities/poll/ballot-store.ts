// How a ballot lies in its voter's row and in the ballots handed in: the poll is held for share, so that voters never wait for one another, only for its closing.
import type { BallotId } from '@yishi/domain/kernel'
import { type Ballot, type BallotEvent, NO_BALLOT } from '@yishi/domain/poll'
import { type Selectable, sql } from 'kysely'
import type { Store } from '../../kernel/store.ts'
import type { PollRow, PollVoterRow } from './tables.ts'

type Row = Selectable<Pick<PollVoterRow, 'poll_id' | 'voter_id' | 'person_id' | 'ballots' | 'last_noted'>> &
  Selectable<Pick<PollRow, 'path' | 'status' | 'way' | 'question' | 'rule'>>

export const ballotStore = {
  async lock(trx, { community, id }) {
    const { rows } = await sql<Row>`
      select voter.poll_id, voter.voter_id, voter.person_id, voter.ballots, voter.last_noted,
        poll.path, poll.status, poll.way, poll.question, poll.rule
      from app.poll_voter voter join app.poll using (community_id, poll_id)
      where voter.community_id = ${community} and voter.ballot_id = ${id}
      for update of voter for share of poll`.execute(trx)
    const [row] = rows
    if (!row) return NO_BALLOT
    const slip = {
      id: id as BallotId,
      poll: row.poll_id,
      voter: row.voter_id,
      person: row.person_id,
      community,
      path: row.path,
      pollStatus: row.status,
      way: row.way,
      question: row.question,
      rule: row.rule,
    }
    return row.ballots === 0
      ? { ...slip, status: 'blank' }
      : { ...slip, status: 'cast', number: row.ballots, noted: row.last_noted }
  },
  write: {
    BallotCast: (trx, { community, id }, { number, choice, noted }, at) =>
      sql`
        with handed_in as (
          insert into app.poll_ballot (community_id, ballot_id, number, choice, noted_by, noted_in, at)
          values (${community}, ${id}, ${number}, ${[...choice]}, ${noted?.by ?? null}, ${noted?.where ?? null}, ${at})
        )
        update app.poll_voter set ballots = ${number}, last_noted = ${noted !== null}
        where community_id = ${community} and ballot_id = ${id}`.execute(trx),
  },
} satisfies Store<Ballot, BallotEvent>
