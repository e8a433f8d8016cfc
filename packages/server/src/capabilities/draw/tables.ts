// The tables of draws, as the compiler sees them.
import type { Announcement, Outcome, StandingDraw } from '@yishi/domain/draw'
import type { CommunityId, DrawId, Instant, MatterId, PersonId } from '@yishi/domain/kernel'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Later<T> = ColumnType<T | null, T | null | undefined, T | null>
type LaterJson<T> = ColumnType<T | null, string | null | undefined, string | null>

export interface DrawRow {
  community_id: CommunityId
  draw_id: DrawId
  matter_id: MatterId | null
  path: string
  announcement: JSONColumnType<Announcement, string, never>
  digest: ColumnType<string, string, never>
  announced_at: ColumnType<Instant, Instant, never>
  /** When the first of its sources may be known. */
  first_moment: ColumnType<Instant, Instant, never>
  status: StandingDraw['status']
  selected: LaterJson<readonly (readonly number[])[]>
  drawn_at: Later<Instant>
  objectable_until: Later<Instant>
  settled_at: Later<Instant>
  reason: Later<string>
  late: Later<boolean>
  annulled_at: Later<Instant>
}

export interface DrawSourceRow {
  community_id: CommunityId
  draw_id: DrawId
  position: number
  at: ColumnType<Instant, Instant, never>
  first_by: Later<PersonId>
  first_outcome: LaterJson<Outcome>
  first_at: Later<Instant>
  known: LaterJson<Outcome>
  known_at: Later<Instant>
  differed: Generated<number>
}

interface DrawEnteredRow {
  community_id: CommunityId
  draw_id: DrawId
  position: number
  number: Generated<number>
  person_id: PersonId
  outcome: ColumnType<Outcome, string, never>
  at: Instant
}

interface DrawObjectionRow {
  community_id: CommunityId
  draw_id: DrawId
  number: number
  person_id: PersonId
  grounds: string
  lodged_at: Instant
  answer: Later<string>
  upheld: Later<boolean>
  answered_at: Later<Instant>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    draw: DrawRow
    draw_source: DrawSourceRow
    draw_entered: DrawEnteredRow
    draw_objection: DrawObjectionRow
  }
}
