// Reading the public ledger: entries by their place in the log, and the proofs for them.
import type { z } from 'zod'
import type { LedgerPage, consistencySchema, inclusionSchema } from '@yishi/contract/ledger'
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import { rootOf, toBase64, treeAt, edgeAddresses } from '@yishi/domain/ledger'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { leafIndexOf, proveConsistency, proveInclusion, readNodes, sizeOf } from '../../kernel/tree.ts'

type Row = { index: number; entry: number; at: Instant; type: string; subject: string; leaf: string; hash: Uint8Array }

/** The entries are named one by one, so that no guess of the planner reads the whole log. Newest first, beginning `skip` entries before the newest. */
export const readEntries = async (
  trx: Transaction,
  community: CommunityId,
  { skip, most }: { readonly skip: number; readonly most: number },
): Promise<LedgerPage> => {
  const total = await sizeOf(trx, community)
  const { rows } = await sql<Row>`
    with leaf as materialized (
      select leaf_index, entry_id from app.ledger_leaf
      where community_id = ${community} and leaf_index < ${total - skip} and leaf_index >= ${total - skip - most}
    )
    select leaf.leaf_index as index, e.entry_id as entry, e.at, e.type, e.subject, e.leaf, e.leaf_hash as hash
    from app.ledger_entry e join leaf using (entry_id)
    where e.community_id = ${community} and e.entry_id = any(array(select entry_id from leaf))
    order by leaf.leaf_index desc`.execute(trx)
  return { total, entries: rows.map((row) => ({ ...row, hash: toBase64(row.hash) })) }
}

const rootAt = async (trx: Transaction, community: CommunityId, size: number): Promise<string> =>
  toBase64(rootOf(treeAt(size, await readNodes(trx, community, edgeAddresses(size)))))

/** Null while the entry has no leaf yet, or where there is no such entry. */
export const readInclusion = async (
  trx: Transaction,
  community: CommunityId,
  { entry, size: wanted }: { readonly entry: number; readonly size: number | undefined },
): Promise<z.infer<typeof inclusionSchema> | null> => {
  const [size, leafIdx] = [wanted ?? (await sizeOf(trx, community)), await leafIndexOf(trx, community, entry)]
  if (leafIdx === null || leafIdx >= size) return null
  const row = await trx
    .selectFrom('ledger_entry')
    .select('leaf_hash')
    .where('community_id', '=', community)
    .where('entry_id', '=', entry)
    .executeTakeFirstOrThrow()
  const proof = await proveInclusion(trx, community, { leafIndex: leafIdx, size })
  const root = await rootAt(trx, community, size)
  return { leafIdx, treeSize: size, root, leafHash: toBase64(row.leaf_hash), proof: proof.map(toBase64) }
}

export const readConsistency = async (
  trx: Transaction,
  community: CommunityId,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<z.infer<typeof consistencySchema> | null> => {
  if (from < 1 || from > to || to > (await sizeOf(trx, community))) return null
  const proof = from === to ? [] : await proveConsistency(trx, community, { from, to })
  const [root1, root2] = [await rootAt(trx, community, from), await rootAt(trx, community, to)]
  return { size1: from, size2: to, root1, root2, proof: proof.map(toBase64) }
}
