// Founds street offices and communities, and adds what a community needs from the first day: its committee and its own place.
import type {
  CommunityId,
  Instant,
  NodeId,
  PartyId,
  PersonId,
  PlaceId,
  Role,
  StreetOfficeId,
} from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import {
  type NodeKind,
  type PlaceKind,
  hasOwnPlace,
  isNodeKey,
  mayLieIn,
  pathBelow,
  placeNameOf,
} from '@yishi/domain/territory'
import type { Transaction } from '../../kernel/database/tables.ts'
import { writeRoster } from './roster-rows.ts'
import './tables.ts'

export type CommunityKind = 'residential' | 'village' | 'block'

export const foundStreetOffice = async (
  trx: Transaction,
  office: { readonly id: StreetOfficeId; readonly name: string; readonly district: string },
): Promise<void> => {
  const { id, name, district } = office
  await trx.insertInto('street_office').values({ street_office_id: id, name, district }).execute()
}

export type NewCommunity = {
  readonly id: CommunityId
  readonly name: string
  readonly kind: CommunityKind
  readonly streetOffice: StreetOfficeId | null
  readonly committee: { readonly id: PartyId; readonly name: string; readonly phone: string | null }
  readonly place: PlaceId
}

/** The transaction must be one of this community: `inCommunities(db, [community.id], …)`. */
export const foundCommunity = async (trx: Transaction, community: NewCommunity, at: Instant): Promise<void> => {
  const { id, name, kind, streetOffice, committee } = community
  await trx.insertInto('community').values({ id, name, kind, street_office_id: streetOffice, created_at: at }).execute()
  const party = {
    party: committee.id,
    role: 'staff' as const,
    name: committee.name,
    phone: committee.phone,
    first: true,
  }
  const whole = { kind: 'community' as const, key: null, name, node: null, path: '', label: null }
  const rows = { ...NO_ROWS, parties: [party], places: [{ place: community.place, ...whole }] }
  await writeRoster(trx, id, rows, at)
}

export type NewNode = {
  readonly id: NodeId
  readonly key: string
  readonly kind: NodeKind
  readonly name: string
  readonly parent: NodeId | null
  /** Used where such a node has a plate of its own. */
  readonly place: PlaceId
}

/** The nodes above and the new one, from the top. */
const lineTo = async (trx: Transaction, community: CommunityId, parent: NodeId | null) => {
  const lines: { kind: NodeKind; name: string; path: string }[] = []
  for (let at = parent; at !== null;) {
    const node = await trx
      .selectFrom('node')
      .select(['kind', 'name', 'path', 'parent_id'])
      .where('community_id', '=', community)
      .where('node_id', '=', at)
      .executeTakeFirstOrThrow()
    lines.unshift(node)
    at = node.parent_id
  }
  return lines
}

/** Adds one node, with its place where its kind has one, and returns its path. */
export const addNode = async (
  trx: Transaction,
  community: CommunityId,
  { id, key, kind, name, parent, place }: NewNode,
  at: Instant,
): Promise<string> => {
  const above = await lineTo(trx, community, parent)
  if (!isNodeKey(key) || !mayLieIn(kind, above.at(-1)?.kind ?? 'community'))
    throw new TypeError(`no ${kind} ${key} can be put there`)
  const path = pathBelow(above.at(-1)?.path ?? '', key)
  const line = placeNameOf([...above, { kind, name }])
  const own = hasOwnPlace(kind) ? [{ place, kind, key: null, name: line, node: id, path, label: null }] : []
  const node = { node: id, parent, key, kind, name, path, position: 0 }
  await writeRoster(trx, community, { ...NO_ROWS, nodes: [node], places: own }, at)
  return path
}

export type NewPlace = {
  readonly id: PlaceId
  readonly kind: PlaceKind
  readonly key: string | null
  readonly name: string
  readonly node: { readonly id: NodeId; readonly path: string } | null
  readonly label: string | null
}

/** Gives the place its code and returns it. */
export const addPlace = async (
  trx: Transaction,
  community: CommunityId,
  { id, node, ...place }: NewPlace,
  at: Instant,
): Promise<string> => {
  const row = { place: id, ...place, node: node?.id ?? null, path: node?.path ?? '' }
  await writeRoster(trx, community, { ...NO_ROWS, places: [row] }, at)
  const { code } = await trx
    .selectFrom('place')
    .select('code')
    .where('community_id', '=', community)
    .where('place_id', '=', id)
    .executeTakeFirstOrThrow()
  return code
}

export type NewPerson = {
  readonly id: PersonId
  readonly name: string
  readonly phone: string | null
  readonly hats: readonly {
    readonly role: Role
    readonly node: { readonly id: NodeId; readonly path: string } | null
    readonly party: PartyId | null
    readonly contact?: string | null
  }[]
}

export const addPerson = async (
  trx: Transaction,
  community: CommunityId,
  { id, name, phone, hats }: NewPerson,
  at: Instant,
): Promise<void> => {
  const memberships = hats.map(({ role, node, party, contact }) => ({
    person: id,
    role,
    node: node?.id ?? null,
    path: node?.path ?? '',
    party,
    contact: contact ?? null,
    starts: null,
  }))
  await writeRoster(trx, community, { ...NO_ROWS, persons: [{ person: id, name, phone }], memberships }, at)
}
