// Requests on subjects that stand already and are locked together: ballots in an urn that somebody may close at any moment.
import { setTimeout as pause } from 'node:timers/promises'
import { type CommunityId, type Refused, isRefused, refuse, rulebook } from '@yishi/domain/kernel'
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

const HOME: CommunityId = 'com_home'
const VOTERS = 200

type Ticket =
  | { readonly status: 'absent' }
  | { readonly status: 'blank' | 'cast'; readonly times: number; readonly shut: boolean }
type Cast = { readonly type: 'Cast' }
type TicketCast = { readonly type: 'TicketCast'; readonly times: number }

let locks: number
const lockAll = async (trx: Transaction, community: CommunityId, ids: readonly string[]) => {
  locks += 1
  const { rows } = await sql<{ id: string; times: number; shut: boolean }>`
    select ticket.id, times, urn.shut from app.test_ticket ticket join app.test_urn urn using (community_id)
    where community_id = ${community} and ticket.id = any(${[...ids]}::text[])
    order by ticket.id for update of ticket for share of urn`.execute(trx)
  return new Map(
    rows.map(({ id, times, shut }): [string, Ticket] => [id, { status: times === 0 ? 'blank' : 'cast', times, shut }]),
  )
}

const decide = ({ times, shut }: Exclude<Ticket, { status: 'absent' }>): TicketCast[] | Refused<'shut'> =>
  shut ? refuse('shut') : [{ type: 'TicketCast', times: times + 1 }]

const ticket: Capability<Ticket, Cast, TicketCast, 'shut'> = {
  name: 'ticket',
  rulebook: rulebook<Ticket, Cast, TicketCast, 'shut'>(
    { absent: {}, blank: { Cast: decide }, cast: { Cast: decide } },
    (_, { times }): Ticket => ({ status: 'cast', times, shut: false }),
  ),
  store: {
    lock: async (trx, { community, id }) => (await lockAll(trx, community, [id])).get(id) ?? { status: 'absent' },
    lockAll,
    write: {
      TicketCast: (trx, { community, id }, { times }) =>
        sql`update app.test_ticket set times = ${times} where community_id = ${community} and id = ${id}`.execute(trx),
    },
  },
  toEntry: { TicketCast: ({ times }) => ({ facts: { times }, sealed: {} }) },
}

const ann = { kind: 'person', person: 'per_ann', hats: [] } as const
const started = () => createPerform({ capabilities: [ticket], reactions: [] })
let fresh: FreshDatabase
let other: Database
let here: Context
let there: Context
let ours: ReturnType<typeof started>
let theirs: ReturnType<typeof started>

beforeAll(async () => {
  fresh = await freshDatabase()
  other = connect(fresh.applicationUrl)
  const owner = fresh.owner as unknown as Kysely<unknown>
  await sql`create table app.test_urn (community_id text primary key, shut boolean not null)`.execute(owner)
  await sql`create table app.test_ticket (community_id text, id text, times integer, primary key (community_id, id))`.execute(
    owner,
  )
  for (const table of ['test_urn', 'test_ticket']) await tenantTable(owner, table)
  await foundCommunity(fresh.db, HOME)
})
afterAll(async () => {
  await other.destroy()
  await fresh.drop()
})
beforeEach(async () => {
  locks = 0
  here = testContext(fresh.db).ctx
  there = testContext(other).ctx
  ours = started()
  theirs = started()
  await home(async (trx) => {
    await sql`delete from app.test_ticket`.execute(trx)
    await sql`delete from app.test_urn`.execute(trx)
    await sql`insert into app.test_urn values (${HOME}, false)`.execute(trx)
    await sql`insert into app.test_ticket select ${HOME}, 'tck_' || n, 0 from generate_series(1, ${VOTERS}) n`.execute(
      trx,
    )
  })
})

const home = <T>(work: (trx: Transaction) => Promise<T>) => inCommunities(fresh.db, [HOME], work)
const cast = (voter: number, { at, key }: { readonly at?: 'there'; readonly key?: string } = {}) => {
  const [ctx, { perform }] = at ? [there, theirs] : [here, ours]
  return perform(ctx, ticket, {
    subject: { community: HOME, id: `tck_${voter}` },
    actor: ann,
    command: { type: 'Cast' },
    ...(key ? { once: { key, of: voter } } : {}),
  })
}
const everybody = Array.from({ length: VOTERS }, (_, index) => index + 1)
const times = () =>
  home(async (trx) => {
    const { rows } = await sql<{ times: number; tickets: number }>`
      select times, count(*)::integer as tickets from app.test_ticket group by times order by times`.execute(trx)
    return rows.map((row) => [row.times, row.tickets])
  })
const entries = () =>
  home(async (trx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from app.ledger_entry where subject like 'tck\\_%'`.execute(trx)
    return rows[0]!.n
  })

test('all who come at one moment are taken in a few batches, each with an entry of their own', async () => {
  const before = await entries()
  const answers = await Promise.all(everybody.map((voter) => cast(voter)))
  expect(answers.every((answer) => !isRefused(answer) && answer.entries.length === 1)).toBe(true)
  expect(await times()).toEqual([[1, VOTERS]])
  expect((await entries()) - before).toBe(VOTERS)
  expect(locks).toBeLessThan(VOTERS / 10)
})

test('one voter twice at once, from two servers: both count one after the other, and nothing is lost', async () => {
  await Promise.all([cast(1), cast(1), cast(1, { at: 'there' }), cast(2), cast(1)])
  expect(await times()).toEqual([
    [0, VOTERS - 2],
    [1, 1],
    [4, 1],
  ])
})

test('sent twice under one key it is done once', async () => {
  const answers = await Promise.all([cast(7, { key: 'k' }), cast(7, { key: 'k' }), cast(7, { key: 'k', at: 'there' })])
  expect(new Set(answers.map((answer) => 'entries' in answer && answer.entries[0]?.leafHash)).size).toBe(1)
  expect(await times()).toEqual([
    [0, VOTERS - 1],
    [1, 1],
  ])
})

test('whoever is not found is refused, and the others of the batch are not', async () => {
  const answers = await Promise.all([cast(1), cast(VOTERS + 1), cast(2)])
  expect(answers.map((answer) => isRefused(answer) && answer.refused)).toEqual([false, 'not-in-this-state', false])
})

test('closing never races with casting: what was taken before it stands, and after it nothing is taken', async () => {
  let shutAt = 0
  const shut = async () => {
    await pause(VOTERS)
    await home(async (trx) => {
      await sql`update app.test_urn set shut = true`.execute(trx)
      const { rows } = await sql<{ n: number }>`
        select count(*)::integer as n from app.test_ticket where times > 0`.execute(trx)
      shutAt = rows[0]!.n
    })
  }
  const voting = everybody.map(async (voter, index) => {
    await pause(index * 2)
    return cast(voter, index % 2 ? {} : { at: 'there' })
  })
  const [answers] = await Promise.all([Promise.all(voting), shut()])
  const taken = answers.filter((answer) => !isRefused(answer)).length
  expect(taken).toBe(shutAt)
  expect(taken).toBeLessThan(VOTERS)
  const refused = answers.flatMap((answer) => (isRefused(answer) ? [answer.refused] : []))
  expect(new Set(refused)).toEqual(new Set(['shut']))
})
