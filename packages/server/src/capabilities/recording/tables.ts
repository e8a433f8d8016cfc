// The table of recordings, as the compiler sees it: whose each is and how long; the bytes lie in the file store.
import type { CommunityId, Instant, MatterId, RecordingId } from '@yishi/domain/kernel'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    recording: {
      community_id: CommunityId
      recording_id: RecordingId
      /** Null until a matter was raised or remarked on with it. */
      matter_id: MatterId | null
      type: string
      sha256: string
      seconds: number
      at: Instant
      /** What a speech engine heard, and which one. */
      suggestion: string | null
      suggested_by: string | null
    }
  }
}
