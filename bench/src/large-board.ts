// How long somebody waits for the board of a community with fifty thousand matters.
import { Client } from 'pg'
import { type Figure, percentile, rounded } from './figure.ts'
import type { Ground, Scene } from './scene.ts'

const MATTERS = 50_000
const TURNS = 12
const VIEWS = [
  '',
  'filter=overdue',
  'filter=mine',
  'filter=unassigned',
  'filter=closed',
  'page=5',
  'level=II&colour=yellow',
  'search=路灯',
]

/** One matter raised in truth lends the rest its procedure and clocks; most are closed, some are late, as in a community of some years. */
const spreadInto = (columns: readonly string[]) => `
  insert into app.matter (${columns.join(', ')})
  select ${columns.map((name) => `spread.${name}`).join(', ')} from app.matter m, generate_series(1, ${MATTERS - 1}) n, lateral jsonb_populate_record(m, jsonb_build_object(
    'matter_id', 'mat_' || lpad(n::text, 26, '0'), 'code', lpad(n::text, 9, '0'), 'link_digest', 'digest ' || n,
    'title', (array['楼道灯不亮', '电梯异响', '路灯坏了', '垃圾没有清', '井盖松动', '夜里施工吵'])[1 + n % 6] || n,
    'status', case when n % 20 < 17 then 'closed' else 'open' end, 'phase', case when n % 20 < 17 then 'closed' when n % 20 = 17 then 'received' else 'in-hand' end,
    'end', case when n % 20 < 17 then 'done' end, 'closed_at', case when n % 20 < 17 then m.raised_at - n * interval '30 minutes' + interval '2 days' end,
    'raised_at', m.raised_at - n * interval '30 minutes',
    'due_at', case when n % 20 >= 17 then m.raised_at + (n % 200 - 20) * interval '1 hour' end,
    'level', (array['I', 'II', 'III'])[1 + n % 3], 'colour', (array['red', 'yellow', 'green'])[1 + n % 3],
    'missed', n % 11 = 0, 'listed', n % 97 = 0, 'path', 'G' || n % 12,
    'search', array_to_tsvector(array[(array['楼道', '电梯', '路灯', '垃圾', '井盖', '夜里'])[1 + n % 6], 'n' || n]))) as spread
  where m.community_id = $1`

/** What the database does not work out by itself. */
const KEPT = `
  select array_agg(quote_ident(attname)) as columns from pg_attribute
  where attrelid = 'app.matter'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`

const fill = async (database: string, url: string, { community, place }: Ground) => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ text: '楼道灯不亮', place, channel: 'code' })
  const raised = await fetch(`${url}/api/matters`, { method: 'POST', headers, body })
  if (raised.status !== 201) throw new Error(`the first matter was answered with ${raised.status}`)
  const owner = new Client({ connectionString: database })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ columns: string[] }>(KEPT)
    await owner.query(spreadInto(rows[0]?.columns ?? []), [community])
    await owner.query('vacuum analyze app.matter')
  } finally {
    await owner.end()
  }
}

const ask = async (url: string, cookie: string): Promise<number> => {
  const began = performance.now()
  const answer = await fetch(url, { headers: { cookie } })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}`)
  return performance.now() - began
}

export const largeBoard = async ({ database, server, large }: Scene): Promise<Figure> => {
  await fill(database, server.url, large)
  const board = (view: string) => ask(`${server.url}/api/board?${view}`, large.cookie)
  for (const view of VIEWS) await board(view)
  const times = []
  for (let turn = 0; turn < TURNS; turn += 1) for (const view of VIEWS) times.push(await board(view))
  const p95 = percentile(times, 0.95)
  return {
    name: `board of ${MATTERS} matters`,
    values: rounded({ p50: percentile(times, 0.5), p95, worst: percentile(times, 1) }),
    goal: 'p95 < 100 ms',
    met: p95 < 100,
  }
}
