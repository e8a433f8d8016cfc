// Reading the public ledger: its pages, newest first, and the proofs for its entries.
import type { z } from 'zod'
import type { consistencySchema, inclusionSchema } from '@yishi/contract/ledger'
import type { CommunityId } from '@yishi/domain/kernel'
import { rootOf, toBase64, treeAt, edgeAddresses } from '@yishi/domain/ledger'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { together } from '../../kernel/together.ts'
import { leafIndexOf, proveConsistency, proveInclusion, readNodes, sizeOf } from '../../kernel/tree.ts'

export type Page = { readonly community: string; readonly skip: number; readonly most: number }

/** Whoever asks for a page while it is being read gets the next reading of it, all of them the same. */
const readings = together({
  most: 1000,
  work: async (all: readonly Page[], { owner: db }: { readonly owner: Database }) => {
    const { community, skip, most } = all[0]!
    const { rows } = await sql<{ page: string | null }>`
      select app.ledger_page(${community}, ${skip}, ${most}) as page`.execute(db)
    const page = rows[0]?.page
    const value = page ? Buffer.from(page) : null
    return all.map(() => ({ status: 'fulfilled' as const, value }))
  },
})

/** The newest entries but `skip`, as the JSON that is sent: made by the database, which holds them; null for an unknown community. */
export const ledgerPage = (db: Database, page: Page): Promise<Buffer | null> =>
  readings({ owner: db, name: `${page.community} ${page.skip} ${page.most}` }, page)

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
