// Why a sheet of paper is spoiled (作废): what a screen would have its voter mend is kept as it was written, counts as invalid, and is put right by nobody. RULES R7.30.
import { isMarked, isOverTicked, openSeats } from './candidates.ts'
import { type Numbered, numberedMark, readNumbered } from './numbered.ts'
import type { Question } from './question.ts'

export const SPOILS = ['rank-twice', 'rank-gap', 'score-out-of-range', 'too-many-marks'] as const

export type Spoil = {
  readonly code: (typeof SPOILS)[number]
  /** The place that two options have, or that none has. */
  readonly rank?: number
  /** Who shares the place, or has the points. */
  readonly options?: readonly string[]
  readonly most?: number
}

type Choice = readonly string[]
type Placed = readonly (readonly [key: string, place: number])[]
type Optioned = Pick<Exclude<Question, { type: 'for-against' }>, 'options'>

/** What keeps places from being an order: one that is taken twice, or that nothing has. */
export const placesSpoil = (placed: Placed): Spoil | null => {
  const byPlace = Map.groupBy(placed, ([, place]) => place)
  for (const [rank, sharing] of byPlace)
    if (sharing.length > 1) return { code: 'rank-twice', rank, options: sharing.map(([key]) => key) }
  const gap = placed.findIndex((_, index) => !byPlace.has(index + 1))
  return gap < 0 ? null : { code: 'rank-gap', rank: gap + 1 }
}

/** The options of places that make an order, the first one first. */
export const inOrderOf = (placed: Placed): Choice => placed.toSorted(([, a], [, b]) => a - b).map(([key]) => key)

const twice = (all: Choice): boolean => new Set(all).size < all.length

/** Options that the question has, each once. */
const isOf = ({ options }: Optioned, keys: Choice): boolean =>
  !twice(keys) && keys.every((key) => options.some((option) => option.key === key))

const numbersOf = (question: Optioned, choice: Choice): Placed | null => {
  const read = choice.map(readNumbered)
  const known = read.filter((each): each is Numbered & { number: number } => each.number !== null)
  return known.length === choice.length &&
    isOf(
      question,
      read.map(({ key }) => key),
    )
    ? known.map(({ key, number }) => [key, number] as const)
    : null
}

const pointsSpoil = (question: Extract<Question, { type: 'scored' }>, choice: Choice): Spoil | null => {
  const { highest: most } = question
  const options = (numbersOf(question, choice) ?? []).filter(([, points]) => points > most).map(([key]) => key)
  return options.length > 0 ? { code: 'score-out-of-range', options, most } : null
}

/** Of what stands on a sheet; null where it is a ballot, or says nothing that was ever asked. */
export const spoilOf = (question: Question, choice: Choice): Spoil | null => {
  switch (question.type) {
    case 'candidates':
      return isOverTicked(question, choice) && isMarked(question, choice)
        ? { code: 'too-many-marks', most: openSeats(question) }
        : null
    case 'limited':
      return choice.length > question.most && isOf(question, choice)
        ? { code: 'too-many-marks', most: question.most }
        : null
    case 'scored':
      return pointsSpoil(question, choice)
    case 'ranked': {
      const placed = numbersOf(question, choice)
      return placed && placesSpoil(placed)
    }
    default:
      return null
  }
}

/** What stands on a sheet that asks for an order, from the places as they are written: the order, or where they are none the places themselves. */
export const orderOnSheet = (placed: Placed): Choice =>
  placesSpoil(placed) ? placed.map(([key, place]) => numberedMark(key, place)) : inOrderOf(placed)
