// Reconciling a count: every ballot that came in either holds or was replaced, every voter has voted, is silent, or was never reached, and the figures come to what those who voted weigh.
import type { Count, ListedBallot } from './counting.ts'
import { amountOfVoters, headsIn } from './electorate.ts'
import type { Figures } from './figures.ts'
import { type Amounts, sumOf, unitsOf } from './measure.ts'
import type { PollRule } from './rule.ts'

export type Reconciliation = {
  readonly voters: number
  readonly heads: number
  /** All that came in: those that hold, and those that another one went before. */
  readonly ballots: number
  readonly holding: number
  readonly replaced: number
  readonly silent: number
  /** Without a ballot and without proof of delivery. */
  readonly undelivered: number
  /** Owners whose units contradict one another (R1.9). */
  readonly contradictory: number
  /** No ballot is lost and none counted twice. */
  readonly balanced: boolean
}

/** Of a ballot that may name several, those that name any. */
const countedIn = ({ votes, cast, abstain, invalid }: Figures, { measures }: PollRule): Amounts =>
  sumOf([...(cast ? [cast] : Object.values(votes)), abstain, invalid], measures)

type Counted = { readonly rule: PollRule; readonly count: Count; readonly ballots: number }

/** `ballots` is how many came in, whichever of them hold. */
export const reconcile = (listed: readonly ListedBallot[], { rule, count, ballots }: Counted): Reconciliation => {
  const voted = listed.filter(({ choice }) => choice !== null)
  const silent = listed.filter(({ choice, proof }) => choice === null && proof !== 'none').length
  const [counted, weighed] = [countedIn(count.figures, rule), amountOfVoters(voted, rule)]
  const even = rule.measures.every((measure) => unitsOf(counted, measure) === unitsOf(weighed, measure))
  return {
    voters: listed.length,
    heads: headsIn(listed),
    ballots,
    holding: voted.length,
    replaced: ballots - voted.length,
    silent,
    undelivered: listed.length - voted.length - silent,
    contradictory: count.contradictory.length,
    balanced: even && ballots >= voted.length,
  }
}
