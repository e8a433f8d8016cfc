// The receipt that whoever acts takes home: a signed promise that the entry will stand in the log.
import type { CommunityId } from '@yishi/domain/kernel'
import { signReceipt } from '@yishi/domain/ledger'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'

/** The sequencer runs about once a second; a minute leaves room for a restart. */
export const MAXIMUM_DELAY_SECONDS = 60

export const receiptFor = (ctx: Context, community: CommunityId, { entryId, leafHash, at }: Entry): string => {
  const signer = ctx.signer(community)
  const promise = { entryId: String(entryId), leafHash, at, maximumDelaySeconds: MAXIMUM_DELAY_SECONDS }
  return signReceipt({ ...promise, origin: signer.name }, signer)
}
