import type { CommunityId } from '@yishi/domain/kernel'
import {
  EMPTY_TREE,
  growAll,
  isSignedBy,
  leafHash,
  openCheckpoint,
  openReceipt,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '@yishi/domain/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TEST_START, foundCommunity, testContext } from '../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../testing/database.ts'
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import { inCommunities } from './database/tenancy.ts'
import { type Entry, appendEntries } from './entry.ts'
import { receiptFor } from './receipt.ts'
import { sequence, sequenceAll } from './sequencer.ts'
import { signerFromSeed } from './signer.ts'
import { latestCheckpoint, leafIndexOf, proveConsistency, proveInclusion } from './tree.ts'

let fresh: FreshDatabase
let ctx: Context
let next = 0

beforeAll(async () => {
  fresh = await freshDatabase()
  ;({ ctx } = testContext(fresh.db))
})
afterAll(() => fresh.drop())

const found = async () => {
  const id: CommunityId = `com_log${(next += 1)}`
  await foundCommunity(fresh.db, id)
  return id
}
const append = (trx: Transaction, community: CommunityId, subject = 's') =>
  appendEntries(trx, {
    drafts: [
      {
        subject: { community, id: subject },
        type: 'Noted',
        actor: { kind: 'visitor' },
        draft: { facts: {}, sealed: { word: subject } },
      },
    ],
    at: TEST_START,
  })
const note = (community: CommunityId, subject?: string) =>
  inCommunities(fresh.db, [community], (trx) => append(trx, community, subject))
const log = (community: CommunityId) =>
  inCommunities(fresh.db, [community], async (trx) => ({
    leaves: await trx
      .selectFrom('ledger_leaf')
      .innerJoin('ledger_entry', (join) =>
        join
          .onRef('ledger_entry.community_id', '=', 'ledger_leaf.community_id')
          .onRef('ledger_entry.entry_id', '=', 'ledger_leaf.entry_id'),
      )
      .select(['leaf_index', 'ledger_leaf.entry_id', 'subject', 'leaf'])
      .where('ledger_leaf.community_id', '=', community)
      .orderBy('leaf_index')
      .execute(),
    checkpoint: await latestCheckpoint(trx, community),
  }))
const gate = () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((done) => (open = done))
  return { open, opened }
}

/** A writer that has appended and not yet committed. */
/** What gives nothing back goes out with the next statement. */
const isWritten = (trx: Transaction) => sql`select 1`.execute(trx)

const slowWriter = async (community: CommunityId, subject: string) => {
  const [appended, commit] = [gate(), gate()]
  const written = inCommunities(fresh.db, [community], async (trx) => {
    await append(trx, community, subject)
    await isWritten(trx)
    appended.open()
    await commit.opened
  })
  await appended.opened
  return { commit: () => (commit.open(), written) }
}

test('the root is that of the leaves, and the checkpoint is signed under the origin', async () => {
  const community = await found()
  for (let at = 0; at < 13; at += 1) await note(community)
  expect(await sequence(ctx, community)).toBe(13)
  const { leaves, checkpoint } = await log(community)
  expect(leaves.map(({ leaf_index }) => leaf_index)).toEqual(Array.from({ length: 13 }, (_, at) => at))
  const rebuilt = growAll(
    EMPTY_TREE,
    leaves.map(({ leaf }) => leafHash(new TextEncoder().encode(leaf))),
  )
  const opened = openCheckpoint(checkpoint!.note, [ctx.signer(community)])
  expect(opened).toEqual({ origin: `test.example/${community}`, size: 13, root: rootOf(rebuilt.tree) })
})

test('an entry of a transaction that is still open is waited for, never skipped', async () => {
  const community = await found()
  const slow = await slowWriter(community, 'slow')
  await note(community, 'quick')
  expect(await sequence(ctx, community)).toBe(0)
  await slow.commit()
  expect(await sequence(ctx, community)).toBe(2)
  expect((await log(community)).leaves.map(({ subject }) => subject)).toEqual(['slow', 'quick'])
})

test('an entry that waits holds back those after it, so that acts on one subject keep their order', async () => {
  const community = await found()
  const drawNumber = (trx: Transaction) => sql`select pg_current_xact_id()`.execute(trx)
  const [drawn, go, held] = [gate(), gate(), gate()]
  const second = inCommunities(fresh.db, [community], async (trx) => {
    await drawNumber(trx)
    drawn.open()
    await go.opened
    await append(trx, community, 'second')
  })
  await drawn.opened
  const between = inCommunities(fresh.db, [community], async (trx) => {
    await drawNumber(trx)
    held.open()
    await done.opened
  })
  const done = gate()
  await held.opened
  await note(community, 'first')
  go.open()
  await second
  expect(await sequence(ctx, community)).toBe(0)
  done.open()
  await between
  await sequence(ctx, community)
  expect((await log(community)).leaves.map(({ subject }) => subject)).toEqual(['first', 'second'])
})

test('many writers and many sequencers at once: every entry once, dense, one root', async () => {
  const community = await found()
  const writers = Array.from({ length: 8 }, async () => {
    for (let at = 0; at < 15; at += 1) await note(community)
  })
  const sequencers = Array.from({ length: 4 }, async () => {
    for (let at = 0; at < 12; at += 1) await sequence(ctx, community)
  })
  await Promise.all([...writers, ...sequencers])
  await sequence(ctx, community)
  const { leaves, checkpoint } = await log(community)
  expect(leaves.map(({ leaf_index }) => leaf_index)).toEqual(Array.from({ length: 120 }, (_, at) => at))
  expect(new Set(leaves.map(({ entry_id }) => entry_id)).size).toBe(120)
  const rebuilt = growAll(
    EMPTY_TREE,
    leaves.map(({ leaf }) => leafHash(new TextEncoder().encode(leaf))),
  )
  expect(Uint8Array.from(checkpoint!.root)).toEqual(rootOf(rebuilt.tree))
})

test('a crash in the middle of a batch is harmless', async () => {
  const community = await found()
  await note(community, 'a')
  await sequence(ctx, community)
  await note(community, 'b')
  const crashing: Context = {
    ...ctx,
    signer: () => {
      throw new Error('the power went off')
    },
  }
  await expect(sequence(crashing, community)).rejects.toThrow(/power/u)
  expect((await log(community)).leaves).toHaveLength(1)
  expect(await sequence(ctx, community)).toBe(1)
  expect((await log(community)).leaves.map(({ subject }) => subject)).toEqual(['a', 'b'])
})

test('proofs read from stored nodes convince the verifier', async () => {
  const community = await found()
  const roots = new Map<number, Uint8Array>()
  for (let size = 1; size <= 11; size += 1) {
    await note(community)
    await sequence(ctx, community)
    roots.set(size, Uint8Array.from((await log(community)).checkpoint!.root))
  }
  const { leaves } = await log(community)
  await inCommunities(fresh.db, [community], async (trx) => {
    for (let leafIndex = 0; leafIndex < 11; leafIndex += 1) {
      const proof = await proveInclusion(trx, community, { leafIndex, size: 11 })
      const hash = leafHash(new TextEncoder().encode(leaves[leafIndex]!.leaf))
      expect(verifyInclusion({ leafIndex, treeSize: 11, leafHash: hash, root: roots.get(11)!, proof })).toBe(true)
    }
    for (let from = 1; from <= 11; from += 1) {
      const proof = await proveConsistency(trx, community, { from, to: 11 })
      const claim = { size1: from, size2: 11, root1: roots.get(from)!, root2: roots.get(11)!, proof }
      expect(verifyConsistency(claim)).toBe(true)
    }
  })
})

test('entries that came with a backup from a server with higher transaction numbers are sequenced', async () => {
  const community = await found()
  await note(community)
  await sql`update app.ledger_pending set xid = '9000000000' where community_id = ${community}`.execute(fresh.owner)
  expect(await sequence(ctx, community)).toBe(1)
})

test('a receipt opens under the key of the log, and the entry is found', async () => {
  const community = await found()
  const [entry] = (await note(community)) as readonly [Entry]
  const receipt = openReceipt(await receiptFor(ctx, community, entry), [ctx.signer(community)])
  expect(receipt).toMatchObject({ entryId: String(entry.entryId), leafHash: entry.leafHash, at: TEST_START })
  await sequenceAll(ctx)
  expect(await inCommunities(fresh.db, [community], (trx) => leafIndexOf(trx, community, entry.entryId))).toBe(0)
})

test("the server's signature is the one that the domain verifies", () => {
  const signer = signerFromSeed(new Uint8Array(32).fill(3), 'yishi.example')('com_a')
  const message = new TextEncoder().encode('山水有相逢')
  expect(isSignedBy(message, signer.sign(message), signer)).toBe(true)
})
