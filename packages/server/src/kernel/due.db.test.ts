import { type CommunityId, type Instant, MINUTE, later } from '@yishi/domain/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TEST_START, foundCommunity, testContext } from '../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../testing/database.ts'
import { inCommunities } from './database/tenancy.ts'
import { advanceByDue, runDue } from './due.ts'
import { keepAppointments } from './due-table.ts'
import type { Performer } from './perform.ts'

let fresh: FreshDatabase
const EAST: CommunityId = 'com_east'
const at = (minutes: number) => later(TEST_START, minutes * MINUTE)

beforeAll(async () => {
  fresh = await freshDatabase()
  await foundCommunity(fresh.db, EAST)
})
afterAll(() => fresh.drop())

const keep = (id: string, moment: Instant | null) =>
  inCommunities(fresh.db, [EAST], (trx) =>
    keepAppointments(trx, [{ capability: 'bell', subject: { community: EAST, id }, at: moment }]),
  )
const waiting = () =>
  inCommunities(fresh.db, [EAST], (trx) =>
    trx.selectFrom('due').select(['subject', 'failures']).orderBy('subject').execute(),
  )

test('the clock stops at every due moment in order, and at those that come up on the way', async () => {
  const { ctx, clock } = testContext(fresh.db)
  const rung: [string, Instant][] = []
  const wake: Performer['wake'] = async (_, __, { id }) => {
    rung.push([id, clock.now()])
    await keep(id, id === 'b' && rung.length === 1 ? at(15) : null)
    return true
  }
  await keep('a', at(20))
  await keep('b', at(10))
  await keep('c', at(90))
  advanceByDue(clock, ctx, { wake, perform: () => Promise.reject(new Error('unused')) })
  await clock.advanceTo(at(60))
  expect(rung).toEqual([
    ['b', at(10)],
    ['b', at(15)],
    ['a', at(20)],
  ])
  expect(clock.now()).toBe(at(60))
  expect(await waiting()).toEqual([{ subject: 'c', failures: 0 }])
  await keep('c', null)
})

test('a subject that cannot be woken does not hold up the others, and is tried again later', async () => {
  const { ctx } = testContext(fresh.db)
  const woken: string[] = []
  const wake: Performer['wake'] = async (_, __, { id }) => {
    if (id === 'broken') throw new Error('no')
    woken.push(id)
    await keep(id, null)
    return true
  }
  const performer: Performer = { wake, perform: () => Promise.reject(new Error('unused')) }
  await keep('broken', at(-2))
  await keep('sound', at(-1))
  expect(await runDue(ctx, performer, TEST_START)).toBe(2)
  expect(woken).toEqual(['sound'])
  expect(await waiting()).toEqual([{ subject: 'broken', failures: 1 }])
  expect(await runDue(ctx, performer, TEST_START)).toBe(0)
  expect(await runDue(ctx, performer, at(1))).toBe(1)
})
