// An extract of a log: some of its leaves, and each node once that leads from all of them to the signed root (RFC 6962 section 2.1).
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { isRefused } from '../kernel/index.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { openCheckpoint } from './checkpoint.ts'
import { type Hash, type NodeAddress, type NodeAt, cover, foldEdge, leafHash, nodeHash, split } from './merkle.ts'
import type { NoteKey } from './note.ts'

const MOST_LEAVES = 10_000_000
const place = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

export const extractSchema = z.strictObject({
  size: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** Their places in the log, rising, and the text of each as it is hashed. */
  places: z.array(place).max(MOST_LEAVES),
  leaves: z.array(z.string()).max(MOST_LEAVES),
  /** In the order in which the tree is walked from the left: base64 of 32 bytes. */
  nodes: z.array(z.string().max(44)).max(MOST_LEAVES),
  /** The signed note (C2SP) over the tree of this size. */
  checkpoint: z.string().max(5000),
})
export type Extract = z.infer<typeof extractSchema>

type Range = { readonly start: number; readonly end: number; readonly first: number; readonly last: number }

/** How many of the places lie before `at`; the places from `first` to `last` are asked. */
const before = (places: readonly number[], { first, last }: Range, at: number): number => {
  let [low, high] = [first, last]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (places[middle]! < at) low = middle + 1
    else high = middle
  }
  return low
}

const halves = (places: readonly number[], range: Range): readonly [Range, Range] => {
  const { start, end, first, last } = range
  const middle = start + split(end - start)
  const parted = before(places, range, middle)
  return [
    { start, end: middle, first, last: parted },
    { start: middle, end, first: parted, last },
  ]
}

const isEmpty = ({ first, last }: Range): boolean => first === last
const isLeaf = ({ start, end }: Range): boolean => end - start === 1

/** Which subtrees an extract needs besides its leaves, from the left; each as the stored nodes it is folded from. */
export const extractAddresses = (places: readonly number[], size: number): readonly (readonly NodeAddress[])[] => {
  const found: (readonly NodeAddress[])[] = []
  const walk = (range: Range): void => {
    if (isEmpty(range)) found.push(cover(range.start, range.end))
    else if (!isLeaf(range)) for (const half of halves(places, range)) walk(half)
  }
  walk({ start: 0, end: size, first: 0, last: places.length })
  return found
}

/** The nodes of an extract, from the stored ones. */
export const extractNodes = (places: readonly number[], size: number, nodeAt: NodeAt): readonly Hash[] =>
  extractAddresses(places, size).map((nodes) => foldEdge(nodes.map(({ level, index }) => nodeAt(level, index))))

const rising = (places: readonly number[], size: number): boolean =>
  places.every((each, index) => each < size && (index === 0 || places[index - 1]! < each))

/** The root that leaves and nodes lead to; null where they do not fit a tree of this size. */
export const rootOfExtract = ({ size, places, leaves, nodes }: Omit<Extract, 'checkpoint'>): Hash | null => {
  if (places.length !== leaves.length || places.length === 0 || !rising(places, size)) return null
  const hashes = nodes.map((each) => fromBase64(each))
  if (hashes.some((hash) => hash?.length !== 32)) return null
  let taken = 0
  const walk = (range: Range): Hash => {
    if (isEmpty(range)) return hashes[taken++] ?? new Uint8Array(32)
    if (isLeaf(range)) return leafHash(utf8ToBytes(leaves[range.first]!))
    const [left, right] = halves(places, range)
    const before = walk(left)
    return nodeHash(before, walk(right))
  }
  const root = walk({ start: 0, end: size, first: 0, last: places.length })
  return taken === hashes.length ? root : null
}

/** Whether the log holds the leaves at their places, and whether one of the keys signed that log. */
export const checkExtract = (
  extract: Extract,
  keys: readonly NoteKey[],
): { readonly included: boolean; readonly signed: boolean } => {
  const opened = openCheckpoint(extract.checkpoint, keys)
  if (isRefused(opened)) return { included: false, signed: false }
  const root = rootOfExtract(extract)
  const included = root !== null && opened.size === extract.size && toBase64(opened.root) === toBase64(root)
  return { included, signed: true }
}
