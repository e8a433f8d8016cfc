// From the announcement and what its sources came to, to who was drawn: the one computation of ledger, page and verifier.
import type { Announcement, DrawRound, DrawSource } from './announcement.ts'
import { isSignature, randomnessOf } from './drand.ts'
import type { Outcome } from './draw.ts'
import { type Step, select } from './selection.ts'
import { type SourceValue, keyOf } from './source.ts'

/** Whether a source can have come to this. */
export const outcomeFits = (source: DrawSource, outcome: Outcome): boolean => {
  if (source.kind === 'drand') return typeof outcome === 'string' && isSignature(outcome)
  if (typeof outcome === 'string') return false
  const [count, least, most] =
    source.kind === 'dice' ? [source.throws, 1, source.sides] : [source.numbers, source.least, source.most]
  const inRange = outcome.every((number) => Number.isSafeInteger(number) && number >= least && number <= most)
  const twice = source.kind === 'lottery' && new Set(outcome).size !== outcome.length
  return outcome.length === count && inRange && !twice
}

/** The order of a lottery's balls does not count; throws of a die are each by themselves. */
export const plainOutcome = ({ kind }: DrawSource, outcome: Outcome): Outcome =>
  kind === 'lottery' && typeof outcome !== 'string' ? outcome.toSorted((a, b) => a - b) : outcome

const valuesOf = (source: DrawSource, outcome: Outcome): readonly SourceValue[] => {
  if (typeof outcome === 'string') return [randomnessOf(outcome)]
  return source.kind === 'dice' ? outcome : [outcome]
}

/** The sources of a round in the order of RFC 3797; of several rounds each has its number as the last source, or all would fall alike. */
export const sourcesOf = (
  { sources, rounds }: Announcement,
  outcomes: readonly Outcome[],
  round: number,
): readonly SourceValue[] => [
  ...sources.flatMap((source, index) => valuesOf(source, outcomes[index]!)),
  ...(rounds.length > 1 ? [round + 1] : []),
]

export type RoundDrawn = DrawRound & {
  readonly sources: readonly SourceValue[]
  readonly key: string
  readonly steps: readonly Step[]
}

/** Every round with its key and each step; throws for an outcome that has no canonical text: it has been looked at before. */
export const drawLots = (announcement: Announcement, outcomes: readonly Outcome[]): readonly RoundDrawn[] =>
  announcement.rounds.map((round, index) => {
    const sources = sourcesOf(announcement, outcomes, index)
    const key = keyOf(sources)
    if (key === null) throw new Error('a source has no canonical text')
    return { ...round, sources, key, steps: select({ key, size: round.pool.length, count: round.count }) }
  })

export const positionsOf = ({ steps }: Pick<RoundDrawn, 'steps'>): readonly number[] =>
  steps.map(({ position }) => position)

/** Who was drawn at each turn: the lot of the first round with what the later ones gave it. */
export const turnsOf = (rounds: readonly RoundDrawn[]): readonly (readonly string[])[] =>
  (rounds[0]?.steps ?? []).map((_, turn) => rounds.map(({ pool, steps }) => pool[steps[turn]!.position - 1]!))

/** What `yishi draw FILE` reads, one for each round. */
export type Claim = {
  readonly pool: readonly string[]
  readonly sources: readonly SourceValue[]
  readonly count: number
  readonly key: string
  readonly selected: readonly string[]
}
export const claimsOf = (rounds: readonly RoundDrawn[]): readonly Claim[] =>
  rounds.map(({ pool, sources, count, key, steps }) => ({
    pool: [...pool],
    sources: [...sources],
    count,
    key,
    selected: steps.map(({ position }) => pool[position - 1]!),
  }))
