// The receipt that whoever acts takes home: a signed promise that the entry will stand in the log.
import type { CommunityId } from '@yishi/domain/kernel'
import { signReceipt } from '@yishi/domain/ledger'
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import type { Entry } from './entry.ts'
import type { Subject } from './store.ts'

/** The sequencer runs about once a second; a minute leaves room for a restart. */
export const MAXIMUM_DELAY_SECONDS = 60

export const receiptFor = (ctx: Context, community: CommunityId, { entryId, leafHash, at }: Entry): Promise<string> => {
  const { name: origin, signAside: sign } = ctx.signer(community)
  const promise = { entryId: String(entryId), leafHash, at, maximumDelaySeconds: MAXIMUM_DELAY_SECONDS }
  return signReceipt({ ...promise, origin }, { name: origin, sign })
}

/** The receipt of a subject's first entry, of its last one, or of the last of one type, given again. */
export const receiptOf = async (
  ctx: Context,
  trx: Transaction,
  { community, id }: Subject,
  which: 'first' | 'last' | { readonly lastOf: string } = 'first',
): Promise<string | null> => {
  const row = await trx
    .selectFrom('ledger_entry')
    .select(['entry_id', 'type', 'leaf_hash', 'at'])
    .where('community_id', '=', community)
    .where('subject', '=', id)
    .$if(typeof which === 'object', (query) => query.where('type', '=', (which as { lastOf: string }).lastOf))
    .orderBy('entry_id', which === 'first' ? 'asc' : 'desc')
    .executeTakeFirst()
  if (!row) return null
  const { entry_id: entryId, type, at } = row
  return receiptFor(ctx, community, { entryId, type, at, leafHash: Buffer.from(row.leaf_hash).toString('hex') })
}
