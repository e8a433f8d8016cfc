// The tables of notices and objections, as the compiler sees them.
import type { LocalDate } from '@yishi/domain/calendar'
import type {
  CommunityId,
  Instant,
  MatterId,
  NodeId,
  NoticeId,
  ObjectionId,
  PersonId,
  PhotoId,
} from '@yishi/domain/kernel'
import type { Figure } from '@yishi/domain/matter'
import type { BasisKey, NoticeKind, Spot, StandingNotice } from '@yishi/domain/notice'
import type { Objection } from '@yishi/domain/objection'
import type { ColumnType, Generated } from 'kysely'

export interface NoticeRow {
  community_id: CommunityId
  notice_id: NoticeId
  matter_id: MatterId | null
  path: string
  kind: NoticeKind
  result_of: NoticeId | null
  number_year: number
  number_count: number
  title: string
  body: string
  figures: ColumnType<readonly Figure[], string, string>
  photos: PhotoId[]
  basis: BasisKey | null
  days: number
  hung_at: Instant
  last_day: LocalDate
  ends_at: Instant
  status: StandingNotice['status']
  reason: string | null
}

interface NoticeSpotRow {
  community_id: CommunityId
  notice_id: NoticeId
  position: number
  kind: Spot['kind']
  node_id: NodeId | null
  path: string
  name: string
  hung_at: Instant | null
  hung_photos: Generated<PhotoId[]>
  taken_at: Instant | null
  taken_photos: Generated<PhotoId[]>
}

interface ObjectionRow {
  community_id: CommunityId
  objection_id: ObjectionId
  notice_id: NoticeId
  matter_id: MatterId | null
  path: string
  person_id: PersonId | null
  name: string | null
  phone: string | null
  body: string
  link_digest: string
  status: Exclude<Objection['status'], 'absent'>
  lodged_at: Instant
  answer: string | null
  upheld: boolean | null
  answered_at: Instant | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    notice: NoticeRow
    notice_spot: NoticeSpotRow
    objection: ObjectionRow
  }
}
