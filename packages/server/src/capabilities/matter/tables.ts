// The tables of matters, as the compiler sees them.
import type {
  CommunityId,
  ConsentId,
  ConventionId,
  Instant,
  MatterId,
  PartyId,
  PersonId,
  PhotoId,
  PlaceId,
} from '@yishi/domain/kernel'
import type { Channel, LinkRelation, Phase, Publicity } from '@yishi/domain/matter'
import type { Course, End, Facts, Procedure, Seating } from '@yishi/domain/procedure'
import type { HeldRecording } from '@yishi/domain/recording'
import type { Generated, JSONColumnType } from 'kysely'

export interface MatterRow {
  community_id: CommunityId
  matter_id: MatterId
  /** Nine digits to read out on the phone; the last is a check digit. */
  code: string
  link_digest: string
  status: 'open' | 'closed'
  phase: Phase
  end: End | null
  title: string
  body: string
  place_id: PlaceId | null
  path: string
  where_text: string
  channel: Channel
  publicity: Publicity
  raiser_id: PersonId | null
  raiser_name: string | null
  raiser_phone: string | null
  photos: PhotoId[]
  raised_at: Instant
  procedure_key: string
  procedure_version: number
  stage: string
  responsible: PartyId
  due_at: Instant | null
  level: string | null
  colour: string | null
  size: string | null
  kind: string | null
  rating: number | null
  first_asked: PersonId | null
  lead: PartyId | null
  escalation: number
  listed: boolean
  missed: boolean
  nudged_at: Instant | null
  closed_at: Instant | null
  course: JSONColumnType<Course>
  facts: JSONColumnType<Facts>
  seating: JSONColumnType<Seating>
  search: string
  revision: number
  recordings: JSONColumnType<readonly HeldRecording[]>
  /** Somebody has still to listen; the database itself says so. */
  unheard: Generated<boolean>
  helper_id: PersonId | null
  consent_id: ConsentId | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    procedure: {
      community_id: CommunityId
      key: string
      version: number
      document: JSONColumnType<Procedure>
      adopted_at: Instant
      current: boolean
    }
    /** Makes the secret links of a community's matters. */
    link_key: { community_id: CommunityId; key: Uint8Array }
    matter: MatterRow
    /** Who was shown the name or number of whoever raised a matter. */
    sensitive_read: { community_id: CommunityId; person_id: PersonId; at: Instant; subject: string; fields: string[] }
    matter_link: { community_id: CommunityId; matter_id: MatterId; other_id: MatterId; relation: LinkRelation }
    convention: {
      community_id: CommunityId
      convention_id: ConventionId
      matter_id: MatterId
      title: string
      body: string
      recorded_at: Instant
    }
  }
}
