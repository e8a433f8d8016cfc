// What may stand on a ballot, and for what it counts: one place for every kind of question.
import type { Question } from './question.ts'

export type MarkingRefusal = 'choice-unfit'

type Choice = readonly string[]

/** What can win: the options, or that the proposal is agreed to. */
export const choicesOf = (question: Question): readonly string[] =>
  question.type === 'for-against' ? ['for'] : question.options.map(({ key }) => key)

/** What may be marked, apart from abstaining. */
export const marksOf = (question: Question): readonly string[] =>
  question.type === 'for-against' ? ['for', 'against'] : choicesOf(question)

/** Whether one ballot may name several, so that their votes add up to more than the ballots. */
export const namesSeveral = ({ type }: Question): boolean => type === 'choose-some'

/** How many marks a ballot may bear. */
export const mostMarks = (question: Question): number => (question.type === 'choose-some' ? question.most : 1)

/** How many may win. */
export const seatsOf = (question: Question): number => (question.type === 'choose-some' ? question.most : 1)

const marksRefusal = (question: Question, choice: Choice): MarkingRefusal | null => {
  const known = marksOf(question)
  const distinct = new Set(choice).size === choice.length
  return distinct && choice.length <= mostMarks(question) && choice.every((key) => known.includes(key))
    ? null
    : 'choice-unfit'
}

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
  return marksRefusal(question, choice)
}

export const isChoice = (question: Question, choice: Choice, may: { readonly invalid: boolean }): boolean =>
  choiceRefusal(question, choice, may) === null

/** A ballot as the count takes it: the same marks in another order are the same. */
export const asCounted = (_: Question, choice: Choice): Choice => (choice.length === 1 ? choice : choice.toSorted())

/** The choices that a ballot counts for, or its abstention, or that it is invalid. */
export const namedBy = (_: Question, choice: Choice): Choice => choice
