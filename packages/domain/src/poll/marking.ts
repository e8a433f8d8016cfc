// What may stand on a ballot, and for what it counts: one place for every kind of question. RULES R2.4, R7.30.
import { candidateMarks, isMarked, isSpoiled as isOverTicked, openSeats } from './candidates.ts'
import { PREFERENCE_TYPES, type Question } from './question.ts'

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

const SCORE = /^([^:]*):(.*)$/

/** The points of one mark, `option-3:4`; `points` is null for what is no number. */
const readScore = (mark: string): { readonly key: string; readonly points: number | null } => {
  const [, key = mark, points = ''] = SCORE.exec(mark) ?? []
  return { key, points: /^\d{1,3}$/.test(points) ? Number(points) : null }
}

export const scoreMark = (key: string, points: number): string => `${key}:${points}`

/** Points by option, of a ballot that was found fit. */
export const scoresOf = (choice: Choice): Readonly<Record<string, number>> =>
  Object.fromEntries(choice.map(readScore).map(({ key, points }) => [key, points ?? 0]))

type ScoredQuestion = Extract<Question, { type: 'scored' }>

const scoresRefusal = (question: ScoredQuestion, choice: Choice): MarkingRefusal | null => {
  const scores = choice.map(readScore)
  const known = choicesOf(question)
  if (scores.some(({ key }) => !known.includes(key))) return 'option-unknown'
  if (new Set(scores.map(({ key }) => key)).size < scores.length) return 'choice-unfit'
  const fits = ({ points }: (typeof scores)[number]) => points !== null && points <= question.highest
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

/** A sheet with more marks than are allowed is spoiled, and is kept as it is (R7.30). */
const isSpoiled = (question: Question, choice: Choice): boolean =>
  question.type === 'candidates'
    ? isOverTicked(question, choice)
    : question.type === 'limited' && choice.length > question.most

/** Why this is no ballot; null where it is one: its marks, or an abstention and nothing beside it. */
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
  const refused = marksRefusal(question, choice)
  return refused === 'too-many-marks' && may.invalid && isSpoiled(question, choice) ? null : refused
}

export const isChoice = (question: Question, choice: Choice, may: { readonly invalid: boolean }): boolean =>
  choiceRefusal(question, choice, may) === null

/** A ballot as the count takes it: the same marks in another order are the same, save where the order is what it says. */
export const asCounted = (question: Question, choice: Choice): Choice => {
  if (choice.length === 1) return choice
  if (isSpoiled(question, choice)) return ['invalid']
  return question.type === 'ranked' ? choice : choice.toSorted()
}

/** The choices that a ballot counts for: of an order its first, of points whatever has any judgement at all. */
export const namedBy = (question: Question, choice: Choice): Choice => {
  if (question.type === 'ranked') return choice.slice(0, 1)
  return question.type === 'scored' ? choice.map((mark) => readScore(mark).key) : choice
}
