// The table of roster previews, as the compiler sees it.
import type { CommunityId, Instant, PersonId, RosterImportId } from '@yishi/domain/kernel'
import type { JSONColumnType } from 'kysely'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    roster_preview: {
      community_id: CommunityId
      import_id: RosterImportId
      person_id: PersonId
      status: 'pending' | 'confirmed'
      expires_at: Instant
      file_digest: string
      base_digest: string
      counts: JSONColumnType<Readonly<Record<string, number>>>
      plan: JSONColumnType<object, string, string> | null
    }
  }
}
