// The question of a poll, and what may be chosen.
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

/** What can win: the options, or that the proposal is agreed to. */
export const choicesOf = (question: Question): readonly string[] =>
  question.type === 'for-against' ? ['for'] : question.options.map(({ key }) => key)

/** What may be marked, apart from abstaining. */
export const marksOf = (question: Question): readonly string[] =>
  question.type === 'for-against' ? ['for', 'against'] : choicesOf(question)

export type QuestionRefusal = 'options-twice' | 'options-too-few'

export const questionFits = (question: Question): Refused<QuestionRefusal> | null => {
  if (question.type === 'for-against') return null
  const named = question.options.flatMap(({ key, text }) => [key, text.normalize('NFKC').replaceAll(/\s/gu, '')])
  if (new Set(named).size < named.length) return refuse('options-twice')
  return question.type === 'choose-some' && question.most > question.options.length ? refuse('options-too-few') : null
}

/** One mark, or as many as may be chosen; nothing else beside an abstention. */
export const isChoice = (
  question: Question,
  choice: readonly string[],
  may: { readonly invalid: boolean },
): boolean => {
  const [only] = choice
  if (choice.length === 1 && only === 'abstain') return true
  if (choice.length === 1 && only === 'invalid') return may.invalid
  const known = marksOf(question)
  const most = question.type === 'choose-some' ? question.most : 1
  const distinct = new Set(choice).size === choice.length
  return choice.length > 0 && choice.length <= most && distinct && choice.every((key) => known.includes(key))
}
