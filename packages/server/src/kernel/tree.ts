// Reads the Merkle tree of a community's log from its stored nodes, and proves from them (RFC 6962 section 2.1).
import type { CommunityId } from '@yishi/domain/kernel'
import {
  type Hash,
  type NodeAddress,
  type NodeAt,
  type Tree,
  consistencyAddresses,
  consistencyProof,
  edgeAddresses,
  inclusionAddresses,
  inclusionProof,
  treeAt,
} from '@yishi/domain/ledger'
import { sql } from 'kysely'
import type { Transaction } from './database/tables.ts'

/** Each by its key (`offset 0`): a join may be planned as a reading of all nodes. */
export const readNodes = async (
  trx: Transaction,
  community: CommunityId,
  all: readonly NodeAddress[],
): Promise<NodeAt> => {
  const { rows } = await sql<{ level: number; index: number; hash: Buffer }>`
    select node.* from unnest(${all.map(({ level }) => level)}::integer[], ${all.map(({ index }) => index)}::bigint[]) as wanted (level, index),
      lateral (select level, index, hash from app.ledger_node
        where community_id = ${community} and level = wanted.level and index = wanted.index offset 0) as node`.execute(
    trx,
  )
  const nodes = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, Uint8Array.from(hash)]))
  return (level, index) => {
    const node = nodes.get(`${level}/${index}`)
    if (!node) throw new Error(`the tree of ${community} lacks node ${level}/${index}`)
    return node
  }
}

export const sizeOf = async (trx: Transaction, community: CommunityId): Promise<number> => {
  const { rows } = await sql<{ size: number }>`
    select coalesce(max(leaf_index) + 1, 0) as size from app.ledger_leaf where community_id = ${community}`.execute(trx)
  return rows[0]!.size
}

export const readTree = async (trx: Transaction, community: CommunityId): Promise<Tree> => {
  const size = await sizeOf(trx, community)
  return treeAt(size, await readNodes(trx, community, edgeAddresses(size)))
}

/** For 0 ≤ leafIndex < size; the caller knows both from a checkpoint. */
export const proveInclusion = async (
  trx: Transaction,
  community: CommunityId,
  { leafIndex, size }: { readonly leafIndex: number; readonly size: number },
): Promise<readonly Hash[]> =>
  inclusionProof(leafIndex, size, await readNodes(trx, community, inclusionAddresses(leafIndex, size).flat()))

/** For 1 ≤ from ≤ to. */
export const proveConsistency = async (
  trx: Transaction,
  community: CommunityId,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly Hash[]> =>
  consistencyProof(from, to, await readNodes(trx, community, consistencyAddresses(from, to).flat()))

/** Null until the entry has been sequenced, which takes about a second. */
export const leafIndexOf = async (
  trx: Transaction,
  community: CommunityId,
  entryId: number,
): Promise<number | null> => {
  const row = await trx
    .selectFrom('ledger_leaf')
    .select('leaf_index')
    .where('community_id', '=', community)
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  return row?.leaf_index ?? null
}

export const latestCheckpoint = (trx: Transaction, community: CommunityId) =>
  trx
    .selectFrom('ledger_checkpoint')
    .select(['size', 'root', 'note', 'at'])
    .where('community_id', '=', community)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
