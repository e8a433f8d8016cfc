// What may be asked of a matter.
import type { ConditionId, Instant, MatterId, OrderId, PhotoId } from '../kernel/index.ts'
import type { HelpCommand, Helped } from '../helping/index.ts'
import type { VoiceCommand, Voiced } from '../recording/index.ts'
import type {
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

type WithoutVisit<P> = P extends Proceeding ? Omit<P, 'visit'> : never

/** How a meeting, poll, notice or project stands, as it tells its matter. */
export type NotedProceeding = WithoutVisit<Proceeding>

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
  | {
      readonly type: 'SignMatter'
      readonly seat: string
      readonly verdict: Verdict
      readonly reason: string
      readonly conditions: readonly string[]
    }
  | {
      readonly type: 'MeetCondition'
      readonly condition: ConditionId
      readonly note: string
      readonly photos: readonly PhotoId[]
    }
  | {
      readonly type: 'NoteProceeding'
      readonly proceeding: NotedProceeding
      /** What a meeting resolved that somebody is to do: handed out by itself as soon as work can be handed out. */
      readonly resolved: readonly Omit<NewOrder, 'order'>[]
    }
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

export type CommandOf<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>
