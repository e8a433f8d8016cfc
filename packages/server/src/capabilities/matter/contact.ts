// Whom the raiser can turn to: the responsible party, and for the committee's own part the grid worker nearest to the place.
import type { z } from 'zod'
import type { contactSchema } from '@yishi/contract/matter'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Names } from './names.ts'
import type { MatterRow } from './tables.ts'

type Keeper = { name: string; area: string | null; phone: string | null }

const keeperOf = async (trx: Transaction, { community_id, path }: Pick<MatterRow, 'community_id' | 'path'>) => {
  const { rows } = await sql<Keeper>`
    select person.name, node.name as area, person.phone
    from app.membership held
    join app.person using (community_id, person_id)
    left join app.node on node.community_id = held.community_id and node.node_id = held.node_id
    where held.community_id = ${community_id} and held.role = 'grid-worker' and held.ends is null
      and (held.path = '' or held.path = ${path} or starts_with(${path}, held.path || '.'))
    order by length(held.path) desc, held.starts limit 1`.execute(trx)
  return rows[0]
}

export const contactOf = async (
  trx: Transaction,
  row: Selectable<MatterRow>,
  names: Names,
): Promise<z.infer<typeof contactSchema>> => {
  const party = names.party(row.responsible) ?? ''
  const phone = names.partyPhone(row.responsible)
  const byCommittee = row.responsible === row.seating.staff
  const keeper = byCommittee ? await keeperOf(trx, row) : undefined
  return keeper ? { ...keeper, phone: keeper.phone ?? phone, party } : { name: party, party, area: null, phone }
}
