import { type CommunityId, type Instant, type Refused, SECOND, later, refuse, rulebook } from '@yishi/domain/kernel'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { foundCommunity, testContext } from '../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../testing/database.ts'
import type { Capability } from './capability.ts'
import type { Context } from './context.ts'
import { connect } from './database/connect.ts'
import type { Database, Transaction } from './database/tables.ts'
import { tenantTable } from './database/tenant-table.ts'
import { inCommunities } from './database/tenancy.ts'
import { createPerform } from './perform.ts'
import { enqueue, on } from './react.ts'

declare module './database/tables.ts' {
  interface Tables {
    test_slip: { community_id: CommunityId; slip_id: string; words: string }
  }
}

// A slip is put into the box once; the table itself refuses poison, which no rule knows of.
type Slip = { status: 'blank' } | { status: 'posted'; readAt: Instant }
type SlipCommand = { type: 'Post'; words: string }
type SlipEvent = { type: 'SlipPosted'; words: string; readAt: Instant }

const slip: Capability<Slip, SlipCommand, SlipEvent, 'no-words'> = {
  name: 'slip',
  rulebook: rulebook<Slip, SlipCommand, SlipEvent, 'no-words'>(
    {
      blank: {
        Post: (_, { words }, { now }) =>
          words === '' ? refuse('no-words') : [{ type: 'SlipPosted', words, readAt: later(now, 60 * SECOND) }],
      },
      posted: {},
    },
    (_, { readAt }): Slip => ({ status: 'posted', readAt }),
  ),
  store: {
    lock: () => Promise.reject(new Error('a fresh slip is not locked')),
    write: {
      SlipPosted: (trx, { community, id }, { words }) =>
        trx.insertInto('test_slip').values({ community_id: community, slip_id: id, words }).execute(),
    },
  },
  toEntry: { SlipPosted: ({ words }) => ({ facts: {}, sealed: { words } }) },
  wakes: (state) => (state.status === 'posted' ? { at: state.readAt, command: { type: 'Post', words: '' } } : null),
}

const started = () =>
  createPerform({
    capabilities: [slip],
    reactions: [on(slip, ({ subject }) => [enqueue('read', { slip: subject.id })])],
  })

const HOME: CommunityId = 'com_home'
const ann = { kind: 'person', person: 'per_ann', hats: [] } as const
const BLANK: Slip = { status: 'blank' }
let fresh: FreshDatabase
let other: Database
let jobs: { data: { slip: string } }[]
let here: Context
let there: Context
let ours: ReturnType<typeof started>
let theirs: ReturnType<typeof started>

beforeAll(async () => {
  fresh = await freshDatabase()
  other = connect(fresh.applicationUrl)
  const owner = fresh.owner as unknown as Kysely<unknown>
  await sql`create table app.test_slip (community_id text, slip_id text, words text check (words <> 'poison'),
    primary key (community_id, slip_id))`.execute(owner)
  await tenantTable(owner, 'test_slip')
  await foundCommunity(fresh.db, HOME)
})
afterAll(async () => {
  await other.destroy()
  await fresh.drop()
})
beforeEach(() => {
  jobs = []
  const send = (_: unknown, drafts: readonly unknown[]) => Promise.resolve(void jobs.push(...(drafts as typeof jobs)))
  here = testContext(fresh.db, { jobs: { send } }).ctx
  there = testContext(other, { jobs: { send } }).ctx
  ours = started()
  theirs = started()
})

type Posting = { readonly words: string; readonly key?: string; readonly id?: string; readonly at?: 'there' }

/** Two server processes on one database: each has its own queue and its own connections. */
const post = ({ words, key, id, at }: Posting) => {
  const [ctx, { perform }] = at ? [there, theirs] : [here, ours]
  return perform(ctx, slip, {
    subject: { community: HOME, id: id ?? ctx.ids('mat') },
    fresh: BLANK,
    actor: ann,
    ...(key ? { once: { key, of: words } } : {}),
    command: async (trx): Promise<SlipCommand | Refused<'torn'>> => {
      await sql`select 1`.execute(trx)
      return words === 'torn' ? refuse('torn') : { type: 'Post', words }
    },
  })
}
const ofCommunity = <T>(read: (trx: Transaction) => Promise<T>) => inCommunities(fresh.db, [HOME], read)
const posted = async (words: string) =>
  (await ofCommunity((trx) => trx.selectFrom('test_slip').select('words').where('words', 'like', words).execute())).map(
    (row) => row.words,
  )
const entriesOf = (subjects: readonly string[]) =>
  ofCommunity((trx) =>
    trx
      .selectFrom('ledger_entry')
      .select(['entry_id', 'subject', 'xid'])
      .where('subject', 'in', [...subjects])
      .execute(),
  )
const told = (all: readonly PromiseSettledResult<object>[]) =>
  all.map((each) => {
    if (each.status === 'rejected') return 'failed'
    return 'refused' in each.value ? each.value.refused : 'done'
  })
const postAll = (all: readonly Posting[]) => Promise.allSettled(all.map(post))
const deedOf = (each: PromiseSettledResult<Awaited<ReturnType<typeof post>>>) => {
  if (each.status === 'rejected') throw each.reason
  if ('refused' in each.value) throw new Error(each.value.refused)
  return each.value
}

test('those who ask at the same moment share a transaction, and each gets their own: row, entry, moment, job', async () => {
  const all = await postAll(Array.from({ length: 9 }, (_, n) => ({ words: `shared ${n}`, key: `shared ${n}` })))
  const ids = all.map((each) => deedOf(each).id)
  const entries = await entriesOf(ids)
  expect(new Set(entries.map(({ xid }) => xid)).size).toBe(1)
  const own = all.map((each) => deedOf(each).entries.map(({ entryId }) => entryId))
  expect(own).toEqual(ids.map((id) => entries.filter(({ subject }) => subject === id).map(({ entry_id }) => entry_id)))
  expect(await posted('shared %')).toHaveLength(9)
  expect(jobs.map(({ data }) => data.slip).toSorted()).toEqual(ids.toSorted())
  const due = await ofCommunity((trx) => trx.selectFrom('due').select('subject').where('subject', 'in', ids).execute())
  expect(due).toHaveLength(9)
})

test('whoever is refused drops out, by the rule or before it; the others do not notice', async () => {
  const all = await postAll(['first', 'kept 1', '', 'kept 2', 'torn', 'kept 3'].map((words) => ({ words })))
  expect(told(all)).toEqual(['done', 'done', 'no-words', 'done', 'torn', 'done'])
  expect(await posted('kept %')).toHaveLength(3)
  expect(
    new Set(
      (await entriesOf(all.flatMap((each) => ('value' in each && 'id' in each.value ? [each.value.id] : [])))).map(
        ({ xid }) => xid,
      ),
    ).size,
  ).toBe(1)
})

test('one whom the database refuses fails alone: nothing of it stays, the others stand once', async () => {
  const all = await postAll(
    ['first', 'sound 1', 'poison', 'sound 2'].map((words) => ({ words, key: `poisoned ${words}` })),
  )
  expect(told(all)).toEqual(['done', 'done', 'failed', 'done'])
  expect(await posted('sound %')).toHaveLength(2)
  expect(await posted('poison')).toEqual([])
  const ids = [all[1]!, all[3]!].map((each) => deedOf(each).id)
  expect(await entriesOf(ids)).toHaveLength(2)
  expect(told(await postAll([{ words: 'poison', key: 'poisoned poison' }]))).toEqual(['failed'])
})

test('twins at once, in one server and in two, are done once and answered alike', async () => {
  for (let round = 0; round < 5; round += 1) {
    const twin = { words: `twin ${round}`, key: `twin ${round}` }
    const single = (n: number, at?: 'there'): Posting => ({
      words: `single ${round} ${n}`,
      key: `s${round} ${n}`,
      ...(at ? { at } : {}),
    })
    const all = await postAll([
      single(0),
      single(1, 'there'),
      twin,
      { ...twin, at: 'there' },
      single(2),
      single(3, 'there'),
      twin,
      { ...twin, at: 'there' },
    ])
    expect(told(all)).toEqual(Array.from({ length: 8 }, () => 'done'))
    const twins = [2, 3, 6, 7].map((index) => deedOf(all[index]!))
    expect(new Set(twins.map(({ id, entries }) => `${id} ${entries.map(({ entryId }) => entryId).join()}`)).size).toBe(
      1,
    )
    expect(twins.filter(({ happened }) => happened !== null)).toHaveLength(1)
    expect(await posted(`twin ${round}`)).toHaveLength(1)
    expect(await posted(`single ${round} %`)).toHaveLength(4)
  }
})

test('a key that was used before is answered from before, or refused for something else, among others that are new', async () => {
  const before = deedOf((await postAll([{ words: 'before', key: 'before' }]))[0]!)
  const all = await postAll([
    { words: 'first' },
    { words: 'new 1', key: 'new 1' },
    { words: 'before', key: 'before' },
    { words: 'something else', key: 'before' },
    { words: 'new 2', key: 'new 2' },
    { words: 'another', key: 'new 2' },
  ])
  expect(told(all)).toEqual(['done', 'done', 'done', 'idempotency-key-reused', 'done', 'idempotency-key-reused'])
  expect(deedOf(all[2]!)).toEqual({ ...before, happened: null })
  expect(await posted('new %')).toHaveLength(2)
  expect(await posted('before')).toHaveLength(1)
})

test('a thousand under few keys from two servers: each key is done once, and nobody is left without an answer', async () => {
  const all = await postAll(
    Array.from({ length: 1000 }, (_, n): Posting => {
      const words = `crowd ${(n * 7919) % 120}`
      return { words, key: words, ...(n % 2 ? { at: 'there' } : {}) }
    }),
  )
  expect(new Set(told(all))).toEqual(new Set(['done']))
  expect((await posted('crowd %')).toSorted()).toEqual(Array.from({ length: 120 }, (_, n) => `crowd ${n}`).toSorted())
})
