// The tables of meetings, as the compiler sees them.
import type { CommunityId, Instant, MatterId, MeetingId, PersonId } from '@yishi/domain/kernel'
import type { Attendee, ClosedMeeting, StandingMeeting } from '@yishi/domain/meeting'
import type { TalkFormat, TalkResult } from '@yishi/domain/procedure'
import type { JSONColumnType } from 'kysely'

/** What has a column or a table of its own. */
export const APART = [
  'status',
  'id',
  'community',
  'matter',
  'code',
  'format',
  'title',
  'where',
  'when',
  'quorate',
  'result',
  'present',
  'minutes',
] as const
type Apart = (typeof APART)[number]

/** The rest of the state: read and written whole, under the lock of the row. */
export type MeetingRecord = Omit<StandingMeeting, Apart> & Partial<Omit<ClosedMeeting, Apart>> & { reason?: string }

export interface MeetingRow {
  community_id: CommunityId
  meeting_id: MeetingId
  matter_id: MatterId
  code: string
  status: StandingMeeting['status']
  format: TalkFormat
  title: string
  where_text: string
  starts_at: Instant
  quorate: boolean
  result: TalkResult | null
  record: JSONColumnType<MeetingRecord>
  called_at: Instant
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    meeting: MeetingRow
    meeting_attendee: {
      community_id: CommunityId
      meeting_id: MeetingId
      number: number
      invitee: number | null
      name: string
      household: string
      person_id: PersonId | null
      way: Attendee['way']
      at: Instant
    }
    meeting_minutes: { community_id: CommunityId; meeting_id: MeetingId; version: number; body: string; at: Instant }
  }
}
