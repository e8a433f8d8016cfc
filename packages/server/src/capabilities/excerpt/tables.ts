// The tables of excerpts and their drafts, as the compiler sees them.
import type { Draft, Fate } from '@yishi/domain/excerpt'
import type { CommunityId, ExcerptId, GroupId, Instant, MatterId } from '@yishi/domain/kernel'
import type { JSONColumnType } from 'kysely'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    excerpt: {
      community_id: CommunityId
      excerpt_id: ExcerptId
      group_id: GroupId
      path: string
      status: 'pasted' | 'settled'
      /** Gone once the last draft is decided. */
      body: string | null
      messages: number
      passed: number
      pasted_at: Instant
    }
    excerpt_draft: {
      community_id: CommunityId
      excerpt_id: ExcerptId
      draft: number
      content: JSONColumnType<Draft, string, string>
      fate: Fate
      matter_id: MatterId | null
      reason: string
    }
  }
}
