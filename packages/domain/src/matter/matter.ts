// A matter (事项): what it is, where it came from, and why something is refused.
import type { LocalDate } from '../calendar/index.ts'
import type { CommunityId, Instant, MatterId, OrderId, PartyId, PersonId, PhotoId, PlaceId } from '../kernel/index.ts'
import type { Course, End, Facts, Procedure, Seating } from '../procedure/index.ts'
import type { WithHelp } from '../helping/index.ts'
import type { Voiced, WithRecordings } from '../recording/index.ts'

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
  /** The last day for it, where a meeting or the desk named one; the matter's own clocks run beside it. */
  readonly by?: LocalDate
}

export const LINK_RELATIONS = ['similar', 'same-class', 'duplicate'] as const
export type LinkRelation = (typeof LINK_RELATIONS)[number]
export const CORRECTABLE_FIELDS = ['title', 'text', 'where'] as const
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number]

export type MatterRefusal =
  | 'not-yours-to-do'
  | 'not-at-this-stage'
  | 'procedure-does-not-apply'
  | 'orders-out-of-bounds'
  | 'one-lead-needed'
  | 'same-party-twice'
  | 'seat-not-here'
  | 'too-early'
  | 'outcome-unknown'
  | 'outcome-not-open'
  | 'pause-in-the-past'
  | 'already-paused'
  | 'not-paused'
  | 'already-listed'
  | 'not-listed'
  | 'nudged-today'
  | 'link-to-itself'
  | 'one-at-a-time'
  | 'meeting-needed'
  | 'condition-unknown'
  | 'recording-unknown'
  | 'nobody-helps'

export const ABSENT: Matter = { status: 'absent' }
