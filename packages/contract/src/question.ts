// A question as somebody drafts it, in a poll or in a meeting: its options have no keys yet.
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
])
export type QuestionDraft = z.infer<typeof questionDraftSchema>
