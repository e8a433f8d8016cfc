// What may stand on a ballot, and for what it counts: one place for every kind of question. RULES R2.4, R7.30.
import { candidateMarks, isMarked, isOverTicked, openSeats } from './candidates.ts'
import { numberedMark, readNumbered } from './numbered.ts'
import { PREFERENCE_TYPES, type Question } from './question.ts'
import { spoilOf } from './spoiled.ts'

/** `rank-twice`: one option stands in two places of an order. */
export type MarkingRefusal = 'choice-unfit' | 'option-unknown' | 'rank-twice' | 'too-many-marks' | 'score-out-of-range'

/** Options in any order; an order of preference; or points, `option-3:4`. */
type Choice = readonly string[]

/** What can win: the options, or that the proposal is agreed to. */
export const choicesOf = (question: Question): readonly string[] =>
  question.type === 'for-against' ? ['for'] : question.options.map(({ key }) => key)

/** What may be marked, apart from abstaining. */
export const marksOf = (question: Question): readonly string[] => {
  if (question.type === 'for-against') return ['for', 'against']
  return question.type === 'candidates' ? candidateMarks(question) : choicesOf(question)
}

/** Whether one ballot may name several, so that their votes add up to more than the ballots. */
export const namesSeveral = ({ type }: Question): boolean =>
  type === 'choose-some' || type === 'candidates' || (PREFERENCE_TYPES as readonly string[]).includes(type)

/** How many marks a ballot may bear. */
export const mostMarks = (question: Question): number => {
  if (question.type === 'choose-some' || question.type === 'limited') return question.most
  if (question.type === 'candidates' && question.marking === 'limited') return openSeats(question)
  return namesSeveral(question) ? choicesOf(question).length : 1
}

/** How many may win. */
export const seatsOf = (question: Question): number => {
  if (question.type === 'candidates') return openSeats(question)
  return question.type === 'choose-some' ? question.most : 'seats' in question ? question.seats : 1
}

export const scoreMark = numberedMark

/** Points by option, of a ballot that was found fit. */
export const scoresOf = (choice: Choice): Readonly<Record<string, number>> =>
  Object.fromEntries(choice.map(readNumbered).map(({ key, number }) => [key, number ?? 0]))

type ScoredQuestion = Extract<Question, { type: 'scored' }>

const scoresRefusal = (question: ScoredQuestion, choice: Choice): MarkingRefusal | null => {
  const scores = choice.map(readNumbered)
  const known = choicesOf(question)
  if (scores.some(({ key }) => !known.includes(key))) return 'option-unknown'
  if (new Set(scores.map(({ key }) => key)).size < scores.length) return 'choice-unfit'
  const fits = ({ number }: (typeof scores)[number]) => number !== null && number <= question.highest
  return scores.every(fits) ? null : 'score-out-of-range'
}

const twice = (choice: Choice): boolean => new Set(choice).size < choice.length

const keysRefusal = (question: Question, choice: Choice): MarkingRefusal | null => {
  const known = marksOf(question)
  if (choice.some((key) => !known.includes(key))) return 'option-unknown'
  if (twice(choice)) return question.type === 'ranked' ? 'rank-twice' : 'choice-unfit'
  return choice.length > mostMarks(question) ? 'too-many-marks' : null
}

const marksRefusal = (question: Question, choice: Choice): MarkingRefusal | null => {
  if (question.type === 'candidates') {
    if (!isMarked(question, choice)) return 'choice-unfit'
    return isOverTicked(question, choice) ? 'too-many-marks' : null
  }
  if (question.type === 'scored') return scoresRefusal(question, choice)
  const refused = keysRefusal(question, choice)
  return refused && !('seats' in question) ? 'choice-unfit' : refused
}

/** Why this is no ballot; null where it is one: its marks, or an abstention and nothing beside it. What is spoiled on paper is kept as it stands (R7.30). */
export const choiceRefusal = (
  question: Question,
  choice: Choice,
  may: { readonly invalid: boolean },
): MarkingRefusal | null => {
  const [only] = choice
  if (only === undefined) return 'choice-unfit'
  if (choice.length === 1 && only === 'abstain') return null
  if (choice.length === 1 && only === 'invalid') return may.invalid ? null : 'choice-unfit'
  if (choice.includes('abstain')) return 'choice-unfit'
  return may.invalid && spoilOf(question, choice) ? null : marksRefusal(question, choice)
}

export const isChoice = (question: Question, choice: Choice, may: { readonly invalid: boolean }): boolean =>
  choiceRefusal(question, choice, may) === null

/** Where one mark alone may spoil the sheet. */
const hasNumbers = ({ type }: Question): boolean => type === 'ranked' || type === 'scored'

/** A ballot as the count takes it: the same marks in another order are the same, save where the order is what it says. */
export const asCounted = (question: Question, choice: Choice): Choice => {
  if (choice.length === 1 && !hasNumbers(question)) return choice
  if (spoilOf(question, choice)) return ['invalid']
  return question.type === 'ranked' ? choice : choice.toSorted()
}

/** The choices that a ballot counts for: of an order its first, of points whatever has any judgement at all. */
export const namedBy = (question: Question, choice: Choice): Choice => {
  if (question.type === 'ranked') return choice.slice(0, 1)
  return question.type === 'scored' ? choice.map((mark) => readNumbered(mark).key) : choice
}
