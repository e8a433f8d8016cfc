// A question as somebody drafts it, in a poll or in a meeting: its options have no keys yet.
import { HIGHEST_SCORE, MOST_OPTIONS, candidatesSchema } from '@yishi/domain/poll'
import { z } from 'zod'

const texts = { text: z.string().trim().min(1).max(200), explanation: z.string().trim().max(2000).default('') }
const options = z.array(z.string().trim().min(1).max(80)).min(1).max(MOST_OPTIONS)
const upToAll = z.int().min(1).max(MOST_OPTIONS)
/** Of a question that ranks or scores: how many options win. */
const preferred = { ...texts, options: options.min(2), seats: upToAll }

export const questionDraftSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('for-against'), ...texts }),
  z.object({ type: z.literal('choose-one'), ...texts, options }),
  z.object({ type: z.literal('choose-some'), ...texts, options, most: upToAll }),
  z.object({ type: z.literal('ranked'), ...preferred }),
  z.object({ type: z.literal('scored'), ...preferred, highest: z.int().min(1).max(HIGHEST_SCORE) }),
  z.object({ type: z.literal('approval'), ...preferred }),
  z.object({ type: z.literal('limited'), ...preferred, most: upToAll }),
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
