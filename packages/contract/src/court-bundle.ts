// A court bundle in the console, and the record that its report and its tables are written from.
import type { Assembly, Channel, Figures, NotedIn, ProofKind } from '@yishi/domain/poll'
import type { Assistance, SignedBy } from '@yishi/domain/paper-ballot'
import { z } from 'zod'
import type { DocumentSheet, DocumentTable } from './document.ts'
import type { PublicNotice } from './notice.ts'
import type { PaperStep, Reconciliation } from './paper-ballot.ts'
import type { PollSheet } from './poll-page.ts'

export const BUNDLE_STAGES = ['waiting', 'lists', 'registers', 'papers', 'packing'] as const
export type BundleStage = (typeof BUNDLE_STAGES)[number]

/** A bundle that somebody asked for: how far it is, what is in it, until when it can be fetched, or why it cannot. */
export const bundleSchema = z.object({
  bundle: z.string(),
  status: z.enum(['asked', 'ready', 'failed', 'gone']),
  by: z.string(),
  askedAt: z.iso.datetime(),
  stage: z.enum(BUNDLE_STAGES),
  /** Of the whole work, in hundredths; of what was measured, not of what is left. */
  done: z.int().min(0).max(100),
  /** More than once after a restart, or where something went wrong. */
  tries: z.int(),
  files: z.number().nullable(),
  /** Of the archive, in bytes. */
  size: z.number().nullable(),
  manifest: z.string().nullable(),
  readyAt: z.iso.datetime().nullable(),
  goesAt: z.iso.datetime().nullable(),
  why: z.enum(['disk-full', 'broken', 'time', 'replaced', 'result-missing', 'lost']).nullable(),
})
export type AskedBundle = z.infer<typeof bundleSchema>

/** `anew`: another one although one is ready, because objections or notices have come since. */
export const askBundleSchema = z.object({ anew: z.boolean().default(false) })

/** `GET /api/polls/:poll/court-bundles`: those asked for and those taken, the last first, and whether the reader may. */
export const bundlesSchema = z.object({
  may: z.boolean(),
  keptDays: z.number(),
  bundles: z.array(bundleSchema),
  taken: z.array(
    z.object({
      bundle: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      files: z.number(),
      bytes: z.number(),
      manifest: z.string(),
    }),
  ),
})
export type Bundles = z.infer<typeof bundlesSchema>

/** What the one who asked hears. */
export type BundleOccasion =
  | { readonly told: 'ready'; readonly goesAt: string }
  | { readonly told: 'failed'; readonly why: 'disk-full' | 'result-missing' | 'broken' }

export type BundledBallot = {
  readonly number: number
  readonly channel: Channel
  readonly choice: readonly string[]
  readonly at: string
  readonly notedBy: string | null
  readonly notedIn: NotedIn | null
  readonly holds: boolean
}
export type BundledProof = {
  readonly proof: ProofKind
  readonly evidence: string
  readonly by: string
  readonly at: string
}
/** One unit of the list as it was frozen. */
export type BundledUnit = {
  /** On the list, from one; printed on its sheet. */
  readonly number: number
  readonly name: string
  readonly area: string | null
  readonly head: number
  readonly zone: string
  readonly owners: readonly { readonly name: string; readonly share: string }[]
  readonly ballots: readonly BundledBallot[]
  readonly proofs: readonly BundledProof[]
}
/** One line of the registers of delivery and return. */
export type BundledStep = Pick<PaperStep, 'step' | 'how'> & {
  readonly number: number
  readonly name: string
  readonly issue: number
  readonly words: string
  readonly told: boolean | null
  readonly warned: boolean | null
  readonly signed: boolean | null
  readonly signedBy: SignedBy | null
  readonly assistance: Assistance | null
  readonly choice: readonly string[] | null
  readonly companion: string
  readonly by: string
  readonly seenAt: string
  readonly at: string
  /** Of the signed sheet: its file in the bundle. */
  readonly scan: string | null
}
export type BundledObjection = {
  readonly text: string
  readonly status: 'lodged' | 'answered' | 'taken-back'
  readonly lodgedAt: string
  readonly answer: string | null
  readonly upheld: boolean | null
  readonly answeredAt: string | null
}
export type BundledNotice = PublicNotice & {
  readonly of: 'agenda' | 'result'
  readonly hung: readonly { readonly name: string; readonly hungAt: string | null; readonly takenAt: string | null }[]
  readonly told: readonly BundledObjection[]
}
export type BundledCount = {
  readonly number: number
  readonly by: string
  readonly at: string
  readonly figures: Figures
}

/** Part of the registers: a whole list is not held at once. */
export type CourtLines = { readonly units: readonly BundledUnit[]; readonly steps: readonly BundledStep[] }

/** What a vote left behind, as people read it, beside its registers; no telephone number, no number of an identity card. */
export type CourtRecord = Omit<PollSheet, 'url' | 'asOf' | 'turnout'> & {
  readonly bundle: string
  readonly madeAt: string
  /** Who asked for it. */
  readonly askedBy: string
  readonly named: number
  readonly assembly: Assembly
  readonly draftedAt: string
  /** Of how many units each proof is on file, and through which channel the ballots came that hold. */
  readonly sums: {
    readonly proved: Readonly<Partial<Record<ProofKind, number>>>
    readonly channels: Readonly<Partial<Record<Channel, number>>>
  }
  readonly counts: readonly BundledCount[]
  readonly notices: readonly BundledNotice[]
  readonly reconciliation: Reconciliation
  readonly ledger: { readonly size: number; readonly root: string; readonly entries: number; readonly key: string }
}

/** Each table is a file of its own for a spreadsheet, and stands in the report. */
export type CourtTable = DocumentTable & { readonly name: string; readonly title: string }
export type CourtReport = { readonly sheet: DocumentSheet; readonly tables: readonly CourtTable[] }
