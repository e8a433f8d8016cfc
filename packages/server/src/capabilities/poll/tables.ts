// The tables of polls, as the compiler sees them.
import type { BallotId, CommunityId, Instant, MatterId, PartyId, PersonId, PollId, VoterId } from '@yishi/domain/kernel'
import type {
  Amounts,
  Count,
  Figures,
  NotedIn,
  Outcome,
  PollRule,
  Question,
  StandingPoll,
  Way,
} from '@yishi/domain/poll'
import type { ColumnType, JSONColumnType } from 'kysely'

type Json<T extends object> = JSONColumnType<T>
type LaterJson<T extends object> = ColumnType<T | null, string | null | undefined, string | null>
type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface PollRow {
  community_id: CommunityId
  poll_id: PollId
  matter_id: MatterId
  path: string
  status: StandingPoll['status']
  rule: Json<PollRule>
  way: Way
  question: Json<Question>
  named: number | null
  totals: Json<Amounts>
  digest: string
  first_count: LaterJson<Count>
  recounts: ColumnType<number, number | undefined, number>
  figures: LaterJson<Figures>
  outcome: LaterJson<Outcome>
  passed: Later<boolean>
  drafted_at: Instant
  opened_at: Later<Instant>
  decided_at: Later<Instant>
  reason: ColumnType<string, string | undefined, string>
}

export interface PollVoterRow {
  community_id: CommunityId
  poll_id: PollId
  voter_id: VoterId
  /** Under which the ledger speaks of the ballot. */
  ballot_id: BallotId
  position: number
  person_id: PersonId | null
  party_id: PartyId | null
  name: string
  path: string
  amounts: Json<Amounts>
  /** How many ballots were taken; the last one holds. */
  ballots: ColumnType<number, number | undefined, number>
  last_noted: ColumnType<boolean, boolean | undefined, boolean>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    poll: PollRow
    poll_voter: PollVoterRow
    poll_ballot: {
      community_id: CommunityId
      ballot_id: BallotId
      number: number
      choice: string[]
      noted_by: PersonId | null
      noted_in: NotedIn | null
      at: Instant
    }
    poll_count: {
      community_id: CommunityId
      poll_id: PollId
      number: number
      person_id: PersonId
      figures: Json<Figures>
      at: Instant
    }
  }
}
