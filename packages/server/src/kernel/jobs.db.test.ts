import type { CommunityId } from '@yishi/domain/kernel'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testContext } from '../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../testing/database.ts'
import { inCommunities } from './database/tenancy.ts'
import { type OpenJobs, openJobs } from './jobs.ts'

let fresh: FreshDatabase
let jobs: OpenJobs
const WEST: CommunityId = 'com_west'
const problems: unknown[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
  const note = (facts: object) => void problems.push(facts)
  const log = { info: note, warn: note, error: note }
  jobs = await openJobs({ ownerUrl: fresh.ownerUrl, url: fresh.applicationUrl, log })
})
afterAll(async () => {
  await jobs.stop()
  await fresh.drop()
})

const until = async (met: () => boolean) => {
  for (let turns = 0; !met() && turns < 200; turns += 1) await pause(50)
}

test('a job is done if its transaction commits, and not otherwise; the application needs no more rights for it', async () => {
  const { ctx } = testContext(fresh.db)
  const done: string[] = []
  await jobs.work(
    { 'ring-bell': (_, all) => Promise.resolve(void done.push(...all.map(({ bell }) => bell ?? ''))) },
    ctx,
  )
  const send = (bell: string) =>
    inCommunities(fresh.db, [WEST], async (trx) => {
      await jobs.send(trx, [{ kind: 'ring-bell', data: { bell } }])
      if (bell === 'undone') throw new Error('no after all')
    })
  await expect(send('undone')).rejects.toThrow('no after all')
  await send('done')
  await until(() => done.length > 0)
  expect(done).toEqual(['done'])
  expect(problems).toEqual([])
})

test('a job that fails is kept and will be tried again', async () => {
  const { ctx } = testContext(fresh.db)
  let tries = 0
  const fail = () => Promise.reject(new Error(`try ${(tries += 1)}`))
  await jobs.work({ 'ring-broken': fail }, ctx)
  await inCommunities(fresh.db, [WEST], (trx) => jobs.send(trx, [{ kind: 'ring-broken', data: { bell: 'b' } }]))
  await until(() => tries > 0)
  await pause(200)
  const { rows } = await sql<{ state: string; dead_letter: string }>`
    select state, dead_letter from pgboss.job where name = 'ring-broken'`.execute(fresh.db)
  expect(rows).toEqual([{ state: 'retry', dead_letter: 'dead-jobs' }])
})

test('many are done together; where that fails each is tried alone, and only the bad one is kept for later', async () => {
  const { ctx } = testContext(fresh.db)
  const together: number[] = []
  const done: string[] = []
  const ring = (_: unknown, all: readonly { bell?: string }[]) => {
    together.push(all.length)
    if (all.some(({ bell }) => bell === 'cracked')) return Promise.reject(new Error('cracked'))
    return Promise.resolve(void done.push(...all.map(({ bell }) => bell ?? '')))
  }
  const bells = [...Array.from({ length: 150 }, (_, n) => `bell ${n}`), 'cracked']
  await inCommunities(fresh.db, [WEST], (trx) =>
    jobs.send(
      trx,
      bells.map((bell) => ({ kind: 'ring-many', data: { bell } })),
    ),
  )
  await jobs.work({ 'ring-many': ring }, ctx)
  await until(() => done.length >= 150)
  await pause(200)
  expect(done.toSorted()).toEqual(bells.slice(0, -1).toSorted())
  expect(Math.max(...together)).toBe(50)
  expect(together.filter((size) => size === 50)).toHaveLength(3)
  const { rows } = await sql<{ data: object; later: boolean }>`
    select data, start_after > now() as later from pgboss.job where name = 'ring-many' and state <> 'completed'`.execute(
    fresh.db,
  )
  expect(rows).toEqual([{ data: { bell: 'cracked' }, later: true }])
})
