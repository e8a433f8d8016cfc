// The HTTP promise about the public ledger: its checkpoint, its entries, and the proofs that anyone can check offline.
import { z } from 'zod'

const base64 = z.string()

export const checkpointSchema = z.object({
  /** C2SP signed note (tlog-checkpoint). */
  note: z.string(),
  size: z.number(),
  root: base64,
  at: z.iso.datetime(),
  /** The log's public key as a C2SP verifier key. */
  key: z.string(),
})

export const ledgerEntrySchema = z.object({
  index: z.number(),
  entry: z.number(),
  at: z.iso.datetime(),
  type: z.string(),
  subject: z.string(),
  /** Canonical text (RFC 8785) whose RFC 6962 leaf hash stands in the tree. */
  leaf: z.string(),
  hash: base64,
})

export const ledgerPageSchema = z.object({ total: z.number(), entries: z.array(ledgerEntrySchema) })
export type LedgerPage = z.infer<typeof ledgerPageSchema>

/** The verifier's own fields: `yishi verify inclusion FILE` reads this answer as it is. */
export const inclusionSchema = z.object({
  leafIdx: z.number(),
  treeSize: z.number(),
  root: base64,
  leafHash: base64,
  proof: z.array(base64),
})

/** `yishi verify consistency FILE` reads this answer as it is. */
export const consistencySchema = z.object({
  size1: z.number(),
  size2: z.number(),
  root1: base64,
  root2: base64,
  proof: z.array(base64),
})
