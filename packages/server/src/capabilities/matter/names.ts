// Names of people, parties and places around a matter, read once for all that one answer shows.
import type { CommunityId, PartyId, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

export type Names = {
  readonly party: (id: string | null) => string | null
  readonly partyPhone: (id: string | null) => string | null
  readonly person: (id: string | null) => string | null
  /** The party in whose name this person acts here. */
  readonly partyOf: (person: string | null) => string | null
}

type PartyRow = { party_id: PartyId; name: string; phone: string | null }
type PersonRow = { person_id: PersonId; name: string; party: string | null }

export const namesFor = async (
  trx: Transaction,
  community: CommunityId,
  persons: readonly string[],
): Promise<Names> => {
  const parties = await sql<PartyRow>`
    select party_id, name, phone from app.party where community_id = ${community}`.execute(trx)
  const people = await sql<PersonRow>`
    select person.person_id, person.name, (
      select party.name from app.membership
      join app.party using (community_id, party_id)
      where membership.community_id = person.community_id and membership.person_id = person.person_id
      order by membership.starts limit 1
    ) as party
    from app.person where community_id = ${community} and person_id = any(${[...new Set(persons)]}::text[])`.execute(
    trx,
  )
  const partyBy = new Map<string, PartyRow>(parties.rows.map((row) => [row.party_id, row]))
  const personBy = new Map<string, PersonRow>(people.rows.map((row) => [row.person_id, row]))
  return {
    party: (id) => (id ? (partyBy.get(id)?.name ?? null) : null),
    partyPhone: (id) => (id ? (partyBy.get(id)?.phone ?? null) : null),
    person: (id) => (id ? (personBy.get(id)?.name ?? null) : null),
    partyOf: (id) => (id ? (personBy.get(id)?.party ?? null) : null),
  }
}
