// The ledger board: every matter of the communities that somebody works for, sorted by what is due.
import type { Board, BoardQuery, BoardRow } from '@yishi/contract/board'
import type { Instant } from '@yishi/domain/kernel'
import { HOUR, later } from '@yishi/domain/kernel'
import { dueClock } from '@yishi/domain/matter'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { type BoardReader, chosen, whistled, within } from './board-scope.ts'
import { startOfMonth } from './month.ts'
import { procedureOf } from './procedures.ts'
import { stageNamesOf } from './story.ts'
import type { MatterRow } from './tables.ts'
import { clockView } from './views.ts'
import { voicesOf } from './voices.ts'

const SOON = 6 * HOUR

type Found = Selectable<MatterRow> & {
  place: string
  party: string | null
  handler: string | null
  community: string
  whistled: boolean
  voices: number
  late: boolean
}

type Order = Readonly<Record<'found' | 'page', ReturnType<typeof sql>>>

/** Ends with the id, so that pages follow one another without a gap even where everything else is equal. */
const byClosing: Order = { found: sql`closed_at desc, matter_id`, page: sql`m.closed_at desc, matter_id` }
const byDue: Order = {
  found: sql`(status = 'open') desc, pressing desc, due_at nulls last, raised_at desc, matter_id`,
  page: sql`(m.status = 'open') desc, page.pressing desc, m.due_at nulls last, m.raised_at desc, matter_id`,
}

/** The street office looks first at what was handed up to it, and at what is under its supervision. */
const pressing = ({ hats }: BoardReader) =>
  hats.some(({ role }) => role === 'street-office') ? sql<boolean>`(m.listed or ${whistled})` : sql<boolean>`false`

/** Somebody was to be done by a day that has gone by. */
const orderLate = sql<boolean>`exists (
  select from app.work_order o where o.community_id = m.community_id and o.matter_id = m.matter_id
    and o.overdue and o.status in ('placed', 'accepted'))`

const rowsOf = async (trx: Transaction, query: BoardQuery, reader: BoardReader, now: Instant) => {
  const order = query.filter === 'closed' || query.phase === 'closed' ? byClosing : byDue
  const { rows } = await sql<Found>`
    with page as (
      select m.community_id, m.matter_id, m.status, m.due_at, m.raised_at, m.closed_at, ${pressing(reader)} as pressing
      from app.matter m where ${within(reader)} and ${chosen(query, reader, now)}
      order by ${order.found} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}
    )
    select m.*, c.name as community, ${whistled} as whistled, ${orderLate} as late, ${voicesOf} as voices,
      coalesce(nullif(m.where_text, ''), (select name from app.place p where p.community_id = m.community_id and p.place_id = m.place_id), '') as place,
      (select name from app.party p where p.community_id = m.community_id and p.party_id = m.lead) as party,
      (select name from app.person p where p.community_id = m.community_id and p.person_id = m.first_asked) as handler
    from page join app.matter m using (community_id, matter_id) join app.community c on c.id = m.community_id
    order by ${order.page}`.execute(trx)
  return rows
}

type Counts = Omit<Board['counts'], 'keptInTime'> & { total: number; kept: number; ended: number }

/** One pass over everything on the board: the figures above it, and how many rows the choice has. */
const readCounts = async (
  trx: Transaction,
  query: BoardQuery,
  reader: BoardReader,
  now: Instant,
): Promise<Pick<Board, 'counts' | 'total'>> => {
  const { rows } = await sql<Counts>`
    select count(*) filter (where ${chosen(query, reader, now)})::integer as total,
      count(*) filter (where status = 'open' and due_at <= ${now})::integer as overdue,
      count(*) filter (where status = 'open' and due_at > ${now} and due_at <= ${later(now, SOON)})::integer as "dueSoon",
      count(*) filter (where status = 'open' and phase <> 'received' and (due_at is null or due_at > ${later(now, SOON)}))::integer as "onTime",
      count(*) filter (where status = 'open' and phase = 'received')::integer as received,
      count(*) filter (where status = 'closed')::integer as closed,
      count(*) filter (where status = 'closed' and closed_at >= ${startOfMonth(now)})::integer as ended,
      count(*) filter (where status = 'closed' and closed_at >= ${startOfMonth(now)} and not missed)::integer as kept
    from app.matter m where ${within(reader)}`.execute(trx)
  const { total, kept, ended, ...counts } = rows[0]!
  return { total, counts: { ...counts, keptInTime: ended === 0 ? null : kept / ended } }
}

const notesOf = (row: Found): string[] => [
  ...(row.unheard ? ['unheard'] : []),
  ...(row.whistled ? ['whistled'] : []),
  ...(row.listed ? ['listed'] : []),
  ...(row.escalation > 0 ? ['escalated'] : []),
  ...(row.late ? ['order-late'] : []),
  ...(row.nudged_at ? ['nudged'] : []),
  ...(row.course.clocks.some(({ paused }) => paused) ? ['paused'] : []),
]

const boardRow = async (trx: Transaction, row: Found, now: Instant): Promise<BoardRow> => {
  const procedure = await procedureOf(trx, row.community_id, { key: row.procedure_key, version: row.procedure_version })
  const clock = row.status === 'open' ? dueClock(row.course.clocks) : null
  const { matter_id: matter, code, title, place, handler, party, phase, rating, listed, escalation, voices } = row
  return {
    matter,
    code,
    community: { id: row.community_id, name: row.community },
    title,
    notes: notesOf(row),
    ...(row.facts.sorting ?? { kind: null, level: null, colour: null, size: null }),
    place,
    handler,
    party,
    phase,
    stage: stageNamesOf(procedure, row.stage),
    clock: clock ? clockView(clock, now) : null,
    raisedAt: row.raised_at,
    photos: row.photos.length,
    rating,
    listed,
    escalation,
    voices,
  }
}

export const readBoard = async (
  trx: Transaction,
  query: BoardQuery,
  reader: BoardReader,
  now: Instant,
): Promise<Board> => {
  const rows = await rowsOf(trx, query, reader, now)
  return {
    rows: await Promise.all(rows.map((row) => boardRow(trx, row, now))),
    ...(await readCounts(trx, query, reader, now)),
    asOf: now,
  }
}
