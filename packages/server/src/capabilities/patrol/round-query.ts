// Today's round: the stairways of somebody, those that nobody has looked at for longest first, with the matters that are open there.
import type { OwnNote, PatrolMatter, PatrolPage, Round, Todo } from '@yishi/contract/patrol'
import { localDateOf, daysBetween, startOfDay } from '@yishi/domain/calendar'
import { type CommunityId, type Hat, type Instant, type PersonId, covers } from '@yishi/domain/kernel'
import type { Phase } from '@yishi/domain/matter'
import { PATROLLERS } from '@yishi/domain/patrol'
import { maskText } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { type BoardReader, within } from '../matter/index.ts'

const MOST_ROUNDS = 300
const MOST_MATTERS = 300

type Walker = { readonly community: CommunityId; readonly person: PersonId; readonly hats: readonly Hat[] }
type RoundRow = {
  node: string
  name: string
  above: string | null
  path: string
  code: string | null
  seenAt: Instant | null
}

/** Stairways, and buildings that have none. */
const roundRows = async (trx: Transaction, { community, hats }: Walker): Promise<readonly RoundRow[]> => {
  const paths = hats.filter(({ role }) => PATROLLERS.includes(role)).map(({ path }) => path)
  const { rows } = await sql<RoundRow>`
    select node.node_id as node, node.name, node.path, place.code, seen.seen_at as "seenAt",
      (select name from app.node b where node.kind = 'stairway' and b.community_id = node.community_id and b.node_id = node.parent_id) as above
    from app.node
    left join app.patrol_stairway seen using (community_id, node_id)
    left join app.place on place.community_id = node.community_id and place.node_id = node.node_id and place.key is null
    where node.community_id = ${community}
      and (node.kind = 'stairway' or (node.kind = 'building' and not exists (
        select from app.node below where below.community_id = node.community_id and below.parent_id = node.node_id)))
      and exists (select from unnest(${paths}::text[]) as mine (path)
        where mine.path = '' or node.path = mine.path or starts_with(node.path, mine.path || '.'))
    order by seen.seen_at nulls first, node.path limit ${MOST_ROUNDS}`.execute(trx)
  return rows
}

type MatterRow = {
  matter: string
  title: string
  place: string
  path: string
  phase: Phase
  due: Instant | null
  ordered: boolean
}

const matterRows = async (trx: Transaction, { hats }: Walker, reader: BoardReader): Promise<readonly MatterRow[]> => {
  const parties = hats.flatMap(({ party }) => (party ? [party] : []))
  const { rows } = await sql<MatterRow>`
    select m.matter_id as matter, m.title, m.path, m.phase, m.due_at as due, coalesce((
        select name from app.place p where p.community_id = m.community_id and p.place_id = m.place_id
      ), '') as place, exists (select from app.work_order o where o.community_id = m.community_id and o.matter_id = m.matter_id
        and o.party_id = any(${parties}::text[]) and o.status in ('placed', 'accepted')) as ordered
    from app.matter m where m.status = 'open' and ${within(reader)}
    order by m.due_at nulls last, m.raised_at limit ${MOST_MATTERS}`.execute(trx)
  return rows
}

const todoOf = ({ ordered, phase }: MatterRow): Todo => {
  if (ordered) return 'order'
  if (phase === 'to-revisit') return 'revisit'
  return phase === 'received' ? 'received' : 'open'
}

/** What people typed is kept on a phone: numbers in it are starred out. */
const matterOf = (row: MatterRow, now: Instant): PatrolMatter => ({
  matter: row.matter,
  title: maskText(row.title),
  place: row.place,
  todo: todoOf(row),
  due: row.due,
  overdue: row.due !== null && row.due <= now,
})

const roundOf = (
  { node, name, above, code, seenAt }: RoundRow,
  matters: readonly PatrolMatter[],
  now: Instant,
): Round => ({
  node,
  name: above ? `${above} ${name}` : name,
  code,
  seenAt,
  days: seenAt ? daysBetween(localDateOf(seenAt), localDateOf(now)) : null,
  matters,
})

const names = new Intl.Collator('zh', { numeric: true })

/** Never looked at is longest ago; of equals those first where something is to be done. */
const byNeglect = (a: Round, b: Round): number =>
  (b.days ?? Infinity) - (a.days ?? Infinity) ||
  Number(b.matters.length > 0) - Number(a.matters.length > 0) ||
  names.compare(a.name, b.name) ||
  0

const ownNotes = async (trx: Transaction, { community, person }: Walker, now: Instant): Promise<readonly OwnNote[]> => {
  const { rows } = await sql<OwnNote>`
    select m.code, m.title, n.seen_at as "seenAt", n.settled, n.handed_over as "handedOver", m.phase
    from app.patrol_note n join app.matter m using (community_id, matter_id)
    where n.community_id = ${community} and n.person_id = ${person} and n.seen_at >= ${startOfDay(localDateOf(now))}
    order by n.seen_at desc limit 50`.execute(trx)
  return rows.map((row) => ({ ...row, title: maskText(row.title) }))
}

export const readRounds = async (
  trx: Transaction,
  walker: Walker,
  reader: BoardReader | null,
  now: Instant,
): Promise<Pick<PatrolPage, 'rounds' | 'elsewhere' | 'today'>> => {
  const rows = await roundRows(trx, walker)
  const matters = reader ? await matterRows(trx, walker, reader) : []
  const roundAt = ({ path }: MatterRow) => rows.find((round) => covers(round.path, path))?.node ?? ''
  const byRound = Map.groupBy(matters, roundAt)
  // What lies in a stairway need not say so.
  const at = (node: string) =>
    (byRound.get(node) ?? []).map((row) => matterOf(node === '' ? row : { ...row, place: '' }, now))
  return {
    rounds: rows.map((row) => roundOf(row, at(row.node), now)).toSorted(byNeglect),
    elsewhere: at(''),
    today: await ownNotes(trx, walker, now),
  }
}
