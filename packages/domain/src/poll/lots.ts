// The order of lots (抽签先后) that settles equal votes: drawn when a poll opens, before anybody has voted, from what nobody can choose twice. RFC 3797.
import { z } from 'zod'
import { select } from '../draw/index.ts'
import type { Instant } from '../kernel/index.ts'
import { choicesOf } from './marking.ts'
import type { Question } from './question.ts'

export const lotsSchema = z.strictObject({
  /** Digest of the frozen list and the moment of opening: whoever knows them draws the same order. */
  key: z.string().max(120),
  order: z.array(z.string().max(20)).max(20),
})
export type Lots = z.infer<typeof lotsSchema>

const drawn = (options: readonly string[], key: string): string[] =>
  select({ key, size: options.length, count: options.length }).map(({ position }) => options[position - 1]!)

/** The list is frozen with ids that chance has made, and a poll opens once, at a millisecond that nobody picks. */
export const drawLotsAt = (question: Question, digest: string, at: Instant): Lots => {
  const key = `${digest}/${at}`
  return { key, order: drawn(choicesOf(question), key) }
}

export const lotsHold = (question: Question, { key, order }: Lots): boolean =>
  drawn(choicesOf(question), key).join() === order.join()
