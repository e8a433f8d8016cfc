// The buildings beside the board: how many matters are open in each, and the worst light among them.
import type { Building, Buildings } from '@yishi/contract/board'
import { type CommunityId, type Hat, type Instant, covers } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { type BoardReader, within } from './board-scope.ts'

type Row = Omit<Building, 'light'> & { community: CommunityId; called: string; late: boolean; warned: boolean }

/** Matters are counted by their path first: there are few paths, however many matters there are. */
const rowsOf = async (trx: Transaction, reader: BoardReader, now: Instant): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    with waiting as materialized (
      select m.community_id, m.path, count(*) as open, bool_or(m.due_at <= ${now}) as late,
        bool_or(m.due_at > ${now} and jsonb_path_exists(m.course, ${REMINDED}::jsonpath, jsonb_build_object('now', ${now}::text))) as warned
      from app.matter m where m.status = 'open' and ${within(reader)} group by m.community_id, m.path
    )
    select b.community_id as community, c.name as called, b.node_id as node, b.name, b.path,
      coalesce(sum(w.open), 0)::integer as open, coalesce(bool_or(w.late), false) as late, coalesce(bool_or(w.warned), false) as warned
    from app.node b join app.community c on c.id = b.community_id
    left join waiting w on w.community_id = b.community_id and (w.path = b.path or starts_with(w.path, b.path || '.'))
    where b.kind = 'building' and b.community_id = any(${[...reader.communities]}::text[])
    group by b.community_id, c.name, b.node_id, b.name, b.path, b.position order by b.community_id, b.position`.execute(
    trx,
  )
  return rows
}

/** As the domain's `light`: from the reminder on, unless the clock is paused or stopped. */
const REMINDED = '$.clocks[*] ? (@.stoppedAt == null && @.paused == null && @.remindAt <= $now)'

const near = (hats: readonly Hat[], { community, path }: Row): boolean =>
  hats.some((hat) => hat.community === community && (covers(hat.path, path) || covers(path, hat.path)))

const lightOf = ({ open, late, warned }: Row): Building['light'] => {
  if (open === 0) return null
  if (late) return 'bad'
  return warned ? 'warn' : 'ok'
}

const names = new Intl.Collator('zh', { numeric: true })

export const readBuildings = async (trx: Transaction, reader: BoardReader, now: Instant): Promise<Buildings> => {
  const rows = (await rowsOf(trx, reader, now)).filter((row) => near(reader.hats, row))
  const communities = [...Map.groupBy(rows, ({ community }) => community)].map(([community, here]) => ({
    community,
    name: here[0]!.called,
    buildings: here
      .map((row) => ({ node: row.node, name: row.name, path: row.path, open: row.open, light: lightOf(row) }))
      .toSorted((a, b) => names.compare(a.name, b.name)),
  }))
  return { communities, asOf: now }
}
