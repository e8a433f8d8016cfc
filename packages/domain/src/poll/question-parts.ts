// What every kind of question is written with: its sentence, what there is to know beside it, and its options.
import { z } from 'zod'

/** Longer than this nobody reads before choosing; what there is to know stands beside it. */
export const LONGEST_QUESTION = 200
export const MOST_OPTIONS = 12

export const optionSchema = z.strictObject({
  key: z.string().regex(/^option-\d{1,2}$/),
  text: z.string().trim().min(1).max(80),
})

export const asked = { text: z.string().trim().min(1).max(LONGEST_QUESTION), explanation: z.string().trim().max(2000) }
