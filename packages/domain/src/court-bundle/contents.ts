// What lies in a court bundle: the list of its files with their digests, the proof that this list stands in the log, and the data from which the result is recomputed.
import { z } from 'zod'
import { type Json, extractSchema } from '../ledger/index.ts'
import { figuresSchema } from '../poll/index.ts'

export const MANIFEST = 'manifest.json'
export const ANCHOR = 'anchor.json'
/** Under these names the verifier finds what it recomputes; everything else in a bundle is for people. */
export const BUNDLE_DATA = {
  poll: 'data/poll.json',
  list: 'data/list.json',
  result: 'data/result.json',
  ledger: 'data/ledger.json',
} as const

const digest = z.string().regex(/^[0-9a-f]{64}$/)
/** Below the folder, no way up. */
const filePath = z.string().regex(/^(?!.*\.\.)[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/)

export const manifestSchema = z.strictObject({
  format: z.literal('yishi-court-bundle/1'),
  bundle: z.string().max(60),
  poll: z.string().max(60),
  takenAt: z.string().max(40),
  files: z.array(z.strictObject({ path: filePath, bytes: z.int().min(0), sha256: digest })).min(1),
})
export type BundleManifest = z.infer<typeof manifestSchema>

/** The entry that tells that the bundle was taken, in the log; `receipt` promises it where the log has not taken it in yet. */
export const anchorSchema = z.strictObject({
  leaf: z.string().max(10_000),
  receipt: z.string().max(5000),
  log: extractSchema.nullable(),
  /** The key of the log as the community publishes it: compare it with what is known from elsewhere. */
  key: z.string().max(500),
})
export type BundleAnchor = z.infer<typeof anchorSchema>

export const bundledResultSchema = z.strictObject({
  status: z.enum(['preliminary', 'decided']),
  figures: figuresSchema,
  passed: z.boolean(),
  chosen: z.array(z.string().max(20)),
  /** What opens the figures that the last of the tellers entered into the log. */
  countSalt: z.string().max(64),
})
export type BundledResult = z.infer<typeof bundledResultSchema>

const opening = z.strictObject({ salt: z.string().max(64), value: z.custom<Json>((value) => value !== undefined) })

/** The entries of the vote, its ballots, its paper and its notices; with each what opens its sealed values, but not telephone numbers. */
export const bundledLedgerSchema = z.strictObject({
  log: extractSchema,
  openings: z.array(z.record(z.string().max(40), opening)),
})
export type BundledLedger = z.infer<typeof bundledLedgerSchema>
