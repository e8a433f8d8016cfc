// Which matters stand on somebody's board, and which of these they chose to see: the same for its rows, its buildings and its workbook.
import type { BoardChoice } from '@yishi/contract/board'
import type { Actor, CommunityId, Hat, Instant, PersonId, Refused } from '@yishi/domain/kernel'
import { namesOf, refuse } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { KEEPERS } from './may.ts'
import { searchQuery } from './search.ts'

export type BoardReader = {
  readonly communities: readonly CommunityId[]
  readonly hats: readonly Hat[]
  readonly persons: readonly PersonId[]
}

/** Everybody with a task has a board; residents have their own pages. */
export const boardReaderOf = (
  actor: Actor,
  community: string | undefined,
): BoardReader | Refused<'not-signed-in' | 'not-yours-to-do'> => {
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const hats = actor.hats.filter(
    (hat) => hat.role !== 'resident' && (community === undefined || hat.community === community),
  )
  if (hats.length === 0) return refuse('not-yours-to-do')
  return { communities: [...new Set(hats.map((hat) => hat.community))], hats, persons: namesOf(actor) }
}

/** The few matters of somebody's parties are looked up once, before any path is compared. */
const owns = (hats: readonly Hat[]) => {
  const parties = [...new Set(hats.map(({ party }) => party))]
  return sql<boolean>`((m.responsible = any(${parties}::text[])
      or m.matter_id in (select o.matter_id from app.work_order o where o.party_id = any(${parties}::text[]))) and exists (
    select from unnest(${hats.map(({ party }) => party)}::text[], ${hats.map(({ path }) => path)}::text[]) as mine (party_id, path)
    where (mine.path = '' or m.path = mine.path or starts_with(m.path, mine.path || '.')) and (m.responsible = mine.party_id
      or exists (select from app.work_order o where o.community_id = m.community_id and o.matter_id = m.matter_id and o.party_id = mine.party_id))))`
}

/** Nobody's board shows a matter whose file they may not open: keepers see their place, others what is theirs to do (as `mayRead`). */
export const within = ({ communities, hats }: BoardReader) => {
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

const mine = ({ hats, persons }: BoardReader) => {
  const parties = hats.flatMap(({ party }) => (party ? [party] : []))
  return sql<boolean>`(m.responsible = any(${parties}::text[]) or m.first_asked = any(${[...persons]}::text[]) or exists (
    select from app.work_order o where o.community_id = m.community_id and o.matter_id = m.matter_id
      and o.party_id = any(${parties}::text[]) and o.status in ('placed', 'accepted')))`
}

/** Handed to the street office (吹哨), and not handed back. */
export const whistled = sql<boolean>`exists (
  select from app.work_order o join app.party p on p.community_id = o.community_id and p.party_id = o.party_id
  where o.community_id = m.community_id and o.matter_id = m.matter_id and p.role = 'street-office'
    and o.status in ('placed', 'accepted', 'done'))`

const filtered = (choice: BoardChoice, reader: BoardReader, now: Instant) => {
  switch (choice.filter) {
    case 'all':
      return sql<boolean>`true`
    case 'overdue':
      return sql<boolean>`(m.status = 'open' and m.due_at <= ${now})`
    case 'mine':
      return sql<boolean>`(m.status = 'open' and ${mine(reader)})`
    case 'unassigned':
      return sql<boolean>`(m.status = 'open' and m.lead is null)`
    case 'unheard':
      return sql<boolean>`m.unheard`
    case 'whistled':
      return sql<boolean>`(m.status = 'open' and ${whistled})`
    case 'listed':
      return sql<boolean>`(m.status = 'open' and m.listed)`
    case 'closed':
      return sql<boolean>`m.status = 'closed'`
  }
}

const searched = (choice: BoardChoice, { communities }: BoardReader) => {
  const terms = choice.search ? searchQuery(choice.search) : null
  return terms
    ? sql<boolean>`m.matter_id in (select matter_id from app.search_matters(${[...communities]}::text[], ${terms}::tsquery))`
    : sql<boolean>`true`
}

const FACETS = ['phase', 'level', 'colour', 'size', 'kind'] as const

/** Everything that a choice asks of a matter `m`, beyond what its reader may see at all. */
export const chosen = (choice: BoardChoice, reader: BoardReader, now: Instant) => {
  const facets = FACETS.flatMap((name) => (choice[name] ? [sql`${sql.ref(`m.${name}`)} = ${choice[name]}`] : []))
  const { node } = choice
  const there = node ? [sql`(m.path = ${node} or starts_with(m.path, ${`${node}.`}))`] : []
  return sql<boolean>`(${sql.join([filtered(choice, reader, now), searched(choice, reader), ...facets, ...there], sql` and `)})`
}
