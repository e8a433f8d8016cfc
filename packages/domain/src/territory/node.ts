// The nodes of the territory tree: which kinds there are, which may lie in which, and how a path through them is written.

export const NODE_KINDS = ['compound', 'zone', 'grid', 'building', 'stairway'] as const
export type NodeKind = (typeof NODE_KINDS)[number]

export const UNIT_USES = ['flat', 'shop', 'parking', 'other'] as const
export type UnitUse = (typeof UNIT_USES)[number]

/** Where a code may hang: at a node, at something that stands in it, or for the community as a whole. */
export const PLACE_KINDS = ['grid', 'building', 'stairway', 'lamp-post', 'point', 'community'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** A grid may hold several small compounds, and a large compound several grids: both are found in practice. */
const HOMES: Readonly<Record<NodeKind, readonly (NodeKind | 'community')[]>> = {
  compound: ['community', 'zone', 'grid'],
  zone: ['community', 'compound'],
  grid: ['community', 'compound', 'zone'],
  building: ['community', 'compound', 'zone', 'grid'],
  stairway: ['building'],
}

export const mayLieIn = (kind: NodeKind, parent: NodeKind | 'community'): boolean => HOMES[kind].includes(parent)

const KEY = /^[0-9A-Z][0-9A-Z-]{0,15}$/

/** A key as it is compared: full-width digits and small letters are the same key. */
export const nodeKeyOf = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase()

export const isNodeKey = (key: string): boolean => KEY.test(key)

/** Paths run from the community, `''`, down: `covers` of the kernel reads them. */
export const pathBelow = (parent: string, key: string): string => (parent === '' ? key : `${parent}.${key}`)

/** A scanned code opens one of these; compounds and zones have too many ways in for one plate. */
export const hasOwnPlace = (kind: NodeKind): kind is 'grid' | 'building' | 'stairway' =>
  kind === 'grid' || kind === 'building' || kind === 'stairway'

export type Placed = { readonly kind: NodeKind; readonly name: string }

/** The name of a node as it stands on a plate: `翠鑫苑 12号楼 2单元`; grids and zones above it tell a resident nothing. */
export const placeNameOf = (line: readonly Placed[]): string =>
  line
    .filter(({ kind }, index) => index === line.length - 1 || (kind !== 'grid' && kind !== 'zone'))
    .map(({ name }) => name)
    .join(' ')
