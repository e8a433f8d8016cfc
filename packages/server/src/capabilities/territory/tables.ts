// The tables of the territory and its people, as the compiler sees them.
import type {
  CommunityId,
  Instant,
  NodeId,
  PartyId,
  PersonId,
  PlaceId,
  Role,
  StreetOfficeId,
  UnitId,
} from '@yishi/domain/kernel'
import type { NodeKind, PlaceKind, UnitUse } from '@yishi/domain/territory'
import type { ColumnType } from 'kysely'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    street_office: { street_office_id: StreetOfficeId; name: string; district: string }
    node: {
      community_id: CommunityId
      node_id: NodeId
      parent_id: NodeId | null
      key: string
      kind: NodeKind
      name: string
      path: string
      position: number
    }
    unit: {
      community_id: CommunityId
      unit_id: UnitId
      node_id: NodeId
      door: string
      use: UnitUse
      area: string
      undelivered: ColumnType<boolean, boolean | undefined, boolean>
    }
    place: {
      community_id: CommunityId
      place_id: PlaceId
      code: string
      kind: PlaceKind
      key: string | null
      name: string
      node_id: NodeId | null
      path: string
      label: string | null
    }
    party: {
      community_id: CommunityId
      party_id: PartyId
      role: Role
      name: string
      phone: string | null
      first: boolean
    }
    person: {
      community_id: CommunityId
      person_id: PersonId
      name: string
      phone: string | null
      account_id: string | null
      /** Made by signing in, and nobody of the roster. */
      signed_up: ColumnType<boolean, boolean | undefined, boolean>
    }
    membership: {
      community_id: CommunityId
      person_id: PersonId
      role: Role
      node_id: NodeId | null
      path: string
      party_id: PartyId | null
      contact: string | null
      starts: Instant
      ends: Instant | null
    }
    ownership: { community_id: CommunityId; unit_id: UnitId; person_id: PersonId; share: string }
  }
}
