// From the fields of a plain form to what stands on a ballot: places in an order, points, or marks; and what is wrong, so that it can be said in words.
import { type MarkingRefusal, choiceRefusal, choicesOf, mostMarks, scoreMark } from './marking.ts'
import type { Question } from './question.ts'
import { type Spoil, inOrderOf, placesSpoil } from './spoiled.ts'

export type FormProblem = Omit<Spoil, 'code'> & { readonly code: MarkingRefusal | Spoil['code'] | 'missing' }

export type Marked = { readonly choice: readonly string[] } | { readonly problem: FormProblem }

/** What a form says: `choice` as often as it stands there, `rank-option-1`, `score-option-1` and `mark-option-1` once. */
export type Fields = { readonly one: (name: string) => string; readonly all: (name: string) => readonly string[] }

const problem = (code: FormProblem['code'], more: Omit<FormProblem, 'code'> = {}): Marked => ({
  problem: { code, ...more },
})

const NUMBER = /^\d{1,3}$/

/** The options beside which something was entered. */
const entered = (question: Question, { one }: Fields, name: 'rank' | 'score') =>
  choicesOf(question).flatMap((key) => {
    const text = one(`${name}-${key}`).trim()
    return text === '' ? [] : [[key, text] as const]
  })

const ordered = (placed: Parameters<typeof placesSpoil>[0]): Marked => {
  const spoil = placesSpoil(placed)
  return spoil ? { problem: spoil } : { choice: inOrderOf(placed) }
}

const inOrder = (question: Question, fields: Fields): Marked => {
  const places = entered(question, fields, 'rank')
  const known = choicesOf(question).length
  const placed = places.map(([key, text]) => [key, NUMBER.test(text) ? Number(text) : 0] as const)
  return placed.some(([, place]) => place < 1 || place > known) ? problem('choice-unfit') : ordered(placed)
}

const inPoints = (question: Extract<Question, { type: 'scored' }>, fields: Fields): Marked => {
  const points = entered(question, fields, 'score')
  const { highest: most } = question
  const wrong = points.filter(([, text]) => !NUMBER.test(text) || Number(text) > most)
  if (wrong.length > 0) return problem('score-out-of-range', { options: wrong.map(([key]) => key), most })
  return { choice: points.map(([key, text]) => scoreMark(key, Number(text))) }
}

/** The mark beside each name has a field of its own; a name that is abstained from has none. */
const besideNames = (question: Question, { one }: Fields): readonly string[] =>
  choicesOf(question)
    .map((key) => one(`mark-${key}`))
    .filter((mark) => mark !== '')

/** Whoever abstains from every name has abstained. */
const byName = (question: Question, fields: Fields): Marked => {
  const beside = besideNames(question, fields)
  const named = beside.filter((mark) => mark !== 'abstain')
  return { choice: named.length > 0 ? named : [...new Set(beside)] }
}

const said = (question: Question, fields: Fields): Marked => {
  if (question.type === 'ranked') return inOrder(question, fields)
  if (question.type === 'candidates') return byName(question, fields)
  return question.type === 'scored' ? inPoints(question, fields) : { choice: [] }
}

/** An abstention stands alone: beside an order or points it would say two things at once. */
export const readMarks = (question: Question, fields: Fields): Marked => {
  const marks = fields.all('choice')
  const beside = said(question, fields)
  if ('problem' in beside) return marks.length > 0 ? problem('choice-unfit') : beside
  const choice = [...marks, ...beside.choice]
  if (choice.length === 0) return problem('missing')
  const refused = choiceRefusal(question, choice, { invalid: false })
  return refused ? problem(refused, { most: mostMarks(question) }) : { choice }
}
