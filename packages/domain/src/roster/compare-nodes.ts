// Compares the sheet of the territory: parents may stand anywhere in it, and nothing moves to another parent.
import type { NodeId } from '../kernel/index.ts'
import { type NodeKind, hasOwnPlace, mayLieIn, pathBelow, placeNameOf } from '../territory/index.ts'
import { type Draft, judge, onceOnly, placeKey, reject } from './draft.ts'
import { type Row, complain } from './reading.ts'
import type { NodeRow, PlaceRow } from './rows.ts'
import { kindWords } from './values.ts'

/** The tree has five kinds; whatever is deeper runs in a circle or will be refused anyway. */
const DEEPEST = 8

type Work = { readonly draft: Draft; readonly rows: ReadonlyMap<string, Row>; readonly settled: Set<string> }

const wordsOf = (kind: NodeKind | 'community') => (kind === 'community' ? '居民区' : kindWords[kind][0]!)

const checkHome = (row: Row, kind: NodeKind, parent: NodeRow | null): void => {
  const home = parent?.kind ?? 'community'
  if (mayLieIn(kind, home)) return
  const detail = { kind: wordsOf(kind), parent: wordsOf(home), kindEn: kind, parentEn: home }
  complain(row, 'parent', 'wrong-parent', detail)
}

const parentOf = (work: Work, row: Row, key: string, depth: number): NodeRow | null => {
  const { draft } = work
  const before = draft.nodes.get(key)
  const old = before?.parent ? (draft.nodeById.get(before.parent) ?? null) : null
  const parentKey = row.values.get('parent')
  if (parentKey === undefined) return old
  if (depth > DEEPEST) {
    complain(row, 'parent', 'parent-cycle', { value: key })
    return old
  }
  settle(work, parentKey, depth + 1)
  const parent = draft.nodes.get(parentKey) ?? null
  if (!parent && !work.rows.has(parentKey)) complain(row, 'parent', 'missing-parent', { value: parentKey })
  if (parent && before && before.parent !== parent.node)
    complain(row, 'parent', 'parent-changed', { value: key, before: old?.key ?? '居民区' })
  return parent
}

const shown = ({ name, kind }: NodeRow) => ({ name, kind })

const settle = (work: Work, key: string, depth: number): void => {
  const row = work.rows.get(key)
  if (!row || work.settled.has(key)) return
  const { draft } = work
  const parent = parentOf(work, row, key, depth)
  if (work.settled.has(key)) return
  work.settled.add(key)
  const { name, kind } = { name: row.values.get('name'), kind: row.values.get('kind') as NodeKind | undefined }
  if (name === undefined || kind === undefined) return reject(draft, row)
  // Below a parent that is itself wrong, nothing is said of where this lies.
  if (parent || !row.values.has('parent')) checkHome(row, kind, parent)
  const before = draft.nodes.get(key)
  const path = pathBelow(parent?.path ?? '', key)
  const own = { node: before?.node ?? draft.ids('nod'), position: before?.position ?? row.number }
  const node: NodeRow = { ...own, parent: parent?.node ?? null, key, kind, name, path }
  if (judge(draft, row, `${key} ${name}`, { before: before ? shown(before) : null, after: shown(node) }))
    draft.writes.nodes.push(node)
  draft.nodes.set(key, node)
  draft.nodeById.set(node.node, node)
}

const lineOf = (draft: Draft, node: NodeRow): readonly NodeRow[] => {
  const parent = node.parent ? draft.nodeById.get(node.parent) : undefined
  return parent ? [...lineOf(draft, parent), node] : [node]
}

/** Names above a place are part of its name, so all of them are looked at again; a tangled tree has none. */
const placeNodes = (draft: Draft): void => {
  if (draft.verdicts.some(({ verdict }) => verdict === 'error')) return
  for (const node of draft.nodes.values()) {
    const before = draft.places.get(placeKey({ node: node.node, key: null }))
    if (!before && !hasOwnPlace(node.kind)) continue
    const name = placeNameOf(lineOf(draft, node))
    const kind = hasOwnPlace(node.kind) ? node.kind : before!.kind
    if (before?.name === name && before.kind === kind) continue
    const place: PlaceRow = before
      ? { ...before, name, kind }
      : { place: draft.ids('plc'), kind, key: null, name, node: node.node, path: node.path, label: null }
    draft.writes.places.push(place)
  }
}

export const compareNodes = (draft: Draft, rows: readonly Row[]): void => {
  const once = onceOnly()
  const firsts = new Map<string, Row>()
  for (const row of rows) {
    const key = row.values.get('key')
    if (key !== undefined) once(row, key, 'key')
    if (key === undefined || firsts.has(key)) reject(draft, row)
    else firsts.set(key, row)
  }
  const work: Work = { draft, rows: firsts, settled: new Set() }
  for (const key of firsts.keys()) settle(work, key, 0)
  placeNodes(draft)
}

/** The node that a row names, if it names one that exists. */
export const nodeNamed = (draft: Draft, row: Row): NodeRow | undefined => {
  const key = row.values.get('node')
  const node = key === undefined ? undefined : draft.nodes.get(key)
  if (key !== undefined && !node) complain(row, 'node', 'unknown-node', { value: key })
  return node
}

export const pathOf = (node: NodeRow | undefined): { readonly node: NodeId | null; readonly path: string } => ({
  node: node?.node ?? null,
  path: node?.path ?? '',
})
