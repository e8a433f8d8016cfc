// The tables of the kernel, as the compiler sees them. A capability adds its own by `declare module … { interface Tables { … } }`.
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import type { SealedEntry } from '@yishi/domain/ledger'
import type { Generated, GeneratedAlways, JSONColumnType, Kysely, Transaction as KyselyTransaction } from 'kysely'

type Json = JSONColumnType<object, string, string>

export interface Tables {
  community: {
    id: CommunityId
    street_office_id: string | null
    name: string
    kind: string
    created_at: Instant
  }
  ledger_entry: {
    community_id: CommunityId
    entry_id: Generated<number>
    xid: GeneratedAlways<string>
    at: Instant
    subject: string
    type: string
    leaf: string
    leaf_hash: Uint8Array
  }
  ledger_pending: { community_id: CommunityId; entry_id: number; xid: GeneratedAlways<string> }
  /** What opens the commitments of an entry, by their names; erasing a name erases its value for good. */
  ledger_opening: { community_id: CommunityId; entry_id: number; openings: JSONColumnType<SealedEntry['openings']> }
  /** Who really acted, for those who may know; erasable, unlike the entry. */
  ledger_actor: { community_id: CommunityId; entry_id: number; person_id: string }
  ledger_person_key: { community_id: CommunityId; person_id: string; key: Uint8Array }
  ledger_leaf: { community_id: CommunityId; leaf_index: number; entry_id: number }
  ledger_node: { community_id: CommunityId; level: number; index: number; hash: Uint8Array }
  ledger_checkpoint: { community_id: CommunityId; size: number; root: Uint8Array; note: string; at: Instant }
  idempotency: {
    community_id: CommunityId
    key: string
    request_hash: Uint8Array
    answer: Json | null
    at: Instant
  }
  due: {
    community_id: CommunityId
    capability: string
    subject: string
    at: Instant
    failures: Generated<number>
    not_before: Instant | null
  }
}

export type Database = Kysely<Tables>

/** Every write demands one: it exists only inside a transaction that knows its communities. */
export type Transaction = KyselyTransaction<Tables>
