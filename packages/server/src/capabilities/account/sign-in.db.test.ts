import { isRefused } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../kernel/context.ts'
import { testContext } from '../../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/database.ts'
import { cookieHeader } from './cookies.ts'
import {
  type Accounts,
  type SignedIn,
  actorIn,
  askCode,
  confirmFactor,
  createStaffAccount,
  newAuthSecret,
  openAccounts,
  sessionOf,
  signInByCode,
  signInByPassword,
  addFactor,
  pendingFactor,
} from './index.ts'
import { MOON, SUN, authenticatorCode, foundTwoCommunities, settle } from './testing/people.ts'

const HOME = { address: '203.0.113.7', cookie: '' }
const PASSWORD = '楼下的石榴又红了三颗'

let database: FreshDatabase
let ctx: Context
let accounts: Accounts
let sent: [string, string][] = []
let kept: unknown[] = []

beforeAll(async () => {
  database = await freshDatabase()
  const log = (facts: object, message: string) => void kept.push([facts, message])
  ctx = testContext(database.db, { log: { info: log, warn: log, error: log } }).ctx
  const sendCode = (phone: string, code: string) => Promise.resolve(void sent.push([phone, code]))
  accounts = openAccounts(ctx, { secret: newAuthSecret(), demo: false, sendCode })
  await foundTwoCommunities(ctx)
})
afterAll(() => database.drop())
beforeEach(() => {
  sent = []
  kept = []
})

const must = <T>(answer: T): Exclude<T, { refused: string }> => {
  if (isRefused(answer)) throw new Error(`refused: ${answer.refused}`)
  return answer as Exclude<T, { refused: string }>
}
const ask = (cookie: string) => ({ headers: { cookie } })
const seen = (signedIn: Pick<SignedIn, 'cookies'>) => sessionOf(ctx, ask(cookieHeader(signedIn.cookies)))

const signIn = async (phone: string, community: typeof SUN | null = null, visit = HOME) => {
  must(await askCode(accounts, phone, visit))
  return must(await signInByCode(accounts, { phone, code: sent.at(-1)![1], community }, visit))
}

test('a code to the phone signs in the person who has that number, in each community', async () => {
  const here = await settle(ctx, SUN, { name: '王小明', phone: '13800000001', role: 'resident' })
  const there = await settle(ctx, MOON, { name: '王小明', phone: '13800000001', role: 'building-leader' })
  const session = await seen(await signIn('138 0000 0001'))
  expect(session?.persons.map(({ person }) => person).toSorted()).toEqual([here.person, there.person].toSorted())
  expect(session?.hats.map(({ role, community }) => [role, community])).toEqual([
    ['building-leader', MOON],
    ['resident', SUN],
  ])
  expect(actorIn(session, SUN)).toMatchObject({ kind: 'person', person: here.person })
  expect(actorIn(session, MOON)).toMatchObject({ kind: 'person', person: there.person })
})

test('factor', async () => {
  const person = await settle(ctx, SUN, { name: '李主任', phone: '13800000002', role: 'staff' })
  must(await createStaffAccount(ctx, { person, phone: '13800000002', password: PASSWORD }))
  const first = must(await signInByPassword(accounts, { phone: '13800000002', password: PASSWORD }, HOME))
  if (first.next !== 'add-factor') throw new Error(first.next)
  const session = await seen(first)
  expect(actorIn(session)).toEqual({ kind: 'visitor' })
  const factor = (await pendingFactor(accounts, first.account, '李主任'))!
  const cookie = cookieHeader(first.cookies)
  const added = must(
    await addFactor(accounts, session, { code: authenticatorCode(factor.secret), visit: { ...HOME, cookie } }),
  )
  console.log(added, await seen(added))
  const second = must(await signInByPassword(accounts, { phone: '13800000002', password: PASSWORD }, HOME))
  console.log(second)
  const done = must(
    await confirmFactor(accounts, authenticatorCode(factor.secret, 1), {
      ...HOME,
      cookie: cookieHeader(second.cookies),
    }),
  )
  console.log(await seen(done), kept)
  console.log((await sql`select * from auth.session`.execute(database.owner)).rows)
})
