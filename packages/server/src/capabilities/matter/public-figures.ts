// What a community shows of its matters in numbers, and which of them are due today; nothing of a closed one is told but that it was counted.
import { type LocalDate, endOfDay, localDateOf, startOfDay } from '@yishi/domain/calendar'
import type { PublicMatter } from '@yishi/contract/matter'
import type { MonthFigures, PublicBoard } from '@yishi/contract/public-board'
import { type CommunityId, HOUR, type Instant, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { PUBLIC_COLUMNS, type PublicRow, publicMatter } from './follow-query.ts'
import { startOfMonth } from './month.ts'
import './tables.ts'

/** As on the ledger board. */
const SOON = 6 * HOUR
const SHOWN_TODAY = 6

type Lights = PublicBoard['lights']

/** Read from one index alone, however wide and many the rows are. */
export const publicLights = async (trx: Transaction, community: CommunityId, now: Instant): Promise<Lights> => {
  const { rows } = await sql<Lights>`
    select count(*) filter (where phase = 'received')::integer as received,
      count(*) filter (where phase <> 'received' and due_at <= ${now})::integer as bad,
      count(*) filter (where phase <> 'received' and due_at > ${now} and due_at <= ${later(now, SOON)})::integer as warn,
      count(*) filter (where phase <> 'received' and (due_at is null or due_at > ${later(now, SOON)}))::integer as ok
    from app.matter where community_id = ${community} and status = 'open' and publicity <> 'closed'`.execute(trx)
  return rows[0]!
}

export const monthFigures = async (trx: Transaction, community: CommunityId, now: Instant): Promise<MonthFigures> => {
  const month = startOfMonth(now)
  const { rows } = await sql<MonthFigures>`
    select (select count(*) from app.matter where community_id = ${community} and raised_at >= ${month})::integer as raised,
      count(*)::integer as closed, count(*) filter (where not missed)::integer as "inTime",
      count(rating)::integer as rated, round(avg(rating), 1)::float8 as rating
    from app.matter where community_id = ${community} and status = 'closed' and closed_at >= ${month}`.execute(trx)
  return rows[0]!
}

/** Between this midnight and the next, in Shanghai. */
export const dueToday = async (trx: Transaction, community: CommunityId, now: Instant): Promise<PublicMatter[]> => {
  const today: LocalDate = localDateOf(now)
  const { rows } = await sql<PublicRow>`
    select ${PUBLIC_COLUMNS} from app.matter m
    where m.community_id = ${community} and m.status = 'open' and m.publicity <> 'closed'
      and m.due_at >= ${startOfDay(today)} and m.due_at < ${endOfDay(today)}
    order by m.due_at, m.raised_at, m.matter_id limit ${SHOWN_TODAY}`.execute(trx)
  return rows.map((row) => publicMatter(row, now))
}
