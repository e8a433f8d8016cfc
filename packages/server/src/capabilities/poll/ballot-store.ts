// How a ballot lies in its voter's row and in the ballots handed in: the poll is held for share, so that voters never wait for one another, only for its closing.
import type { BallotId, PersonId } from '@yishi/domain/kernel'
import { type Ballot, type BallotEvent, NO_BALLOT } from '@yishi/domain/poll'
import { type Selectable, sql } from 'kysely'
import type { Store } from '../../kernel/store.ts'
import type { PollRow, PollVoterRow } from './tables.ts'

type Row = Selectable<Pick<PollVoterRow, 'poll_id' | 'voter_id' | 'person_id' | 'ballots' | 'channel'>> &
  Selectable<Pick<PollRow, 'path' | 'status' | 'way' | 'question' | 'rule' | 'assembly'>> & {
    readonly owners: PersonId[]
  }

export const ballotStore = {
  async lock(trx, { community, id }) {
    const { rows } = await sql<Row>`
      select voter.poll_id, voter.voter_id, voter.person_id, voter.ballots, voter.channel, array(
          select owner.person_id from app.poll_owner owner
          where owner.community_id = voter.community_id and owner.ballot_id = voter.ballot_id order by 1
        ) as owners,
        poll.path, poll.status, poll.way, poll.question, poll.rule, poll.assembly
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
      owners: row.owners,
      community,
      path: row.path,
      pollStatus: row.status,
      closesAt: row.assembly?.closesAt ?? null,
      way: row.way,
      question: row.question,
      rule: row.rule,
    }
    return row.channel === null
      ? { ...slip, status: 'blank' }
      : { ...slip, status: 'cast', number: row.ballots, channel: row.channel }
  },
  write: {
    BallotCast: (trx, { community, id }, { number, choice, noted, holds }, at) =>
      sql`
        with handed_in as (
          insert into app.poll_ballot (community_id, ballot_id, number, choice, noted_by, noted_in, holds, at)
          values (${community}, ${id}, ${number}, ${[...choice]}, ${noted?.by ?? null}, ${noted?.where ?? null}, ${holds}, ${at})
        )
        update app.poll_voter set ballots = ${number},
          holding = case when ${holds} then ${number} else holding end,
          channel = case when ${holds} then ${noted?.where ?? 'online'} else channel end
        where community_id = ${community} and ballot_id = ${id}`.execute(trx),
    VoterChosen: (trx, { community, id }, { person }) =>
      sql`update app.poll_voter set person_id = ${person}
        where community_id = ${community} and ballot_id = ${id}`.execute(trx),
  },
} satisfies Store<Ballot, BallotEvent>
