// What may be believed of writes that are not sent at once: they are there for the next statement, and no failure is lost.
import { Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { freshDatabase } from '../../testing/database.ts'
import type { Transaction } from './tables.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())
beforeEach(() => fresh.db.deleteFrom('code_message').execute())

const row = (id: string) => ({
  message_id: id,
  address: '13800138000',
  body: id,
  at: '2026-03-01T00:00:00.000Z' as const,
})
const kept = async () =>
  (await fresh.db.selectFrom('code_message').select('message_id').orderBy('message_id').execute()).map(
    (each) => each.message_id,
  )

test('a write that waited is seen by the next statement of its transaction', async () => {
  const seen = await fresh.db.transaction().execute(async (trx) => {
    await trx.insertInto('code_message').values(row('a')).execute()
    return trx.selectFrom('code_message').select('message_id').execute()
  })
  expect(seen).toEqual([{ message_id: 'a' }])
  expect(await kept()).toEqual(['a'])
})

test('a write that waited until the end goes out with the commit', async () => {
  await fresh.db.transaction().execute((trx) =>
    trx
      .insertInto('code_message')
      .values([row('a'), row('b')])
      .execute(),
  )
  expect(await kept()).toEqual(['a', 'b'])
})

test('a write that fails is told by the next statement, and nothing of its transaction stays', async () => {
  const failing = fresh.db.transaction().execute(async (trx) => {
    await trx.insertInto('code_message').values(row('a')).execute()
    await trx.insertInto('code_message').values(row('a')).execute()
    await trx.selectFrom('code_message').selectAll().execute()
    throw new Error('the select should have failed')
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect(await kept()).toEqual([])
})

test('a write that fails as the last one is told by the commit', async () => {
  const failing = fresh.db.transaction().execute(async (trx) => {
    await trx.insertInto('code_message').values(row('a')).execute()
    await trx.insertInto('code_message').values(row('a')).execute()
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect(await kept()).toEqual([])
})

test('what waited when somebody throws is never sent, and the connection serves on', async () => {
  for (let turn = 0; turn < 30; turn += 1) {
    const thrown = fresh.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('code_message')
        .values(row(`t${turn}`))
        .execute()
      throw new Error('no')
    })
    await expect(thrown).rejects.toThrow('no')
  }
  expect(await kept()).toEqual([])
  expect((await sql<{ one: number }>`select 1 as one`.execute(fresh.db)).rows).toEqual([{ one: 1 }])
})

test('outside a transaction a write is done when it is answered', async () => {
  const { numDeletedRows } = await fresh.db.deleteFrom('code_message').executeTakeFirstOrThrow()
  expect(numDeletedRows).toBe(0n)
  await expect(
    fresh.db
      .insertInto('code_message')
      .values([row('a'), row('a')])
      .execute(),
  ).rejects.toMatchObject({ code: '23505' })
})

/** How many transactions stand open, of this database. */
const open = async () =>
  (
    await sql<{ open: number }>`select count(*)::integer as open from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`.execute(fresh.owner)
  ).rows[0]!.open

test('what is asked side by side is answered each with its own, and one that fails fails them all', async () => {
  const [one, two] = await fresh.db
    .transaction()
    .execute((trx) =>
      Promise.all([sql<{ n: number }>`select 1 as n`.execute(trx), sql<{ n: number }>`select 2 as n`.execute(trx)]),
    )
  expect([one.rows, two.rows]).toEqual([[{ n: 1 }], [{ n: 2 }]])
  const failing = fresh.db.transaction().execute(async (trx) => {
    await trx.insertInto('code_message').values(row('a')).execute()
    await Promise.all([sql`select 1`.execute(trx), sql`select 1 / 0`.execute(trx)])
  })
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect(await kept()).toEqual([])
})

test('whoever asks a few steps later in the same turn is sent along', async () => {
  const writes = vi.spyOn(Socket.prototype as unknown as { _writev: () => void }, '_writev')
  const answers = await fresh.db.transaction().execute(async (trx) => {
    const one = async (steps: number) => {
      for (let step = 0; step < steps; step += 1) await Promise.resolve()
      return sql<{ steps: number }>`select ${steps}::int as steps`.execute(trx)
    }
    return Promise.all([one(0), one(5), one(20)])
  })
  expect(answers.map(({ rows }) => rows[0]?.steps)).toEqual([0, 5, 20])
  // All three with the begin; the commit is short enough for a plain write.
  expect(writes).toHaveBeenCalledTimes(1)
  writes.mockRestore()
})

test('a reading sees what it was told to see in each of its statements, writes nothing, and leaves nothing open', async () => {
  const reading = <T>(work: (trx: Transaction) => Promise<T>) =>
    fresh.db.transaction().setAccessMode('read only').execute(work)
  const heard = (trx: Transaction) =>
    sql<{ said: string }>`select current_setting('app.communities', true) as said`.execute(trx)
  const said = await reading(async (trx) => {
    await sql.raw(`set local app.communities to 'com_a'`).execute(trx)
    const [first, second] = await Promise.all([heard(trx), heard(trx)])
    expect(await open()).toBe(0)
    return [first, second, await heard(trx)].map(({ rows }) => rows[0]?.said)
  })
  expect(said).toEqual(['com_a', 'com_a', 'com_a'])
  expect((await reading(heard)).rows[0]?.said).not.toBe('com_a')
  await expect(reading((trx) => trx.insertInto('code_message').values(row('a')).execute())).rejects.toMatchObject({
    code: '25006',
  })
  await expect(reading((trx) => sql`select 1 / 0`.execute(trx))).rejects.toMatchObject({ code: '22012' })
  expect([await kept(), await open()]).toEqual([[], 0])
})
