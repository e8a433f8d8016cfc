// Who votes for whom in a secret election, whose proxy lapsed, and how many on the roll are called as a holder is.
import type { ElectionFileView } from '@yishi/contract/election-file'
import type { ElectionId, PersonId, VoterId } from '@yishi/domain/kernel'
import type { HeldProxy } from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { NAMESAKES } from './roll-query.ts'

export const proxiesIn = async (
  trx: Transaction,
  { community, id }: Subject<ElectionId>,
): Promise<readonly HeldProxy[]> => {
  const { rows } = await sql<HeldProxy>`
    select principal.voter_id as principal, voter.voter_id as holder, voter.name, ${NAMESAKES} as namesakes
    from app.election_voter principal join app.election_voter voter on voter.community_id = principal.community_id
      and voter.election_id = principal.election_id and voter.voter_id = principal.proxy_id
    where principal.community_id = ${community} and principal.election_id = ${id} and not principal.struck
    order by principal.position`.execute(trx)
  return rows
}

type Lapsed = ElectionFileView['lapsed'][number]

/** Whoever has no proxy any more, as the desk tells them; `known` has an account that hears of it. */
export const lapsedIn = async (trx: Transaction, { community, id }: Subject<ElectionId>): Promise<Lapsed[]> => {
  const { rows } = await sql<Lapsed>`
    select voter.position as number, voter.name, voter.village_group as "group", holder.name as holder,
      voter.person_id is not null as known
    from app.election_voter voter join app.election_voter holder on holder.community_id = voter.community_id
      and holder.election_id = voter.election_id and holder.voter_id = voter.lapsed_id
    where voter.community_id = ${community} and voter.election_id = ${id} and not voter.struck
    order by voter.position`.execute(trx)
  return rows
}

type Principal = { readonly voter: VoterId; readonly person: PersonId | null; readonly holder: string }

/** Those of some principals whose proxy lapsed, each with who that was. */
export const principalsAmong = async (
  trx: Transaction,
  { community, id }: Subject<ElectionId>,
  voters: readonly string[],
): Promise<readonly Principal[]> => {
  const { rows } = await sql<Principal>`
    select voter.voter_id as voter, voter.person_id as person, holder.name as holder
    from app.election_voter voter join app.election_voter holder on holder.community_id = voter.community_id
      and holder.election_id = voter.election_id and holder.voter_id = voter.lapsed_id
    where voter.community_id = ${community} and voter.election_id = ${id} and not voter.struck
      and voter.voter_id = any(${[...voters]}::text[]) order by voter.position`.execute(trx)
  return rows
}

type Unsure = ElectionFileView['unsure'][number]

export const principalsOf = async (
  trx: Transaction,
  { community, id }: Subject<ElectionId>,
  held: readonly HeldProxy[],
): Promise<Unsure[]> => {
  if (held.length === 0) return []
  const rows = await trx
    .selectFrom('election_voter')
    .select(['voter_id', 'name', 'position'])
    .where('community_id', '=', community)
    .where('election_id', '=', id)
    .where(
      'voter_id',
      'in',
      held.map(({ principal }) => principal),
    )
    .orderBy('position')
    .execute()
  return rows.map(({ voter_id: voter, name, position }) => {
    const { name: holder, namesakes } = held.find(({ principal }) => principal === voter)!
    return { voter, number: position, name, holder, namesakes }
  })
}
