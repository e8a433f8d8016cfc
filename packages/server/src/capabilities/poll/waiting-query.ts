// For somebody's own page: the polls that wait for a ballot of theirs at this moment, those that close first before the others.
import type { WaitingVote } from '@yishi/contract/own-pages'
import type { CommunityId, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

const MOST = 20

type Persons = readonly { readonly community: CommunityId; readonly person: PersonId }[]

/** Of an agenda its first question, which leads on to the others. Every row of the roster that is their account is theirs. */
export const votesWaiting = async (trx: Transaction, persons: Persons): Promise<readonly WaitingVote[]> => {
  const { rows } = await sql<WaitingVote>`
    with self as (select * from unnest(
      ${persons.map(({ community }) => community)}::text[], ${persons.map(({ person }) => person)}::text[]
    ) as self (community_id, person_id)), own as (
      select community_id, person_id from self
      union
      select other.community_id, other.person_id from self join app.person using (community_id, person_id)
      join app.person other using (community_id, account_id)
    ), slip as (
      select v.community_id, v.ballot_id from own join app.poll_voter v using (community_id, person_id) where v.unit_id is null
      union
      select o.community_id, o.ballot_id from own join app.poll_owner o using (community_id, person_id)
    )
    select distinct p.poll_id as poll, p.question ->> 'text' as text, p.assembly ->> 'closesAt' as until
    from slip join app.poll_voter v using (community_id, ballot_id) join app.poll p using (community_id, poll_id)
    where p.status = 'open' and p.way = 'ballots' and p.agenda_first is null and v.ballots = 0
      -- Where another owner of the unit has the vote, it waits for them.
      and (v.person_id is null or exists (select from own where own.community_id = v.community_id and own.person_id = v.person_id))
      and (v.same_person is null or not exists (
        select from app.poll_voter twin where twin.community_id = v.community_id and twin.poll_id = v.poll_id
          and twin.same_person = v.same_person and twin.ballots > 0))
    order by until nulls last, poll limit ${MOST}`.execute(trx)
  return rows
}
