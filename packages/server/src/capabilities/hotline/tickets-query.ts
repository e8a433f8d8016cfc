// The tickets of a community by what is due, and the lists in which they came.
import { type HotlineListView, TICKETS_PER_PAGE, type TicketView, type Tickets } from '@yishi/contract/hotline'
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import { millis } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

type Row = Omit<TicketView, 'overdue' | 'ms' | 'due' | 'closedAt'> & { due: Instant; closedAt: Instant | null }
type Asked = { readonly community: CommunityId; readonly matter?: string | undefined; readonly page: number }

const viewOf = (row: Row, now: Instant): TicketView => {
  const left = millis(row.due) - millis(row.closedAt ?? now)
  return { ...row, overdue: left <= 0, ms: Math.abs(left) }
}

const here = ({ community, matter }: Asked) =>
  matter ? sql`t.community_id = ${community} and t.matter_id = ${matter}` : sql`t.community_id = ${community}`

export const readTickets = async (trx: Transaction, asked: Asked, now: Instant): Promise<Tickets> => {
  const { rows } = await sql<Row>`
    select t.number, t.matter_id as matter, m.code, m.title, m.phase, t.due_at as due, t.due_limit as "limit",
      t.provisional, m.closed_at as "closedAt", m.rating
    from app.hotline_ticket t join app.matter m using (community_id, matter_id) where ${here(asked)}
    order by (m.status = 'open') desc, case when m.status = 'open' then t.due_at end, m.closed_at desc, t.number
    limit ${TICKETS_PER_PAGE} offset ${(asked.page - 1) * TICKETS_PER_PAGE}`.execute(trx)
  const counts = await sql<Omit<Tickets, 'tickets'>>`
    select count(*)::integer as total, count(*) filter (where m.status = 'open')::integer as open,
      count(*) filter (where m.status = 'open' and t.due_at <= ${now})::integer as overdue
    from app.hotline_ticket t join app.matter m using (community_id, matter_id) where ${here(asked)}`.execute(trx)
  return { tickets: rows.map((row) => viewOf(row, now)), ...counts.rows[0]! }
}

const LISTS_SHOWN = 50

export const readLists = async (trx: Transaction, community: CommunityId): Promise<HotlineListView[]> => {
  const { rows } = await sql<HotlineListView>`
    select list_id as list, file, taken_at as "takenAt", coalesce(person.name, '') as by, (
      select count(*)::integer from app.hotline_row r where r.community_id = l.community_id and r.list_id = l.list_id
    ) as tickets
    from app.hotline_list l left join app.person using (community_id, person_id)
    where l.community_id = ${community} and l.status = 'confirmed'
    order by l.number desc limit ${LISTS_SHOWN}`.execute(trx)
  return rows
}
