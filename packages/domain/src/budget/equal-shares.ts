// The Method of Equal Shares: everybody gets the same share; whatever supporters can pay for is bought, most effective votes first.
// RULES R7.21; equalshares.net; Peters, Pierczyński, Skowron 2021 (arXiv 2008.13276).
import type { Candidate, Election } from './election.ts'
import { type Queue, put, queueOf, take } from './cheapest.ts'
import { exactCap, isExactlyMet } from './exact-cap.ts'
import { compareWith, heed, heedSlope } from './leeway.ts'
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
  readonly nearCost: number
  readonly nearWorth: number
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
      const worth = election.worth === 'cost' ? cost : 1n
      const backing = backingOf(project.supports)
      return { project, cost, worth, backing, nearCost: Number(cost), nearWorth: Number(worth) }
    })
  return { election, ties, scale, free: wanted.filter(isFree), priced }
}

/** What is on offer in one run: of each project, in the order of those that have a price, about what its supporters pay. */
type Market = {
  readonly priced: readonly Priced[]
  readonly purses: Purses
  /** For each point. */
  readonly caps: NearCap[]
  /** For each unit of worth, and by how much more or less with each further unit of the share: the less, the more effective votes. */
  readonly price: Float64Array
  readonly slope: Float64Array
  /** By the least that it may be. It only rises, because purses only empty. */
  readonly queue: Queue
  /** In which round it was last looked at. */
  readonly looked: Int32Array
  round: number
}

const GONE = Infinity
const UNKNOWN: NearCap = { near: 0, slope: 0, doubt: 0 }

/** With room for the rounding of a division. */
const doubtAt = ({ caps, priced }: Market, at: number): number => 2 * (caps[at]!.doubt / priced[at]!.nearWorth)

/** Looks at a price again; it is gone when the supporters can no longer pay, which stays so. */
const look = (market: Market, at: number): boolean => {
  const { priced, purses, caps, price, slope, queue, looked, round } = market
  const { backing, cost, nearCost, nearWorth } = priced[at]!
  const met = nearlyMet(purses, backing, nearCost)
  const isMet = met === 0 ? isExactlyMet(purses, backing, cost) : met > 0
  if (isMet) caps[at] = nearCap(purses, backing, nearCost, caps[at]!)
  price[at] = isMet ? caps[at]!.near / nearWorth : GONE
  slope[at] = caps[at]!.slope / nearWorth
  looked[at] = round
  queue.keys[at] = isMet ? price[at]! - doubtAt(market, at) : GONE
  return isMet
}

const opened = (priced: readonly Priced[], purses: Purses): Market => {
  const [price, slope, keys] = [0, 1, 2].map(() => new Float64Array(priced.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const looked = new Int32Array(priced.length)
  const caps = priced.map(() => UNKNOWN)
  const market = { priced, purses, caps, price, slope, looked, queue: { keys, heap: [] }, round: 1 }
  priced.forEach((_, at) => look(market, at))
  return { ...market, queue: queueOf(keys) }
}

/** Takes out those that may be the cheapest of this round, all of them looked at; what was dearer before than another now need not be. */
const contenders = (market: Market): readonly number[] => {
  const { queue, price, looked, round } = market
  const close: number[] = []
  let most = GONE
  for (let at = take(queue); at !== undefined; at = take(queue)) {
    if (queue.keys[at]! > most) {
      put(queue, at)
      break
    }
    if (looked[at] === round) {
      close.push(at)
      most = Math.min(most, price[at]! + doubtAt(market, at))
    } else if (look(market, at)) put(queue, at)
  }
  return close
}

type Exact = { readonly at: number; readonly offer: Priced; readonly cap: Cap }

const cheaperBy = ({ offer: a, cap: left }: Exact, { offer: b, cap: right }: Exact): bigint =>
  left.amount * right.points * b.worth - right.amount * left.points * a.worth

/** The cheapest of this round, to the exact fraction: several where they are equal. */
const cheapestOf = ({ priced, purses, caps }: Market, close: readonly number[]): readonly Exact[] => {
  let best: Exact[] = []
  for (const at of close) {
    const offer = priced[at]!
    const exact = { at, offer, cap: exactCap(purses, offer.backing, offer.cost, caps[at]!) }
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

const heedOthers = ({ purses: { leeway }, price, slope }: Market, bought: number): void => {
  if (leeway.rise < leeway.least) return
  compareWith(leeway, price[bought]!, slope[bought]!)
  for (let at = 0; at < price.length; at++) if (at !== bought && price[at]! < GONE) heed(leeway, price[at]!, slope[at]!)
}

const buy = (market: Market, { at, offer, cap }: Exact): void => {
  const { purses, caps, price } = market
  heedOthers(market, at)
  heedSlope(purses.leeway, caps[at]!.slope)
  price[at] = GONE
  charge(purses, offer.backing, cap, caps[at]!.slope)
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
  const market = opened(priced, purses)
  const bought: Candidate[] = [...free]
  for (; ; market.round++) {
    const close = contenders(market)
    if (close.length === 0) break
    const next = chosen(prepared, cheapestOf(market, close))
    if ('tied' in next) return next
    bought.push(next.offer.project)
    buy(market, next)
    for (const at of close) if (at !== next.at) put(market.queue, at)
  }
  const caps = () => [...free.map(() => ZERO), ...purses.caps.map((cap) => rational(cap, purses.denominator * scale))]
  return { bought, caps, leeway: purses.leeway.rise / Number(scale) }
}
