// What a poll came to: figures, the sums with their articles, and of orders, points and ticks every round or sum.
import { REGIMES, figuresSchema } from '@yishi/domain/poll'
import { z } from 'zod'
import { allocationSchema } from './seats.ts'

const line = z.object({
  zh: z.string(),
  en: z.string(),
  holds: z.boolean().nullable(),
  test: z.enum(['quorum', 'majority']),
})
const fractions = z.record(z.string(), z.string())
const tieSchema = z.object({ tied: z.array(z.string()), taken: z.array(z.string()), round: z.number().nullable() })
/** A count of orders, points or approvals, in exact fractions. */
export const countShownSchema = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('ranked'),
    winners: z.array(z.string()),
    quota: z.string(),
    rounds: z.array(
      z.object({
        votes: fractions,
        exhausted: z.string(),
        elected: z.array(z.string()),
        out: z.string().nullable(),
        transfers: z.object({ to: fractions, exhausted: z.string() }),
        tie: tieSchema.nullable(),
      }),
    ),
  }),
  z.object({
    method: z.literal('scored'),
    winners: z.array(z.string()),
    points: fractions,
    averages: z.record(z.string(), z.string().nullable()),
    tie: tieSchema.nullable(),
  }),
  z.object({
    method: z.literal('approval'),
    winners: z.array(z.string()),
    votes: fractions,
    spoiled: z.number(),
    tie: tieSchema.nullable(),
  }),
])

export const pollResultSchema = z.object({
  passed: z.boolean(),
  chosen: z.array(z.string()),
  figures: figuresSchema,
  verdicts: z.array(
    z.object({
      choice: z.string(),
      passed: z.boolean(),
      lines: z.array(line),
      /** Where another regime than the strict one was declared: the strict figures beside (R1.32). */
      strict: z.object({ passed: z.boolean(), lines: z.array(line) }).nullable(),
      zones: z.array(z.object({ zone: z.string(), passed: z.boolean(), vetoed: z.boolean() })),
    }),
  ),
  /** Where the question ranks or scores: every round or sum; null where nobody named anything. */
  count: countShownSchema.nullable(),
  /** Where people are elected by name: everybody in the order of the result, and how many seats stay open. */
  allocation: allocationSchema.nullable(),
  /** What it would have come to under each regime that the rule knows. */
  regimes: z.array(z.object({ regime: z.enum(REGIMES), passed: z.boolean() })),
})
export type PollResult = z.infer<typeof pollResultSchema>
