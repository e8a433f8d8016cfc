// Ids of another community, of another matter, of another person: guessing or copying one opens nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { MOON, SUN } from './building.ts'
import { type Ground, layGround, raise, sortAs, uploadPhoto } from './ground.ts'
import { SECRETS } from './secrets.ts'
import { partyId } from './people.ts'
import { type Town, openTown } from './town.ts'

let town: Town
let ground: Ground
beforeAll(async () => {
  town = await openTown()
  ground = await layGround(town)
})
afterAll(() => town.close())

const count = async (table: string) =>
  inCommunities(town.ctx.db, [SUN, MOON], async (trx) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(`app.${table}`)}`.execute(trx)
    return rows[0]!.n
  })

test('staff of another community finds neither matter nor order nor party nor plates, whichever way it asks', async () => {
  const get = (url: string) => town.as('staff-elsewhere', { method: 'GET', url })
  expect((await get(`/api/matters/${ground.matter}`)).status).toBe(404)
  for (const url of ['/api/parties', '/api/territory', '/api/plates', '/api/board', '/plates'])
    expect((await get(`${url}?community=${SUN}`)).status, url).toBe(403)
  expect((await get(`/api/procedures?community=${SUN}`)).status).toBe(403)
  for (const search of [SECRETS.words, ground.code, '楼道灯'])
    expect((await get(`/api/board?search=${encodeURIComponent(search)}`)).json()).toMatchObject({ rows: [], total: 0 })
  const photos = await town.as('staff-elsewhere', { method: 'POST', url: `/api/photos?community=${SUN}`, payload: '' })
  expect(photos.status).toBe(403)
  const confirm = { community: SUN, preview: 'imp_none' }
  expect((await town.as('staff-elsewhere', { method: 'POST', url: '/api/import/confirm', json: confirm })).status).toBe(
    403,
  )
  const noted = { text: '代记', community: SUN, channel: 'phone' }
  expect((await town.as('staff-elsewhere', { method: 'POST', url: '/api/matters', json: noted })).status).toBe(404)
})

test('who works elsewhere notes nothing down for this community by its plate', async () => {
  const json = { text: '代记', place: town.plate, channel: 'phone', name: '某某', phone: '13900001111' }
  for (const caller of ['staff-elsewhere', 'visitor', 'neighbour', 'police'] as const)
    expect((await town.as(caller, { method: 'POST', url: '/api/matters', json })).status, caller).toBe(403)
})

test('orders go to parties of the same community only, and photos come from there', async () => {
  const { matter } = await raise(town)
  await sortAs(town, matter)
  const place = (party: string) => {
    const json = { orders: [{ party, lead: true, task: '看一看' }] }
    return town.as('staff', { method: 'POST', url: `/api/matters/${matter}/place-orders`, json })
  }
  for (const party of ['pty_moon', 'pty_none', "' or true --"]) expect((await place(party)).status, party).toBe(422)
  const transfer = { to: 'pty_moon', reason: '试' }
  const handed = { method: 'POST', url: `/api/orders/${ground.order}/transfer`, json: transfer } as const
  expect((await town.as('property-with-order', handed)).status).toBe(422)
  const photo = await uploadPhoto(town)
  expect((await town.as('visitor', { method: 'GET', url: `/photos/${MOON}/${photo}` })).status).toBe(404)
  const foreign = { text: '有图', photos: ['pho_none'], place: town.plate }
  expect((await town.as('visitor', { method: 'POST', url: '/api/matters', json: foreign })).status).toBe(422)
})

test('the link of one matter does nothing to another, and no id stands in for a link', async () => {
  const other = await raise(town)
  for (const token of [
    ground.matter,
    ground.code,
    `${ground.token}x`,
    ground.token.slice(0, -1),
    ground.token.toUpperCase(),
  ])
    expect((await town.as('visitor', { method: 'GET', url: `/m/${token}` })).status, token).toBe(404)
  const json = { text: '串门' }
  await town.as('visitor', { method: 'POST', url: `/api/follow/${ground.token}/remark?matter=${other.matter}`, json })
  const view = await town.as('visitor', { method: 'GET', url: `/api/follow/${other.link.slice(3)}` })
  expect(view.text).not.toContain('串门')
})

test('a message is marked read by whom it was for, and by nobody else', async () => {
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
  const own = (await town.as('staff', { method: 'GET', url: '/api/inbox' })).json() as { id: string; read: boolean }[]
  expect(own.length).toBeGreaterThan(0)
  for (const caller of ['branch', 'staff-elsewhere', 'raiser'] as const)
    await town.as(caller, { method: 'POST', url: `/api/inbox/${own[0]!.id}/read`, json: {} })
  const after = (await town.as('staff', { method: 'GET', url: '/api/inbox' })).json() as typeof own
  expect(after.every(({ read }) => !read)).toBe(true)
})

test('whoever opens a file with a name in it is noted, and the note cannot be taken back', async () => {
  const before = await count('sensitive_read')
  for (const caller of ['neighbour', 'visitor', 'staff-elsewhere', 'property-without-order'] as const)
    await town.as(caller, { method: 'GET', url: `/api/matters/${ground.matter}` })
  expect(await count('sensitive_read')).toBe(before)
  await town.advanceTo('2026-03-02T01:00:05.000Z')
  await town.as('branch', { method: 'GET', url: `/api/matters/${ground.matter}` })
  const rows = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('sensitive_read').selectAll().where('person_id', '=', 'per_branch').execute(),
  )
  expect(rows).toEqual([
    {
      community_id: SUN,
      person_id: 'per_branch',
      at: '2026-03-02T01:00:05.000Z',
      subject: ground.matter,
      fields: ['name', 'phone'],
    },
  ])
  for (const change of [sql`update app.sensitive_read set person_id = 'per_none'`, sql`delete from app.sensitive_read`])
    await expect(inCommunities(town.ctx.db, [SUN], (trx) => change.execute(trx))).rejects.toThrow(/permission denied/u)
  await expect(sql`delete from app.sensitive_read`.execute(town.database.owner)).rejects.toThrow(/append-only/u)
})

test('a file without name and number is nobody’s secret', async () => {
  const { matter } = await raise(town, { name: '', phone: '' })
  const before = await count('sensitive_read')
  await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql`update app.matter set raiser_id = null where matter_id = ${matter}`.execute(trx),
  )
  expect((await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })).status).toBe(200)
  expect(await count('sensitive_read')).toBe(before)
})

test('a role taken away shuts the door with the next request', async () => {
  const get = () => town.as('counsel', { method: 'GET', url: '/api/parties' })
  expect((await get()).status).toBe(200)
  await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql`update app.membership set ends = ${town.ctx.clock.now()} where person_id = 'per_counsel'`.execute(trx),
  )
  expect((await get()).status).toBe(403)
})

test('the party of an order acts on it through its own members only', async () => {
  const accept = { method: 'POST', url: `/api/orders/${ground.order}/accept`, json: {} } as const
  expect((await town.as('property-without-order', accept)).status).toBe(403)
  expect((await town.as('grid-worker-elsewhere', accept)).status).toBe(403)
  expect(partyId('property')).toBe('pty_property')
})
