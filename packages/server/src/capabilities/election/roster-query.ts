// Whom the roster knows as living in a community on the day of a vote, for a roll that a person looks over; and which of those named on a roll it does not know.
import type { RollProposal } from '@yishi/contract/election'
import { type LocalDate, endOfDay, startOfDay } from '@yishi/domain/calendar'
import type { CommunityId } from '@yishi/domain/kernel'
import {
  MOST_ON_ROLL,
  type Registered,
  type RosterResident,
  VOTING_AGE,
  lastBirthday,
  proposeRoll,
} from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

type Known = RosterResident & { readonly all: number }

/** In the order of the houses; of somebody with several homes the first. */
const residentsOn = async (trx: Transaction, community: CommunityId, day: LocalDate): Promise<readonly Known[]> => {
  const { rows } = await sql<Known>`
    with living as (
      select person.person_id as person, person.name, person.signed_up as "signedUp", min(held.path) as path
      from app.membership held join app.person using (community_id, person_id)
      where held.community_id = ${community} and held.role = 'resident'
        and held.starts < ${endOfDay(day)} and (held.ends is null or held.ends > ${startOfDay(day)})
      group by person.community_id, person.person_id
    )
    select person, name, "signedUp", (count(*) over ())::integer as all, coalesce((
      select string_agg(home.name, '' order by length(home.path)) from app.node home
      where home.community_id = ${community} and home.kind in ('building', 'stairway')
        and (home.path = living.path or starts_with(living.path, home.path || '.'))), '') as "group"
    from living order by path, name, person limit ${MOST_ON_ROLL}`.execute(trx)
  return rows
}

export const proposalFor = async (trx: Transaction, community: CommunityId, day: LocalDate): Promise<RollProposal> => {
  const residents = await residentsOn(trx, community, day)
  const voters = proposeRoll(residents.map(({ person, name, group, signedUp }) => ({ person, name, group, signedUp })))
  return {
    age: VOTING_AGE,
    bornBy: lastBirthday(day),
    voters: voters.map((voter) => ({ ...voter, cautions: [...voter.cautions] })),
    more: (residents[0]?.all ?? 0) - residents.length,
  }
}

export const strangersAmong = async (
  trx: Transaction,
  community: CommunityId,
  voters: readonly Registered[],
): Promise<number> => {
  const persons = new Set(voters.flatMap(({ person }) => person ?? []))
  if (persons.size === 0) return 0
  const { rows } = await sql<{ known: number }>`select count(*)::integer as known from app.person
    where community_id = ${community} and person_id = any(${[...persons]}::text[])`.execute(trx)
  return persons.size - rows[0]!.known
}
