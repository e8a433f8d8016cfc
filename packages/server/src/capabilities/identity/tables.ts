// The table of claims, as the compiler sees it.
import type { How } from '@yishi/domain/identity'
import type { ClaimId, CommunityId, Instant, NodeId, PersonId, UnitId } from '@yishi/domain/kernel'
import type { ColumnType } from 'kysely'

type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface ClaimRow {
  community_id: CommunityId
  claim_id: ClaimId
  /** Who claims, as signing in has made them. */
  person_id: PersonId
  status: 'pending' | 'confirmed' | 'refused' | 'withdrawn' | 'lapsed'
  node_id: NodeId
  unit_id: UnitId | null
  door: string
  name: string
  phone: string
  doubted: ColumnType<boolean, boolean | undefined, boolean>
  lodged_at: Instant
  lapses_at: Instant
  decided_at: Later<Instant>
  owner_id: Later<PersonId>
  former_id: Later<PersonId>
  how: Later<How>
  reason: ColumnType<string, string | undefined, string>
  /** What the house's engine found, and which engine. */
  finding: Later<boolean>
  found_by: Later<string>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    claim: ClaimRow
  }
}
