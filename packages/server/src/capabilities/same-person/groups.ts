// What a ballot reads and writes of the rows that are one person: under the lock of their common row, so that of two that are cast at once one is first.
import type { SameRows } from '@yishi/domain/same-person'
import type { BallotId, CommunityId, PersonId } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import type { ListKind } from './rows.ts'

type Group = Pick<SameRows, 'key' | 'counts'> & { readonly settled: readonly BallotId[] }

/** By the key that voters' rows have. In a statement of its own, once those are held: what was waited for is seen. */
export const holdGroups = async (
  trx: Transaction,
  community: CommunityId,
  keys: readonly (string | null)[],
): Promise<ReadonlyMap<string, Group>> => {
  const known = keys.filter((key) => key !== null)
  if (known.length === 0) return new Map()
  const { rows } = await sql<Group>`
    select same_person as key, counts, settled from app.same_person
    where community_id = ${community} and same_person = any(${known}::text[]) order by 1 for update`.execute(trx)
  return new Map(rows.map((group) => [group.key, group]))
}

export const sameRowsOf = (
  groups: ReadonlyMap<string, Group>,
  { ballot, key }: { readonly ballot: BallotId; readonly key: string | null },
): SameRows | null => {
  const group = key === null ? undefined : groups.get(key)
  return group ? { key: group.key, counts: group.counts, settled: group.settled.includes(ballot) } : null
}

/** Two rows of one person that are cast in one batch are both decided before either is written: then nothing of the batch stands. */
export const rowCounts = async (trx: Transaction, { community, id }: Subject, same: string): Promise<void> => {
  const { numAffectedRows } = await sql`
    update app.same_person set counts = ${id}
    where community_id = ${community} and same_person = ${same} and (counts is null or counts = ${id})`.execute(trx)
  if (numAffectedRows !== 1n) throw new Error(`another row of ${same} was cast in the same batch`)
}

/** Its ballot holds no longer, unless that was found too late; what else says so is the list's own. */
export const settleRow = (
  trx: Transaction,
  { voters }: ListKind,
  { community, id }: Subject,
  { late, also = sql`` }: { readonly late: boolean; readonly also?: RawBuilder<unknown> },
) =>
  sql`
    with row as (
      update ${sql.table(`app.${voters}`)} set holding = case when ${late} then holding else 0 end ${also}
      where community_id = ${community} and ballot_id = ${id} returning same_person
    )
    update app.same_person each set settled = each.settled || ${id}::text from row
    where each.community_id = ${community} and each.same_person = row.same_person`.execute(trx)

/** The row of a list under which an account votes: the one that has voted, else its own name, else another that it has here. */
export const rowOnList = async (
  trx: Transaction,
  kind: ListKind,
  { community, id }: Subject,
  person: PersonId,
): Promise<PersonId | null> => {
  const { rows } = await sql<{ person: PersonId }>`
    select voter.person_id as person from app.person self
    join app.person other on other.community_id = self.community_id and other.account_id = self.account_id
    join ${sql.table(`app.${kind.voters}`)} voter on voter.community_id = other.community_id
      and voter.${sql.ref(kind.id)} = ${id} and voter.person_id = other.person_id
    left join app.same_person same on same.community_id = voter.community_id and same.same_person = voter.same_person
    where self.community_id = ${community} and self.person_id = ${person} and ${kind.people}
    order by coalesce(same.counts = voter.ballot_id, false) desc, voter.person_id = ${person} desc, 1 limit 1`.execute(
    trx,
  )
  return rows[0]?.person ?? null
}
