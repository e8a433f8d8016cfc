// Lays out a demo community: compound, grids, buildings, stairways, units with their areas, and every place that carries a code.
import type { Ids, NodeId, PlaceId } from '@yishi/domain/kernel'
import type { NodeRow, PlaceRow, UnitRow } from '@yishi/domain/roster'
import { type NodeKind, hasOwnPlace, pathBelow, placeNameOf } from '@yishi/domain/territory'
import type { Plan } from './plans.ts'

export type Spot = { readonly place: PlaceId | null; readonly node: NodeId | null; readonly path: string }

export type Ground = {
  readonly nodes: NodeRow[]
  readonly units: UnitRow[]
  readonly places: PlaceRow[]
  /** By the key of the node, lamp-post or point. */
  readonly spots: Map<string, Spot>
}

type Laying = { readonly plan: Plan; readonly ids: Ids; readonly ground: Ground }
type Line = readonly { readonly kind: NodeKind; readonly name: string; readonly node: NodeRow }[]

/** How many of `all` fall to the `index`-th of `parts`, as evenly as whole numbers allow. */
const shareOf = (all: number, parts: number, index: number): number =>
  Math.floor(((index + 1) * all) / parts) - Math.floor((index * all) / parts)

const addNode = (
  { ids, ground }: Laying,
  above: Line,
  kind: NodeKind,
  [key, name]: readonly [string, string],
): Line => {
  const parent = above.at(-1)?.node ?? null
  const path = pathBelow(parent?.path ?? '', key)
  const position = ground.nodes.length
  const node: NodeRow = { node: ids('nod'), parent: parent?.node ?? null, key, kind, name, path, position }
  const line = [...above, { kind, name, node }]
  ground.nodes.push(node)
  const place = hasOwnPlace(kind) ? ids('plc') : null
  if (place && hasOwnPlace(kind))
    ground.places.push({ place, kind, key: null, name: placeNameOf(line), node: node.node, path, label: null })
  ground.spots.set(key, { place, node: node.node, path })
  return line
}

const addPoint = (
  { ids, ground }: Laying,
  grid: NodeRow,
  point: Pick<PlaceRow, 'kind' | 'name' | 'label'> & { key: string },
) => {
  const place = ids('plc')
  ground.places.push({ ...point, place, node: grid.node, path: grid.path })
  ground.spots.set(point.key, { place, node: grid.node, path: grid.path })
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const addUnits = ({ plan, ids, ground }: Laying, stairway: NodeRow, count: number) => {
  for (let index = 0; index < count; index += 1) {
    const door = `${Math.floor(index / 2) + 1}${twoDigits((index % 2) + 1)}`
    const area = plan.areas[(index + stairway.position) % plan.areas.length]!
    ground.units.push({ unit: ids('unt'), node: stairway.node, door, use: 'flat', area })
  }
}

const addBuilding = (laying: Laying, grid: Line, index: number, firstStairway: number): number => {
  const { plan } = laying
  const key = `${plan.compound[0]}-${index + 1}`
  const building = addNode(laying, grid, 'building', [key, `${index + 1}号楼`])
  const stairways = shareOf(plan.stairways, plan.buildings, index)
  for (let number = 0; number < stairways; number += 1) {
    const line = addNode(laying, building, 'stairway', [`${key}-${number + 1}`, `${number + 1}单元`])
    addUnits(laying, line.at(-1)!.node, shareOf(plan.households, plan.stairways, firstStairway + number))
  }
  return stairways
}

const addShops = (laying: Laying, grid: Line) => {
  const { plan, ids, ground } = laying
  if (plan.shops === 0) return
  const row = addNode(laying, grid, 'building', [`${plan.compound[0]}-S`, '沿街商铺']).at(-1)!.node
  for (let index = 1; index <= plan.shops; index += 1)
    ground.units.push({
      unit: ids('unt'),
      node: row.node,
      door: `商${index}`,
      use: 'shop',
      area: `${28 + (index % 9) * 6}.50`,
    })
}

const addStreet = (laying: Laying, grids: readonly Line[]) => {
  const { plan } = laying
  const gridOf = (index: number) => grids[index % grids.length]!.at(-1)!.node
  for (let index = 0; index < plan.lamps; index += 1) {
    const key = `L-${String(index + 1).padStart(3, '0')}`
    addPoint(laying, gridOf(index), { kind: 'lamp-post', key, name: `${plan.compound[1]} ${key} 号灯杆`, label: null })
  }
  plan.points.forEach(([name, label], index) =>
    addPoint(laying, gridOf(index), {
      kind: 'point',
      key: `P-${twoDigits(index + 1)}`,
      name: `${plan.compound[1]} ${name}`,
      label,
    }),
  )
}

export const layOut = (plan: Plan, ids: Ids): Ground => {
  const laying: Laying = { plan, ids, ground: { nodes: [], units: [], places: [], spots: new Map() } }
  const [prefix, name] = plan.compound
  const compound = addNode(laying, [], 'compound', [prefix, name])
  const grids = Array.from({ length: plan.grids }, (_, index) =>
    addNode(laying, compound, 'grid', [`${prefix}-G${index + 1}`, `第${index + 1}网格`]),
  )
  let stairways = 0
  for (let index = 0; index < plan.buildings; index += 1) {
    const grid = grids[Math.floor((index * plan.grids) / plan.buildings)]!
    stairways += addBuilding(laying, grid, index, stairways)
  }
  addShops(laying, grids[0]!)
  addStreet(laying, grids)
  return laying.ground
}

/** The first stairway, where the resident lives for whom the demo prints a link. */
export const stairwayOf = ({ nodes }: Ground) => nodes.find(({ kind }) => kind === 'stairway')!
