import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/database.ts'
import { TEST_START, testContext } from '../../testing/context.ts'
import {
  addNode,
  addPerson,
  addPlace,
  communityOfPlace,
  foundCommunity,
  foundStreetOffice,
  hatsOf,
  linkAccount,
  nodeTree,
  partiesOf,
  partyName,
  peopleOfAccount,
  peopleOfPhone,
  placeByCode,
  platesOf,
  seatingOf,
} from './index.ts'

let fresh: FreshDatabase
const NORTH: CommunityId = 'com_north'
const SOUTH: CommunityId = 'com_south'
const later = '2026-06-01T00:00:00.000Z' as const

const found = (id: CommunityId, name: string) =>
  inCommunities(fresh.db, [id], (trx) =>
    foundCommunity(
      trx,
      {
        id,
        name,
        kind: 'residential',
        streetOffice: 'sto_1',
        committee: { id: `pty_${id}`, name: `${name}居委会`, phone: '021-57651234' },
        place: `plc_${id}`,
      },
      TEST_START,
    ),
  )

const grow = (id: CommunityId) =>
  inCommunities(fresh.db, [id], async (trx) => {
    const node = (key: string, kind: 'compound' | 'grid' | 'building' | 'stairway', parent: string | null) =>
      addNode(
        trx,
        id,
        { id: `nod_${key}`, key, kind, name: `${key}号`, parent: parent ? `nod_${parent}` : null, place: `plc_${key}` },
        TEST_START,
      )
    await node('A', 'compound', null)
    const grid = await node('G1', 'grid', 'A')
    await node('B12', 'building', 'G1')
    await node('S1', 'stairway', 'B12')
    const hat = { role: 'grid-worker' as const, party: null }
    const whole = { ...hat, node: null, contact: '12345' }
    await addPerson(trx, id, { id: 'per_all', name: '总网格', phone: '13800000001', hats: [whole] }, TEST_START)
    const own = { ...hat, node: { id: 'nod_G1' as const, path: grid }, contact: null }
    await addPerson(trx, id, { id: 'per_g1', name: '王五', phone: '13800000002', hats: [own] }, TEST_START)
  })

const codesOf = (id: CommunityId) =>
  inCommunities(fresh.db, [id], (trx) => trx.selectFrom('place').select(['code', 'kind', 'name']).execute())

beforeAll(async () => {
  fresh = await freshDatabase()
  await foundStreetOffice(fresh.db as never, { id: 'sto_1', name: '佘山镇', district: '松江区' })
  await found(NORTH, '北')
  await found(SOUTH, '南')
  await grow(NORTH)
  await grow(SOUTH)
})
afterAll(() => fresh.drop())

test('grids, buildings and stairways carry codes as soon as they are there, compounds do not', async () => {
  const places = await codesOf(NORTH)
  expect(places.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual([
    'building A号 B12号',
    'community 北',
    'grid A号 G1号',
    'stairway A号 B12号 S1号',
  ])
  const all = [...places, ...(await codesOf(SOUTH))].map(({ code }) => code)
  expect(new Set(all).size).toBe(8)
})

test('a code leads to its own community only', async () => {
  const { code } = (await codesOf(SOUTH))[0]!
  expect(await communityOfPlace(fresh.db, code)).toBe(SOUTH)
  const place = await placeByCode(fresh, ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)
  expect(place?.community).toBe(SOUTH)
  expect(place?.view.community).toEqual({ id: SOUTH, name: '南', streetOffice: '佘山镇' })
  expect(
    await inCommunities(fresh.db, [NORTH], (trx) =>
      trx.selectFrom('place').select('code').where('code', '=', code).execute(),
    ),
  ).toEqual([])
})

test('an unknown or mistyped code leads nowhere', async () => {
  expect(await placeByCode(fresh, 'ABCDEFGH')).toBeNull()
  expect(await placeByCode(fresh, "'; drop table place --")).toBeNull()
})

test('the application reads no place without its community, function or not', async () => {
  const { rows } = await sql`select code from app.place`.execute(fresh.db)
  expect(rows).toEqual([])
})

test('the nearest grid worker looks after a place, with the number given for residents', async () => {
  const stairway = (await codesOf(NORTH)).find(({ kind }) => kind === 'stairway')!
  const compound = (await codesOf(NORTH)).find(({ kind }) => kind === 'community')!
  expect((await placeByCode(fresh, stairway.code))?.view.keeper).toEqual({ name: '王五', phone: null, area: 'G1号' })
  expect((await placeByCode(fresh, compound.code))?.view.keeper).toEqual({ name: '总网格', phone: '12345', area: '北' })
})

test('a lamp-post gets a code, and its plate leads to it', async () => {
  const { ctx } = testContext(fresh.db)
  const code = await inCommunities(fresh.db, [NORTH], (trx) =>
    addPlace(
      trx,
      NORTH,
      {
        id: 'plc_lamp',
        kind: 'lamp-post',
        key: 'L-017',
        name: '灯杆 L-017',
        node: { id: 'nod_G1', path: 'A.G1' },
        label: '北门',
      },
      TEST_START,
    ),
  )
  const plates = await inCommunities(fresh.db, [NORTH], (trx) =>
    platesOf(trx, ctx.settings.publicUrl, { community: NORTH, kind: 'lamp-post', path: 'A' }),
  )
  expect(plates).toMatchObject([{ code, name: '灯杆 L-017', community: '北', url: `http://127.0.0.1:3000/p/${code}` }])
  expect(plates[0]!.svg).toMatch(/^<svg[^>]+viewBox/u)
  const elsewhere = await inCommunities(fresh.db, [NORTH], (trx) =>
    platesOf(trx, ctx.settings.publicUrl, { community: NORTH, path: 'A.G' }),
  )
  expect(elsewhere).toEqual([])
})

test('the committee has its seat from the first day', async () => {
  await inCommunities(fresh.db, [NORTH], async (trx) => {
    expect(await seatingOf(trx, NORTH)).toEqual({ staff: `pty_${NORTH}` })
    expect(await partyName(trx, NORTH, `pty_${NORTH}`)).toBe('北居委会')
    expect(await partiesOf(trx, SOUTH)).toEqual([])
  })
})

test('the tree holds its places', async () => {
  const tree = await inCommunities(fresh.db, [NORTH], (trx) => nodeTree(trx, NORTH))
  expect(tree.places.map(({ kind }) => kind)).toEqual(['community'])
  const [compound] = tree.children
  expect(compound).toMatchObject({ key: 'A', places: [], children: [{ key: 'G1', children: [{ key: 'B12' }] }] })
})

test('hats are those in force, in the communities of the transaction', async () => {
  const hats = (communities: readonly CommunityId[], now = later) =>
    inCommunities(fresh.db, communities, (trx) => hatsOf(trx, 'per_g1', now))
  expect(await hats([NORTH])).toEqual([{ role: 'grid-worker', community: NORTH, path: 'A.G1', party: null }])
  expect(await hats([NORTH, SOUTH])).toHaveLength(2)
  expect(await hats([NORTH], '2026-01-01T00:00:00.000Z' as never)).toEqual([])
})

test('an account and a number find their people in every community', async () => {
  await inCommunities(fresh.db, [NORTH], (trx) => linkAccount(trx, { community: NORTH, person: 'per_g1' }, 'acc_1'))
  expect(await peopleOfAccount(fresh.db, 'acc_1')).toEqual([{ community: NORTH, person: 'per_g1' }])
  expect(await peopleOfPhone(fresh.db, '13800000002')).toHaveLength(2)
  expect(await peopleOfPhone(fresh.db, '13999999999')).toEqual([])
})
