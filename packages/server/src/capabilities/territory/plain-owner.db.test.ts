import { randomBytes } from 'node:crypto'
import type { CommunityId } from '@yishi/domain/kernel'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '../../kernel/database/connect.ts'
import { migrate } from '../../kernel/database/migrate.ts'
import { applicationUrl } from '../../kernel/database/roles.ts'
import type { Database } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { TEST_START } from '../../testing/context.ts'
import { addPerson, foundCommunity, linkAccount, peopleOfAccount, peopleOfPhone, placeByCode } from './index.ts'

// Somebody else's PostgreSQL gives a database and a plain user: no superuser, so forced row level security binds the owner too.
const name = `plain_${randomBytes(6).toString('hex')}`
const NORTH: CommunityId = 'com_north'
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
  ])
  const owner = new URL(inject('ownerUrl'))
  owner.username = name
  owner.password = name
  owner.pathname = `/${name}`
  const application = await applicationUrl(owner.href)
  await migrate(owner.href)
  db = connect(application)
})
afterAll(async () => {
  await db.destroy()
  await administer([`drop database ${name} with (force)`, `drop role ${name}`])
})

test('with a plain owner a code, an account and a number still find their community, and nothing more is open', async () => {
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
