// Ranked ballots (排序票), gathered: who is put first, and to whom a ballot goes when that one is elected or out.
import { type Rational, ZERO, compare, plus, rational, sum } from '../rational/index.ts'

/** Options in the order of preference; those that are left out are behind all others, alike. */
export type Ranking = readonly string[]

/** Ballots with the same order, and what they weigh together; `held`: by whom they stay until a surplus is passed on. */
export type Parcel = { readonly ranking: Ranking; readonly weight: Rational; readonly held?: string }

export type RankedRefusal = 'option-unknown' | 'option-twice'

/** Ballots that say the same, and how many there are of them. */
export type Pile<Ballot> = { readonly ballot: Ballot; readonly count: number }

export const one = <Ballot>(ballot: Ballot): Pile<Ballot> => ({ ballot, count: 1 })

export const gather = (piles: Iterable<Pile<Ranking>>): readonly Parcel[] => {
  const counted = new Map<string, { ranking: Ranking; ballots: bigint }>()
  for (const { ballot: ranking, count } of piles) {
    const key = JSON.stringify(ranking)
    const known = counted.get(key)
    if (known) known.ballots += BigInt(count)
    else counted.set(key, { ranking, ballots: BigInt(count) })
  }
  return [...counted.values()].map(({ ranking, ballots }) => ({ ranking, weight: rational(ballots) }))
}

/** Why an order of options is none; null where it is one. */
export const rankingRefusal = (ranking: Ranking, options: readonly string[]): RankedRefusal | null => {
  if (ranking.some((option) => !options.includes(option))) return 'option-unknown'
  return new Set(ranking).size < ranking.length ? 'option-twice' : null
}

/** The first in this order who is still in the race; undefined where the ballot has nobody left to go to. */
export const holderOf = ({ ranking, held }: Parcel, running: ReadonlySet<string>): string | undefined =>
  held ?? ranking.find((option) => running.has(option))

export type Standing = { readonly option: string; readonly votes: Rational }

/** `waiting`: those who hold ballots and get no more of them. */
export const standings = (
  parcels: readonly Parcel[],
  running: ReadonlySet<string>,
  waiting: readonly string[],
): readonly Standing[] => {
  const votes = new Map<string, Rational>([...waiting, ...running].map((option) => [option, ZERO]))
  for (const parcel of parcels) {
    const holder = holderOf(parcel, running)
    if (holder !== undefined) votes.set(holder, plus(votes.get(holder) ?? ZERO, parcel.weight))
  }
  return [...votes].map(([option, each]) => ({ option, votes: each }))
}

export const totalOf = (parcels: readonly Parcel[]): Rational => sum(parcels.map(({ weight }) => weight))

/** Those with the fewest votes, all of them where they are equal. */
export const lastOf = (all: readonly Standing[]): readonly Standing[] => {
  const fewest = all.reduce((least, each) => (compare(each.votes, least.votes) < 0 ? each : least))
  return all.filter((each) => compare(each.votes, fewest.votes) === 0)
}

export const firstOf = (all: readonly Standing[]): readonly Standing[] => {
  const most = all.reduce((best, each) => (compare(each.votes, best.votes) > 0 ? each : best))
  return all.filter((each) => compare(each.votes, most.votes) === 0)
}
