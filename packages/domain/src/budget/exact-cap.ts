// The cap of a project in exact numbers, where about how much it is does not tell enough: before something is bought, and between what is nearly equal.
import { type Backing, type Cap, EMPTY, type NearCap, type Purses, amountIn, doubtOf } from './purses.ts'

/** Supporters with the same purse who gave the same points. */
type Bundle = { readonly purse: number; readonly points: bigint; readonly count: bigint }

/** Counted in a map, because purses are many and supporters few. */
const bundlesOf = ({ held }: Purses, { voters, kinds, points }: Backing): readonly Bundle[] => {
  const counts = new Map<number, number>()
  for (let at = 0; at < voters.length; at++) {
    const key = held[voters[at]!]! * points.length + kinds[at]!
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .map(([key, count]) => ({
      purse: Math.floor(key / points.length),
      points: points[key % points.length]!,
      count: BigInt(count),
    }))
    .filter(({ purse }) => purse !== EMPTY)
}

export const isExactlyMet = (purses: Purses, backing: Backing, cost: bigint): boolean => {
  const have = bundlesOf(purses, backing).reduce((all, { purse, count }) => all + amountIn(purses, purse) * count, 0n)
  return have >= cost * purses.denominator
}

/** Whoever has less than the cap for each point gives everything: surely, by the numbers at hand, or in doubt. */
const sideOf = (purses: Purses, { purse, points }: Bundle, cap: NearCap): 'below' | 'above' | 'unsure' => {
  const weight = Number(points)
  const means = purses.near[purse]! / weight
  const doubt = 2 * (cap.doubt + doubtOf(purses) / weight)
  return means < cap.near - doubt ? 'below' : means > cap.near + doubt ? 'above' : 'unsure'
}

/** Expects supporters who can raise the cost. */
export const exactCap = (purses: Purses, backing: Backing, cost: bigint, about: NearCap): Cap => {
  const bundles = bundlesOf(purses, backing)
  let amount = cost * purses.denominator
  let points = bundles.reduce((all, bundle) => all + bundle.points * bundle.count, 0n)
  const give = (bundle: Bundle) => {
    amount -= amountIn(purses, bundle.purse) * bundle.count
    points -= bundle.points * bundle.count
  }
  const sides = Map.groupBy(bundles, (bundle) => sideOf(purses, bundle, about))
  for (const bundle of sides.get('below') ?? []) give(bundle)
  let unsure = sides.get('unsure') ?? []
  for (;;) {
    const isBelow = (bundle: Bundle) => amountIn(purses, bundle.purse) * points < amount * bundle.points
    const next = unsure.find(isBelow)
    if (!next) return { amount, points }
    give(next)
    unsure = unsure.filter((bundle) => bundle !== next)
  }
}
