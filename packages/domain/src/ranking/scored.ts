// Scored ballots (打分票): every option gets points from 0 to a highest number; the sum decides, and nobody's silence counts as points.
import { type Rational, compare, rational } from '../rational/index.ts'
import type { Pile, Standing } from './profile.ts'
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

/** How many gave the option any points at all, and how many points together. */
const pointsFor = (option: string, piles: readonly Pile<Scores>[]) => {
  let [given, sum] = [0n, 0n]
  for (const { ballot, count } of piles) {
    if (!Object.hasOwn(ballot, option)) continue
    given += BigInt(count)
    sum += BigInt(ballot[option]!) * BigInt(count)
  }
  return { given, sum }
}

export const scored = (piles: readonly Pile<Scores>[], { options, seats, lots }: Terms): Scored | Tied => {
  const sums = options.map((option) => ({ option, votes: rational(pointsFor(option, piles).sum) }))
  const chosen = mostOf(sums, { seats, lots })
  if (!('winners' in chosen)) return chosen
  const averages = options.map((option) => {
    const { given, sum } = pointsFor(option, piles)
    return { option, average: given === 0n ? null : rational(sum, given) }
  })
  return { ...chosen, sums: sums.toSorted((a, b) => compare(b.votes, a.votes)), averages }
}
