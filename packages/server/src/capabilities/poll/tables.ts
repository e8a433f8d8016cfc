// The tables of polls, as the compiler sees them.
import type {
  BallotId,
  CommunityId,
  Instant,
  MatterId,
  PartyId,
  PersonId,
  PollId,
  UnitId,
  VoterId,
} from '@yishi/domain/kernel'
import type {
  Amounts,
  Assembly,
  Channel,
  Count,
  Figures,
  Lots,
  NotedIn,
  Outcome,
  PollRule,
  ProofKind,
  Question,
  StandingPoll,
  Way,
} from '@yishi/domain/poll'
import type { UnitUse } from '@yishi/domain/territory'
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
  assembly: LaterJson<Assembly>
  /** Of a further question: whose agenda it stands on, and as which. */
  agenda_first: Later<PollId>
  agenda_item: Later<number>
  lots: LaterJson<Lots>
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
  /** Voters with the same number are one head. */
  head: number
  zone: string
  unit_id: UnitId | null
  unit_use: UnitUse | null
  undelivered: boolean
  /** How many ballots were taken, which of them holds, and how that one came in; 0 and null before any. */
  ballots: ColumnType<number, number | undefined, number>
  holding: ColumnType<number, number | undefined, number>
  channel: Later<Channel>
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
      holds: boolean
      at: Instant
    }
    poll_owner: {
      community_id: CommunityId
      poll_id: PollId
      ballot_id: BallotId
      person_id: PersonId
      name: string
      share: string
    }
    poll_proof: {
      community_id: CommunityId
      poll_id: PollId
      ballot_id: BallotId
      proof: ProofKind
      evidence: string
      recorded_by: PersonId
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
