// The ballot of one voter in a round: cast in person, or noted at the desk; replaced as often as wanted until the round closes. What it is, and what may be asked of it.
import {
  type BallotId,
  type BudgetId,
  type CommunityId,
  type Instant,
  type PersonId,
  type Refused,
  type VoterId,
} from '../kernel/index.ts'
import type { SameRowRefusal, SameRows } from '../same-person/index.ts'
import type { NotedAt, Reading, Readings } from './reading.ts'
import type { StandingRound } from './round.ts'

type Body = {
  readonly id: BallotId
  readonly budget: BudgetId
  readonly community: CommunityId
  /** Of the round: whoever keeps common money there notes ballots. */
  readonly path: string
  readonly voter: VoterId
  readonly person: PersonId
  readonly roundStatus: StandingRound['status']
  readonly closesAt: Instant
  readonly digest: string
  readonly projects: readonly string[]
  /** How many ballots were taken of this voter. */
  readonly number: number
  /** What was handed in at the desk and is not settled yet. */
  readonly readings: Readings | null
  /** A sheet of this voter has become a ballot already. */
  readonly sheetNoted: boolean
  /** Where another row of the list is the same person. */
  readonly same: SameRows | null
}
export type BudgetBallot = { readonly status: 'absent' } | ({ readonly status: 'standing' } & Body)
export type StandingBudgetBallot = Exclude<BudgetBallot, { status: 'absent' }>

export type BudgetBallotCommand =
  | {
      readonly type: 'CastBudgetBallot'
      readonly choice: readonly string[]
      /** Of the list that the voter had before them. */
      readonly digest: string
    }
  /** The first says how it was handed in; the second does not see what the first read. */
  | { readonly type: 'ReadBudgetBallot'; readonly where: NotedAt; readonly choice: readonly string[] }
  | { readonly type: 'SettleBudgetBallot'; readonly choice: readonly string[]; readonly reason: string }
  /** The wrong voter was picked, or it was handed in by mistake. */
  | { readonly type: 'DropBudgetReadings'; readonly reason: string }
  /** Given by the clock where it turns out that two rows that voted are one person. */
  | { readonly type: 'SetBudgetBallotAside' }

type Of = { readonly budget: BudgetId; readonly voter: VoterId }
export type BudgetBallotEvent =
  | ({
      readonly type: 'BudgetBallotCast'
      readonly number: number
      readonly choice: readonly string[]
      /** The rows of one person that it was decided among; null where the row is the only one. */
      readonly same: string | null
    } & Of)
  | ({
      readonly type: 'BudgetBallotRead'
      readonly where: NotedAt
      /** How many ballots there were when it was handed in. */
      readonly after: number
      readonly time: 1 | 2
    } & Reading &
      Of)
  | ({ readonly type: 'BudgetReadingsDiffered' } & Of)
  | ({
      readonly type: 'BudgetBallotNoted'
      readonly number: number
      readonly choice: readonly string[]
      readonly where: NotedAt
      /** The two who read the same, or all three. */
      readonly readers: readonly PersonId[]
      /** Of the third who decided; null where two agreed. */
      readonly reason: string | null
      /** False where the voter has cast another since it was handed in: it is kept beside. */
      readonly holds: boolean
    } & Of)
  | ({
      readonly type: 'BudgetReadingsDropped'
      readonly where: NotedAt
      readonly by: PersonId
      readonly reason: string
    } & Of)
  /** Of the rows that are one person, this one has voted. */
  | { readonly type: 'RowCounts'; readonly same: string }
  | ({
      readonly type: 'BudgetBallotSetAside'
      readonly counts: BallotId
      /** Found after the result: nothing is taken back by itself, people have to look. */
      readonly late: boolean
    } & Of)
export type CommandOf<Type extends BudgetBallotCommand['type']> = Extract<BudgetBallotCommand, { type: Type }>
export type Answer = readonly BudgetBallotEvent[] | Refused<BudgetBallotRefusal>
export type BudgetBallotRefusal =
  | SameRowRefusal
  | 'not-your-ballot'
  | 'not-your-budget'
  | 'budget-not-open'
  | 'list-changed'
  | 'choice-unfit'
  | 'nothing-handed-in'
  | 'sheet-noted-already'
  | 'second-person-needed'
  | 'third-person-needed'

export const isOpenAt = ({ roundStatus, closesAt }: StandingBudgetBallot, now: Instant): boolean =>
  roundStatus === 'open' && now < closesAt

/** Projects of the list, once each, at least one. */
export const isFit = (choice: readonly string[], { projects }: StandingBudgetBallot): boolean =>
  choice.length > 0 && new Set(choice).size === choice.length && choice.every((id) => projects.includes(id))

export const inOrder = (choice: readonly string[], { projects }: StandingBudgetBallot): readonly string[] =>
  projects.filter((id) => choice.includes(id))

/** The first ballot of several rows that are one person says which of them votes. */
export const counting = ({ same }: StandingBudgetBallot): readonly BudgetBallotEvent[] =>
  same?.counts === null ? [{ type: 'RowCounts', same: same.key }] : []

export const NO_BUDGET_BALLOT: BudgetBallot = { status: 'absent' }
