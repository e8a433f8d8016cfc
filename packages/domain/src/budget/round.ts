// A round (预算轮) of a shared budget: drawn up by a committee, open for ballots until its last day ends, then allocated by the clock.
import type { LocalDate } from '../calendar/index.ts'
import type { BallotId, BudgetId, CommunityId, Instant, PersonId, Role, VoterId } from '../kernel/index.ts'
import type { Completion, Stop } from './allocation.ts'
import { RECOMMENDED_TIES, type TieRule } from './ties.ts'

export const LONGEST_TITLE = 60
export const LONGEST_PURPOSE = 2000
export const LONGEST_NAME = 60
export const MOST_PROJECTS = 64
export const MOST_VOTERS = 20_000
/** From the day on which it opens to the last day, both counted. */
export const MOST_DAYS = 60

/** One thing that the money could go to, as it stands on the ballot. */
export type BudgetProject = {
  /** Its place on the list, from `1`; the list was drawn by lot or agreed, and settles what nothing else does. */
  readonly id: string
  readonly name: string
  /** In yuan, with at most two decimals. */
  readonly cost: string
  readonly place: string
  readonly note: string
}

/** Whose share it is: people of these roles in this part of the community, `''` for all of it. */
export const TAKING_PART: readonly Role[] = ['resident', 'building-leader', 'volunteer']

/** Those who answer for common money: the desk, the party branch, and the owners' committee. */
export const KEEPERS: readonly Role[] = ['staff', 'branch', 'owners-committee']

/** How an allocation is computed; declared with the round. */
export type Method = { readonly completion: Completion; readonly stop: Stop; readonly ties: readonly TieRule[] }
export const METHOD: Method = { completion: 'add1u', stop: 'exhaustive', ties: RECOMMENDED_TIES }

/** What a committee draws up. */
export type Plan = {
  readonly title: string
  readonly purpose: string
  readonly path: string
  readonly amount: string
  readonly projects: readonly BudgetProject[]
  readonly lastDay: LocalDate
}

type Body = Plan & { readonly id: BudgetId; readonly community: CommunityId; readonly method: Method }
type Opened = Body & {
  /** The first moment at which no ballot is taken any more: the end of the last day. */
  readonly closesAt: Instant
  /** Of the plan and the method as they were when it opened. */
  readonly digest: string
  /** How many may take part. */
  readonly listed: number
}

export type RoundWinner = {
  readonly id: string
  /** The most that one supporter's share paid; a fraction of yuan as `125/3`. Null where what was left over paid. */
  readonly cap: string | null
}
export type RoundResult = {
  readonly winners: readonly RoundWinner[]
  readonly cost: string
  /** What every ballot had to spend: `302`, or amount and ballots as `1000000/6586`. */
  readonly share: string
  readonly ballots: number
  readonly votes: Readonly<Record<string, number>>
  /** What most votes first would have bought, for comparison. */
  readonly byVotes: readonly string[]
}

export type Round =
  | { readonly status: 'absent' }
  | ({ readonly status: 'draft' } & Body)
  | ({ readonly status: 'open' } & Opened)
  | ({ readonly status: 'closed' } & Opened)
  | ({ readonly status: 'decided'; readonly result: RoundResult } & Opened)
  | ({ readonly status: 'withdrawn' } & Body)
export type StandingRound = Exclude<Round, { status: 'absent' }>

/** A person who may take part; the ballot's id is that under which the ledger speaks of it. */
export type BudgetVoter = { readonly voter: VoterId; readonly ballot: BallotId; readonly person: PersonId }

export type RoundCommand =
  | { readonly type: 'DraftRound'; readonly id: BudgetId; readonly community: CommunityId; readonly plan: Plan }
  | { readonly type: 'RedraftRound'; readonly plan: Plan }
  | { readonly type: 'OpenRound'; readonly voters: readonly BudgetVoter[] }
  | { readonly type: 'CloseRound' }
  | { readonly type: 'AllocateRound'; readonly ballots: readonly (readonly string[])[] }
  | { readonly type: 'WithdrawRound'; readonly reason: string }

export type RoundEvent =
  | ({ readonly type: 'RoundDrafted' } & Body)
  | { readonly type: 'RoundRedrafted'; readonly plan: Plan }
  | {
      readonly type: 'RoundOpened'
      readonly closesAt: Instant
      readonly digest: string
      readonly amount: string
      readonly costs: readonly string[]
      readonly method: Method
      readonly voters: readonly BudgetVoter[]
    }
  | { readonly type: 'RoundClosed' }
  | { readonly type: 'RoundDecided'; readonly result: RoundResult }
  | { readonly type: 'RoundWithdrawn'; readonly reason: string }

export type PlanRefusal =
  | 'amount-unfit'
  | 'projects-too-few'
  | 'project-twice'
  | 'project-cost-unfit'
  | 'project-too-dear'
  | 'last-day-unfit'
export type RoundRefusal = PlanRefusal | 'not-your-budget' | 'electorate-empty' | 'ballots-open' | 'budget-ended'

export const NO_ROUND: Round = { status: 'absent' }
