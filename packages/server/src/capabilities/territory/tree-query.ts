// The territory of a community as a tree, with the places that hang in it.
import type { Territory, TerritoryNode } from '@yishi/contract/place'
import type { CommunityId, NodeId } from '@yishi/domain/kernel'
import { type Placed, placeNameOf } from '@yishi/domain/territory'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import './tables.ts'

type Row = Omit<TerritoryNode, 'children' | 'places' | 'node'> & {
  readonly node: NodeId
  readonly parent: NodeId | null
}

const nodesOf = async (trx: Transaction, community: CommunityId) => {
  const { rows } = await sql<Row>`
    select node.node_id as node, node.parent_id as parent, node.key, node.kind, node.name, node.path,
      (select count(*) from app.unit
        where unit.community_id = node.community_id and unit.node_id = node.node_id) as units
    from app.node where community_id = ${community} order by position, key`.execute(trx)
  return rows
}

const placesOf = (trx: Transaction, community: CommunityId) =>
  trx
    .selectFrom('place')
    .select(['code', 'kind', 'name', 'label', 'node_id as node'])
    .where('community_id', '=', community)
    .orderBy('kind')
    .orderBy('name')
    .execute()

export type FlatNode = Pick<TerritoryNode, 'kind' | 'name' | 'path'> & {
  readonly node: NodeId
  /** As it stands on a plate: `翠鑫苑 12号楼 2单元`. */
  readonly label: string
}

/** The tree as a list, in its order. */
export const flatNodes = async (trx: Transaction, community: CommunityId): Promise<readonly FlatNode[]> => {
  const rows = await trx
    .selectFrom('node')
    .select(['node_id as node', 'kind', 'name', 'path'])
    .where('community_id', '=', community)
    .orderBy('position')
    .orderBy('key')
    .execute()
  const byPath = new Map(rows.map((row) => [row.path, row]))
  const lineOf = (path: string): Placed[] => {
    const keys = path.split('.')
    return keys.flatMap((_, index) => byPath.get(keys.slice(0, index + 1).join('.')) ?? [])
  }
  return rows.map((row) => ({ ...row, label: placeNameOf(lineOf(row.path)) }))
}

export const nodeTree = async (trx: Transaction, community: CommunityId): Promise<Territory> => {
  const nodes = Map.groupBy(await nodesOf(trx, community), ({ parent }) => parent)
  const places = Map.groupBy(await placesOf(trx, community), ({ node }) => node)
  const placesAt = (node: NodeId | null) =>
    (places.get(node) ?? []).map(({ code, kind, name, label }) => ({ code, kind, name, label }))
  const below = (parent: NodeId | null): TerritoryNode[] =>
    (nodes.get(parent) ?? []).map(({ node, key, kind, name, path, units }) => {
      const own = { node, key, kind, name, path, units }
      return { ...own, places: placesAt(node), children: below(node) }
    })
  return { community, places: placesAt(null), children: below(null) }
}
