// How equal votes are settled: by the rounds before, where the rule says so, and then by an order of lots that was published before anybody voted.
import { compare } from '../rational/index.ts'
import { type Standing, firstOf, lastOf } from './profile.ts'

/** `earlier-rounds`: whoever had more in the latest earlier round in which they differed (as in rule 52 of the Scottish Local Government Elections Order 2007), then the lot. */
export const TIE_RULES = ['lot', 'earlier-rounds'] as const
export type TieRule = (typeof TIE_RULES)[number]

/** Options between which the votes do not decide and no order was drawn beforehand. */
export type Tied = { readonly tied: readonly string[] }

export type TieBreak = {
  readonly tied: readonly string[]
  /** Who was taken from among them: into a seat, or out of the race. */
  readonly taken: readonly string[]
  /** The round that told them apart, counted from 1; null where the lot did. */
  readonly round: number | null
}
export type Settled = { readonly option: string; readonly tie: TieBreak | null }

type Terms = {
  readonly ties: TieRule
  readonly lots: readonly string[] | null
  /** The standings of every round before this one. */
  readonly before: readonly (readonly Standing[])[]
  readonly take: 'most' | 'fewest'
}

const apart = (options: readonly string[], standings: readonly Standing[], take: Terms['take']): readonly string[] => {
  const among = standings.filter(({ option }) => options.includes(option))
  return (take === 'most' ? firstOf(among) : lastOf(among)).map(({ option }) => option)
}

/** Goes back round by round until one is left; empty-handed where they were always equal. */
const byRounds = (options: readonly string[], { before, take }: Terms): { left: readonly string[]; round: number } => {
  let left = options
  for (let round = before.length; round > 0; round -= 1) {
    left = apart(left, before[round - 1]!, take)
    if (left.length === 1) return { left, round }
  }
  return { left, round: 0 }
}

const byLot = (options: readonly string[], lots: readonly string[], take: Terms['take']): string => {
  const drawn = lots.filter((option) => options.includes(option))
  return (take === 'most' ? drawn[0] : drawn.at(-1))!
}

/** `equal` have the same votes. Whoever stands earlier in the order of lots goes in first and goes out last. */
export const settle = (equal: readonly Standing[], terms: Terms): Settled | Tied => {
  const tied = equal.map(({ option }) => option)
  if (tied.length === 1) return { option: tied[0]!, tie: null }
  const { left, round } = terms.ties === 'earlier-rounds' ? byRounds(tied, terms) : { left: tied, round: 0 }
  if (left.length === 1) return { option: left[0]!, tie: { tied, taken: left, round } }
  if (terms.lots === null) return { tied: left }
  const option = byLot(left, terms.lots, terms.take)
  return { option, tie: { tied, taken: [option], round: null } }
}

export type Chosen = { readonly winners: readonly string[]; readonly tie: TieBreak | null }

/** Those with most votes, as many as there are seats; an option without any is never chosen. */
export const mostOf = (
  all: readonly Standing[],
  { seats, lots }: { readonly seats: number; readonly lots: readonly string[] | null },
): Chosen | Tied => {
  const standing = all
    .filter(({ votes }) => votes.numerator > 0n)
    .toSorted((one, other) => compare(other.votes, one.votes))
  const last = standing[seats - 1]
  if (!last) return { winners: standing.map(({ option }) => option), tie: null }
  const over = standing.filter(({ votes }) => compare(votes, last.votes) > 0).map(({ option }) => option)
  const tied = standing.filter(({ votes }) => compare(votes, last.votes) === 0).map(({ option }) => option)
  const left = seats - over.length
  if (tied.length === left) return { winners: [...over, ...tied], tie: null }
  if (lots === null) return { tied }
  const taken = lots.filter((option) => tied.includes(option)).slice(0, left)
  return { winners: [...over, ...taken], tie: { tied, taken, round: null } }
}
