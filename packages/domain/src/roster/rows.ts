// The rows of a roster, as they lie in tables: what a community has now, and what an import will write.
import type { Instant, NodeId, PartyId, PersonId, PlaceId, Role, UnitId } from '../kernel/index.ts'
import type { NodeKind, PlaceKind, UnitUse } from '../territory/index.ts'

export type NodeRow = {
  readonly node: NodeId
  readonly parent: NodeId | null
  readonly key: string
  readonly kind: NodeKind
  readonly name: string
  readonly path: string
  readonly position: number
}
export type UnitRow = {
  readonly unit: UnitId
  readonly node: NodeId
  readonly door: string
  readonly use: UnitUse
  /** Exclusive area in m², with two decimals. */
  readonly area: string
  /** Not sold, or sold and not handed over: in a vote all of these are one head (R1.7). */
  readonly undelivered?: boolean
}
export type PartyRow = {
  readonly party: PartyId
  readonly role: Role
  readonly name: string
  readonly phone: string | null
  /** The one that fills this role's seat by default. */
  readonly first: boolean
}
export type PersonRow = { readonly person: PersonId; readonly name: string; readonly phone: string | null }
export type MembershipRow = {
  readonly person: PersonId
  readonly role: Role
  readonly node: NodeId | null
  readonly path: string
  readonly party: PartyId | null
  /** The number that residents may call. */
  readonly contact: string | null
  /** Null: from the moment of the import. */
  readonly starts: Instant | null
}
export type OwnershipRow = { readonly unit: UnitId; readonly person: PersonId; readonly share: string }
export type PlaceRow = {
  readonly place: PlaceId
  readonly kind: PlaceKind
  /** The number on a lamp-post or point; null where the place is a node's own. */
  readonly key: string | null
  readonly name: string
  readonly node: NodeId | null
  readonly path: string
  readonly label: string | null
}

export type RosterRows = {
  readonly nodes: readonly NodeRow[]
  readonly units: readonly UnitRow[]
  readonly parties: readonly PartyRow[]
  readonly persons: readonly PersonRow[]
  readonly memberships: readonly MembershipRow[]
  readonly ownerships: readonly OwnershipRow[]
  readonly places: readonly PlaceRow[]
}
export type RosterSnapshot = RosterRows

export const NO_ROWS: RosterRows = {
  nodes: [],
  units: [],
  parties: [],
  persons: [],
  memberships: [],
  ownerships: [],
  places: [],
}
