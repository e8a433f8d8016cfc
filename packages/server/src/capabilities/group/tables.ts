// The table of chat groups, as the compiler sees it.
import type { CommunityId, GroupId, NodeId, PersonId } from '@yishi/domain/kernel'

export interface GroupRow {
  community_id: CommunityId
  group_id: GroupId
  node_id: NodeId | null
  path: string
  name: string
  keeper_id: PersonId | null
  status: 'kept' | 'closed'
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    chat_group: GroupRow
  }
}
