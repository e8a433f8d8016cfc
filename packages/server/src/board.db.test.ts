import { sql } from 'kysely'
import type { Board, Buildings } from '@yishi/contract/board'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from './kernel/workbook/workbook.ts'
import { layGround, raise, sortAs } from './fences/ground.ts'
import { partyId } from './fences/people.ts'
import { type Town, openTown } from './fences/town.ts'
import { inCommunities } from './kernel/database/tenancy.ts'

let town: Town
let evil: string

const board = async (who: Parameters<Town['as']>[0], query = ''): Promise<Board> => {
  const answer = await town.as(who, { method: 'GET', url: `/api/board${query}` })
  expect(answer.status).toBe(200)
  return answer.json()
}
const buildings = async (who: Parameters<Town['as']>[0]): Promise<Buildings['communities']> => {
  const answer = await town.as(who, { method: 'GET', url: '/api/board/buildings' })
  expect(answer.status).toBe(200)
  return (answer.json() as Buildings).communities
}
const exported = (who: Parameters<Town['as']>[0], json: object = {}) =>
  town.as(who, { method: 'POST', url: '/api/board/export', json })

beforeAll(async () => {
  town = await openTown()
  await layGround(town)
  const raised = await raise(town, { title: '=HYPERLINK("http://evil")', where: '=1+1' })
  evil = raised.matter
  await sortAs(town, evil)
  const orders = [{ party: partyId('streetOffice'), lead: true, task: '吹哨' }]
  const json = { orders }
  const placed = await town.as('staff', { method: 'POST', url: `/api/matters/${evil}/place-orders`, json })
  expect(placed.status).toBe(200)
}, 180_000)
afterAll(() => town.close())

test('a building tells how many of its matters are open, to those who see them', async () => {
  const [sun] = await buildings('staff')
  expect(sun).toMatchObject({
    community: 'com_sun',
    buildings: [{ name: '1号楼', path: 'G1.B1', open: 2, light: 'ok' }],
  })
  expect((await buildings('building-leader'))[0]?.buildings).toHaveLength(1)
  expect(await buildings('grid-worker-elsewhere')).toEqual([])
  expect((await buildings('property-with-order'))[0]?.buildings[0]?.open).toBe(1)
  expect((await buildings('police'))[0]?.buildings[0]).toMatchObject({ open: 0, light: null })
})

test('its light is the worst of theirs: warned from the reminder on, bad when late, never for a pause', async () => {
  const light = async () => (await buildings('staff'))[0]?.buildings[0]?.light
  const before = await sql<{ course: object }>`select course from app.matter where matter_id = ${evil}`.execute(
    town.database.owner,
  )
  const set = (clock: object) =>
    sql`update app.matter set due_at = '2026-03-09', course = jsonb_set(course, '{clocks}', ${JSON.stringify([clock])}::jsonb)
      where matter_id = ${evil}`.execute(town.database.owner)
  const clock = { stoppedAt: null, paused: null, remindAt: '2026-03-02T00:59:00.000Z' }
  await set(clock)
  expect(await light()).toBe('warn')
  await set({ ...clock, paused: { since: '', reason: '', until: '' } })
  expect(await light()).toBe('ok')
  await set({ ...clock, remindAt: '2026-03-02T01:01:00.000Z' })
  expect(await light()).toBe('ok')
  await sql`update app.matter set due_at = '2026-03-01' where matter_id = ${evil}`.execute(town.database.owner)
  expect(await light()).toBe('bad')
  await sql`update app.matter set due_at = '2026-03-09', course = ${JSON.stringify(before.rows[0]!.course)}::jsonb
    where matter_id = ${evil}`.execute(town.database.owner)
})

test('the board is narrowed to a node and to a phase', async () => {
  expect((await board('staff', '?node=G1.B1')).total).toBe(2)
  expect((await board('staff', '?node=G1')).total).toBe(2)
  expect((await board('staff', '?node=G1.B')).total).toBe(0)
  expect((await board('staff', '?phase=received')).total).toBe(0)
  expect((await board('staff', '?phase=in-hand')).total).toBe(2)
})

test('the street office sees first what was whistled up or is listed; others see first what is due', async () => {
  expect((await board('staff', '?filter=whistled')).rows.map(({ matter }) => matter)).toEqual([evil])
  const first = async (who: 'staff' | 'street-office') => (await board(who)).rows[0]!
  await sql`update app.matter set due_at = due_at + interval '1 day' where matter_id = ${evil}`.execute(
    town.database.owner,
  )
  expect((await first('street-office')).matter).toBe(evil)
  expect((await first('staff')).matter).not.toBe(evil)
  expect((await first('street-office')).notes).toContain('whistled')
  expect((await first('staff')).community).toEqual({ id: 'com_sun', name: '晨光居民区' })
})

test('an export is a workbook without formulas and numbers, and stands in the ledger by its counts', async () => {
  const answer = await exported('staff')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-disposition']).toContain('.xlsx')
  const raw = await town.app.inject({
    method: 'POST',
    url: '/api/board/export',
    payload: { filter: 'whistled' },
    headers: { cookie: town.cookieOf('staff'), 'accept-language': 'zh' },
  })
  const book = readWorkbook(raw.rawPayload, 1_000)
  if ('refused' in book) throw new Error(book.refused)
  const [sheet] = book
  const cells = sheet!.rows.map((row) => row.map(String))
  expect(cells[0]?.[0]).toContain('社工周垚 于 2026-03-02 09:00')
  expect(cells[0]?.[0]).toContain('晨光居民区')
  expect(cells[2]?.slice(0, 3)).toEqual(['编号', '居民区', '事项'])
  expect(cells).toHaveLength(4)
  expect(cells[3]).toContain('\'=HYPERLINK("http://evil")')
  expect(cells[3]).toContain("'=1+1")
  expect(cells.flat().filter((cell) => /1[3-9]\d{9}/u.test(cell))).toEqual([])
  const entries = await inCommunities(town.ctx.db, ['com_sun'], async (trx) => {
    const { rows } = await sql<{
      leaf: string
    }>`select leaf from app.ledger_entry where type = 'BoardExported' order by entry_id`.execute(trx)
    return rows.map(({ leaf }) => leaf)
  })
  expect(entries).toHaveLength(2)
  expect(entries[1]).toContain('"rows":1')
  expect(entries.join(' ')).not.toContain('周垚')
})

test('only who answers for the whole community exports its board', async () => {
  for (const who of ['branch', 'street-office'] as const) expect((await exported(who)).status).toBe(200)
  for (const who of ['grid-worker-here', 'building-leader', 'property-with-order', 'police', 'raiser'] as const)
    expect((await exported(who)).status).toBe(403)
  expect((await exported('visitor')).status).toBe(401)
  expect((await exported('staff-elsewhere', { community: 'com_sun' })).status).toBe(403)
})

test('pages follow one another without a gap where the open matters end and the closed ones begin', async () => {
  for (let n = 0; n < 12; n += 1) await raise(town, { title: `灯 ${n}` })
  await sql`update app.matter set status = 'closed', phase = 'closed', "end" = 'solved', due_at = null, closed_at = raised_at
    where title in ('灯 1', '灯 4', '灯 7', '灯 9')`.execute(town.database.owner)
  const all = await board('staff', '?perPage=100')
  const pages = []
  for (let page = 1; page <= Math.ceil(all.total / 5); page += 1)
    pages.push(...(await board('staff', `?perPage=5&page=${page}`)).rows)
  expect(all.rows).toHaveLength(all.total)
  expect(pages.map(({ matter }) => matter)).toEqual(all.rows.map(({ matter }) => matter))
  expect(pages.slice(-4).every(({ phase }) => phase === 'closed')).toBe(true)
})
