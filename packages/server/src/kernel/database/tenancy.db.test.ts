import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/database.ts'
import { inCommunities } from './tenancy.ts'

let fresh: FreshDatabase
const NORTH: CommunityId = 'com_north'
const SOUTH: CommunityId = 'com_south'
const row = (community: CommunityId) => ({
  community_id: community,
  key: 'k',
  request_hash: Buffer.alloc(32),
  at: '2026-01-01T00:00:00.000Z' as const,
})

beforeAll(async () => {
  fresh = await freshDatabase()
  for (const id of [NORTH, SOUTH])
    await fresh.db
      .insertInto('community')
      .values({ id, name: id, kind: 'residential', created_at: '2026-01-01T00:00:00.000Z' })
      .execute()
  for (const id of [NORTH, SOUTH])
    await inCommunities(fresh.db, [id], (trx) => trx.insertInto('idempotency').values(row(id)).execute())
})
afterAll(() => fresh.drop())

test('without communities nothing is visible', async () => {
  expect(await fresh.db.selectFrom('idempotency').selectAll().execute()).toEqual([])
})

test('a transaction sees the rows of its communities and no others', async () => {
  const seen = (communities: CommunityId[]) =>
    inCommunities(fresh.db, communities, (trx) =>
      trx.selectFrom('idempotency').select('community_id').orderBy('community_id').execute(),
    )
  expect(await seen([NORTH])).toEqual([{ community_id: NORTH }])
  expect(await seen([NORTH, SOUTH])).toEqual([{ community_id: NORTH }, { community_id: SOUTH }])
  expect(await seen([])).toEqual([])
})

test('a row of another community cannot be written', async () => {
  const write = inCommunities(fresh.db, [NORTH], (trx) =>
    trx
      .insertInto('idempotency')
      .values({ ...row(SOUTH), key: 'x' })
      .execute(),
  )
  await expect(write).rejects.toThrow(/row-level security/u)
})

test('every table with a community is shut off, and the application owns none', async () => {
  const open = await sql<{ relname: string }>`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id'
    where n.nspname = 'app' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(
    fresh.owner,
  )
  expect(open.rows).toEqual([])
  const role = await sql<{ rolbypassrls: boolean; rolsuper: boolean; me: string }>`
    select rolbypassrls, rolsuper, current_user as me from pg_roles where rolname = current_user`.execute(fresh.db)
  expect(role.rows).toEqual([{ rolbypassrls: false, rolsuper: false, me: 'yishi_app' }])
})

test('counts are numbers, moments are UTC text, numerics and days stay text', async () => {
  const { rows } =
    await sql`select count(*) as n, '2026-11-21 16:30:00.5+08'::timestamptz as at, 12.50::numeric as area, '2026-01-02'::date as day`.execute(
      fresh.db,
    )
  expect(rows).toEqual([{ n: 1, at: '2026-11-21T08:30:00.500Z', area: '12.50', day: '2026-01-02' }])
})

test('the name of a community cannot smuggle in another', () => {
  expect(() => inCommunities(fresh.db, ['com_north,com_south'], () => Promise.resolve())).toThrow(TypeError)
})
