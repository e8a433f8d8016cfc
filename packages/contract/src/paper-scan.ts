// The HTTP promise about pictures of paper ballots: what became of each that was handed in.
import { z } from 'zod'

/** `replaced`: of a sheet that is void. `unreadable`: no code could be read. `foreign`: a code, but of no sheet of this vote. `several`: more than one sheet. */
export const SCAN_OUTCOMES = ['matched', 'replaced', 'unreadable', 'foreign', 'several'] as const
export type ScanOutcome = (typeof SCAN_OUTCOMES)[number]

export const paperScanSchema = z.object({
  scan: z.string(),
  outcome: z.enum(SCAN_OUTCOMES),
  /** Of the unit on the list; null where it belongs to no sheet. */
  number: z.number().nullable(),
  name: z.string().nullable(),
  issue: z.number().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type PaperScan = z.infer<typeof paperScanSchema>

/** Of one file that was handed in, in the order of its pages. */
export const takenScansSchema = z.object({ scans: z.array(paperScanSchema) })
export type TakenScans = z.infer<typeof takenScansSchema>

export const paperScansSchema = z.object({ all: z.number(), matched: z.number(), scans: z.array(paperScanSchema) })
export type PaperScans = z.infer<typeof paperScansSchema>
