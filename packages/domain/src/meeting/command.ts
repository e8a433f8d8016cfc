// What may be asked of a meeting, and what can become true of one.
import type { Instant, MeetingId, OrderId, PartyId, PersonId, PollId } from '../kernel/index.ts'
import type { Matter } from '../matter/index.ts'
import type { TalkFormat, TalkResult } from '../procedure/index.ts'
import type {
  AgendaItem,
  Attendee,
  CalledMeeting,
  Invitee,
  LineKind,
  MeetingSeat,
  MeetingVote,
  Option,
  Remark,
  Resolution,
  VoteResult,
} from './meeting.ts'
import type { Share } from './quorum.ts'

export type NewInvitee = Omit<Invitee, 'number'>

export type MeetingCommand =
  | {
      readonly type: 'CallMeeting'
      readonly id: MeetingId
      /** As it stands, locked. */
      readonly matter: Matter
      readonly format: TalkFormat
      readonly title: string
      readonly when: Instant
      readonly where: string
      readonly code: string
      readonly door: string
      readonly seats: readonly MeetingSeat[]
      readonly invited: readonly NewInvitee[]
      readonly agenda: readonly Omit<AgendaItem, 'item'>[]
      readonly share: Share | null
    }
  | { readonly type: 'ChangeMeeting'; readonly when: Instant; readonly where: string }
  | { readonly type: 'Invite'; readonly invited: readonly NewInvitee[] }
  | {
      readonly type: 'SignIn'
      /** Whose place is taken; null for a guest. */
      readonly invitee: number | null
      readonly name: string
      readonly household: string
      readonly person: PersonId | null
      /** What somebody typed who signs in by phone; null at the desk. */
      readonly door: string | null
    }
  | { readonly type: 'StrikeSignIn'; readonly attendee: number; readonly reason: string }
  | { readonly type: 'OpenMeeting'; readonly chair: number }
  | { readonly type: 'BeginItem'; readonly item: number }
  | ({ readonly type: 'NoteRemark' } & Omit<Remark, 'number'>)
  | ({ readonly type: 'OfferOption' } & Omit<Option, 'number'>)
  | ({ readonly type: 'RecordResolution' } & Omit<Resolution, 'number' | 'order'>)
  /** Its poll is open already. */
  | { readonly type: 'CallVote'; readonly item: number; readonly poll: PollId; readonly question: string }
  /** What the poll came to; without a result it was given up. */
  | { readonly type: 'NoteVote'; readonly poll: PollId; readonly result: VoteResult | null }
  | { readonly type: 'StrikeLine'; readonly kind: LineKind; readonly number: number }
  /** Without a result where too few have come. */
  | { readonly type: 'CloseMeeting'; readonly result: TalkResult | null }
  | { readonly type: 'CorrectMinutes'; readonly text: string }
  | { readonly type: 'SignMinutes'; readonly attendee: number }
  | { readonly type: 'CancelMeeting'; readonly reason: string }
  | {
      readonly type: 'NoteHandedOut'
      readonly orders: readonly { readonly order: OrderId; readonly party: PartyId }[]
    }
export type CommandOf<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>

export type MeetingEvent =
  | ({ readonly type: 'MeetingCalled' } & Omit<
      CalledMeeting,
      'status' | 'sequence' | 'present' | 'lastNumber' | 'remarks' | 'options' | 'resolutions' | 'votes'
    >)
  | { readonly type: 'MeetingChanged'; readonly when: Instant; readonly where: string; readonly sequence: number }
  | { readonly type: 'PeopleInvited'; readonly invited: readonly Invitee[] }
  | { readonly type: 'SignedIn'; readonly attendee: Attendee; readonly seat: string | null }
  | { readonly type: 'SignInStruck'; readonly attendee: number; readonly reason: string }
  | { readonly type: 'MeetingOpened'; readonly chair: number; readonly at: Instant }
  | { readonly type: 'ItemBegun'; readonly item: number; readonly at: Instant }
  | { readonly type: 'RemarkNoted'; readonly remark: Remark }
  | { readonly type: 'OptionOffered'; readonly option: Option }
  | { readonly type: 'ResolutionRecorded'; readonly resolution: Resolution }
  | { readonly type: 'VoteCalled'; readonly vote: MeetingVote }
  | { readonly type: 'VoteNoted'; readonly poll: PollId; readonly result: VoteResult | null }
  | { readonly type: 'LineStruck'; readonly kind: LineKind; readonly number: number }
  | {
      readonly type: 'MeetingClosed'
      readonly at: Instant
      readonly quorate: boolean
      readonly result: TalkResult | null
      readonly came: number
    }
  | { readonly type: 'MinutesWritten'; readonly version: number; readonly text: string }
  | {
      readonly type: 'MinutesSigned'
      readonly version: number
      readonly attendee: number
      /** The desk notes a signature on paper. */
      readonly noted: boolean
      /** With this one the minutes stand. */
      readonly complete: boolean
    }
  | { readonly type: 'MeetingCancelled'; readonly reason: string; readonly byClock: boolean }
  | {
      readonly type: 'ResolutionsHandedOut'
      readonly resolutions: readonly { readonly number: number; readonly order: OrderId }[]
    }
export type EventOf<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>
