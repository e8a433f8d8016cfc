// The tables of paper ballots, as the compiler sees them.
import type { BallotId, CommunityId, Instant, PersonId, PhotoId, PollId, ScanId } from '@yishi/domain/kernel'
import type { Assistance, Reading, Return, SignedBy, StandingPaper } from '@yishi/domain/paper-ballot'
import type { ColumnType } from 'kysely'

type LaterJson<T extends object> = ColumnType<T | null, string | null, string | null>

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    paper_ballot: {
      community_id: CommunityId
      ballot_id: BallotId
      poll_id: PollId
      status: StandingPaper['status']
      issue: number
      checked_in: boolean
      returned_in: Return | null
      signed: boolean | null
      first_reading: LaterJson<Reading>
      second_reading: LaterJson<Reading>
    }
    paper_proxy: { community_id: CommunityId; ballot_id: BallotId; poll_id: PollId; holder: string; name: string }
    paper_scan: {
      community_id: CommunityId
      scan_id: ScanId
      poll_id: PollId
      outcome: 'matched' | 'replaced' | 'unreadable' | 'foreign' | 'several'
      ballot_id: BallotId | null
      issue: number | null
      sent: string
      sha256: string
      width: number
      height: number
      person_id: PersonId
      at: Instant
    }
    paper_register: {
      community_id: CommunityId
      ballot_id: BallotId
      number: number
      poll_id: PollId
      step:
        | 'delivered'
        | 'not-delivered'
        | 'returned'
        | 'read'
        | 'settled'
        | 'replaced'
        | 'proxy-appointed'
        | 'proxy-revoked'
      issue: number
      how: string | null
      words: string
      told: boolean | null
      warned: boolean | null
      signed: boolean | null
      photo_id: PhotoId | null
      companion: string
      choice: string[] | null
      /** The poll whose question was read. */
      asked: PollId | null
      signed_by: ColumnType<SignedBy | null, SignedBy | null | undefined, never>
      assistance: ColumnType<Assistance | null, string | null | undefined, never>
      person_id: PersonId
      seen_at: Instant
      at: Instant
    }
  }
}
