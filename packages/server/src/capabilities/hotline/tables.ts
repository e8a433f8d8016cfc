// The tables of 12345 lists and tickets, as the compiler sees them.
import type { Limit } from '@yishi/domain/calendar'
import type { ListPlan, Mapping, Said } from '@yishi/domain/hotline'
import type { CommunityId, HotlineListId, Instant, MatterId, PersonId } from '@yishi/domain/kernel'
import type { JSONColumnType } from 'kysely'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    hotline_list: {
      community_id: CommunityId
      list_id: HotlineListId
      person_id: PersonId
      status: 'pending' | 'confirmed'
      expires_at: Instant
      taken_at: Instant | null
      file: string
      file_digest: string
      /** How many lists had been confirmed when this one was compared, and which of them it became itself. */
      base: number
      number: number | null
      headers: JSONColumnType<readonly string[], string, string>
      mapping: JSONColumnType<Mapping, string, string>
      /** Gone once they are taken in. */
      rows: JSONColumnType<ListPlan['rows'], string, string | null> | null
    }
    hotline_ticket: {
      community_id: CommunityId
      number: string
      matter_id: MatterId
      said: JSONColumnType<Said, string, string>
      due_at: Instant
      due_limit: Limit | null
      provisional: boolean
    }
    hotline_row: {
      community_id: CommunityId
      list_id: HotlineListId
      row: number
      number: string
      cells: JSONColumnType<readonly string[], string, string>
    }
  }
}
