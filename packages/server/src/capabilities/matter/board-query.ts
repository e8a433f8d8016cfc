// The ledger board: every matter of the communities that somebody works for, sorted by what is due.
import type { Board, BoardQuery, BoardRow } from '@yishi/contract/matter'
import type { CommunityId, Hat, Instant } from '@yishi/domain/kernel'
import { HOUR, later } from '@yishi/domain/kernel'
import { dueClock } from '@yishi/domain/matter'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { KEEPERS } from './may.ts'
import { startOfMonth } from './month.ts'
import { procedureOf } from './procedures.ts'
import { searchQuery } from './search.ts'
import { stageNamesOf } from './story.ts'
import type { MatterRow } from './tables.ts'
import { clockView } from './views.ts'

export type BoardReader = {
  readonly communities: readonly CommunityId[]
  readonly hats: readonly Hat[]
  readonly person: string
}

const SOON = 6 * HOUR

const owns = (hats: readonly Hat[]) => sql<boolean>`exists (
  select from unnest(${hats.map(({ party }) => party)}::text[], ${hats.map(({ path }) => path)}::text[]) as mine (party_id, path)
  where (mine.path = '' or m.path = mine.path or starts_with(m.path, mine.path || '.')) and (m.responsible = mine.party_id
    or exists (select from app.work_order o where o.community_id = m.community_id and o.matter_id = m.matter_id and o.party_id = mine.party_id)))`

/** Nobody's board shows a matter whose file they may not open: keepers see their place, others what is theirs to do (as `mayRead`). */
const within = ({ communities, hats }: BoardReader) => {
  const kept = hats.filter(({ role }) => KEEPERS.includes(role))
  const whole = kept.filter(({ path }) => path === '').map(({ community }) => community)
  const parts = kept.filter(({ path }) => path !== '')
  const members = hats.filter(({ party, community }) => party !== null && !whole.includes(community))
  return sql<boolean>`(m.community_id = any(${[...communities]}::text[]) and (
    m.community_id = any(${whole}::text[]) or exists (
      select from unnest(${parts.map(({ community }) => community)}::text[], ${parts.map(({ path }) => path)}::text[]) as mine (community_id, path)
      where mine.community_id = m.community_id and (m.path = mine.path or starts_with(m.path, mine.path || '.'))
    )${members.length > 0 ? sql` or ${owns(members)}` : sql``}))`
}

const mine = ({ hats, person }: BoardReader) => {
  const parties = hats.flatMap(({ party }) => (party ? [party] : []))
  return sql<boolean>`(m.responsible = any(${parties}::text[]) or m.first_asked = ${person} or exists (
    select from app.work_order o where o.community_id = m.community_id and o.matter_id = m.matter_id
      and o.party_id = any(${parties}::text[]) and o.status in ('placed', 'accepted')))`
}

const filtered = (query: BoardQuery, reader: BoardReader, now: Instant) => {
  switch (query.filter) {
    case 'all':
      return sql<boolean>`true`
    case 'overdue':
      return sql<boolean>`(m.status = 'open' and m.due_at <= ${now})`
    case 'mine':
      return sql<boolean>`(m.status = 'open' and ${mine(reader)})`
    case 'unassigned':
      return sql<boolean>`(m.status = 'open' and m.lead is null)`
    case 'listed':
      return sql<boolean>`(m.status = 'open' and m.listed)`
    case 'closed':
      return sql<boolean>`m.status = 'closed'`
  }
}

const sortedAs = (query: BoardQuery) =>
  sql.join(
    (['level', 'colour', 'size', 'kind'] as const).flatMap((name) =>
      query[name] ? [sql`and ${sql.ref(`m.${name}`)} = ${query[name]}`] : [],
    ),
    sql` `,
  )

const found = (query: BoardQuery, { communities }: BoardReader) => {
  const terms = query.search ? searchQuery(query.search) : null
  return terms
    ? sql<boolean>`m.matter_id in (select matter_id from app.search_matters(${[...communities]}::text[], ${terms}::tsquery))`
    : sql<boolean>`true`
}

type Found = Selectable<MatterRow> & { total: number; place: string; party: string | null; handler: string | null }

const rowsOf = async (trx: Transaction, query: BoardQuery, reader: BoardReader, now: Instant) => {
  const closed = query.filter === 'closed'
  const { rows } = await sql<Found>`
    with found as (
      select m.community_id, m.matter_id, m.status, m.due_at, m.raised_at, m.closed_at from app.matter m
      where ${within(reader)} and ${filtered(query, reader, now)} and ${found(query, reader)} ${sortedAs(query)}
    ), page as (
      select *, (select count(*) from found)::integer as total from found
      order by ${closed ? sql`closed_at desc` : sql`(status = 'open') desc, due_at nulls last, raised_at desc`}
      limit ${query.perPage} offset ${(query.page - 1) * query.perPage}
    )
    select m.*, page.total,
      coalesce(nullif(m.where_text, ''), (select name from app.place p where p.community_id = m.community_id and p.place_id = m.place_id), '') as place,
      (select name from app.party p where p.community_id = m.community_id and p.party_id = m.lead) as party,
      (select name from app.person p where p.community_id = m.community_id and p.person_id = m.first_asked) as handler
    from page join app.matter m using (community_id, matter_id)
    order by ${closed ? sql`m.closed_at desc` : sql`(m.status = 'open') desc, m.due_at nulls last, m.raised_at desc`}`.execute(
    trx,
  )
  return rows
}

type Counts = Omit<Board['counts'], 'keptInTime'> & { kept: number; ended: number }

const countsOf = async (trx: Transaction, reader: BoardReader, now: Instant): Promise<Board['counts']> => {
  const { rows } = await sql<Counts>`
    select count(*) filter (where status = 'open' and due_at <= ${now})::integer as overdue,
      count(*) filter (where status = 'open' and due_at > ${now} and due_at <= ${later(now, SOON)})::integer as "dueSoon",
      count(*) filter (where status = 'open' and phase <> 'received' and (due_at is null or due_at > ${later(now, SOON)}))::integer as "onTime",
      count(*) filter (where status = 'open' and phase = 'received')::integer as received,
      count(*) filter (where status = 'closed')::integer as closed,
      count(*) filter (where status = 'closed' and closed_at >= ${startOfMonth(now)})::integer as ended,
      count(*) filter (where status = 'closed' and closed_at >= ${startOfMonth(now)} and not missed)::integer as kept
    from app.matter m where ${within(reader)}`.execute(trx)
  const { kept, ended, ...counts } = rows[0]!
  return { ...counts, keptInTime: ended === 0 ? null : kept / ended }
}

const notesOf = (row: Found): string[] => [
  ...(row.listed ? ['listed'] : []),
  ...(row.escalation > 0 ? ['escalated'] : []),
  ...(row.nudged_at ? ['nudged'] : []),
  ...(row.course.clocks.some(({ paused }) => paused) ? ['paused'] : []),
]

const boardRow = async (trx: Transaction, row: Found, now: Instant): Promise<BoardRow> => {
  const procedure = await procedureOf(trx, row.community_id, { key: row.procedure_key, version: row.procedure_version })
  const clock = row.status === 'open' ? dueClock(row.course.clocks) : null
  const { matter_id: matter, code, title, place, handler, party, phase, rating, listed, escalation } = row
  return {
    matter,
    code,
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
    total: rows[0]?.total ?? 0,
    counts: await countsOf(trx, reader, now),
    asOf: now,
  }
}
