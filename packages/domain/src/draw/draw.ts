// A draw (抓阄 / 摇号): announced before anybody can know a number, made by nobody but the sources, recomputed by anybody, objected to for some days.
import type { CommunityId, DrawId, Instant, MatterId, PersonId } from '../kernel/index.ts'
import type { Matter, OpeningRefusal } from '../matter/index.ts'
import type { Announcement, AnnouncementRefusal } from './announcement.ts'

/** What a source came to: numbers, or the signature of a drand round, 96 hex digits. */
export type Outcome = readonly number[] | string

export type SourceStanding = {
  /** Who said first what it came to; a second person has to say the same. */
  readonly first: { readonly by: PersonId; readonly outcome: Outcome } | null
  readonly known: Outcome | null
  /** How often two people said different things. */
  readonly differed: number
}

export type DrawObjection = { readonly by: PersonId; readonly answered: boolean }

type Body = {
  readonly id: DrawId
  readonly community: CommunityId
  /** The matter that it decides; null for one that stands by itself. */
  readonly matter: MatterId | null
  readonly path: string
  readonly announcement: Announcement
  /** Of the announcement as it was published. */
  readonly digest: string
  readonly sources: readonly SourceStanding[]
}

type Drawn = Body & {
  /** For each round who was drawn, counted from 1 in its pool. */
  readonly selected: readonly (readonly number[])[]
  /** 24:00 of the last day for objections. */
  readonly objectableUntil: Instant
  readonly objections: readonly DrawObjection[]
}

export type StandingDraw =
  | ({ readonly status: 'announced' } & Body)
  | ({ readonly status: 'drawn' } & Drawn)
  /** Somebody's objection waits for an answer. */
  | ({ readonly status: 'objected' } & Drawn)
  | ({ readonly status: 'settled' } & Drawn)
  | ({ readonly status: 'annulled' } & Body)
export type Draw = { readonly status: 'absent' } | StandingDraw
export type Announced = Extract<Draw, { status: 'announced' }>
export type ObjectableDraw = Extract<Draw, { status: 'drawn' | 'objected' }>

export const NO_DRAW: Draw = { status: 'absent' }
export const LONGEST_GROUNDS = 1000

export type DrawCommand =
  | {
      readonly type: 'AnnounceDraw'
      readonly id: DrawId
      readonly community: CommunityId
      /** The matter as it stands at this moment, where there is one. */
      readonly of: Matter | null
      readonly announcement: Announcement
    }
  | {
      readonly type: 'EnterSource'
      readonly source: number
      readonly outcome: Outcome
      /** Whether it is the signature of the announced round, as domain/beacon found. */
      readonly proved: boolean
    }
  | { readonly type: 'ObjectToDraw'; readonly grounds: string }
  | {
      readonly type: 'AnswerDrawObjection'
      readonly objection: number
      readonly answer: string
      readonly upheld: boolean
    }
  | { readonly type: 'AnnulDraw'; readonly reason: string }
  | { readonly type: 'SettleDraw' }

export type DrawEvent =
  | ({ readonly type: 'DrawAnnounced' } & Omit<Body, 'sources'>)
  | { readonly type: 'SourceEntered'; readonly source: number; readonly by: PersonId; readonly outcome: Outcome }
  | { readonly type: 'SourceEntriesDiffered'; readonly source: number }
  | { readonly type: 'SourceKnown'; readonly source: number; readonly outcome: Outcome }
  | {
      readonly type: 'DrawMade'
      readonly selected: readonly (readonly number[])[]
      readonly objectableUntil: Instant
    }
  | { readonly type: 'DrawObjected'; readonly objection: number; readonly by: PersonId; readonly grounds: string }
  | {
      readonly type: 'DrawObjectionAnswered'
      readonly objection: number
      readonly answer: string
      readonly upheld: boolean
    }
  /**
   * `late`: after a source could be known, so that everybody sees that whoever annulled it may have known the result.
   * `byStage`: its matter went on without it.
   */
  | { readonly type: 'DrawAnnulled'; readonly reason: string; readonly late: boolean; readonly byStage: boolean }
  | { readonly type: 'DrawSettled' }

export type DrawRefusal =
  | AnnouncementRefusal
  | OpeningRefusal
  | 'source-unknown'
  | 'source-not-out-yet'
  | 'source-known-already'
  | 'another-person-needed'
  | 'outcome-unfit'
  | 'signature-wrong'
  | 'announcement-altered'
  | 'objections-closed'
  | 'draw-objections-open'
  | 'draw-objected-already'
  | 'draw-objection-unknown'
  | 'draw-is-made'
