// What the voters of one run still have: whole numbers over one denominator, and one purse for all who paid alike, so that exact sums stay cheap.
import type { Support } from './election.ts'
import { type Rational, greatestDivisor } from '../rational/index.ts'
import { type Leeway, type Sloped, heed, surely } from './leeway.ts'

/** What it holds is its amount divided by the denominator of all purses. */
type Purse = Sloped & { readonly amount: bigint }

/** Of all who have given everything; a share that begins at nothing is not this one. */
const EMPTY: Purse = { amount: 0n, near: 0, slope: 0 }

export type Purses = {
  denominator: bigint
  purses: Purse[]
  /** Of each voter, which purse. */
  readonly held: Int32Array
  readonly leeway: Leeway
}

export const fullPurses = (voters: number, { numerator, denominator }: Rational): Purses => ({
  denominator,
  purses: [{ amount: numerator, near: Number(numerator) / Number(denominator), slope: 1 }],
  held: new Int32Array(voters),
  leeway: { rise: Infinity },
})

/** The supporters of a project, arranged for running over them many times. */
export type Backing = {
  readonly voters: Int32Array
  /** Of each of them, which of `points` was given. */
  readonly kinds: Int32Array
  readonly points: readonly bigint[]
}

export const backingOf = (supports: readonly Support[]): Backing => {
  const points = [...new Set(supports.map(({ points }) => points))]
  const kindOf = new Map(points.map((value, kind) => [value, kind]))
  return {
    voters: Int32Array.from(supports, ({ voter }) => voter),
    kinds: Int32Array.from(supports, ({ points }) => kindOf.get(points)!),
    points,
  }
}

/** Supporters with the same purse who gave the same points; `near` and `slope` are for each point. */
type Bundle = Sloped & { readonly purse: Purse; readonly points: bigint; readonly count: number }

const bundlesOf = ({ purses, held }: Purses, { voters, kinds, points }: Backing): Bundle[] => {
  const counts = new Int32Array(purses.length * points.length)
  const found: number[] = []
  for (let at = 0; at < voters.length; at++) {
    const key = held[voters[at]!]! * points.length + kinds[at]!
    if (counts[key]!++ === 0) found.push(key)
  }
  return found.flatMap((key) => {
    const [purse, each] = [purses[Math.floor(key / points.length)]!, points[key % points.length]!]
    if (purse === EMPTY) return []
    const weight = Number(each)
    return { purse, points: each, count: counts[key]!, near: purse.near / weight, slope: purse.slope / weight }
  })
}

/** Whoever has least for each point first: they are the first to have given all. */
const byMeans = (a: Bundle, b: Bundle): number => {
  const sure = surely(a.near, b.near)
  if (sure !== 0) return sure
  const [left, right] = [a.purse.amount * b.points, b.purse.amount * a.points]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The most that anybody pays for each point: the amount over the denominator of the purses, divided by `points`. */
export type Cap = Sloped & { readonly amount: bigint; readonly points: bigint }

const isBelow = (bundle: Bundle, cap: Cap): boolean => {
  const sure = surely(bundle.near, cap.near)
  return sure === 0 ? bundle.purse.amount * cap.points < cap.amount * bundle.points : sure < 0
}

/** How the cap stands when these have given all that they have. */
const without = ({ amount, points, slope }: Cap, { purse, points: each, count }: Bundle, denominator: number): Cap => {
  const many = BigInt(count)
  const [left, rest] = [amount - purse.amount * many, points - each * many]
  const weight = Number(rest)
  const given = slope * Number(points) - purse.slope * count
  return { amount: left, points: rest, near: Number(left) / denominator / weight, slope: given / weight }
}

const shareless = (purses: Purses, bundles: readonly Bundle[], cost: bigint): Cap => {
  const amount = cost * purses.denominator
  const points = bundles.reduce((all, bundle) => all + bundle.points * BigInt(bundle.count), 0n)
  return { amount, points, near: Number(cost) / Number(points), slope: 0 }
}

const isMet = (purses: Purses, bundles: readonly Bundle[], cost: bigint): boolean => {
  const have = bundles.reduce((all, { purse, count }) => all + purse.amount * BigInt(count), 0n)
  const near = bundles.reduce((all, { purse, count }) => all + purse.near * count, 0)
  const slope = bundles.reduce((all, { purse, count }) => all + purse.slope * count, 0)
  heed(purses.leeway, { near, slope }, { near: Number(cost), slope: 0 })
  return have >= cost * purses.denominator
}

/** The least cap at which all supporters, each paying up to it or all they have, raise the cost; null where they cannot (R7.21). */
export const capOf = (purses: Purses, backing: Backing, cost: bigint): Cap | null => {
  const bundles = bundlesOf(purses, backing).sort(byMeans)
  if (!isMet(purses, bundles, cost)) return null
  const denominator = Number(purses.denominator)
  let cap = shareless(purses, bundles, cost)
  let broke = 0
  for (; isBelow(bundles[broke]!, cap); broke++) {
    heed(purses.leeway, bundles[broke]!, cap)
    cap = without(cap, bundles[broke]!, denominator)
  }
  for (const bundle of bundles.slice(broke)) heed(purses.leeway, bundle, cap)
  return cap
}

const refine = (purses: Purses, factor: bigint): void => {
  if (factor === 1n) return
  purses.denominator *= factor
  purses.purses = purses.purses.map((purse) => (purse === EMPTY ? purse : { ...purse, amount: purse.amount * factor }))
}

/** Takes from each supporter what the cap asks, or all that is left. */
export const charge = (purses: Purses, { voters, kinds, points }: Backing, cap: Cap): void => {
  const factor = cap.points / greatestDivisor(cap.points, cap.amount)
  refine(purses, factor)
  const asked = points.map((each) => (cap.amount * factor * each) / cap.points)
  const denominator = Number(purses.denominator)
  const after = new Map<number, number>()
  const { held, purses: all } = purses
  const left = (voter: number, kind: number): Purse => {
    const { amount, slope } = all[held[voter]!]!
    const rest = amount - asked[kind]!
    if (rest <= 0n) return EMPTY
    return { amount: rest, near: Number(rest) / denominator, slope: slope - cap.slope * Number(points[kind]!) }
  }
  for (const [at, voter] of voters.entries()) {
    const key = held[voter]! * points.length + kinds[at]!
    const purse = after.get(key) ?? all.push(left(voter, kinds[at]!)) - 1
    after.set(key, purse)
    held[voter] = purse
  }
}
