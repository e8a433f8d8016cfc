// The props of a meeting's public page and of its papers. Types only.
import type { TalkFormat, TalkResult } from '@yishi/domain/procedure'
import type { Quorum } from '@yishi/domain/meeting'
import type { MeetingFile, MeetingLine, MeetingVoteView, OptionView } from './meeting.ts'
import type { FieldProblems } from './field-problem.ts'

type Names = { readonly zh: string; readonly en: string }

/** What anyone who has its address may see: seats and parties, no private name. What was talked about only where the matter is public. */
export type PublicMeeting = {
  readonly code: string
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  readonly status: MeetingLine['status']
  readonly format: TalkFormat
  readonly when: string
  readonly where: string
  readonly round: number
  readonly cancelled: string | null
  readonly seats: readonly { readonly key: string; readonly names: Names; readonly must: boolean }[]
  readonly places: readonly {
    readonly number: number
    readonly seat: string | null
    readonly party: string | null
    readonly taken: boolean
  }[]
  readonly quorum: Quorum
  readonly signIn: 'not-yet' | 'open' | 'over'
  readonly signInOpens: string
  /** Null where the matter is not public. */
  readonly talk: {
    readonly title: string
    readonly matter: { readonly code: string; readonly title: string }
    readonly agenda: readonly { readonly item: number; readonly text: string }[]
    readonly now: number | null
    readonly options: readonly OptionView[]
    readonly resolutions: readonly {
      readonly number: number
      readonly text: string
      readonly task: { readonly partyName: string; readonly what: string; readonly by: string | null } | null
    }[]
    readonly votes: readonly MeetingVoteView[]
    readonly result: TalkResult | null
    readonly quorate: boolean
    /** Once they are signed, with names starred out. */
    readonly minutes: string | null
    readonly earlier: readonly MeetingLine[]
  } | null
  readonly asOf: string
}

export type SignInField = 'place' | 'name' | 'door'

/** `POST /meetings/:code/sign-in`: `place` (number of a place, or `guest`), `name`, `household`, `door`. */
export type SignInDraft = {
  readonly place: string
  readonly name: string
  readonly household: string
  readonly door: string
  readonly problems: FieldProblems<SignInField>
}

export type MeetingPageProps = {
  readonly meeting: PublicMeeting
  readonly draft: SignInDraft
  readonly said: 'signed-in' | 'too-late' | 'too-early' | null
}

/** `GET /papers/meetings/:meeting?sheet=`: printed from the browser on A4. */
export type MeetingPaperProps = {
  readonly sheet: 'minutes' | 'sign-in'
  readonly meeting: Pick<
    MeetingFile,
    | 'meeting'
    | 'title'
    | 'when'
    | 'where'
    | 'format'
    | 'seats'
    | 'invited'
    | 'present'
    | 'chair'
    | 'minutes'
    | 'signatures'
    | 'qr'
    | 'status'
  >
  readonly community: { readonly name: string; readonly streetOffice: string | null }
  readonly asOf: string
}

export type MeetingTold = {
  readonly kind: 'called' | 'changed' | 'cancelled'
  readonly when: string
  readonly where: string
  readonly agenda: readonly string[]
  readonly reason: string
  readonly asOf: string
}

/** The meeting that sits in a community at this moment, for its big screen. */
export type MeetingNow = {
  readonly code: string
  readonly title: string
  readonly format: TalkFormat
  readonly where: string
  readonly quorate: boolean
  readonly item: {
    readonly text: string
    readonly since: string
    /** When its time is up; null where none was set. */
    readonly ends: string | null
  } | null
  readonly options: readonly OptionView[]
}
