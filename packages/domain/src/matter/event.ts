// What can become true of a matter.
import type { Clock } from '../clock/index.ts'
import type {
  ConditionId,
  ConventionId,
  Instant,
  MatterId,
  OrderId,
  PartyId,
  PersonId,
  PhotoId,
} from '../kernel/index.ts'
import type { HelpEvent } from '../helping/index.ts'
import type { VoiceEvent, Voiced } from '../recording/index.ts'
import type {
  Course,
  CourseEvent,
  OrderStatus,
  Procedure,
  Proceeding,
  RevisitResult,
  Seating,
  TalkResult,
  Verdict,
} from '../procedure/index.ts'
import type { Figure } from './figure.ts'
import type { CorrectableField, LinkRelation, NewOrder, Origin } from './matter.ts'
import type { Sorting } from './sorting.ts'

export type MatterEvent =
  | ({
      readonly type: 'MatterRaised'
      readonly id: MatterId
      readonly procedure: Procedure
      readonly seating: Seating
      readonly course: Course
    } & Origin)
  | {
      readonly type: 'MatterSorted'
      readonly sorting: Sorting
      readonly procedure: Procedure
      /** The sorting stage of that procedure, where the course goes on. */
      readonly stage: string
      readonly firstAsked: PersonId | null
    }
  | {
      readonly type: 'OrdersPlaced'
      readonly orders: readonly NewOrder[]
      readonly whistled: boolean
      readonly transferredFrom: OrderId | null
    }
  | { readonly type: 'OrderNoted'; readonly order: OrderId; readonly status: OrderStatus; readonly photos: number }
  | { readonly type: 'ControlReported'; readonly order: OrderId }
  | {
      readonly type: 'TalkRecorded'
      readonly result: TalkResult
      readonly summary: string
      readonly figures: readonly Figure[]
    }
  | {
      readonly type: 'MatterSigned'
      readonly seat: string
      readonly verdict: Verdict
      readonly reason: string
      readonly conditions: readonly { readonly condition: ConditionId; readonly text: string }[]
    }
  | {
      readonly type: 'ConditionMet'
      readonly condition: ConditionId
      readonly note: string
      readonly photos: readonly PhotoId[]
    }
  | { readonly type: 'ProceedingNoted'; readonly proceeding: Proceeding }
  | { readonly type: 'AnswerGiven'; readonly text: string; readonly figures: readonly Figure[] }
  | { readonly type: 'MatterRated'; readonly score: number; readonly text: string; readonly noted: boolean }
  | {
      readonly type: 'MatterRevisited'
      readonly found: RevisitResult
      readonly note: string
      readonly photos: readonly PhotoId[]
      readonly figures: readonly Figure[]
    }
  | {
      readonly type: 'ConventionRecorded'
      readonly convention: ConventionId
      readonly title: string
      readonly text: string
    }
  | CourseEvent
  | { readonly type: 'ClosedByLink'; readonly end: 'merged' }
  | {
      readonly type: 'ClocksPaused'
      readonly reason: string
      readonly until: Instant
      readonly clocks: readonly Clock[]
    }
  | { readonly type: 'ClocksResumed'; readonly clocks: readonly Clock[] }
  | { readonly type: 'ClocksRecounted'; readonly clocks: readonly Clock[] }
  | { readonly type: 'ClocksStopped'; readonly kinds: readonly Clock['kind'][]; readonly clocks: readonly Clock[] }
  | { readonly type: 'ClockReminded'; readonly clock: Clock }
  | { readonly type: 'ClockBreached'; readonly clock: Clock }
  | { readonly type: 'MatterEscalated'; readonly level: number; readonly to: PartyId }
  | { readonly type: 'MatterListed'; readonly reason: string; readonly byClock: boolean }
  | { readonly type: 'MatterUnlisted'; readonly reason: string }
  | ({
      readonly type: 'RemarkAdded'
      readonly text: string
      readonly photos: readonly PhotoId[]
      readonly byRaiser: boolean
    } & Voiced)
  | { readonly type: 'MatterNudged'; readonly at: Instant }
  | {
      readonly type: 'MatterCorrected'
      readonly field: CorrectableField
      readonly value: string
      readonly reason: string
    }
  | { readonly type: 'MatterLinked'; readonly to: MatterId; readonly relation: LinkRelation }
  | { readonly type: 'MatterReopened'; readonly reason: string; readonly course: Course }
  | VoiceEvent
  | HelpEvent

export type EventOf<Type extends MatterEvent['type']> = Extract<MatterEvent, { type: Type }>
