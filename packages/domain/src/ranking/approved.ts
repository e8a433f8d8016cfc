// Approval ballots (赞成票): every option may be marked, or at most so many of them; a ballot with more marks is spoiled as a whole (R7.30).
import { compare, rational } from '../rational/index.ts'
import type { Pile, Standing } from './profile.ts'
import { type TieBreak, type Tied, mostOf } from './ties.ts'

export type Approved = {
  /** The options that most ballots mark, as many as there are seats; none without a mark. */
  readonly winners: readonly string[]
  readonly votes: readonly Standing[]
  /** Ballots with too many marks, which count for nobody. */
  readonly spoiled: number
  readonly tie: TieBreak | null
}

type Terms = {
  readonly options: readonly string[]
  readonly seats: number
  /** How many may be marked; null for as many as anybody likes. */
  readonly most: number | null
  readonly lots: readonly string[] | null
}

const ballotsIn = (piles: readonly Pile<unknown>[]): number => piles.reduce((all, { count }) => all + count, 0)

export const approved = (
  piles: readonly Pile<readonly string[]>[],
  { options, seats, most, lots }: Terms,
): Approved | Tied => {
  const valid = most === null ? piles : piles.filter(({ ballot }) => ballot.length <= most)
  const votes = options.map((option) => {
    const marking = ballotsIn(valid.filter(({ ballot }) => ballot.includes(option)))
    return { option, votes: rational(BigInt(marking)) }
  })
  const chosen = mostOf(votes, { seats, lots })
  if (!('winners' in chosen)) return chosen
  const spoiled = ballotsIn(piles) - ballotsIn(valid)
  return { ...chosen, votes: votes.toSorted((a, b) => compare(b.votes, a.votes)), spoiled }
}
