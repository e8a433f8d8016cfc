// What is published before a draw: who or what is in each pool, how many are drawn, and which sources decide, each with the moment at which it becomes known.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DrawId, Instant } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'

export const LONGEST_DRAW_TITLE = 60
export const LONGEST_DRAW_TEXT = 1000
export const LONGEST_LOT = 40
export const MOST_LOTS = 2000
export const MOST_ROUNDS = 3
export const MOST_SOURCES = 6
/** The ledger's checkpoint must be out before anybody can know a number. */
export const LEAST_AHEAD_MINUTES = 5
export const MOST_OBJECTION_DAYS = 30

export type DrawRound = {
  /** What this round draws: the order, the plots. */
  readonly name: string
  /** In the order in which it is published; the numbers of RFC 3797 count along it. */
  readonly pool: readonly string[]
  readonly count: number
}

/** Numbers of a public lottery count by size, throws of a die in the order in which they fell. */
export type DrawSource =
  | { readonly kind: 'drand'; readonly round: number; readonly at: Instant }
  | {
      readonly kind: 'lottery'
      readonly name: string
      readonly numbers: number
      readonly least: number
      readonly most: number
      readonly at: Instant
    }
  | {
      readonly kind: 'dice'
      readonly name: string
      readonly throws: number
      readonly sides: number
      readonly at: Instant
    }

export type Announcement = {
  readonly title: string
  readonly text: string
  /** One round; or several of the same count, where the first tells who comes when and each later one what they get. */
  readonly rounds: readonly DrawRound[]
  readonly sources: readonly DrawSource[]
  readonly objectionDays: number
}

export type AnnouncementRefusal =
  | 'pool-too-small'
  | 'lot-twice'
  | 'count-exceeds-pool'
  | 'rounds-differ'
  | 'source-unfit'
  | 'source-moment-passed'
  | 'sources-too-weak'

/** SHA-256 over the RFC 8785 text, 64 hex digits: what was announced is what is drawn from, or nothing is. */
export const digestOf = (draw: DrawId, announcement: Announcement): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalText({ draw, announcement }))))
