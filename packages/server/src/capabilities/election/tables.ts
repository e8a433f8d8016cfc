// The tables of secret elections, as the compiler sees them.
import type { CommunityId, ElectionId, Instant, ObjectionId, PersonId, VoterId } from '@yishi/domain/kernel'
import type { BoxCount, StandingElection } from '@yishi/domain/secret-election'
import type { ColumnType, JSONColumnType } from 'kysely'

type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface ElectionRow {
  community_id: CommunityId
  election_id: ElectionId
  status: StandingElection['status']
  state: JSONColumnType<StandingElection>
  drafted_at: Instant
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    election: ElectionRow
    election_voter: {
      community_id: CommunityId
      election_id: ElectionId
      voter_id: VoterId
      position: number
      person_id: PersonId | null
      name: string
      village_group: string
      struck: Defaulted<boolean>
      proxy_id: ColumnType<VoterId | null, VoterId | null | undefined, VoterId | null>
      relation: Defaulted<string>
      /** Who voted for them until that one came to stand. */
      lapsed_id: ColumnType<VoterId | null, VoterId | null | undefined, VoterId | null>
    }
    election_objection: {
      community_id: CommunityId
      objection_id: ObjectionId
      election_id: ElectionId
      text: string
      name: string
      at: Instant
      upheld: ColumnType<boolean | null, undefined, boolean>
      reason: Defaulted<string>
      late: Defaulted<boolean>
      ruled_at: ColumnType<Instant | null, undefined, Instant>
    }
    election_given: {
      community_id: CommunityId
      election_id: ElectionId
      turn: number
      voter_id: VoterId
      holder_id: VoterId
      given_by: PersonId
      at: Instant
    }
    election_count: {
      community_id: CommunityId
      election_id: ElectionId
      number: number
      turn: number
      box: number
      person_id: PersonId
      count: JSONColumnType<BoxCount>
      at: Instant
    }
  }
}
