import type { CommunityId } from '@yishi/domain/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../kernel/database/migrate.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { TEST_START } from '../../testing/context.ts'
import { type FreshDatabase, plainOwnersDatabase } from '../../testing/database.ts'
import { addPerson, foundCommunity, linkAccount, peopleOfAccount, peopleOfPhone, placeByCode } from './index.ts'

const NORTH: CommunityId = 'com_north'
let database: FreshDatabase
beforeAll(async () => {
  database = await plainOwnersDatabase()
  await migrate(database.ownerUrl)
})
afterAll(() => database.drop())

test('with a plain owner a code, an account and a number still find their community, and nothing more is open', async () => {
  const { db } = database
  const code = await inCommunities(db, [NORTH], async (trx) => {
    const committee = { id: 'pty_1' as const, name: '居委会', phone: null }
    const community = { id: NORTH, name: '北', kind: 'residential' as const, streetOffice: null, committee }
    await foundCommunity(trx, { ...community, place: 'plc_1' }, TEST_START)
    await addPerson(trx, NORTH, { id: 'per_1', name: '张三', phone: '13800138000', hats: [] }, TEST_START)
    await linkAccount(trx, { community: NORTH, person: 'per_1' }, 'acc_1')
    return (await trx.selectFrom('place').select('code').executeTakeFirstOrThrow()).code
  })
  expect((await placeByCode({ db }, code))?.community).toBe(NORTH)
  expect(await peopleOfPhone(db, '13800138000')).toEqual([{ community: NORTH, person: 'per_1' }])
  expect(await peopleOfAccount(db, 'acc_1')).toEqual([{ community: NORTH, person: 'per_1' }])
  for (const table of ['place', 'person', 'membership', 'node', 'roster_preview'] as const)
    expect(await db.selectFrom(table).select('community_id').execute()).toEqual([])
})
