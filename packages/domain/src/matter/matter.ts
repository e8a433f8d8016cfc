// A matter (事项): what it is, what may be asked of it, what can become true of it, and why something is refused.
import type { Clock } from '../clock/index.ts'
import type {
  CommunityId,
  ConventionId,
  Instant,
  MatterId,
  OrderId,
  PartyId,
  PersonId,
  PhotoId,
  PlaceId,
} from '../kernel/index.ts'
import type {
  Course,
  CourseEvent,
  End,
  Facts,
  OrderStatus,
  Procedure,
  RevisitResult,
  Seating,
  TalkResult,
  Verdict,
} from '../procedure/index.ts'
import type { HelpCommand, HelpEvent, Helped, WithHelp } from '../helping/index.ts'
import type { VoiceCommand, VoiceEvent, Voiced, WithRecordings } from '../recording/index.ts'
import type { Figure } from './figure.ts'
import type { Sorting } from './sorting.ts'

export const CHANNELS = ['code', 'web', 'phone', 'visit', 'door', 'hall', 'group', 'hotline', 'patrol'] as const
export type Channel = (typeof CHANNELS)[number]
/** `open`: the masked name may be shown. `nameless`: the matter is public, the person is not. `closed`: handlers only. */
export const PUBLICITIES = ['open', 'nameless', 'closed'] as const
export type Publicity = (typeof PUBLICITIES)[number]

type Standing = WithHelp &
  WithRecordings & {
    readonly id: MatterId
    readonly community: CommunityId
    /** Path of the territory node in which it lies. */
    readonly path: string
    readonly procedure: Procedure
    readonly seating: Seating
    readonly course: Course
    readonly facts: Facts
    readonly raiser: PersonId | null
    /** The first who took it in hand stays answerable while nobody else has accepted it (首问负责). */
    readonly firstAsked: PersonId | null
    readonly lead: PartyId | null
    readonly escalation: number
    readonly listed: boolean
    /** Has any of its clocks ever been missed? */
    readonly missed: boolean
    readonly nudgedAt: Instant | null
  }
export type OpenMatter = { readonly status: 'open' } & Standing
export type ClosedMatter = { readonly status: 'closed'; readonly end: End } & Standing
export type Matter = { readonly status: 'absent' } | OpenMatter | ClosedMatter

export type Origin = Voiced & {
  readonly community: CommunityId
  readonly place: PlaceId | null
  readonly path: string
  readonly where: string
  readonly title: string
  readonly text: string
  readonly photos: readonly PhotoId[]
  readonly raiser: PersonId | null
  readonly name: string | null
  readonly phone: string | null
  readonly publicity: Publicity
  readonly channel: Channel
  /** Short code to read out, and the digest of the secret in the link. */
  readonly code: string
  readonly linkDigest: string
}

export type NewOrder = {
  readonly order: OrderId
  readonly party: PartyId
  readonly lead: boolean
  readonly task: string
}

export const LINK_RELATIONS = ['similar', 'same-class', 'duplicate'] as const
export type LinkRelation = (typeof LINK_RELATIONS)[number]
export const CORRECTABLE_FIELDS = ['title', 'text', 'where'] as const
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number]

export type MatterCommand =
  | ({
      readonly type: 'RaiseMatter'
      readonly id: MatterId
      readonly procedure: Procedure
      readonly seating: Seating
    } & Helped &
      Origin)
  | { readonly type: 'SortMatter'; readonly sorting: Sorting; readonly procedure: Procedure }
  | {
      readonly type: 'PlaceOrders'
      readonly orders: readonly Omit<NewOrder, 'order'>[]
      readonly whistled: boolean
      readonly transferredFrom?: OrderId
    }
  | {
      readonly type: 'NoteOrder'
      readonly order: OrderId
      readonly status: OrderStatus
      readonly photos: number
      readonly reason: string
    }
  | { readonly type: 'NoteControl'; readonly order: OrderId }
  | {
      readonly type: 'RecordTalk'
      readonly result: TalkResult
      readonly summary: string
      readonly figures: readonly Figure[]
    }
  | { readonly type: 'SignMatter'; readonly seat: string; readonly verdict: Verdict; readonly reason: string }
  | { readonly type: 'GiveAnswer'; readonly text: string; readonly figures: readonly Figure[] }
  | { readonly type: 'RateMatter'; readonly score: number; readonly text: string }
  | {
      readonly type: 'RevisitMatter'
      readonly found: RevisitResult
      readonly note: string
      readonly photos: readonly PhotoId[]
      readonly figures: readonly Figure[]
    }
  | { readonly type: 'CodifyMatter'; readonly title: string; readonly text: string }
  | { readonly type: 'TakeOutcome'; readonly outcome: string; readonly note: string }
  | { readonly type: 'PauseClocks'; readonly reason: string; readonly until: Instant }
  | { readonly type: 'ResumeClocks' }
  | { readonly type: 'ListMatter'; readonly reason: string }
  | { readonly type: 'UnlistMatter'; readonly reason: string }
  | ({ readonly type: 'AddRemark'; readonly text: string; readonly photos: readonly PhotoId[] } & Voiced)
  | { readonly type: 'NudgeMatter' }
  | {
      readonly type: 'CorrectMatter'
      readonly field: CorrectableField
      readonly value: string
      readonly reason: string
    }
  | { readonly type: 'LinkMatter'; readonly to: MatterId; readonly relation: LinkRelation }
  | { readonly type: 'ReopenMatter'; readonly reason: string }
  | { readonly type: 'WakeMatter' }
  | { readonly type: 'RecountClocks' }
  | VoiceCommand
  | HelpCommand

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
  | { readonly type: 'MatterSigned'; readonly seat: string; readonly verdict: Verdict; readonly reason: string }
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

export type CommandOf<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>
export type EventOf<Type extends MatterEvent['type']> = Extract<MatterEvent, { type: Type }>

export type { MatterRefusal } from './refusal.ts'

export const ABSENT: Matter = { status: 'absent' }
