// What stands on file of somebody's own ballots, in every poll that they were listed in, however long ago (查档). Of their own units alone.
import type { OwnRecord } from '@yishi/contract/my-ballots'
import type { BallotId, CommunityId, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

/** Under the name that they have in this community. */
export type Listed = { readonly community: CommunityId; readonly person: PersonId }
export type Row = Omit<OwnRecord, 'receipt'> & { readonly ballot: BallotId }

/** Forty years of four votes a year, for a few units. */
const MOST = 500

/** Every row of the roster that is this person's account, their own first row too: a ballot of either is theirs. */
const rowsOf = ({ community, person }: Listed) => sql`array(
  select ${person}::text
  union
  select other.person_id from app.person self join app.person other using (community_id, account_id)
  where self.community_id = ${community} and self.person_id = ${person})`

export const ownRecords = async (trx: Transaction, listed: Listed): Promise<readonly Row[]> => {
  const { community } = listed
  const { rows } = await sql<Row>`
    select voter.ballot_id as ballot, poll.poll_id as poll, community.name as community, poll.question, poll.status, poll.passed,
      case when voter.unit_id is null then null else voter.name end as unit, voter.amounts ->> 'area' as area,
      coalesce(poll.opened_at, poll.drafted_at) as "openedAt", poll.decided_at as "decidedAt", coalesce((
        select jsonb_agg(jsonb_build_object('choice', ballot.choice, 'channel', coalesce(ballot.noted_in, 'online'),
          'at', to_char(ballot.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'holds', ballot.number = voter.holding) order by ballot.number)
        from app.poll_ballot ballot
        where ballot.community_id = voter.community_id and ballot.ballot_id = voter.ballot_id
      ), '[]') as ballots
    from app.poll_voter voter join app.poll using (community_id, poll_id) join app.community on community.id = voter.community_id
    where voter.community_id = ${community} and poll.status <> 'draft' and poll.way = 'ballots'
      and voter.ballot_id = any(array(
        select ballot_id from app.poll_voter
        where community_id = ${community} and person_id = any(${rowsOf(listed)}) and unit_id is null
        union
        select ballot_id from app.poll_owner where community_id = ${community} and person_id = any(${rowsOf(listed)})))
      -- Of rows that are one person, those by which they voted; where by none, the first.
      and (voter.same_person is null or voter.ballots > 0 or not exists (
        select from app.poll_voter twin where twin.community_id = voter.community_id and twin.poll_id = voter.poll_id
          and twin.same_person = voter.same_person and (twin.ballots > 0 or twin.position < voter.position)))
    order by coalesce(poll.opened_at, poll.drafted_at) desc, poll.poll_id, voter.position limit ${MOST}`.execute(trx)
  return rows
}
