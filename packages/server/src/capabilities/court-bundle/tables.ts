// The table of court bundles, as the compiler sees it.
import type { CommunityId, CourtBundleId, Instant, PersonId, PollId } from '@yishi/domain/kernel'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    court_bundle: {
      community_id: CommunityId
      bundle_id: CourtBundleId
      poll_id: PollId
      person_id: PersonId
      files: number
      bytes: number
      manifest: string
      at: Instant
    }
  }
}
