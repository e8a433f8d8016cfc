// What an allocation is computed from: an amount, projects with their costs, and who supports each of them how much.
import type { Rational } from '../rational/index.ts'

export type Support = {
  readonly voter: number
  /** How many points this voter gave the project; 1 on an approval ballot. Positive. */
  readonly points: bigint
}

export type Candidate = {
  readonly id: string
  readonly cost: Rational
  readonly supports: readonly Support[]
}

export type Election = {
  readonly budget: Rational
  readonly voters: number
  /** In the order in which they are listed, which a lot may have drawn. */
  readonly projects: readonly Candidate[]
  /** What a funded project is worth to a supporter: its cost, or the points that were given to it. RULES R7.21. */
  readonly worth: 'cost' | 'points'
}

/** All points that a project got: on approval ballots, its supporters. */
export const votesFor = ({ supports }: Candidate): bigint => supports.reduce((all, { points }) => all + points, 0n)
