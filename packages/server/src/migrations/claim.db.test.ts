import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../kernel/database/migrate.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { foundCommunity } from '../testing/context.ts'
import { type FreshDatabase, plainOwnersDatabase } from '../testing/database.ts'
import { migrations } from './index.ts'

// On somebody else's PostgreSQL the owner is no superuser: forced row level security hides from it what it has to change.
const EAST: CommunityId = 'com_east'
let database: FreshDatabase
beforeAll(async () => void (database = await plainOwnersDatabase()))
afterAll(() => database.drop())

test('rows that signing in made before are told apart from the roster’s', async () => {
  const { db, owner, ownerUrl } = database
  const provider = { getMigrations: () => Promise.resolve(migrations) }
  const migrator = new Migrator({ db: owner, provider, migrationTableSchema: 'migration' })
  expect((await migrator.migrateTo('0035-proxies')).error).toBeUndefined()
  await foundCommunity(db, EAST)
  await inCommunities(db, [EAST], (trx) =>
    sql`insert into app.person (community_id, person_id, name, phone) values (${EAST}, 'per_1', '尾号8000', '13800138000'),
      (${EAST}, 'per_2', '张三', '13800138001'), (${EAST}, 'per_3', '尾号1234', '13800138002')`.execute(trx),
  )
  await migrate(ownerUrl)
  const made = await inCommunities(db, [EAST], (trx) =>
    trx.selectFrom('person').select(['person_id', 'signed_up']).orderBy('person_id').execute(),
  )
  expect(made.map(({ signed_up }) => signed_up)).toEqual([true, false, false])
})
