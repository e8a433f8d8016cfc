// Whom the raiser can turn to: the responsible party, and for the committee's own part the grid worker nearest to the place.
import type { z } from 'zod'
import type { contactSchema } from '@yishi/contract/matter'
import type { Selectable } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { keeperOf } from '../territory/index.ts'
import type { Names } from './names.ts'
import type { MatterRow } from './tables.ts'

export const contactOf = async (
  trx: Transaction,
  row: Selectable<MatterRow>,
  names: Names,
): Promise<z.infer<typeof contactSchema>> => {
  const party = names.party(row.responsible) ?? ''
  const phone = names.partyPhone(row.responsible)
  const byCommittee = row.responsible === row.seating.staff
  const keeper = byCommittee ? await keeperOf(trx, row.community_id, row.path) : null
  return keeper ? { ...keeper, phone: keeper.phone ?? phone, party } : { name: party, party, area: null, phone }
}
