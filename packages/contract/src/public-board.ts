// What a community shows to everybody: on its own page, and on the big screen in the hall; nothing personal in it.
import type { AlertHere } from './alert.ts'
import type { OnCall } from './duty.ts'
import type { PublicMatter } from './matter.ts'
import type { MeetingNow } from './meeting-pages.ts'

/** Large on the left of the big screen: the first of its sources that has something to say. */
export type NowCard =
  | { readonly what: 'meeting'; readonly meeting: MeetingNow }
  | { readonly what: 'due-today'; readonly matters: readonly PublicMatter[] }

/** A short line beside it: what was published, what is coming, what one may take part in. */
export type Bulletin = {
  readonly what: 'alert-ahead' | 'notice' | 'poll' | 'meeting' | 'budget' | 'draw' | 'election' | 'election-now'
  readonly title: string
  readonly from: string
  readonly until: string | null
  /** Of a meeting and of an election. */
  readonly where?: string
  readonly link: string
}

/** Of this calendar month; shares and means are null where there is nothing to count. */
export type MonthFigures = {
  readonly raised: number
  readonly closed: number
  /** Of those closed: how many kept all their limits. */
  readonly inTime: number
  readonly rated: number
  /** 1 to 5. */
  readonly rating: number | null
}

export type PublicBoard = {
  readonly community: {
    readonly id: string
    readonly name: string
    readonly streetOffice: string | null
    readonly households: number
  }
  readonly alerts: readonly AlertHere[]
  readonly now: NowCard
  readonly bulletins: readonly Bulletin[]
  /** Open public matters by light; `received` wait to be taken in and show no light yet. */
  readonly lights: { readonly ok: number; readonly warn: number; readonly bad: number; readonly received: number }
  /** Those due first come first; `total` counts all of them. */
  readonly matters: readonly PublicMatter[]
  readonly total: number
  readonly month: MonthFigures
  readonly onCall: readonly OnCall[]
  readonly asOf: string
}

/** On the page of the community; what lives there is its first page. */
export const BOARD_PER_PAGE = 20

export const BOARD_VIEWS = ['hall', 'board'] as const
export type BoardView = (typeof BOARD_VIEWS)[number]

/** `version` names what the board says, without the time of day: a viewer who has it needs nothing new. */
export type ShownBoard = {
  readonly board: PublicBoard
  readonly version: string
  readonly qr: string
  readonly url: string
}
