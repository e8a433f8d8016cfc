import { randomBytes } from 'node:crypto'
import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '../kernel/database/connect.ts'
import { migrate } from '../kernel/database/migrate.ts'
import { applicationUrl } from '../kernel/database/roles.ts'
import type { Database } from '../kernel/database/tables.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { TEST_START, foundCommunity } from '../testing/context.ts'
import { migrations } from './index.ts'

// On somebody else's PostgreSQL the owner is no superuser: forced row level security hides from it what it has to move.
const name = `moving_${randomBytes(6).toString('hex')}`
const EAST: CommunityId = 'com_east'
let ownerUrl: string
let owner: Database
let db: Database

const administer = async (statements: readonly string[]) => {
  const url = new URL(inject('ownerUrl'))
  url.pathname = '/postgres'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

beforeAll(async () => {
  await administer([
    `create role ${name} login password '${name}'`,
    `grant yishi_app to ${name}`,
    `create database ${name} owner ${name}`,
    `alter database ${name} set search_path to app`,
  ])
  const url = new URL(inject('ownerUrl'))
  url.username = name
  url.password = name
  url.pathname = `/${name}`
  ownerUrl = url.href
  db = connect(await applicationUrl(ownerUrl))
  owner = connect(ownerUrl, { max: 2 })
})
afterAll(async () => {
  await Promise.all([db.destroy(), owner.destroy()])
  await administer([`drop database ${name} with (force)`, `drop role ${name}`])
})

test('openings that were written one by one are one row each entry, complete, and the log is read as before', async () => {
  const provider = { getMigrations: () => Promise.resolve(migrations) }
  const migrator = new Migrator({ db: owner, provider, migrationTableSchema: 'migration' })
  const { error } = await migrator.migrateTo('0012-board')
  expect(error).toBeUndefined()
  await foundCommunity(db, EAST)
  await inCommunities(db, [EAST], async (trx) => {
    await sql`select app.append_entries(${TEST_START}, ${[EAST, EAST]}, ${['mat_1', 'mat_2']}, ${['A', 'B']}, ${['{}', '{"v":1}']},
      ${[Buffer.alloc(32, 1), Buffer.alloc(32, 2)]}, ${['per_1', null]}, ${[1, 1]}, ${['text', 'photos']},
      ${['0a'.repeat(32), '0b'.repeat(32)]}, ${['"灯坏了"', '[]']})`.execute(trx)
    await sql`insert into app.ledger_leaf (community_id, leaf_index, entry_id)
      select community_id, row_number() over (order by entry_id) - 1, entry_id from app.ledger_entry`.execute(trx)
  })
  await migrate(ownerUrl)
  const [openings, actors] = await inCommunities(db, [EAST], async (trx) => [
    await trx.selectFrom('ledger_opening').select('openings').execute(),
    await trx.selectFrom('ledger_actor').select('person_id').execute(),
  ])
  expect(openings).toEqual([
    { openings: { text: { salt: '0a'.repeat(32), value: '灯坏了' }, photos: { salt: '0b'.repeat(32), value: [] } } },
  ])
  expect(actors).toEqual([{ person_id: 'per_1' }])
  const { rows } = await sql<{ page: string }>`select app.ledger_page(${EAST}, 0, 1) as page`.execute(db)
  const hash = Buffer.alloc(32, 2).toString('base64')
  expect(JSON.parse(rows[0]!.page)).toEqual({
    total: 2,
    entries: [{ index: 1, entry: 2, at: TEST_START, type: 'B', subject: 'mat_2', leaf: '{"v":1}', hash }],
  })
  const unknown = await sql<{ page: string | null }>`select app.ledger_page('com_none', 0, 1) as page`.execute(db)
  expect(unknown.rows).toEqual([{ page: null }])
  expect(await db.selectFrom('ledger_entry').select('leaf').execute()).toEqual([])
})
