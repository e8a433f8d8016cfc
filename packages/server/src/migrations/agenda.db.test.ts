// Sheets that were read before they could ask several questions keep what was read on them, of the one question that they asked.
import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../kernel/database/migrate.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { TEST_START, foundCommunity } from '../testing/context.ts'
import { type FreshDatabase, plainOwnersDatabase } from '../testing/database.ts'
import { migrations } from './index.ts'

// The owner of somebody else's PostgreSQL is no superuser, as in the test of owners' votes.
const EAST: CommunityId = 'com_east'
let database: FreshDatabase
beforeAll(async () => void (database = await plainOwnersDatabase()))
afterAll(() => database.drop())

test('readings from before name the question that they were of', async () => {
  const { db, owner, ownerUrl } = database
  const provider = { getMigrations: () => Promise.resolve(migrations) }
  const migrator = new Migrator({ db: owner, provider, migrationTableSchema: 'migration' })
  const { error } = await migrator.migrateTo('0035-proxies')
  expect(error).toBeUndefined()
  // The sheets alone are of interest here, not the units that they belong to.
  for (const [table, constraint] of [
    ['paper_ballot', 'paper_ballot_community_id_ballot_id_fkey'],
    ['paper_register', 'paper_register_community_id_ballot_id_fkey'],
  ] as const)
    await sql`alter table ${sql.table(`app.${table}`)} drop constraint ${sql.id(constraint)}`.execute(owner)
  await foundCommunity(db, EAST)
  await inCommunities(db, [EAST], async (trx) => {
    await sql`insert into app.paper_ballot (community_id, ballot_id, poll_id, status, issue, returned_in, signed, first_reading, second_reading)
      values (${EAST}, 'bal_1', 'pol_1', 'out', 1, null, null, null, null),
        (${EAST}, 'bal_2', 'pol_1', 'read-once', 1, 'paper', true, '{"by": "per_1", "choice": ["for"]}', null),
        (${EAST}, 'bal_3', 'pol_2', 'differing', 1, 'paper', true, '{"by": "per_1", "choice": ["for"]}',
          '{"by": "per_2", "choice": ["against"]}')`.execute(trx)
    await sql`insert into app.paper_register (community_id, ballot_id, number, poll_id, step, issue, how, choice, person_id, seen_at, at)
      values (${EAST}, 'bal_2', 1, 'pol_1', 'returned', 1, 'paper', null, 'per_1', ${TEST_START}, ${TEST_START}),
        (${EAST}, 'bal_2', 2, 'pol_1', 'read', 1, null, '{for}', 'per_1', ${TEST_START}, ${TEST_START})`.execute(trx)
  })
  await migrate(ownerUrl)
  const [sheets, steps] = await inCommunities(db, [EAST], async (trx) => [
    await trx.selectFrom('paper_ballot').select(['first_reading', 'second_reading']).orderBy('ballot_id').execute(),
    await trx.selectFrom('paper_register').select(['choice', 'asked']).orderBy('number').execute(),
  ])
  expect(sheets).toEqual([
    { first_reading: null, second_reading: null },
    { first_reading: { by: 'per_1', marks: { pol_1: ['for'] } }, second_reading: null },
    {
      first_reading: { by: 'per_1', marks: { pol_2: ['for'] } },
      second_reading: { by: 'per_2', marks: { pol_2: ['against'] } },
    },
  ])
  expect(steps).toEqual([
    { choice: null, asked: null },
    { choice: ['for'], asked: 'pol_1' },
  ])
  expect(await db.selectFrom('paper_ballot').select('ballot_id').execute()).toEqual([])
})
