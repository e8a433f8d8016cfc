// The tables of patrol, as the compiler sees them.
import type { CommunityId, Instant, MatterId, NodeId, PersonId } from '@yishi/domain/kernel'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    patrol_stairway: { community_id: CommunityId; node_id: NodeId; seen_at: Instant }
    patrol_note: {
      community_id: CommunityId
      matter_id: MatterId
      node_id: NodeId
      person_id: PersonId
      seen_at: Instant
      settled: boolean
      handed_over: boolean
    }
  }
}
