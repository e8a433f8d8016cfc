// The Method of Equal Shares: everybody gets the same share; whatever supporters can pay for is bought, most effective votes first.
// RULES R7.21; equalshares.net; Peters, Pierczyński, Skowron 2021 (arXiv 2008.13276).
import type { Candidate, Election } from './election.ts'
import { exactCap, isExactlyMet } from './exact-cap.ts'
import { heed, heedSlope } from './leeway.ts'
import {
  type Backing,
  type Cap,
  type NearCap,
  type Purses,
  backingOf,
  charge,
  fullPurses,
  nearCap,
  nearlyMet,
} from './purses.ts'
import { type Rational, ZERO, greatestDivisor, rational, times } from '../rational/index.ts'
import { type Tie, type TieRule, areApart, stillTied } from './ties.ts'

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

/** What is on offer in one run, and about what its supporters pay: for each point, and for a unit of worth. */
type Offer = Priced & {
  readonly near: number
  readonly nearWorth: number
  cap: NearCap
  price: number
  /** When its price was last looked at. */
  round: number
}

type Market = {
  readonly purses: Purses
  readonly offers: readonly Offer[]
  /** Of each offer the least that it may cost a supporter for a unit of worth: the less, the more effective votes. It only rises, because purses only empty. */
  readonly least: Float64Array
  round: number
}

const GONE = Infinity
const UNKNOWN: NearCap = { near: 0, slope: 0, doubt: 0 }

const offerOf = (priced: Priced): Offer => {
  const [near, nearWorth] = [Number(priced.cost), Number(priced.worth)]
  return { ...priced, near, nearWorth, cap: UNKNOWN, price: 0, round: 0 }
}

/** Looks at the price of an offer again; it is gone when its supporters can no longer pay, which stays so. */
const look = ({ purses, offers, least, round }: Market, at: number): void => {
  const offer = offers[at]!
  const met = nearlyMet(purses, offer.backing, offer.near)
  if (met < 0 || (met === 0 && !isExactlyMet(purses, offer.backing, offer.cost))) {
    least[at] = GONE
    return
  }
  offer.cap = nearCap(purses, offer.backing, offer.near, offer.cap)
  offer.price = offer.cap.near / offer.nearWorth
  offer.round = round
  least[at] = offer.price - doubtIn(offer)
}

/** With room for the rounding of a division. */
const doubtIn = ({ cap, nearWorth }: Offer): number => 2 * (cap.doubt / nearWorth)

const cheapestAt = (least: Float64Array): number => {
  let [price, cheapest] = [GONE, -1]
  for (let at = 0; at < least.length; at++) if (least[at]! < price) [price, cheapest] = [least[at]!, at]
  return cheapest
}

const within = (least: Float64Array, most: number): readonly number[] => {
  const found: number[] = []
  for (let at = 0; at < least.length; at++) if (least[at]! <= most) found.push(at)
  return found
}

/** Those that may be the cheapest of this round, all of them looked at; what was dearer before than another now need not be. */
const contenders = (market: Market): readonly Offer[] => {
  const { offers, least, round } = market
  for (;;) {
    const first = cheapestAt(least)
    const cheapest = offers[first]
    if (!cheapest) return []
    const close = cheapest.round === round ? within(least, cheapest.price + doubtIn(cheapest)) : [first]
    const stale = close.filter((at) => offers[at]!.round !== round)
    if (stale.length === 0) return close.map((at) => offers[at]!)
    for (const at of stale) look(market, at)
  }
}

type Exact = { readonly offer: Offer; readonly cap: Cap }

const cheaperBy = ({ offer: a, cap: left }: Exact, { offer: b, cap: right }: Exact): bigint =>
  left.amount * right.points * b.worth - right.amount * left.points * a.worth

/** The cheapest of this round, to the exact fraction: several where they are equal. */
const cheapest = (market: Market): readonly Exact[] => {
  let best: Exact[] = []
  for (const offer of contenders(market)) {
    const exact = { offer, cap: exactCap(market.purses, offer.backing, offer.cost, offer.cap) }
    const order = best[0] ? cheaperBy(exact, best[0]) : -1n
    if (order < 0n) best = [exact]
    else if (order === 0n) best.push(exact)
  }
  return best
}

/** The one to buy of those that are equally cheap. */
const chosen = ({ election, ties }: Prepared, best: readonly Exact[]): Exact | Tie => {
  if (best.length === 1) return best[0]!
  const equal = election.projects.filter((project) => best.some(({ offer }) => offer.project === project))
  const left = stillTied(equal, ties)
  return left.length > 1 && !areApart(left)
    ? { tied: left.map(({ id }) => id) }
    : best.find(({ offer }) => offer.project === left[0])!
}

const heedOthers = ({ purses: { leeway }, offers, least }: Market, { price, cap, nearWorth }: Offer): void => {
  if (leeway.rise < leeway.least) return
  for (const [at, other] of offers.entries())
    if (least[at]! < GONE) heed(leeway, other.price, other.cap.slope / other.nearWorth, price, cap.slope / nearWorth)
}

export type Run = {
  /** In the order in which they were bought. A project that costs nothing needs one supporter. */
  readonly bought: readonly Candidate[]
  /** What each of them asked for each point, likewise. */
  readonly caps: () => readonly Rational[]
  /** With a share that is higher by less than this, the same is bought. Not below zero; infinite where with any. */
  readonly leeway: number
}

/** All that is bought with this share for each voter; a leeway below `least` need not be found. */
export const equalShares = (prepared: Prepared, share: Rational, least = 0): Run | Tie => {
  const { election, scale, free, priced } = prepared
  const purses = fullPurses(election.voters, times(share, rational(scale)), least * Number(scale))
  const bought: Candidate[] = [...free]
  const market: Market = { purses, offers: priced.map(offerOf), least: new Float64Array(priced.length), round: 1 }
  priced.forEach((_, at) => look(market, at))
  for (; ; market.round++) {
    const best = cheapest(market)
    if (best.length === 0) break
    const next = chosen(prepared, best)
    if ('tied' in next) return next
    const { offer, cap } = next
    bought.push(offer.project)
    market.least[market.offers.indexOf(offer)] = GONE
    heedOthers(market, offer)
    heedSlope(purses.leeway, offer.cap.slope)
    charge(purses, offer.backing, cap, offer.cap.slope)
  }
  const caps = () => [...free.map(() => ZERO), ...purses.caps.map((cap) => rational(cap, purses.denominator * scale))]
  return { bought, caps, leeway: purses.leeway.rise / Number(scale) }
}
