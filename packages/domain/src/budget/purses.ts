// What the voters of one run still have. A purse is what it began with less the caps it paid, which tells the exact amount;
// beside it stands about how much that is, with a bound on the rounding, so that only what is close needs exact numbers.
import { type Leeway, compareWith, heed } from './leeway.ts'
import { type Rational, greatestDivisor } from '../rational/index.ts'
import type { Support } from './election.ts'

/** Of all who have given everything. */
export const EMPTY = 0
/** Of all who have paid nothing yet. */
const FULL = 1

/** The amounts of a purse and of what was bought, by their places; whole numbers over one denominator. */
export type Purses = {
  denominator: bigint
  share: bigint
  /** What each project that was bought asked for each point. */
  caps: bigint[]
  /** Of each purse, about how much is in it, and what each further unit of the share adds. */
  readonly near: number[]
  readonly slope: number[]
  /** From which purse it became what it is, by which of the caps, paid for how many points. */
  readonly before: number[]
  readonly paid: number[]
  readonly points: bigint[]
  /** Of each voter, which purse. */
  readonly held: Int32Array
  readonly leeway: Leeway
}

/** `least`: the smallest leeway that anybody could use. */
export const fullPurses = (voters: number, { numerator, denominator }: Rational, least: number): Purses => ({
  denominator,
  share: numerator,
  caps: [],
  near: [0, ratio(numerator, denominator)],
  slope: [0, 1],
  before: [EMPTY, FULL],
  paid: [-1, -1],
  points: [0n, 0n],
  held: new Int32Array(voters).fill(FULL),
  leeway: { rise: Infinity, least, near: 0, slope: 0 },
})

const LARGEST = 2n ** 1000n
const DIGITS_KEPT = 64

/** About `part ÷ whole`, also where neither fits into a number: then their first digits are enough. */
export const ratio = (part: bigint, whole: bigint): number => {
  if (whole < LARGEST && part < LARGEST) return Number(part) / Number(whole)
  const digits = Math.max(whole.toString(16).length, part.toString(16).length)
  const rest = BigInt(4 * (digits - DIGITS_KEPT))
  return Number(part >> rest) / Number(whole >> rest)
}

/** The supporters of a project, arranged for running over them many times. */
export type Backing = {
  readonly voters: Int32Array
  /** Of each of them, how many points were given, and which of `points` that is. */
  readonly weights: Float64Array
  readonly kinds: Int32Array
  readonly points: readonly bigint[]
}

export const backingOf = (supports: readonly Support[]): Backing => {
  const points = [...new Set(supports.map(({ points }) => points))]
  const kindOf = new Map(points.map((value, kind) => [value, kind]))
  return {
    voters: Int32Array.from(supports, ({ voter }) => voter),
    weights: Float64Array.from(supports, ({ points }) => Number(points)),
    kinds: Int32Array.from(supports, ({ points }) => kindOf.get(points)!),
    points,
  }
}

/** About the most that anybody pays for each point; the true cap is no further away than `doubt`. */
export type NearCap = { readonly near: number; readonly slope: number; readonly doubt: number }

/** The rounding of one number, with room to spare. */
const ROUNDING = 2 ** -50

/** A purse is the share less the caps it paid, each rounded once. */
export const doubtOf = ({ near, caps }: Purses): number => ROUNDING * (caps.length + 4) * near[FULL]!

/** Whether supporters can raise the cost: 1 surely, -1 surely not, 0 where only exact numbers can tell. */
export const nearlyMet = (purses: Purses, { voters }: Backing, cost: number): -1 | 0 | 1 => {
  const { near, slope, held, leeway } = purses
  let [have, rises] = [0, 0]
  for (let at = 0; at < voters.length; at++) {
    const purse = held[voters[at]!]!
    have += near[purse]!
    rises += slope[purse]!
  }
  compareWith(leeway, cost, 0)
  heed(leeway, have, rises)
  const doubt = voters.length * (doubtOf(purses) + ROUNDING * cost)
  return have > cost + doubt ? 1 : have < cost - doubt ? -1 : 0
}

type Split = { readonly given: number; readonly slope: number; readonly rest: number; readonly broke: number }

/** Those who give all that they have at this cap, and the points of the others. */
const splitAt = ({ near, slope, held }: Purses, { voters, weights }: Backing, cap: number): Split => {
  let [given, givenSlope, rest, broke] = [0, 0, 0, 0]
  for (let at = 0; at < voters.length; at++) {
    const purse = held[voters[at]!]!
    const weight = weights[at]!
    if (near[purse]! < cap * weight) {
      given += near[purse]!
      givenSlope += slope[purse]!
      broke++
    } else rest += weight
  }
  return { given, slope: givenSlope, rest, broke }
}

/** The cap at which all supporters, each paying up to it or all they have, raise the cost (R7.21). Goes on from the cap of an earlier round, which is never too high by more than its doubt. */
export const nearCap = (purses: Purses, backing: Backing, cost: number, from: NearCap): NearCap => {
  const each = doubtOf(purses)
  let cap = { ...from, doubt: from.doubt + each }
  for (;;) {
    const { given, slope, rest, broke } = splitAt(purses, backing, cap.near)
    if (rest === 0) break
    const near = (cost - given) / rest
    const doubt = (broke * each + backing.voters.length * ROUNDING * cost) / rest + each
    const isHigher = near > cap.near
    cap = { near: isHigher ? near : cap.near, slope: -slope / rest, doubt }
    if (!isHigher) break
  }
  heedSides(purses, backing, cap)
  return cap
}

/** A higher share may let somebody reach the cap who gave everything, or the other way round. */
const heedSides = ({ near, slope, held, leeway }: Purses, { voters, weights }: Backing, cap: NearCap): void => {
  if (leeway.rise < leeway.least) return
  compareWith(leeway, cap.near, cap.slope)
  for (let at = 0; at < voters.length; at++) {
    const purse = held[voters[at]!]!
    const weight = weights[at]!
    if (purse !== EMPTY) heed(leeway, near[purse]! / weight, slope[purse]! / weight)
  }
}

/** The exact amount over the denominator of all purses. */
export const amountIn = ({ share, caps, before, paid, points }: Purses, purse: number): bigint => {
  if (purse === EMPTY) return 0n
  let amount = share
  for (let at = purse; at !== FULL; at = before[at]!) amount -= points[at]! * caps[paid[at]!]!
  return amount
}

/** A cap exactly: the amount over the denominator of the purses, divided by `points`. */
export type Cap = { readonly amount: bigint; readonly points: bigint }

const refine = (purses: Purses, factor: bigint): void => {
  if (factor === 1n) return
  purses.denominator *= factor
  purses.share *= factor
  purses.caps = purses.caps.map((cap) => cap * factor)
}

/** Takes from each supporter what the cap asks, or all that is left. */
export const charge = (purses: Purses, { voters, kinds, points }: Backing, cap: Cap, slope: number): void => {
  const divisor = greatestDivisor(cap.points, cap.amount)
  refine(purses, cap.points / divisor)
  const asked = cap.amount / divisor
  const doubt = 2 * doubtOf(purses)
  const paid = purses.caps.push(asked) - 1
  const near = ratio(asked, purses.denominator)
  const left = (purse: number, kind: number): number => {
    const weight = Number(points[kind]!)
    const rest = purses.near[purse]! - near * weight
    const isLeft = Math.abs(rest) > doubt ? rest > 0 : amountIn(purses, purse) > asked * points[kind]!
    if (purse === EMPTY || !isLeft) return EMPTY
    purses.slope.push(purses.slope[purse]! - slope * weight)
    purses.before.push(purse)
    purses.paid.push(paid)
    purses.points.push(points[kind]!)
    return purses.near.push(rest) - 1
  }
  const after = new Map<number, number>()
  for (let at = 0; at < voters.length; at++) {
    const key = purses.held[voters[at]!]! * points.length + kinds[at]!
    const purse = after.get(key) ?? left(purses.held[voters[at]!]!, kinds[at]!)
    after.set(key, purse)
    purses.held[voters[at]!] = purse
  }
}
