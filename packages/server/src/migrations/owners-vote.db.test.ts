import type { CommunityId } from '@yishi/domain/kernel'
import { pollRuleByKey } from '@yishi/domain/poll'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../kernel/database/migrate.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { TEST_START, foundCommunity } from '../testing/context.ts'
import { type FreshDatabase, plainOwnersDatabase } from '../testing/database.ts'
import { migrations } from './index.ts'

// On somebody else's PostgreSQL the owner is no superuser: forced row level security hides from it what it has to change.
const EAST: CommunityId = 'com_east'
let database: FreshDatabase
beforeAll(async () => void (database = await plainOwnersDatabase()))
afterAll(() => database.drop())

test('polls from before keep their rule, their voters and the ballots that hold', async () => {
  const { db, owner, ownerUrl } = database
  const provider = { getMigrations: () => Promise.resolve(migrations) }
  const migrator = new Migrator({ db: owner, provider, migrationTableSchema: 'migration' })
  const { error } = await migrator.migrateTo('0027-helping')
  expect(error).toBeUndefined()
  // The poll alone is of interest here, not the matter that it belongs to.
  await sql`alter table app.poll drop constraint poll_community_id_matter_id_fkey`.execute(owner)
  await foundCommunity(db, EAST)
  await inCommunities(db, [EAST], async (trx) => {
    await sql`insert into app.poll (community_id, poll_id, matter_id, path, status, rule, way, question, named, totals, digest, drafted_at, opened_at)
      values (${EAST}, 'pol_1', 'mat_1', '', 'open', '{"key": "show-of-hands", "ballotOf": "unit"}', 'ballots', '{}', 2, '{"heads": 2}',
        ${'0a'.repeat(32)}, ${TEST_START}, ${TEST_START})`.execute(trx)
    await sql`insert into app.poll_voter (community_id, poll_id, voter_id, ballot_id, position, person_id, name, path, amounts, ballots, last_noted)
      values (${EAST}, 'pol_1', 'vtr_1', 'bal_1', 0, 'per_1', '张三', '', '{"heads": 1}', 2, true),
        (${EAST}, 'pol_1', 'vtr_2', 'bal_2', 1, 'per_2', '李四', '', '{"heads": 1}', 0, false)`.execute(trx)
    await sql`insert into app.poll_ballot (community_id, ballot_id, number, choice, noted_by, noted_in, at)
      values (${EAST}, 'bal_1', 1, '{for}', null, null, ${TEST_START}), (${EAST}, 'bal_1', 2, '{against}', 'per_9', 'hall', ${TEST_START})`.execute(
      trx,
    )
  })
  await migrate(ownerUrl)
  const [polls, voters, hidden] = await inCommunities(db, [EAST], async (trx) => [
    await trx.selectFrom('poll').select(['rule', 'assembly']).execute(),
    await trx.selectFrom('poll_voter').select(['head', 'holding', 'channel']).orderBy('position').execute(),
    await trx.selectFrom('poll_ballot').select('holds').execute(),
  ])
  const { noticeDays, contradiction } = pollRuleByKey('show-of-hands')!
  // What a rule says itself stays; what it could not say yet is what it meant.
  expect(polls).toMatchObject([
    { rule: { key: 'show-of-hands', ballotOf: 'unit', noticeDays, contradiction }, assembly: null },
  ])
  expect(voters).toEqual([
    { head: 1, holding: 2, channel: 'hall' },
    { head: 2, holding: 0, channel: null },
  ])
  expect(hidden).toEqual([{ holds: true }, { holds: true }])
  expect(await db.selectFrom('poll_voter').select('name').execute()).toEqual([])
})
