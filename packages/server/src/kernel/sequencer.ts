// Gives committed ledger entries their dense place in the log, grows the tree and signs checkpoints; writers never wait for it.
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import {
  type Hash,
  type NoteSigner,
  type Tree,
  type TreeNode,
  growAll,
  rootOf,
  signCheckpoint,
} from '@yishi/domain/ledger'
import { sql } from 'kysely'
import { everyCommunity } from './communities.ts'
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import { inCommunities } from './database/tenancy.ts'
import { readTree } from './tree.ts'

const BATCH = 2000

type Waiting = { readonly entry_id: number; readonly leaf_hash: Buffer }

/**
 * Only entries that no open transaction can still precede. Where one must wait, all after it wait: two acts on one subject keep
 * their order whatever numbers their transactions drew. A number from the future comes from another server's backup and is settled.
 * The entries are named one by one, so that no guess of the planner reads the whole log.
 */
const settled = async (trx: Transaction, community: CommunityId): Promise<readonly Waiting[]> => {
  const { rows } = await sql<Waiting>`
    with pending as materialized (
      select entry_id, xid < pg_snapshot_xmin(pg_current_snapshot()) or xid >= pg_snapshot_xmax(pg_current_snapshot()) as safe
      from app.ledger_pending where community_id = ${community} order by entry_id limit ${BATCH}
    )
    select entry_id, leaf_hash from app.ledger_entry
    where community_id = ${community} and entry_id = any(array(
      select entry_id from pending
      where entry_id < coalesce((select min(entry_id) from pending where not safe), 9223372036854775807)
    ))
    order by entry_id`.execute(trx)
  return rows
}

type Growth = {
  readonly community: CommunityId
  readonly before: number
  readonly entries: readonly number[]
  readonly tree: Tree
  readonly completed: readonly TreeNode[]
}

const store = async (trx: Transaction, growth: Growth, checkpoint: { root: Hash; note: string; at: Instant }) => {
  const { community, before, entries, tree, completed } = growth
  await sql`
    with taken as (
      select * from unnest(${entries}::bigint[]) with ordinality as row (entry_id, ordinal)
    ), leaf as (
      insert into app.ledger_leaf (community_id, leaf_index, entry_id)
      select ${community}, ${before}::bigint + ordinal - 1, entry_id from taken
    ), node as (
      insert into app.ledger_node (community_id, level, index, hash)
      select ${community}, row.* from unnest(${completed.map(({ level }) => level)}::integer[],
        ${completed.map(({ index }) => index)}::bigint[], ${completed.map(({ hash }) => hash)}::bytea[]) as row
    ), settled as (
      delete from app.ledger_pending using taken
      where ledger_pending.community_id = ${community} and ledger_pending.entry_id = taken.entry_id
    )
    insert into app.ledger_checkpoint (community_id, size, root, note, at)
    values (${community}, ${tree.size}, ${checkpoint.root}, ${checkpoint.note}, ${checkpoint.at})`.execute(trx)
}

const signed = (tree: Tree, signer: NoteSigner) => {
  const root = rootOf(tree)
  return { root, note: signCheckpoint({ origin: signer.name, size: tree.size, root }, signer) }
}

const takeBatch = (ctx: Context, community: CommunityId): Promise<number> =>
  inCommunities(ctx.db, [community], async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${community}`}, 0))`.execute(trx)
    const waiting = await settled(trx, community)
    if (waiting.length === 0) return 0
    const before = await readTree(trx, community)
    const { tree, completed } = growAll(
      before,
      waiting.map(({ leaf_hash }) => Uint8Array.from(leaf_hash)),
    )
    const entries = waiting.map(({ entry_id }) => entry_id)
    const checkpoint = { ...signed(tree, ctx.signer(community)), at: ctx.clock.now() }
    await store(trx, { community, before: before.size, entries, tree, completed }, checkpoint)
    return entries.length
  })

/** Returns how many entries found their place. One process at a time does a community; a crash leaves the last whole batch. */
export const sequence = async (ctx: Context, community: CommunityId): Promise<number> => {
  let all = 0
  for (let taken = BATCH; taken === BATCH; all += taken) taken = await takeBatch(ctx, community)
  return all
}

export const sequenceAll = async (ctx: Context): Promise<void> => {
  const communities = await everyCommunity(ctx.db)
  const waiting = await inCommunities(ctx.db, communities, (trx) =>
    trx.selectFrom('ledger_pending').select('community_id').distinct().execute(),
  )
  for (const { community_id } of waiting) await sequence(ctx, community_id)
}
