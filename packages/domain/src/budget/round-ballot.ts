// The ballot of one voter in a round: cast in person, replaced as often as wanted until the round closes; the last one holds.
import {
  type BallotId,
  type BudgetId,
  type Instant,
  type Meta,
  type PersonId,
  type Refused,
  type VoterId,
  during,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { StandingRound } from './round.ts'

type Slip = {
  readonly id: BallotId
  readonly budget: BudgetId
  readonly voter: VoterId
  readonly person: PersonId
  readonly roundStatus: StandingRound['status']
  readonly closesAt: Instant
  readonly digest: string
  readonly projects: readonly string[]
  /** How many ballots this voter has cast; the last one holds. */
  readonly number: number
}
export type BudgetBallot = { readonly status: 'absent' } | ({ readonly status: 'standing' } & Slip)

export type BudgetBallotCommand = {
  readonly type: 'CastBudgetBallot'
  readonly choice: readonly string[]
  /** Of the list that the voter had before them. */
  readonly digest: string
}
export type BudgetBallotEvent = {
  readonly type: 'BudgetBallotCast'
  readonly budget: BudgetId
  readonly voter: VoterId
  readonly number: number
  readonly choice: readonly string[]
}
export type BudgetBallotRefusal = 'not-your-ballot' | 'budget-not-open' | 'list-changed' | 'choice-unfit'

const isFit = (choice: readonly string[], projects: readonly string[]): boolean =>
  choice.length > 0 && new Set(choice).size === choice.length && choice.every((id) => projects.includes(id))

const cast = (
  slip: Slip,
  { choice, digest }: BudgetBallotCommand,
  { actor, now }: Meta,
): readonly BudgetBallotEvent[] | Refused<BudgetBallotRefusal> => {
  if (actor.kind !== 'person' || actor.person !== slip.person) return refuse('not-your-ballot')
  if (slip.roundStatus !== 'open' || now >= slip.closesAt) return refuse('budget-not-open')
  if (digest !== slip.digest) return refuse('list-changed')
  if (!isFit(choice, slip.projects)) return refuse('choice-unfit')
  const inOrder = slip.projects.filter((id) => choice.includes(id))
  return [
    { type: 'BudgetBallotCast', budget: slip.budget, voter: slip.voter, number: slip.number + 1, choice: inOrder },
  ]
}

export const budgetBallotRules = rulebook<BudgetBallot, BudgetBallotCommand, BudgetBallotEvent, BudgetBallotRefusal>(
  { absent: {}, standing: { CastBudgetBallot: cast } },
  (ballot, { number }) => ({ ...during(ballot, 'standing'), number }),
)

export const NO_BUDGET_BALLOT: BudgetBallot = { status: 'absent' }
