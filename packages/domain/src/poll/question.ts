// The question of a poll, and its options.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'

/** Longer than this nobody reads before choosing; what there is to know stands beside it. */
export const LONGEST_QUESTION = 200
export const MOST_OPTIONS = 12

const option = z.strictObject({
  key: z.string().regex(/^option-\d{1,2}$/),
  text: z.string().trim().min(1).max(80),
})

const asked = { text: z.string().trim().min(1).max(LONGEST_QUESTION), explanation: z.string().trim().max(2000) }
const options = z.array(option).min(1).max(MOST_OPTIONS)

export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('for-against'), ...asked }),
  z.strictObject({ type: z.literal('choose-one'), ...asked, options }),
  z.strictObject({ type: z.literal('choose-some'), ...asked, options, most: z.int().min(1).max(MOST_OPTIONS) }),
])
export type Question = z.infer<typeof questionSchema>

export type QuestionRefusal = 'options-twice' | 'options-too-few'

export const questionFits = (question: Question): Refused<QuestionRefusal> | null => {
  if (question.type === 'for-against') return null
  const named = question.options.flatMap(({ key, text }) => [key, text.normalize('NFKC').replaceAll(/\s/gu, '')])
  if (new Set(named).size < named.length) return refuse('options-twice')
  return question.type === 'choose-some' && question.most > question.options.length ? refuse('options-too-few') : null
}
