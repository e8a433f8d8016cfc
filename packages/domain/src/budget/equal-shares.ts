// The Method of Equal Shares: everybody gets the same share; whatever supporters can pay for is bought, most effective votes first.
// RULES R7.21; equalshares.net; Peters, Pierczyński, Skowron 2021 (arXiv 2008.13276).
import type { Candidate, Election } from './election.ts'
import { type Backing, type Cap, type Purses, backingOf, capOf, charge, fullPurses } from './purses.ts'
import { type Rational, ZERO, greatestDivisor, rational, times } from '../rational/index.ts'
import { type Sloped, heed, surely } from './leeway.ts'
import { type Tie, type TieRule, areApart, stillTied } from './ties.ts'

/** A project that its supporters bought: each paid the cap for each point given, or all that was left. */
export type Bought = { readonly project: Candidate; readonly cap: Rational }

type Priced = {
  readonly project: Candidate
  /** In whole units of the smallest part of money that occurs. */
  readonly cost: bigint
  /** What a point is worth to whoever gave it. */
  readonly worth: bigint
  readonly backing: Backing
}

/** An election arranged for many runs with different shares. */
export type Prepared = {
  readonly election: Election
  readonly ties: readonly TieRule[]
  /** How many whole units a unit of money has. */
  readonly scale: bigint
  readonly free: readonly Candidate[]
  readonly priced: readonly Priced[]
}

const wholeScale = (costs: readonly Rational[]): bigint =>
  costs.reduce((all, { denominator }) => (all / greatestDivisor(all, denominator)) * denominator, 1n)

export const prepare = (election: Election, ties: readonly TieRule[]): Prepared => {
  const wanted = election.projects.filter(({ supports }) => supports.length > 0)
  const scale = wholeScale(wanted.map(({ cost }) => cost))
  const isFree = ({ cost }: Candidate) => cost.numerator === 0n
  const priced = wanted
    .filter((project) => !isFree(project))
    .map((project) => {
      const cost = (project.cost.numerator * scale) / project.cost.denominator
      return { project, cost, worth: election.worth === 'cost' ? cost : 1n, backing: backingOf(project.supports) }
    })
  return { election, ties, scale, free: wanted.filter(isFree), priced }
}

/** What a supporter pays for each unit of worth: the less, the more effective votes. */
type Price = Sloped & { readonly numerator: bigint; readonly denominator: bigint }
type Offer = Priced & { readonly price: Price; readonly cap: Cap | null }

const NOTHING: Price = { numerator: 0n, denominator: 1n, near: 0, slope: 0 }

const cheapestFirst = ({ price: a }: Offer, { price: b }: Offer): number => {
  const sure = surely(a.near, b.near)
  if (sure !== 0) return sure
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator]
  return left < right ? -1 : left > right ? 1 : 0
}

/** What it costs now; null when its supporters can no longer pay, which stays so because purses only empty. */
const offered = (purses: Purses, offer: Offer): Offer | null => {
  const cap = capOf(purses, offer.backing, offer.cost)
  if (!cap) return null
  const worth = Number(offer.worth)
  const denominator = purses.denominator * cap.points * offer.worth
  const price = { numerator: cap.amount, denominator, near: cap.near / worth, slope: cap.slope / worth }
  return { ...offer, cap, price }
}

/** The cheapest offers of this round. A price only rises, so that one dearer before than another now need not be looked at. */
const round = (purses: Purses, offers: readonly Offer[]): { best: readonly Offer[]; left: readonly Offer[] } => {
  let best: Offer[] = []
  const left: Offer[] = []
  for (const last of [...offers].sort(cheapestFirst)) {
    const isDearer = best[0] !== undefined && cheapestFirst(last, best[0]) > 0
    const offer = isDearer ? last : offered(purses, last)
    if (!offer) continue
    left.push(offer)
    const order = best[0] ? cheapestFirst(offer, best[0]) : -1
    if (order < 0) best = [offer]
    else if (order === 0) best.push(offer)
  }
  const [first] = best
  if (first)
    for (const { price, project } of left) if (project !== first.project) heed(purses.leeway, price, first.price)
  return { best, left }
}

/** The one to buy of those that are equally cheap. */
const chosen = ({ election, ties }: Prepared, best: readonly Offer[]): Offer | Tie => {
  const equal = election.projects.filter((project) => best.some((offer) => offer.project === project))
  const left = stillTied(equal, ties)
  return left.length > 1 && !areApart(left)
    ? { tied: left.map(({ id }) => id) }
    : best.find(({ project }) => project === left[0])!
}

export type Run = {
  /** In the order in which they were bought. A project that costs nothing needs one supporter. */
  readonly bought: readonly Bought[]
  /** With a share that is higher by less than this, the same is bought. Not below zero; infinite where with any. */
  readonly leeway: number
}

/** All that is bought with this share for each voter. */
export const equalShares = (prepared: Prepared, share: Rational): Run | Tie => {
  const { election, scale, free, priced } = prepared
  const purses = fullPurses(election.voters, times(share, rational(scale)))
  const bought: Bought[] = free.map((project) => ({ project, cap: ZERO }))
  let offers: readonly Offer[] = priced.map((each) => ({ ...each, price: NOTHING, cap: null }))
  for (;;) {
    const { best, left } = round(purses, offers)
    if (best.length === 0) return { bought, leeway: purses.leeway.rise / Number(scale) }
    const next = chosen(prepared, best)
    if ('tied' in next) return next
    const cap = next.cap!
    bought.push({ project: next.project, cap: rational(cap.amount, purses.denominator * cap.points * scale) })
    charge(purses, next.backing, cap)
    offers = left.filter(({ project }) => project !== next.project)
  }
}
