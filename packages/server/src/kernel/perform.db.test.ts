import { type CommunityId, type Instant, type Refused, SECOND, later, refuse, rulebook } from '@yishi/domain/kernel'
import { opens } from '@yishi/domain/ledger'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../testing/database.ts'
import { TEST_START, foundCommunity, testContext } from '../testing/context.ts'
import type { Capability } from './capability.ts'
import { tenantTable } from './database/tenant-table.ts'
import { inCommunities } from './database/tenancy.ts'
import type { Context } from './context.ts'
import { createPerform } from './perform.ts'
import { enqueue, follow, on } from './react.ts'

declare module './database/tables.ts' {
  interface Tables {
    test_kettle: {
      community_id: CommunityId
      kettle_id: string
      status: string
      cups: number
      boils_at: Instant | null
    }
  }
}

// A kettle is put on, boils when its time has come, and gives three cups; a shelf counts what was poured anywhere.
type Kettle = { status: 'cold' } | { status: 'heating'; boilsAt: Instant } | { status: 'hot'; cups: number }
type KettleCommand = { type: 'PutOn'; words: string } | { type: 'Boil' } | { type: 'Pour' } | { type: 'PourForEver' }
type KettleEvent =
  | { type: 'HeatingBegun'; boilsAt: Instant; words: string }
  | { type: 'Boiled' }
  | { type: 'CupPoured' }
  | { type: 'Spilt' }
type KettleRefusal = 'empty' | 'too-early'

const kettleRules = rulebook<Kettle, KettleCommand, KettleEvent, KettleRefusal>(
  {
    cold: {
      PutOn: (_, { words }, { now }) => [{ type: 'HeatingBegun', boilsAt: later(now, 60 * SECOND), words }],
    },
    heating: { Boil: ({ boilsAt }, _, { now }) => (now < boilsAt ? refuse('too-early') : [{ type: 'Boiled' }]) },
    hot: {
      Pour: ({ cups }) => (cups === 0 ? refuse('empty', { cups }) : [{ type: 'CupPoured' }]),
      PourForEver: () => [{ type: 'Spilt' }],
    },
  },
  (state, event): Kettle => {
    switch (event.type) {
      case 'HeatingBegun':
        return { status: 'heating', boilsAt: event.boilsAt }
      case 'Boiled':
        return { status: 'hot', cups: 3 }
      case 'CupPoured':
        return { status: 'hot', cups: state.status === 'hot' ? state.cups - 1 : 0 }
      case 'Spilt':
        return state
    }
  },
)

const set = (trx: Parameters<Capability<Kettle, KettleCommand, KettleEvent, never>['store']['lock']>[0]) =>
  trx.insertInto('test_kettle')

const kettle: Capability<Kettle, KettleCommand, KettleEvent, KettleRefusal> = {
  name: 'kettle',
  rulebook: kettleRules,
  store: {
    lock: async (trx, { community, id }) => {
      const row = await trx
        .selectFrom('test_kettle')
        .selectAll()
        .where('community_id', '=', community)
        .where('kettle_id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!row) return { status: 'cold' }
      return row.status === 'hot' ? { status: 'hot', cups: row.cups } : { status: 'heating', boilsAt: row.boils_at! }
    },
    write: {
      HeatingBegun: (trx, { community, id }, { boilsAt }) =>
        set(trx)
          .values({ community_id: community, kettle_id: id, status: 'heating', cups: 0, boils_at: boilsAt })
          .execute(),
      Boiled: (trx, { id }) =>
        trx.updateTable('test_kettle').set({ status: 'hot', cups: 3 }).where('kettle_id', '=', id).execute(),
      CupPoured: (trx, { id }) =>
        trx
          .updateTable('test_kettle')
          .set('cups', sql`cups - 1`)
          .where('kettle_id', '=', id)
          .execute(),
      Spilt: () => Promise.resolve(),
    },
  },
  toEntry: {
    HeatingBegun: ({ boilsAt, words }) => ({ facts: { boilsAt }, sealed: { words } }),
    Boiled: () => ({ facts: {}, sealed: {} }),
    CupPoured: () => ({ facts: { cups: 1 }, sealed: {} }),
    Spilt: () => null,
  },
  wakes: (state) => (state.status === 'heating' ? { at: state.boilsAt, command: { type: 'Boil' } } : null),
}

const { perform, wake } = createPerform({
  capabilities: [kettle],
  reactions: [
    on(kettle, ({ event, subject, state }) => {
      if (event.type === 'Spilt') return [follow(kettle, subject, { type: 'PourForEver' })]
      if (event.type !== 'CupPoured' || state.status !== 'hot' || !subject.id.startsWith('tipping')) return []
      return state.cups > 0 ? [follow(kettle, subject, { type: 'Pour' }), enqueue('wipe', { kettle: subject.id })] : []
    }),
  ],
})

const HOME: CommunityId = 'com_home'
const ann = { kind: 'person', person: 'per_ann', hats: [] } as const
let fresh: FreshDatabase
let ctx: Context
let clock: ReturnType<typeof testContext>['clock']
let sent: unknown[]

beforeAll(async () => {
  fresh = await freshDatabase()
  const owner = fresh.owner as unknown as Kysely<unknown>
  await sql`create table app.test_kettle (community_id text, kettle_id text, status text, cups int check (cups >= 0),
    boils_at timestamptz, primary key (community_id, kettle_id))`.execute(owner)
  await tenantTable(owner, 'test_kettle')
  await foundCommunity(fresh.db, HOME)
})
afterAll(() => fresh.drop())
beforeEach(() => {
  sent = []
  const jobs = { send: (_: unknown, drafts: readonly unknown[]) => Promise.resolve(void sent.push(...drafts)) }
  ;({ ctx, clock } = testContext(fresh.db, { jobs }))
})

const ask = (id: string, command: KettleCommand, more: object = {}) =>
  perform(ctx, kettle, { subject: { community: HOME, id }, command, actor: ann, ...more })
const done = async (id: string, command: KettleCommand, more: object = {}) => {
  const answer = await ask(id, command, more)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
const hot = async (id: string) => {
  await done(id, { type: 'PutOn', words: '水' })
  await clock.advanceTo(later(clock.now(), 60 * SECOND))
  expect(await wake(ctx, 'kettle', { community: HOME, id })).toBe(true)
}
const rows = (id: string) =>
  inCommunities(fresh.db, [HOME], async (trx) => ({
    entries: await trx.selectFrom('ledger_entry').selectAll().where('subject', '=', id).orderBy('entry_id').execute(),
    due: await trx.selectFrom('due').select('at').where('subject', '=', id).execute(),
    kettles: await trx.selectFrom('test_kettle').select(['status', 'cups']).where('kettle_id', '=', id).execute(),
  }))

test('state, ledger row, openings and due row commit together', async () => {
  const answer = await done('k1', { type: 'PutOn', words: '烧水泡茶' })
  expect(answer.happened!.state).toEqual({ status: 'heating', boilsAt: later(TEST_START, 60 * SECOND) })
  const { entries, due, kettles } = await rows('k1')
  expect(kettles).toEqual([{ status: 'heating', cups: 0 }])
  expect(due).toEqual([{ at: later(TEST_START, 60 * SECOND) }])
  expect(answer.entries).toEqual([
    {
      entryId: entries[0]!.entry_id,
      type: 'HeatingBegun',
      leafHash: Buffer.from(entries[0]!.leaf_hash).toString('hex'),
      at: TEST_START,
    },
  ])
  expect(entries[0]!.leaf).not.toContain('烧水')
  const leaf = JSON.parse(entries[0]!.leaf) as { actor: string; sealed: Record<string, string> }
  expect(leaf.actor).toMatch(/^psn_/u)
  const [opening] = await inCommunities(fresh.db, [HOME], (trx) =>
    trx.selectFrom('ledger_opening').selectAll().execute(),
  )
  expect(opening).toMatchObject({ openings: { words: { value: '烧水泡茶' } }, entry_id: entries[0]!.entry_id })
  expect(opens(leaf.sealed['words']!, opening!.openings['words']!)).toBe(true)
})

test('who acted stands beside the entry, where it can be erased; the clock is nobody', async () => {
  await done('actor1', { type: 'PutOn', words: '' })
  await clock.advanceTo(later(clock.now(), 60 * SECOND))
  await wake(ctx, 'kettle', { community: HOME, id: 'actor1' })
  const acted = await inCommunities(ctx.db, [HOME], (trx) =>
    trx
      .selectFrom('ledger_entry')
      .leftJoin('ledger_actor', 'ledger_actor.entry_id', 'ledger_entry.entry_id')
      .select(['type', 'person_id'])
      .where('subject', '=', 'actor1')
      .orderBy('ledger_entry.entry_id')
      .execute(),
  )
  expect(acted).toEqual([
    { type: 'HeatingBegun', person_id: 'per_ann' },
    { type: 'Boiled', person_id: null },
  ])
})

test('one person has one name per subject and another name elsewhere', async () => {
  await hot('p1')
  await done('p1', { type: 'Pour' })
  await done('p2', { type: 'PutOn', words: '' })
  const actors = async (id: string) =>
    (await rows(id)).entries.map(({ leaf }) => (JSON.parse(leaf) as { actor: string }).actor)
  const [first, clockItself, second] = await actors('p1')
  expect(clockItself).toBe('clock')
  expect(first).toBe(second)
  expect(await actors('p2')).not.toContain(first)
})

test('a refusal leaves nothing behind', async () => {
  expect(await ask('k2', { type: 'Pour' })).toEqual({
    refused: 'not-in-this-state',
    detail: { state: 'cold', command: 'Pour' },
  } satisfies Refused)
  expect(await rows('k2')).toEqual({ entries: [], due: [], kettles: [] })
})

test('a failure in a consequence undoes all of it', async () => {
  await hot('k3')
  const before = await rows('k3')
  await expect(ask('k3', { type: 'PourForEver' })).rejects.toThrow(/never end/u)
  expect(await rows('k3')).toEqual(before)
})

test('ten who pour at once get three cups', async () => {
  await hot('k4')
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask('k4', { type: 'Pour' })))
  expect(answers.filter((answer) => 'entries' in answer)).toHaveLength(3)
  expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'empty')).toHaveLength(7)
  const { entries, kettles } = await rows('k4')
  expect(kettles).toEqual([{ status: 'hot', cups: 0 }])
  expect(entries.map(({ type }) => type)).toEqual(['HeatingBegun', 'Boiled', 'CupPoured', 'CupPoured', 'CupPoured'])
})

test('consequences run in the same transaction, their jobs are sent once, and the last state is returned', async () => {
  await hot('tipping1')
  const answer = await done('tipping1', { type: 'Pour' })
  expect(answer.happened!.state).toEqual({ status: 'hot', cups: 0 })
  expect(answer.entries.map(({ type }) => type)).toEqual(['CupPoured', 'CupPoured', 'CupPoured'])
  expect(sent).toEqual([
    { kind: 'wipe', data: { kettle: 'tipping1' } },
    { kind: 'wipe', data: { kettle: 'tipping1' } },
  ])
})

test('the same request twice at the same moment is done once and answered twice', async () => {
  await hot('k5')
  const once = { key: 'a-phone-on-a-bad-line', of: { pour: 'k5' } }
  const answers = await Promise.all(Array.from({ length: 5 }, () => done('k5', { type: 'Pour' }, { once })))
  expect(new Set(answers.map(({ entries }) => entries[0]!.entryId)).size).toBe(1)
  expect((await rows('k5')).kettles).toEqual([{ status: 'hot', cups: 2 }])
})

test('a key that was used for something else is refused', async () => {
  await hot('k6')
  await done('k6', { type: 'Pour' }, { once: { key: 'x', of: { a: 1 } } })
  expect(await ask('k6', { type: 'Pour' }, { once: { key: 'x', of: { a: 2 } } })).toEqual({
    refused: 'idempotency-key-reused',
  })
})

test('a refused request may be sent again under its key', async () => {
  const once = { key: 'early', of: 'boil' }
  await done('k7', { type: 'PutOn', words: '' })
  expect(await ask('k7', { type: 'Boil' }, { once })).toEqual({ refused: 'too-early' })
  await clock.advanceTo(later(clock.now(), 60 * SECOND))
  expect((await done('k7', { type: 'Boil' }, { once })).happened!.state).toEqual({ status: 'hot', cups: 3 })
})

test('who wakes too early, or twice, finds nothing to do', async () => {
  await done('k8', { type: 'PutOn', words: '' })
  const subject = { community: HOME, id: 'k8' }
  expect(await wake(ctx, 'kettle', subject)).toBe(false)
  expect((await rows('k8')).due).toHaveLength(1)
  await clock.advanceTo(later(clock.now(), 60 * SECOND))
  expect(await Promise.all([wake(ctx, 'kettle', subject), wake(ctx, 'kettle', subject)])).toContain(true)
  expect((await rows('k8')).entries.map(({ type }) => type)).toEqual(['HeatingBegun', 'Boiled'])
  expect((await rows('k8')).due).toEqual([])
})

test('what stands in the ledger cannot be changed, by anyone', async () => {
  for (const db of [fresh.db, fresh.owner])
    for (const statement of [
      sql`update app.ledger_entry set type = 'x'`,
      sql`delete from app.ledger_entry`,
      sql`truncate app.ledger_entry cascade`,
    ])
      await expect(inCommunities(db, [HOME], (trx) => statement.execute(trx))).rejects.toThrow(
        /append-only|permission denied/u,
      )
})
