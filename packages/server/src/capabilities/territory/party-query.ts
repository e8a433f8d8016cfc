// The parties of a community, and which of them fills the seat of each role.
import type { Party } from '@yishi/contract/account'
import type { LocalDate } from '@yishi/domain/calendar'
import type { CommunityId, PartyId } from '@yishi/domain/kernel'
import type { Seating } from '@yishi/domain/procedure'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import './tables.ts'

type Named = Omit<Party, 'orders'>

export const partiesOf = async (trx: Transaction, community: CommunityId): Promise<readonly Named[]> =>
  trx
    .selectFrom('party')
    .select(['party_id as id', 'name', 'role', 'phone'])
    .where('community_id', '=', community)
    .orderBy('role')
    .orderBy('first', 'desc')
    .orderBy('party_id')
    .execute()

type InHand = { party: string; open: number; firstDay: LocalDate | null }

/** The parties with what each has in hand, and the first day that was named for it. */
export const partiesWithOrders = async (trx: Transaction, community: CommunityId): Promise<readonly Party[]> => {
  const { rows } = await sql<InHand>`
    select party_id as party, count(*)::integer as open, min(by_date) as "firstDay" from app.work_order
    where community_id = ${community} and status in ('placed', 'accepted') group by party_id`.execute(trx)
  const inHand = new Map(rows.map(({ party, ...orders }) => [party, orders]))
  const parties = await partiesOf(trx, community)
  return parties.map((party) => ({ ...party, orders: inHand.get(party.id) ?? { open: 0, firstDay: null } }))
}

export const partyName = async (trx: Transaction, community: CommunityId, party: PartyId): Promise<string | null> => {
  const row = await trx
    .selectFrom('party')
    .select('name')
    .where('community_id', '=', community)
    .where('party_id', '=', party)
    .executeTakeFirst()
  return row?.name ?? null
}

/** The first choice of each role, or the one that has been there longest. */
export const seatingOf = async (trx: Transaction, community: CommunityId): Promise<Seating> => {
  const parties = await partiesOf(trx, community)
  const seats = Object.fromEntries(parties.toReversed().map(({ role, id }) => [role, id as PartyId]))
  const { staff } = seats
  if (!staff) throw new Error(`the community ${community} has no committee`)
  return { ...seats, staff }
}
