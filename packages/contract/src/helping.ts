// The HTTP promise about helping a neighbour: whose consent there is, and how it was given.
import { CONSENT_WAYS } from '@yishi/domain/helping'
import { z } from 'zod'
import type { FieldProblems } from './field-problem.ts'

/** With `name` and `phone` of the matter being the neighbour's. */
export const helpSchema = z.object({
  way: z.enum(CONSENT_WAYS),
  unit: z.string().trim().max(60).default(''),
  /** Photo of the paper, where consent was given on one. */
  paper: z.string().optional(),
})

/** What the form of `POST /p/:code/help` adds to that of raising: `unit`, `way`, `agreed`, `paper` (file), `paperKept` (id). */
type HelpField = 'unit' | 'way' | 'agreed' | 'paper'
export type HelpDraft = {
  readonly unit: string
  readonly way: (typeof CONSENT_WAYS)[number] | null
  readonly agreed: boolean
  readonly paper: string | null
  readonly problems: FieldProblems<HelpField>
}
