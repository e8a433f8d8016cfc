import type { PatrolNoted } from '@yishi/contract/patrol'
import { DAY, type Instant, later } from '@yishi/domain/kernel'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { multipart } from '../../fences/ground.ts'
import { type Caller, nodeId, personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const NOW: Instant = '2026-03-02T01:00:00.000Z'
const json = { accept: 'application/json' }
type Sent = { readonly caller?: Caller; readonly key?: string; readonly [field: string]: unknown }
const send = (what: 'looks' | 'notes', { caller = 'grid-worker-here', key, ...more }: Sent = {}) => {
  const seen = { owner: personId(caller), community: SUN, node: nodeId('B1'), seenAt: '2026-03-02T00:30:00.000Z' }
  const note = what === 'notes' ? { text: '三楼堆了旧家具', settled: false, photos: [] } : {}
  return town.as(caller, {
    method: 'POST',
    url: `/api/patrol/${what}`,
    json: { ...seen, ...note, ...more },
    headers: { ...json, ...(key ? { 'idempotency-key': key } : {}) },
  })
}
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code: string }).code
const matterOf = (matter: string) =>
  inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('matter')
      .select(['channel', 'path', 'place_id', 'raiser_id', 'body', 'photos', 'raised_at'])
      .where('matter_id', '=', matter as `mat_${string}`)
      .executeTakeFirstOrThrow(),
  )
const countOf = (table: 'matter' | 'photo' | 'patrol_note') =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { count } = await trx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  })
const seenAt = () =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const row = await trx
      .selectFrom('patrol_stairway')
      .select('seen_at')
      .where('node_id', '=', nodeId('B1'))
      .executeTakeFirst()
    return row?.seen_at ?? null
  })
const photo = async (key: string, { background = '#8a6', owner = 'grid-worker-here' as Caller } = {}) => {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer()
  const part = multipart('photos', picture)
  return town.as('grid-worker-here', {
    method: 'POST',
    url: `/api/patrol/photos?community=${SUN}&owner=${personId(owner)}`,
    payload: part.payload,
    headers: { ...part.headers, ...json, 'idempotency-key': key },
  })
}

test('a note raises a matter of the patrol at the stairway, and its story says when it was seen', async () => {
  const answer = await send('notes', { settled: true })
  expect(answer.status).toBe(201)
  const { matter, code, handedOver } = answer.json() as PatrolNoted
  expect([code, handedOver]).toEqual([expect.stringMatching(/^\d{9}$/u), false])
  expect(await matterOf(matter)).toMatchObject({ channel: 'patrol', path: 'G1.B1', raiser_id: null, raised_at: NOW })
  expect((await matterOf(matter)).place_id).not.toBeNull()
  const file = (await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })).json() as {
    story: { type: string; at: string; facts: object }[]
  }
  expect(file.story.slice(0, 2)).toMatchObject([
    { type: 'PatrolNoted', at: NOW, facts: { seenAt: '2026-03-02T00:30:00.000Z', settled: true, handedOver: false } },
    { type: 'MatterRaised', at: NOW },
  ])
})

test('whatever is sent twice arrives once: photo, note and look, also at the same moment', async () => {
  const [photos, matters] = [await countOf('photo'), await countOf('matter')]
  const [one, two] = await Promise.all([photo('n1-0'), photo('n1-0')])
  expect([one.status, two.status]).toEqual([201, 201])
  expect(one.text).toBe(two.text)
  expect(await countOf('photo')).toBe(photos + 1)
  expect(await photo('n1-0', { background: '#123' })).toMatchObject({ status: 409 })
  const { photo: id } = one.json() as { photo: string }
  const note = { key: 'n1', photos: [id] }
  const answers = await Promise.all([send('notes', note), send('notes', note), send('notes', note)])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await countOf('matter')).toBe(matters + 1)
  expect((await matterOf((answers[0].json() as PatrolNoted).matter)).photos).toEqual([id])
  await Promise.all([send('looks', { key: 'l1' }), send('looks', { key: 'l1' })])
  const looks = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('ledger_entry').select('leaf').where('type', '=', 'StairwayLookedAt').execute(),
  )
  expect(looks).toHaveLength(1)
  expect(JSON.parse(looks[0]!.leaf)).toMatchObject({
    subject: nodeId('B1'),
    facts: { seenAt: '2026-03-02T00:30:00.000Z' },
  })
})

test('of looks that come in at the same moment the latest stands, and none is in the future', async () => {
  const times = ['2026-03-02T00:40:00.000Z', '2026-03-02T00:50:00.000Z', '2026-03-01T00:00:00.000Z']
  await Promise.all(times.map((at) => send('looks', { seenAt: at })))
  expect(await seenAt()).toBe('2026-03-02T00:50:00.000Z')
  expect((await send('looks', { seenAt: '2026-03-09T00:00:00.000Z' })).json()).toEqual({ seenAt: NOW })
  expect(await seenAt()).toBe(NOW)
})

test('nobody hands in another’s note, nor at a stairway that never was theirs', async () => {
  const before = await countOf('matter')
  const others = await send('notes', { owner: personId('staff') })
  expect([others.status, codeOf(others)]).toEqual([403, 'another-persons-note'])
  expect(codeOf(await photo('x-0', { owner: 'staff' }))).toBe('another-persons-note')
  const elsewhere = await send('notes', { caller: 'grid-worker-elsewhere' })
  expect([elsewhere.status, codeOf(elsewhere)]).toEqual([403, 'not-your-round'])
  const nowhere = await send('notes', { node: 'nod_none' })
  expect([nowhere.status, codeOf(nowhere)]).toEqual([404, 'stairway-unknown'])
  const stranger = await send('notes', { photos: ['pho_none'] })
  expect([stranger.status, codeOf(stranger)]).toEqual([422, 'photo-unknown'])
  expect(await countOf('matter')).toBe(before)
})

const move = async (person: Caller, ends: Instant) =>
  inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.updateTable('membership').set({ ends }).where('person_id', '=', personId(person)).execute(),
  )

test('what was seen while it was their round goes to the desk after the round has changed hands', async () => {
  await town.advanceTo(later(NOW, DAY))
  const hatEnds = later(NOW, 2 * DAY)
  await move('grid-worker-here', hatEnds)
  await town.advanceTo(later(NOW, 3 * DAY))
  const late = { seenAt: later(NOW, DAY), key: 'late' }
  const taken = await photo('late-0')
  expect(taken.status).toBe(201)
  const { photo: id } = taken.json() as { photo: string }
  const answer = await send('notes', { ...late, photos: [id] })
  expect(answer.status).toBe(201)
  const { matter, handedOver } = answer.json() as PatrolNoted
  expect(handedOver).toBe(true)
  expect(await matterOf(matter)).toMatchObject({
    channel: 'web',
    raiser_id: personId('grid-worker-here'),
    path: 'G1.B1',
    photos: [id],
  })
  const board = await town.as('staff', { method: 'GET', url: '/api/board' })
  expect(board.text).toContain(matter)
  const after = await send('notes', { seenAt: later(NOW, 3 * DAY) })
  expect([after.status, codeOf(after)]).toEqual([403, 'not-your-round'])
  const page = await town.as('grid-worker-here', { method: 'GET', url: '/patrol' })
  expect([page.status, page.text]).toEqual([
    200,
    expect.stringContaining(`data-owner="${personId('grid-worker-here')}"`),
  ])
})

test('the page lists the stairways that nobody looked at for longest, and stars out numbers that it would leave on the phone', async () => {
  const text = '请打13700009999，二楼漏水'
  expect((await send('notes', { caller: 'building-leader', text, seenAt: later(NOW, 3 * DAY) })).status).toBe(201)
  const page = await town.as('building-leader', { method: 'GET', url: '/patrol' })
  expect(page.text).toContain('1号楼')
  expect(page.text).toContain('3 天没有看了')
  expect(page.text).not.toContain('13700009999')
  expect(page.text).not.toContain('楼组钱森')
  const form = { community: SUN, node: nodeId('B1') }
  const looked = await town.as('building-leader', { method: 'POST', url: '/patrol/looks', form })
  expect(looked.headers['location']).toBe('/patrol?said=looked')
  expect((await town.as('building-leader', { method: 'GET', url: '/patrol' })).text).toContain('今天看过')
})

test('the plain form notes without a script, and comes back with what is missing', async () => {
  const fields = { community: SUN, node: nodeId('B1'), key: 'plain' }
  const asVolunteer = (form: Record<string, string>) =>
    town.as('volunteer', { method: 'POST', url: '/patrol/notes', form })
  const empty = await asVolunteer({ ...fields, common: '', text: '' })
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('aria-invalid')])
  const before = await countOf('patrol_note')
  for (const _ of [1, 2])
    expect((await asVolunteer({ ...fields, common: '楼道堆物', text: '三楼' })).headers['location']).toBe(
      '/patrol?said=noted',
    )
  expect(await countOf('patrol_note')).toBe(before + 1)
})

test('a code of the patrol leads whoever goes round from the plate to the note', async () => {
  const plate = (caller: Caller) => town.as(caller, { method: 'GET', url: `/p/${town.plate}` })
  expect((await plate('volunteer')).text).toContain(`/patrol?at=${town.plate}`)
  expect((await plate('neighbour')).text).not.toContain('/patrol?at=')
})
