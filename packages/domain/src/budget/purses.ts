// What the voters of one run still have: whole numbers over one denominator, and one purse for all who paid alike, so that exact sums stay cheap.
import type { Support } from './election.ts'
import { type Rational, greatestDivisor } from './rational.ts'

export type Purses = {
  /** What a purse holds is its amount divided by this. */
  denominator: bigint
  amounts: bigint[]
  /** Of each voter, which purse. */
  readonly held: Int32Array
}

export const fullPurses = (voters: number, { numerator, denominator }: Rational): Purses => ({
  denominator,
  amounts: [numerator],
  held: new Int32Array(voters),
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

/** Supporters with the same purse who gave the same points. */
type Bundle = { readonly amount: bigint; readonly points: bigint; readonly count: bigint }

const bundlesOf = ({ amounts, held }: Purses, { voters, kinds, points }: Backing): Bundle[] => {
  const counts = new Int32Array(amounts.length * points.length)
  for (let at = 0; at < voters.length; at++) counts[held[voters[at]!]! * points.length + kinds[at]!]!++
  const bundles: Bundle[] = []
  for (const [at, count] of counts.entries()) {
    const amount = amounts[Math.floor(at / points.length)]!
    if (count > 0 && amount > 0n) bundles.push({ amount, points: points[at % points.length]!, count: BigInt(count) })
  }
  return bundles
}

/** Whoever has least for each point first: they are the first to have given all. */
const byMeans = (a: Bundle, b: Bundle): number => {
  const [left, right] = a.points === b.points ? [a.amount, b.amount] : [a.amount * b.points, b.amount * a.points]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The most that anybody pays for each point: `amount` over the denominator of the purses, divided by `points`. */
export type Cap = { readonly amount: bigint; readonly points: bigint }

/** The least cap at which all supporters, each paying up to it or all they have, raise the cost; null where they cannot (R7.21). */
export const capOf = (purses: Purses, backing: Backing, cost: bigint): Cap | null => {
  const bundles = bundlesOf(purses, backing).sort(byMeans)
  let amount = cost * purses.denominator
  let points = bundles.reduce((all, bundle) => all + bundle.points * bundle.count, 0n)
  for (const bundle of bundles) {
    if (amount * bundle.points <= bundle.amount * points) return { amount, points }
    amount -= bundle.amount * bundle.count
    points -= bundle.points * bundle.count
  }
  return null
}

const refine = (purses: Purses, factor: bigint): void => {
  if (factor === 1n) return
  purses.denominator *= factor
  purses.amounts = purses.amounts.map((amount) => amount * factor)
}

/** Takes from each supporter what the cap asks, or all that is left. */
export const charge = (purses: Purses, { voters, kinds, points }: Backing, cap: Cap): void => {
  const factor = cap.points / greatestDivisor(cap.points, cap.amount)
  refine(purses, factor)
  const asked = points.map((each) => (cap.amount * factor * each) / cap.points)
  const after = new Map<number, number>()
  const { held, amounts } = purses
  for (const [at, voter] of voters.entries()) {
    const key = held[voter]! * points.length + kinds[at]!
    const known = after.get(key)
    if (known !== undefined) held[voter] = known
    else {
      const left = amounts[held[voter]!]! - asked[kinds[at]!]!
      after.set(key, amounts.length)
      held[voter] = amounts.length
      amounts.push(left > 0n ? left : 0n)
    }
  }
}
