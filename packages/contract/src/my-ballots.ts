// What somebody finds when they look up their own ballots. Types only.
import type { Channel, Question, StandingPoll } from '@yishi/domain/poll'

export type OwnRecord = {
  readonly poll: string
  readonly community: string
  readonly question: Question
  readonly status: Exclude<StandingPoll['status'], 'draft'>
  readonly passed: boolean | null
  /** Null for a vote of one's own person. */
  readonly unit: string | null
  readonly area: string | null
  readonly openedAt: string
  readonly decidedAt: string | null
  /** All that came in, in their order; one of them holds. */
  readonly ballots: readonly {
    readonly choice: readonly string[]
    readonly channel: Channel
    readonly at: string
    readonly holds: boolean
  }[]
  /** Of the last ballot: the ledger's promise, to check it by. */
  readonly receipt: string | null
}

/** `GET /me/ballots`. */
export type MyBallots = { readonly records: readonly OwnRecord[]; readonly asOf: string }
