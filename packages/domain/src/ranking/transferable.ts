// The single transferable vote (可转移单票制): Droop quota, surplus passed on by the weighted inclusive Gregory method in exact fractions.
// With one seat it is the instant runoff (即时决选): whoever has more than half of the ballots that still count for somebody.
import { type Rational, compare, minus, rational, times } from '../rational/index.ts'
import {
  type Parcel,
  type Ranking,
  type Standing,
  type Tied,
  firstOf,
  gather,
  holderOf,
  inOf,
  lastOf,
  outOf,
  standings,
  totalOf,
} from './profile.ts'

export type Terms = {
  readonly options: readonly string[]
  readonly seats: number
  /** An order of the options drawn before anybody voted; null where equal votes shall be told instead. */
  readonly lots: readonly string[] | null
}

export type Round = {
  readonly standings: readonly Standing[]
  /** Of ballots that name nobody who is still in the race. */
  readonly exhausted: Rational
  readonly elected: readonly string[]
  readonly out: string | null
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
  readonly winners: readonly string[]
  readonly rounds: readonly Round[]
}

/** The smallest whole number of votes that more options than there are seats cannot all have. */
export const droopQuota = (votes: Rational, seats: number): Rational =>
  rational(votes.numerator / votes.denominator / BigInt(seats + 1) + 1n)

const without = (running: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> =>
  new Set([...running].filter((option) => !gone.includes(option)))

/** Each ballot of the winner goes on with the part of it that the winner did not need. */
const passOn = (
  parcels: readonly Parcel[],
  { running }: Race,
  winner: Standing,
  quota: Rational,
): readonly Parcel[] => {
  const surplus = minus(winner.votes, quota)
  const part = times(surplus, rational(winner.votes.denominator, winner.votes.numerator))
  return parcels.map((parcel) =>
    holderOf(parcel, running) === winner.option ? { ...parcel, weight: times(parcel.weight, part) } : parcel,
  )
}

type Step = { readonly race: Race } | Tied

const electing = (race: Race, now: readonly Standing[], quota: Rational, { lots }: Terms): Step | null => {
  const reached = now.filter(({ votes }) => compare(votes, quota) >= 0)
  if (reached.length === 0) return null
  const winner = inOf(firstOf(reached), lots)
  if (typeof winner === 'object') return winner
  const parcels = passOn(
    race.parcels,
    race,
    now.find(({ option }) => option === winner)!,
    quota,
  )
  return { race: { ...race, parcels, running: without(race.running, [winner]), winners: [...race.winners, winner] } }
}

/** As many are left as seats: they all have one, in the order of their votes. */
const filling = (race: Race, now: readonly Standing[], { seats, lots, options }: Terms): Step | null => {
  if (race.running.size > seats - race.winners.length) return null
  const order = lots ?? options
  const rest = [...now].toSorted(
    (a, b) => compare(b.votes, a.votes) || order.indexOf(a.option) - order.indexOf(b.option),
  )
  const winners = [...race.winners, ...rest.map(({ option }) => option)]
  return { race: { ...race, running: new Set(), winners } }
}

const dropping = (race: Race, now: readonly Standing[], { lots }: Terms): Step => {
  const out = outOf(lastOf(now), lots)
  return typeof out === 'object' ? out : { race: { ...race, running: without(race.running, [out]) } }
}

const roundOf = (before: Race, after: Race, now: readonly Standing[]): Round => {
  const elected = after.winners.slice(before.winners.length)
  const gone = [...before.running].filter((option) => !after.running.has(option))
  return {
    standings: now,
    exhausted: minus(
      totalOf(before.parcels),
      totalOf(before.parcels.filter((parcel) => holderOf(parcel, before.running))),
    ),
    elected,
    out: gone.find((option) => !elected.includes(option)) ?? null,
  }
}

/** In the instant runoff more than half of what still counts is enough. */
const needed = (quota: Rational, now: readonly Standing[], { seats }: Terms): Rational =>
  seats > 1 ? quota : droopQuota(totalOf(now.map(({ votes }) => ({ ranking: [], weight: votes }))), 1)

const START: Omit<Race, 'parcels' | 'running'> = { winners: [], rounds: [] }

/**
 * Who is elected, round by round, or between whom the votes do not decide. Expects orders of known options without repetitions.
 * Sources: Wichmann, “STV: weighted inclusive Gregory method” (Voting matters 1, 1994); Droop (1881).
 */
export const transferableVote = (rankings: Iterable<Ranking>, terms: Terms): Elected | Tied => {
  const all = gather(rankings)
  const quota = droopQuota(totalOf(all), terms.seats)
  let race: Race = { ...START, parcels: all, running: new Set(terms.options) }
  while (race.winners.length < terms.seats && race.running.size > 0) {
    const now = standings(race.parcels, race.running)
    const step =
      filling(race, now, terms) ?? electing(race, now, needed(quota, now, terms), terms) ?? dropping(race, now, terms)
    if ('tied' in step) return step
    race = { ...step.race, rounds: [...race.rounds, roundOf(race, step.race, now)] }
  }
  return { quota, winners: race.winners, rounds: race.rounds }
}

export const instantRunoff = (rankings: Iterable<Ranking>, terms: Omit<Terms, 'seats'>): Elected | Tied =>
  transferableVote(rankings, { ...terms, seats: 1 })
