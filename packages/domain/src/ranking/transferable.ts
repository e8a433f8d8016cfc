// The single transferable vote (可转移单票制): Droop quota, surplus passed on by the weighted inclusive Gregory method in exact fractions.
// With one seat it is the instant runoff (即时决选): whoever has more than half of the ballots that still count for somebody.
import { type Rational, compare, minus, rational, times } from '../rational/index.ts'
import {
  type Parcel,
  type Pile,
  type Ranking,
  type Standing,
  firstOf,
  gather,
  holderOf,
  lastOf,
  standings,
  totalOf,
} from './profile.ts'
import { type TieBreak, type TieRule, type Tied, settle } from './ties.ts'

export type Terms = {
  readonly options: readonly string[]
  readonly seats: number
  /** An order of the options drawn before anybody voted; null where equal votes shall be told instead. */
  readonly lots: readonly string[] | null
  readonly ties?: TieRule
}

export type Round = {
  readonly standings: readonly Standing[]
  /** Of ballots that name nobody who is still in the race. */
  readonly exhausted: Rational
  readonly elected: readonly string[]
  readonly out: string | null
  /** How equal votes were settled in this round, where there were any. */
  readonly tie: TieBreak | null
}

export type Elected = {
  readonly quota: Rational
  /** In the order in which they were elected. */
  readonly winners: readonly string[]
  readonly rounds: readonly Round[]
}

type Race = {
  readonly parcels: readonly Parcel[]
  readonly running: ReadonlySet<string>
  /** Who has the quota, and whose surplus has not been passed on: what others leave over goes past them. */
  readonly waiting: readonly string[]
  readonly winners: readonly string[]
  readonly rounds: readonly Round[]
}

/** The smallest whole number of votes that more options than there are seats cannot all have. */
export const droopQuota = (votes: Rational, seats: number): Rational =>
  rational(votes.numerator / votes.denominator / BigInt(seats + 1) + 1n)

const without = (running: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> =>
  new Set([...running].filter((option) => !gone.includes(option)))

/** Each ballot of the winner goes on with the part of it that the winner did not need; those of whoever waits stay where they are. */
const passOn = (
  { parcels, running }: Race,
  winner: Standing,
  waiting: readonly string[],
  quota: Rational,
): readonly Parcel[] => {
  const surplus = minus(winner.votes, quota)
  const part = times(surplus, rational(winner.votes.denominator, winner.votes.numerator))
  return parcels.map((parcel) => {
    const { ranking, weight } = parcel
    const holder = holderOf(parcel, running)
    if (holder === winner.option) return { ranking, weight: times(weight, part) }
    return holder !== undefined && waiting.includes(holder) ? { ranking, weight, held: holder } : parcel
  })
}

type Step = { readonly race: Race; readonly tie: TieBreak | null } | Tied

const deciding = ({ rounds }: Race, { lots, ties = 'lot' }: Terms) => ({
  lots,
  ties,
  before: rounds.map((round) => round.standings),
})

const electing = (race: Race, now: readonly Standing[], quota: Rational, terms: Terms): Step | null => {
  const reached = now.filter(({ votes }) => compare(votes, quota) >= 0)
  if (reached.length === 0) return null
  const settled = settle(firstOf(reached), { ...deciding(race, terms), take: 'most' })
  if (!('option' in settled)) return settled
  const { option, tie } = settled
  const waiting = reached.map((each) => each.option).filter((each) => each !== option)
  const winner = reached.find((each) => each.option === option)!
  const parcels = passOn(race, winner, waiting, quota)
  const running = without(race.running, [option, ...waiting])
  return { race: { ...race, parcels, running, waiting, winners: [...race.winners, option] }, tie }
}

/** As many are left as seats: they all have one, in the order of their votes. */
const filling = (race: Race, now: readonly Standing[], { seats, lots, options }: Terms): Step | null => {
  if (now.length > seats - race.winners.length) return null
  const order = lots ?? options
  const rest = [...now].toSorted(
    (a, b) => compare(b.votes, a.votes) || order.indexOf(a.option) - order.indexOf(b.option),
  )
  const winners = [...race.winners, ...rest.map(({ option }) => option)]
  return { race: { ...race, running: new Set(), waiting: [], winners }, tie: null }
}

const dropping = (race: Race, now: readonly Standing[], terms: Terms): Step => {
  const settled = settle(lastOf(now), { ...deciding(race, terms), take: 'fewest' })
  if (!('option' in settled)) return settled
  return { race: { ...race, running: without(race.running, [settled.option]) }, tie: settled.tie }
}

const roundOf = (before: Race, { race: after, tie }: Exclude<Step, Tied>, now: readonly Standing[]): Round => {
  const elected = after.winners.slice(before.winners.length)
  return {
    standings: now,
    exhausted: minus(
      totalOf(before.parcels),
      totalOf(before.parcels.filter((parcel) => holderOf(parcel, before.running))),
    ),
    elected,
    out: elected.length > 0 ? null : ([...before.running].find((option) => !after.running.has(option)) ?? null),
    tie,
  }
}

/** In the instant runoff more than half of what still counts is enough. */
const needed = (quota: Rational, now: readonly Standing[], { seats }: Terms): Rational =>
  seats > 1 ? quota : droopQuota(totalOf(now.map(({ votes }) => ({ ranking: [], weight: votes }))), 1)

const START: Omit<Race, 'parcels' | 'running'> = { waiting: [], winners: [], rounds: [] }

/**
 * Who is elected, round by round, or between whom the votes do not decide. Expects orders of known options without repetitions.
 * One surplus is passed on at a time, the largest first, to whoever has not reached the quota (Scottish Local Government Elections Order 2007, schedule 1, rules 48–49).
 * An option that no ballot names is not in the race, so that nobody takes a seat without a single vote.
 * Sources: Wichmann, “STV: weighted inclusive Gregory method” (Voting matters 1, 1994); Droop (1881).
 */
export const transferableVote = (piles: Iterable<Pile<Ranking>>, terms: Terms): Elected | Tied => {
  const all = gather(piles)
  const quota = droopQuota(totalOf(all), terms.seats)
  const named = new Set(all.flatMap(({ ranking }) => ranking))
  const running = new Set(terms.options.filter((option) => named.has(option)))
  let race: Race = { ...START, parcels: all, running }
  for (;;) {
    const now = standings(race.parcels, race.running, race.waiting)
    if (race.winners.length === terms.seats || now.length === 0) break
    const step =
      filling(race, now, terms) ?? electing(race, now, needed(quota, now, terms), terms) ?? dropping(race, now, terms)
    if ('tied' in step) return step
    race = { ...step.race, rounds: [...race.rounds, roundOf(race, step, now)] }
  }
  return { quota, winners: race.winners, rounds: race.rounds }
}
