// Scored ballots (打分票): every option gets points from 0 to a highest number; the sum decides, and nobody's silence counts as points.
import { type Rational, compare, rational } from '../rational/index.ts'
import type { Standing } from './profile.ts'
import { type TieBreak, type Tied, mostOf } from './ties.ts'

export type Scores = Readonly<Record<string, number>>

export type Scored = {
  /** The options with the highest sums, as many as there are seats; none without a point. */
  readonly winners: readonly string[]
  readonly sums: readonly Standing[]
  /** Points for each ballot that scored the option at all; null where nobody did. */
  readonly averages: readonly { readonly option: string; readonly average: Rational | null }[]
  readonly tie: TieBreak | null
}

export type ScoreRefusal = 'option-unknown' | 'score-out-of-range'

/** Why these are no points; null where they are. */
export const scoreRefusal = (
  scores: Scores,
  { options, highest }: { readonly options: readonly string[]; readonly highest: number },
): ScoreRefusal | null => {
  const given = Object.entries(scores)
  if (given.some(([option]) => !options.includes(option))) return 'option-unknown'
  const fits = (points: number) => Number.isInteger(points) && points >= 0 && points <= highest
  return given.every(([, points]) => fits(points)) ? null : 'score-out-of-range'
}

type Terms = { readonly options: readonly string[]; readonly seats: number; readonly lots: readonly string[] | null }

export const scored = (ballots: readonly Scores[], { options, seats, lots }: Terms): Scored | Tied => {
  const pointsFor = (option: string) => ballots.flatMap((scores) => scores[option] ?? [])
  const sumOf = (points: readonly number[]) => rational(points.reduce((total, each) => total + BigInt(each), 0n))
  const sums = options.map((option) => ({ option, votes: sumOf(pointsFor(option)) }))
  const chosen = mostOf(sums, { seats, lots })
  if (!('winners' in chosen)) return chosen
  const averages = options.map((option) => {
    const points = pointsFor(option)
    return { option, average: points.length === 0 ? null : rational(sumOf(points).numerator, BigInt(points.length)) }
  })
  return { ...chosen, sums: sums.toSorted((a, b) => compare(b.votes, a.votes)), averages }
}
