// The HTTP promise about the roster workbook: what a preview tells about each row, and what a confirmation answers.
import { z } from 'zod'

const wordsSchema = z.object({ zh: z.string(), en: z.string() })

export const rosterProblemSchema = z.object({
  sheet: z.string(),
  /** `D7`. */
  cell: z.string(),
  code: z.string(),
  /** The whole sentence, cell and advice included. */
  words: wordsSchema,
})

export const VERDICTS = ['new', 'changed', 'unchanged', 'error'] as const

export const rosterRowSchema = z.object({
  sheet: z.string(),
  row: z.number(),
  label: z.string(),
  verdict: z.enum(VERDICTS),
  changes: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
  problems: z.array(rosterProblemSchema),
})
export type RosterRow = z.infer<typeof rosterRowSchema>

const countsSchema = z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), error: z.number() })

export const MOST_ROWS_SHOWN = 500

export const rosterPreviewSchema = z.object({
  /** What to confirm; null where there is an error, because a wrong file writes nothing. */
  preview: z.string().nullable(),
  community: z.string(),
  expiresAt: z.iso.datetime().nullable(),
  counts: countsSchema,
  /** Those of whole sheets and headers. */
  problems: z.array(rosterProblemSchema),
  /** Errors first, then changed, new and unchanged rows; at most MOST_ROWS_SHOWN of them. */
  rows: z.array(rosterRowSchema),
  total: z.number(),
})
export type RosterPreview = z.infer<typeof rosterPreviewSchema>

export const confirmRosterSchema = z.object({ community: z.string().regex(/^com_[a-z0-9]+$/), preview: z.string() })
export type ConfirmRoster = z.infer<typeof confirmRosterSchema>

export const rosterImportedSchema = z.object({ preview: z.string(), counts: countsSchema })
export type RosterImported = z.infer<typeof rosterImportedSchema>

export const WORKBOOK_MEGABYTES = 20
