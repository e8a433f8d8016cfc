// The question of a poll, and what may be chosen.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import {
  type CandidatesRefusal,
  candidateMarks,
  candidatesSchema,
  candidatesUnfit,
  isMarked,
  isSpoiled,
} from './candidates.ts'
import { MOST_OPTIONS, asked, optionSchema } from './question-parts.ts'

export { LONGEST_QUESTION, MOST_OPTIONS } from './question-parts.ts'

const options = z.array(optionSchema).min(1).max(MOST_OPTIONS)

export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('for-against'), ...asked }),
  z.strictObject({ type: z.literal('choose-one'), ...asked, options }),
  z.strictObject({ type: z.literal('choose-some'), ...asked, options, most: z.int().min(1).max(MOST_OPTIONS) }),
  candidatesSchema,
])
export type Question = z.infer<typeof questionSchema>

/** What can win: the options, or that the proposal is agreed to. */
export const choicesOf = (question: Question): readonly string[] =>
  question.type === 'for-against' ? ['for'] : question.options.map(({ key }) => key)

/** What may be marked, apart from abstaining. */
export const marksOf = (question: Question): readonly string[] => {
  if (question.type === 'for-against') return ['for', 'against']
  return question.type === 'candidates' ? candidateMarks(question) : choicesOf(question)
}

/** Whether one ballot may name several, so that votes do not add up to ballots. */
export const namesSeveral = ({ type }: Question): boolean => type === 'choose-some' || type === 'candidates'

export type QuestionRefusal = 'options-twice' | 'options-too-few' | CandidatesRefusal

export const questionFits = (question: Question): Refused<QuestionRefusal> | null => {
  if (question.type === 'for-against') return null
  const named = question.options.flatMap(({ key, text }) => [key, text.normalize('NFKC').replaceAll(/\s/gu, '')])
  if (new Set(named).size < named.length) return refuse('options-twice')
  if (question.type === 'candidates') return candidatesUnfit(question)
  return question.type === 'choose-some' && question.most > question.options.length ? refuse('options-too-few') : null
}

/** One mark, or as many as may be chosen; nothing else beside an abstention. What somebody has written down is kept even where it spoils the ballot. */
export const isChoice = (
  question: Question,
  choice: readonly string[],
  may: { readonly invalid: boolean },
): boolean => {
  const [only] = choice
  if (choice.length === 1 && only === 'abstain') return true
  if (choice.length === 1 && only === 'invalid') return may.invalid
  if (question.type === 'candidates') return isMarked(question, choice) && (may.invalid || !isSpoiled(question, choice))
  const known = marksOf(question)
  const most = question.type === 'choose-some' ? question.most : 1
  const distinct = new Set(choice).size === choice.length
  return choice.length > 0 && choice.length <= most && distinct && choice.every((key) => known.includes(key))
}
