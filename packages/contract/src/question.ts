// A question as somebody drafts it, in a poll or in a meeting: its options have no keys yet.
import { candidatesSchema } from '@yishi/domain/poll'
import { z } from 'zod'

const texts = { text: z.string().trim().min(1).max(200), explanation: z.string().trim().max(2000).default('') }
const option = z.string().trim().min(1).max(80)

export const questionDraftSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('for-against'), ...texts }),
  z.object({ type: z.literal('choose-one'), ...texts, options: z.array(option).min(1).max(12) }),
  z.object({
    type: z.literal('choose-some'),
    ...texts,
    options: z.array(option).min(1).max(12),
    most: z.int().min(1).max(12),
  }),
  /** Candidates get their keys in the order in which they stand here. */
  candidatesSchema.omit({ options: true }).extend({
    ...texts,
    options: z
      .array(candidatesSchema.shape.options.element.omit({ key: true }))
      .min(1)
      .max(20),
  }),
])
export type QuestionDraft = z.infer<typeof questionDraftSchema>
