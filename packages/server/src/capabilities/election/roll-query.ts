// Reading the roll: how somebody stands in the turn that runs, who votes for whom, and what was objected.
import type { RollLine } from '@yishi/contract/election'
import type { ElectionId, Instant, ObjectionId } from '@yishi/domain/kernel'
import { type SecretResult, type VoterStanding, plainName } from '@yishi/domain/secret-election'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

const TAKEN = sql`exists (select from app.election_given given
  where given.community_id = voter.community_id and given.election_id = voter.election_id and given.voter_id = voter.voter_id
    and given.turn = (select (state -> 'turn' ->> 'number')::integer from app.election
      where election.community_id = voter.community_id and election.election_id = voter.election_id))`

const IN_ELECTION = sql`named.community_id = voter.community_id and named.election_id = voter.election_id`

/** Spelt the same once spaces and widths are out of the way, as `plainName` has it. */
const plain = (name: RawBuilder<unknown>) => sql`regexp_replace(normalize(${name}, NFKC), '\\s', '', 'g')`

/** How many on the roll are called as somebody on it is. */
export const NAMESAKES = sql`(select count(*)::integer from app.election_voter named
  where ${IN_ELECTION} and not named.struck and ${plain(sql`named.name`)} = ${plain(sql`voter.name`)})`

export const standingIn = async (
  trx: Transaction,
  { community, id }: Subject<ElectionId>,
  voter: string,
): Promise<VoterStanding | null> => {
  const { rows } = await sql<VoterStanding>`
    select voter_id as voter, name, ${NAMESAKES} as namesakes, struck, ${TAKEN} as taken, proxy_id as proxy, (
      select count(*)::integer from app.election_voter principal where principal.community_id = voter.community_id
        and principal.election_id = voter.election_id and principal.proxy_id = voter.voter_id) as holds
    from app.election_voter voter
    where community_id = ${community} and election_id = ${id} and voter_id = ${voter}`.execute(trx)
  return rows[0] ?? null
}

/** By name or by number on the roll. */
export const rollOf = async (
  trx: Transaction,
  { community, id }: Subject<ElectionId>,
  find: string,
): Promise<RollLine[]> => {
  const { rows } = await sql<RollLine>`
    select voter.voter_id as voter, voter.position as number, voter.name, voter.village_group as group, voter.struck,
      ${TAKEN} as taken, case when holder.voter_id is null then null else
        jsonb_build_object('voter', holder.voter_id, 'name', holder.name, 'relation', voter.relation) end as proxy
    from app.election_voter voter left join app.election_voter holder on holder.community_id = voter.community_id
      and holder.election_id = voter.election_id and holder.voter_id = voter.proxy_id
    where voter.community_id = ${community} and voter.election_id = ${id}
      and (${find} = '' or voter.position::text = ${find} or position(${find} in voter.name) > 0)
    order by voter.position limit 200`.execute(trx)
  return rows
}

export const unruledIn = async (trx: Transaction, { community, id }: Subject<ElectionId>): Promise<number> => {
  const { rows } = await sql<{ unruled: number }>`select count(*)::integer as unruled from app.election_objection
    where community_id = ${community} and election_id = ${id} and ruled_at is null`.execute(trx)
  return rows[0]!.unruled
}

export const objectionIn = async (
  trx: Transaction,
  { community, id }: Subject<ElectionId>,
  objection: ObjectionId,
): Promise<{ readonly id: ObjectionId; readonly at: Instant; readonly ruled: boolean } | null> => {
  const row = await trx
    .selectFrom('election_objection')
    .select(['objection_id', 'at', 'ruled_at'])
    .where('community_id', '=', community)
    .where('election_id', '=', id)
    .where('objection_id', '=', objection)
    .executeTakeFirst()
  return row ? { id: row.objection_id, at: row.at, ruled: row.ruled_at !== null } : null
}

type Entered = {
  readonly name: string
  readonly group: string
  readonly holder: string | null
  readonly relation: string
}

/** In the order of the roll, without those who were struck. */
export const listedIn = async (
  trx: Transaction,
  { community, id }: Subject<ElectionId>,
): Promise<readonly Entered[]> => {
  const { rows } = await sql<Entered>`
    select voter.name, voter.village_group as group, holder.name as holder, voter.relation
    from app.election_voter voter left join app.election_voter holder on holder.community_id = voter.community_id
      and holder.election_id = voter.election_id and holder.voter_id = voter.proxy_id
    where voter.community_id = ${community} and voter.election_id = ${id} and not voter.struck
    order by voter.position`.execute(trx)
  return rows
}

export const grouped = (all: readonly Pick<Entered, 'name' | 'group'>[]) =>
  [...Map.groupBy(all, ({ group }) => group)].map(([group, each]) => ({ group, names: each.map(({ name }) => name) }))

/** A name alone says nothing of who is meant where nobody on the roll has it, or several have. */
export const writtenOnRoll = async (
  trx: Transaction,
  { community, id }: Subject<ElectionId>,
  results: readonly SecretResult[],
): Promise<{ name: string; voters: number }[]> => {
  const names = results.flatMap(({ sections }) =>
    sections.flatMap(({ candidates, elected, next }) =>
      candidates
        .filter(({ key, written }) => written && (elected.includes(key) || next.includes(key)))
        .map(({ name }) => name),
    ),
  )
  if (names.length === 0) return []
  const { rows } = await sql<{ plain: string; voters: number }>`
    select ${plain(sql`name`)} as plain, count(*)::integer as voters
    from app.election_voter where community_id = ${community} and election_id = ${id} and not struck
      and ${plain(sql`name`)} = any(${names.map(plainName)}::text[])
    group by 1`.execute(trx)
  const found = new Map(rows.map(({ plain, voters }) => [plain, voters]))
  return names.map((name) => ({ name, voters: found.get(plainName(name)) ?? 0 }))
}
