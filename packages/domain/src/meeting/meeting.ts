// A meeting (议事会) about one matter: who is to come, who came, what was said, offered and resolved, and what is written of it.
import type { LocalDate } from '../calendar/index.ts'
import type { CommunityId, Instant, MatterId, MeetingId, OrderId, PartyId, PersonId, PollId } from '../kernel/index.ts'
import type { Names, TalkFormat, TalkResult } from '../procedure/index.ts'
import type { QuorumRule } from './quorum.ts'

/** A party to the meeting; several people may be invited to one seat. */
export type MeetingSeat = { readonly key: string; readonly names: Names }

/** One who is to come. Without a seat it is a guest, who sits in and is not counted. */
export type Invitee = {
  readonly number: number
  readonly seat: string | null
  readonly party: PartyId | null
  readonly person: PersonId | null
  readonly name: string
}

export const SIGN_IN_WAYS = ['desk', 'phone'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

/** One who came; without an invitation it is a guest as well. */
export type Attendee = {
  readonly number: number
  readonly invitee: number | null
  readonly name: string
  readonly household: string
  readonly person: PersonId | null
  readonly way: SignInWay
  readonly at: Instant
}

export type AgendaItem = {
  readonly item: number
  readonly text: string
  /** How long it is meant to take. */
  readonly minutes: number | null
}

/** What was said, by whom in general terms: the minutes name no resident for an opinion. */
export type Remark = {
  readonly number: number
  readonly item: number
  readonly text: string
  readonly by: string
}

/** One of several ways that lie side by side. */
export type Option = {
  readonly number: number
  readonly item: number
  readonly title: string
  readonly pros: readonly string[]
  readonly cons: readonly string[]
  /** Yuan as a decimal text; null where nobody named a sum. */
  readonly cost: string | null
  readonly by: string
}

export type Task = {
  readonly party: PartyId
  /** The party's name as it was then, for the minutes. */
  readonly partyName: string
  readonly what: string
  readonly by: LocalDate | null
  readonly lead: boolean
}
export type Resolution = {
  readonly number: number
  readonly item: number
  readonly text: string
  readonly task: Task | null
  /** The order that it became; null while it waits to be handed out. */
  readonly order: OrderId | null
}

/** Hands for each mark of the question (`for`, `option-1`, `abstain` …); an option has its text, the others have words of their own. */
export type VoteResult = {
  readonly passed: boolean
  /** Of a question whose most named options win: their texts, those with most hands first. */
  readonly chosen?: readonly string[]
  readonly counts: readonly { readonly mark: string; readonly text: string; readonly heads: number }[]
}

/** A question put to those who are here: a poll of its own, which tells what it came to. */
export type MeetingVote = {
  readonly number: number
  readonly item: number
  readonly poll: PollId
  readonly question: string
  readonly result: VoteResult | null
}

export const LINE_KINDS = ['remark', 'option', 'resolution'] as const
export type LineKind = (typeof LINE_KINDS)[number]

type Convened = {
  readonly id: MeetingId
  readonly community: CommunityId
  readonly matter: MatterId
  readonly path: string
  /** The visit of the stage that called it. */
  readonly visit: number
  readonly host: PartyId
  readonly caller: PersonId | null
  readonly format: TalkFormat
  readonly title: string
  readonly when: Instant
  readonly where: string
  /** In the address of its page. */
  readonly code: string
  /** Six digits that hang in the room: whoever signs in by phone has seen them. */
  readonly door: string
  /** Rises with each change of time or place (RFC 5545 SEQUENCE). */
  readonly sequence: number
  readonly seats: readonly MeetingSeat[]
  readonly quorum: QuorumRule
  readonly invited: readonly Invitee[]
  readonly present: readonly Attendee[]
  /** The highest number that any attendee or line ever had: what is struck out gives its number to nobody. */
  readonly lastNumber: number
  readonly agenda: readonly AgendaItem[]
  readonly remarks: readonly Remark[]
  readonly options: readonly Option[]
  readonly resolutions: readonly Resolution[]
  readonly votes: readonly MeetingVote[]
}

type Opened = {
  /** The attendee who presides. */
  readonly chair: number
  readonly openedAt: Instant
  readonly now: { readonly item: number; readonly since: Instant } | null
}

export type Signature = { readonly attendee: number; readonly noted: boolean }
type Held = Opened & {
  readonly closedAt: Instant
  readonly quorate: boolean
  readonly result: TalkResult | null
  readonly minutes: { readonly version: number; readonly text: string }
  /** Of the present version. */
  readonly signatures: readonly Signature[]
}

export type CalledMeeting = { readonly status: 'called' } & Convened
export type SittingMeeting = { readonly status: 'sitting' } & Convened & Opened
export type ClosedMeeting = { readonly status: 'closed' } & Convened & Held
export type MinutedMeeting = { readonly status: 'minuted' } & Convened & Held
export type CancelledMeeting = { readonly status: 'cancelled'; readonly reason: string } & Convened
export type Meeting =
  | { readonly status: 'absent' }
  | CalledMeeting
  | SittingMeeting
  | ClosedMeeting
  | MinutedMeeting
  | CancelledMeeting
export type StandingMeeting = Exclude<Meeting, { status: 'absent' }>

export const MEETING_STATUSES = ['called', 'sitting', 'closed', 'minuted', 'cancelled'] as const

export type MeetingRefusal =
  | 'not-at-this-stage'
  | 'not-yours-to-do'
  | 'one-at-a-time'
  | 'meeting-in-the-past'
  | 'seat-not-here'
  | 'seat-without-people'
  | 'sign-in-not-open'
  | 'wrong-door-code'
  | 'seat-taken'
  | 'already-signed-in'
  | 'not-present'
  | 'item-unknown'
  | 'line-unknown'
  | 'same-party-twice'
  | 'one-lead-needed'
  | 'by-date-past'
  | 'not-quorate'
  | 'result-needed'
  | 'minutes-unchanged'
  | 'already-signed'

export const NO_MEETING: Meeting = { status: 'absent' }
