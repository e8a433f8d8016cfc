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
import { type SameRowRefusal, type SameRows, countsTwice, otherRowVoted } from '../same-person/index.ts'
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
  /** Where another row of the list is the same person. */
  readonly same: SameRows | null
}
export type BudgetBallot = { readonly status: 'absent' } | ({ readonly status: 'standing' } & Slip)

export type BudgetBallotCommand =
  | {
      readonly type: 'CastBudgetBallot'
      readonly choice: readonly string[]
      /** Of the list that the voter had before them. */
      readonly digest: string
    }
  /** Given by the clock where it turns out that two rows that voted are one person. */
  | { readonly type: 'SetBudgetBallotAside' }
export type BudgetBallotEvent =
  | {
      readonly type: 'BudgetBallotCast'
      readonly budget: BudgetId
      readonly voter: VoterId
      readonly number: number
      readonly choice: readonly string[]
      /** The rows of one person that it was decided among; null where the row is the only one. */
      readonly same: string | null
    }
  /** Of the rows that are one person, this one has voted. */
  | { readonly type: 'RowCounts'; readonly same: string }
  | {
      readonly type: 'BudgetBallotSetAside'
      readonly budget: BudgetId
      readonly voter: VoterId
      readonly counts: BallotId
      /** Found after the result: nothing is taken back by itself, people have to look. */
      readonly late: boolean
    }
type CommandOf<Type extends BudgetBallotCommand['type']> = Extract<BudgetBallotCommand, { type: Type }>
type Answer = readonly BudgetBallotEvent[] | Refused<BudgetBallotRefusal>
export type BudgetBallotRefusal =
  | SameRowRefusal
  | 'not-your-ballot'
  | 'budget-not-open'
  | 'list-changed'
  | 'choice-unfit'

const isFit = (choice: readonly string[], projects: readonly string[]): boolean =>
  choice.length > 0 && new Set(choice).size === choice.length && choice.every((id) => projects.includes(id))

const cast = (slip: Slip, { choice, digest }: CommandOf<'CastBudgetBallot'>, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'person' || actor.person !== slip.person) return refuse('not-your-ballot')
  if (slip.roundStatus !== 'open' || now >= slip.closesAt) return refuse('budget-not-open')
  if (otherRowVoted(slip.id, slip.same)) return refuse('other-row-voted')
  if (digest !== slip.digest) return refuse('list-changed')
  if (!isFit(choice, slip.projects)) return refuse('choice-unfit')
  const inOrder = slip.projects.filter((id) => choice.includes(id))
  const { budget, voter, number, same } = slip
  const key = same?.key ?? null
  const taken = { type: 'BudgetBallotCast', budget, voter, number: number + 1, choice: inOrder, same: key } as const
  return same?.counts === null ? [taken, { type: 'RowCounts', same: same.key }] : [taken]
}

/** Until the clock has allocated; from then on people have to look. */
const setAside = (slip: Slip, _: CommandOf<'SetBudgetBallotAside'>, { actor }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-ballot')
  const { id, budget, voter, same, roundStatus } = slip
  if (!countsTwice(id, same)) return []
  return [{ type: 'BudgetBallotSetAside', budget, voter, counts: same!.counts!, late: roundStatus === 'decided' }]
}

/** Whether the clock has to set it aside. */
export const budgetStandsTwice = (ballot: BudgetBallot): boolean =>
  ballot.status === 'standing' &&
  ballot.number > 0 &&
  countsTwice(ballot.id, ballot.same) &&
  ballot.roundStatus !== 'withdrawn'

const evolve = (ballot: BudgetBallot, event: BudgetBallotEvent): BudgetBallot => {
  const standing = during(ballot, 'standing')
  switch (event.type) {
    case 'BudgetBallotCast':
      return { ...standing, number: event.number }
    case 'RowCounts':
      return { ...standing, same: { ...standing.same!, counts: standing.id } }
    case 'BudgetBallotSetAside':
      return { ...standing, same: { ...standing.same!, settled: true } }
  }
}

export const budgetBallotRules = rulebook<BudgetBallot, BudgetBallotCommand, BudgetBallotEvent, BudgetBallotRefusal>(
  { absent: {}, standing: { CastBudgetBallot: cast, SetBudgetBallotAside: setAside } },
  evolve,
)

export const NO_BUDGET_BALLOT: BudgetBallot = { status: 'absent' }
