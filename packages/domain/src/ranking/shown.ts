// A count as people read it and as files keep it: every round with its exact fractions, where the votes went after it, and how equal votes were settled.
import { type Rational, ZERO, compare, fraction, minus } from '../rational/index.ts'
import type { Approved } from './approved.ts'
import type { Standing } from './profile.ts'
import type { Scored } from './scored.ts'
import type { TieBreak } from './ties.ts'
import type { Elected, Round } from './transferable.ts'

/** Fractions as `15/7`, by option. */
export type Fractions = Readonly<Record<string, string>>

export type RoundShown = {
  readonly votes: Fractions
  readonly exhausted: string
  readonly elected: readonly string[]
  readonly out: string | null
  /** What each one still in the race gained before the next round, and what went to nobody. */
  readonly transfers: { readonly to: Fractions; readonly exhausted: string }
  readonly tie: TieBreak | null
}

export type CountShown =
  | {
      readonly method: 'ranked'
      readonly winners: readonly string[]
      readonly quota: string
      readonly rounds: readonly RoundShown[]
    }
  | {
      readonly method: 'scored'
      readonly winners: readonly string[]
      readonly points: Fractions
      readonly averages: Readonly<Record<string, string | null>>
      readonly tie: TieBreak | null
    }
  | {
      readonly method: 'approval'
      readonly winners: readonly string[]
      readonly votes: Fractions
      readonly spoiled: number
      readonly tie: TieBreak | null
    }

const votesIn = (standings: readonly Standing[]): Fractions =>
  Object.fromEntries(standings.map(({ option, votes }) => [option, fraction(votes)]))

const votesOf = ({ standings }: Round, option: string): Rational =>
  standings.find((standing) => standing.option === option)?.votes ?? ZERO

const transfersAfter = (round: Round, next: Round | undefined): RoundShown['transfers'] => {
  if (!next) return { to: {}, exhausted: '0' }
  const gains = next.standings.map(({ option, votes }) => ({ option, votes: minus(votes, votesOf(round, option)) }))
  return {
    to: votesIn(gains.filter(({ votes }) => compare(votes, ZERO) > 0)),
    exhausted: fraction(minus(next.exhausted, round.exhausted)),
  }
}

const electedShown = ({ winners, quota, rounds }: Elected): CountShown => ({
  method: 'ranked',
  winners,
  quota: fraction(quota),
  rounds: rounds.map((round, index) => ({
    votes: votesIn(round.standings),
    exhausted: fraction(round.exhausted),
    elected: round.elected,
    out: round.out,
    transfers: transfersAfter(round, rounds[index + 1]),
    tie: round.tie,
  })),
})

const scoredShown = ({ winners, sums, averages, tie }: Scored): CountShown => ({
  method: 'scored',
  winners,
  points: votesIn(sums),
  averages: Object.fromEntries(averages.map(({ option, average }) => [option, average && fraction(average)])),
  tie,
})

export const shownCount = (found: Elected | Scored | Approved): CountShown => {
  if ('rounds' in found) return electedShown(found)
  if ('sums' in found) return scoredShown(found)
  const { winners, votes, spoiled, tie } = found
  return { method: 'approval', winners, votes: votesIn(votes), spoiled, tie }
}
