// A notice (公示): hung in public for whole calendar days, proved place by place, elapsed by the clock, and answered by a result.
import type { CalendarRefusal, LocalDate } from '../calendar/index.ts'
import type { CommunityId, Instant, MatterId, NodeId, NoticeId, PhotoId } from '../kernel/index.ts'
import type { Figure, Matter, OpeningRefusal } from '../matter/index.ts'
import type { BasisKey } from './basis.ts'

export const NOTICE_KINDS = ['plan', 'decision', 'result', 'list'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Two lines of a poster's heading, and as much text as a few sheets carry. */
export const LONGEST_TITLE = 80
export const LONGEST_TEXT = 6000
export const MOST_DAYS = 60
export const MOST_SPOTS = 40

/** Where it hangs. Who lives or works in the community or node is told of it; a board has only its name. */
export const SPOT_KINDS = ['community', 'node', 'board'] as const
export type Spot = {
  readonly kind: (typeof SPOT_KINDS)[number]
  readonly node: NodeId | null
  readonly path: string
  readonly name: string
}

/** Which one it is in its community and year: 〔2026〕11 号. */
export type NoticeNumber = { readonly year: number; readonly count: number }

/** What is published word for word; the ledger commits to it as one value. */
export type Wording = {
  readonly title: string
  readonly text: string
  readonly figures: readonly Figure[]
  readonly photos: readonly PhotoId[]
}

export type NoticePeriod = {
  readonly days: number
  readonly lastDay: LocalDate
  /** 24:00 of the last day: the first moment at which it no longer hangs. */
  readonly endsAt: Instant
}

type Body = NoticePeriod & {
  readonly id: NoticeId
  readonly community: CommunityId
  /** The matter that it tells of; null for one that the committee hangs by itself. */
  readonly matter: MatterId | null
  readonly path: string
  readonly kind: NoticeKind
  /** The notice whose outcome this one tells. */
  readonly resultOf: NoticeId | null
  readonly number: NoticeNumber
  readonly basis: BasisKey | null
  readonly spots: readonly Spot[]
}

export type StandingNotice =
  | ({ readonly status: 'hanging' } & Body)
  | ({ readonly status: 'elapsed' } & Body)
  | ({ readonly status: 'told' } & Body)
  | ({ readonly status: 'withdrawn' } & Body)
export type Notice = { readonly status: 'absent' } | StandingNotice

export const NO_NOTICE: Notice = { status: 'absent' }

/** Whether a stage of its matter waits for it; one that tells a result answers to no stage. */
export const isProceeding = ({ matter, resultOf }: Pick<Body, 'matter' | 'resultOf'>): boolean =>
  matter !== null && resultOf === null

/** What a notice is hung for, as it stands at that moment: a stage of a matter, the end of an earlier notice, or nothing but itself. */
export type Ground =
  | { readonly for: 'stage'; readonly matter: Matter }
  | { readonly for: 'result'; readonly of: Notice }
  | { readonly for: 'itself'; readonly kind: NoticeKind }

type Asked = Pick<Body, 'id' | 'community' | 'number' | 'basis' | 'spots' | 'days'> & { readonly wording: Wording }
type Proved = { readonly spot: number; readonly photos: readonly PhotoId[] }

export type NoticeCommand =
  | ({ readonly type: 'HangNotice'; readonly ground: Ground } & Asked)
  | ({ readonly type: 'ProveHung' } & Proved)
  | ({ readonly type: 'ProveTakenDown' } & Proved)
  | { readonly type: 'ElapseNotice' }
  | { readonly type: 'NoteResult'; readonly result: NoticeId }
  | { readonly type: 'WithdrawNotice'; readonly reason: string }

export type NoticeEvent =
  | ({ readonly type: 'NoticeHung'; readonly wording: Wording } & Body)
  | ({ readonly type: 'NoticeProvedHung' } & Proved)
  | ({ readonly type: 'NoticeProvedTakenDown' } & Proved)
  | { readonly type: 'NoticeElapsed' }
  | { readonly type: 'NoticeResultTold'; readonly result: NoticeId }
  /** `left`: its matter went on without it. */
  | { readonly type: 'NoticeWithdrawn'; readonly reason: string; readonly left: boolean }

export type NoticeRefusal =
  | OpeningRefusal
  | CalendarRefusal
  | 'title-too-long'
  | 'nowhere-to-hang'
  | 'basis-not-in-force'
  | 'period-too-short'
  | 'shorter-than-procedure'
  | 'period-running'
  | 'notice-not-over'
  | 'result-told-already'
  | 'spot-unknown'
