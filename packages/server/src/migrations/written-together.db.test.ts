import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../kernel/database/migrate.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { TEST_START, foundCommunity } from '../testing/context.ts'
import { type FreshDatabase, plainOwnersDatabase } from '../testing/database.ts'
import { migrations } from './index.ts'

// On somebody else's PostgreSQL the owner is no superuser: forced row level security hides from it what it has to move.
const EAST: CommunityId = 'com_east'
let database: FreshDatabase
beforeAll(async () => void (database = await plainOwnersDatabase()))
afterAll(() => database.drop())

test('openings that were written one by one are one row each entry, complete, and the log is read as before', async () => {
  const { db, owner, ownerUrl } = database
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
