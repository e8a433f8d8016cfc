// Who may stand on the list of a poll: people of the roster, each with the stairway or the party that they stand for.
import type { Candidate, ElectorateDraft } from '@yishi/contract/poll'
import type { CommunityId, Ids, Instant, PartyId, PersonId, Refused } from '@yishi/domain/kernel'
import { refuse } from '@yishi/domain/kernel'
import type { Amounts, Electorate, PollRule, Scope, Voter } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { type UnitRefusal, drawUpUnits } from './unit-electorate.ts'

type Here = { readonly community: CommunityId; readonly now: Instant }

export const candidatesOf = async (
  trx: Transaction,
  { community, now }: Here,
  { role, node }: { readonly role: string; readonly node?: string | undefined },
): Promise<Candidate[]> => {
  const { rows } = await sql<Candidate>`
    select person.person_id as person, person.name, coalesce(min(party.name), min(node.name), '') as "group"
    from app.membership held join app.person using (community_id, person_id)
    left join app.party on party.community_id = held.community_id and party.party_id = held.party_id
    left join app.node on node.community_id = held.community_id and node.node_id = held.node_id
    where held.community_id = ${community} and held.role = ${role}
      and held.starts <= ${now} and (held.ends is null or held.ends > ${now})
      and (${node ?? ''} = '' or held.path = ${node ?? ''} or starts_with(held.path, ${node ?? ''} || '.'))
    group by person.person_id, person.name order by min(held.path), person.name, person.person_id limit 500`.execute(
    trx,
  )
  return rows
}

type Known = { person: PersonId; name: string; party: PartyId | null; path: string }

/** The hat with a place of its own tells best where somebody belongs. */
const known = async (trx: Transaction, { community, now }: Here, persons: readonly string[]) => {
  const { rows } = await sql<Known>`
    select distinct on (person.person_id) person.person_id as person, person.name, held.party_id as party,
      coalesce(held.path, '') as path
    from app.person left join app.membership held on held.community_id = person.community_id
      and held.person_id = person.person_id and held.starts <= ${now} and (held.ends is null or held.ends > ${now})
    where person.community_id = ${community} and person.person_id = any(${[...persons]}::text[])
    order by person.person_id, length(held.path) desc nulls last, held.starts`.execute(trx)
  return new Map<string, Known>(rows.map((row) => [row.person, row]))
}

/** Heads and households of one voter are one; an area is no matter of this list. */
const oneVote = ({ measures }: PollRule): Amounts => ({
  ...(measures.includes('heads') && { heads: 1 }),
  ...(measures.includes('households') && { households: 1 }),
})

export type ElectorateRefusal = 'voter-unknown' | UnitRefusal

/** The list, and of which units it is where it is one of units. */
export type DrawnUp = Electorate & { readonly scope: Scope | null }

type Drawing = Here & { readonly ids: Ids; readonly rule: PollRule }

export const drawUp = async (
  trx: Transaction,
  { ids, rule, ...here }: Drawing,
  draft: ElectorateDraft,
): Promise<DrawnUp | Refused<ElectorateRefusal>> => {
  if ('totals' in draft) return { ...draft, scope: null }
  if ('units' in draft) return drawUpUnits(trx, { ids, rule, community: here.community }, draft.units)
  const persons = draft.voters.flatMap((each) => ('person' in each ? [each.person] : []))
  const found = await known(trx, here, persons)
  if (persons.some((person) => !found.has(person))) return refuse('voter-unknown')
  const voters = draft.voters.map((each, position): Voter => {
    const entry = 'person' in each ? found.get(each.person)! : { person: null, name: each.name, party: null, path: '' }
    const alone = { head: position + 1, zone: '', unit: null }
    return { voter: ids('vtr'), ballot: ids('bal'), ...entry, ...alone, amounts: oneVote(rule) }
  })
  return { voters, scope: null }
}
