// The messages' table, as the compiler sees it.
import type { CommunityId, Instant, MatterId, PersonId } from '@yishi/domain/kernel'

export interface MessageRow {
  community_id: CommunityId
  message_id: string
  person_id: PersonId | null
  matter_id: MatterId | null
  /** `inbox`, or the name of the channel it went out by. */
  channel: string
  /** Where the channel delivers to; a phone number is personal and may be erased. */
  address: string | null
  title: string
  body: string
  /** Null where English says the same. */
  title_en: string | null
  body_en: string | null
  link: string | null
  at: Instant
  sent_at: Instant | null
  read_at: Instant | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    message: MessageRow
    code_message: { message_id: string; address: string; body: string; at: Instant }
  }
}
