// The Merkle tree over the ledger's leaves, grown at its right edge and never rebuilt (RFC 6962 section 2.1, RFC 9162 section 2.1).
import { sha256 } from '#sha256'
import { concatBytes } from '@noble/hashes/utils.js'

export type Hash = Uint8Array

/** A complete subtree: 2^level leaves, beginning with leaf index·2^level. */
export type NodeAddress = { readonly level: number; readonly index: number }
export type TreeNode = NodeAddress & { readonly hash: Hash }
export type NodeAt = (level: number, index: number) => Hash

/** What growing and the root need: the complete subtrees of a tree of this size, the largest first. */
export type Tree = { readonly size: number; readonly edge: readonly Hash[] }

export const EMPTY_TREE: Tree = { size: 0, edge: [] }

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export const leafHash = (leaf: Uint8Array): Hash => sha256(concatBytes(LEAF, leaf))

export const nodeHash = (left: Hash, right: Hash): Hash => sha256(concatBytes(NODE, left, right))

/** Appends one leaf; `completed` are the complete subtrees that now exist for the first time, the leaf first. */
export const grow = (tree: Tree, leaf: Hash): { tree: Tree; completed: readonly TreeNode[] } => {
  const edge = [...tree.edge]
  let node: TreeNode = { level: 0, index: tree.size, hash: leaf }
  const completed = [node]
  while (node.index % 2 === 1) {
    const left = edge.pop()
    if (!left) throw new Error(`the right edge of a tree of ${tree.size} leaves is incomplete`)
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(left, node.hash) }
    completed.push(node)
  }
  return { tree: { size: tree.size + 1, edge: [...edge, node.hash] }, completed }
}

export const growAll = (tree: Tree, leaves: readonly Hash[]): { tree: Tree; completed: readonly TreeNode[] } => {
  const completed: TreeNode[] = []
  let grown = tree
  for (const leaf of leaves) {
    const step = grow(grown, leaf)
    grown = step.tree
    completed.push(...step.completed)
  }
  return { tree: grown, completed }
}

/** Complete subtrees, the largest first, folded to the hash over all of them. */
export const foldEdge = (edge: readonly Hash[]): Hash =>
  edge.length === 0 ? sha256(new Uint8Array()) : edge.reduceRight((right, left) => nodeHash(left, right))

export const rootOf = (tree: Tree): Hash => foldEdge(tree.edge)

/** The largest power of two below n, for n > 1: where a tree of n leaves parts. */
export const split = (n: number): number => {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/** The complete subtrees that the leaves from `start` up to `end` consist of, the largest first. */
export const cover = (start: number, end: number): readonly NodeAddress[] => {
  const nodes: NodeAddress[] = []
  for (let at = start; at < end;) {
    let level = 0
    while (2 ** (level + 1) <= end - at) level += 1
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** Where the right edge of a tree of this size lies among the stored nodes. */
export const edgeAddresses = (size: number): readonly NodeAddress[] => cover(0, size)

export const treeAt = (size: number, nodeAt: NodeAt): Tree => ({
  size,
  edge: edgeAddresses(size).map(({ level, index }) => nodeAt(level, index)),
})

/** For each hash of the inclusion proof the stored nodes it is folded from; flatten to read them all at once. */
export const inclusionAddresses = (leafIndex: number, size: number): readonly (readonly NodeAddress[])[] => {
  if (leafIndex < 0 || leafIndex >= size) throw new RangeError(`leaf ${leafIndex} is not in a tree of ${size}`)
  const path: (readonly NodeAddress[])[] = []
  for (let start = 0, end = size; end - start > 1;) {
    const middle = start + split(end - start)
    path.unshift(leafIndex < middle ? cover(middle, end) : cover(start, middle))
    if (leafIndex < middle) end = middle
    else start = middle
  }
  return path
}

/** As `inclusionAddresses`, for the proof that the tree of the second size begins with the tree of the first. */
export const consistencyAddresses = (size1: number, size2: number): readonly (readonly NodeAddress[])[] => {
  if (size1 < 1 || size1 > size2) throw new RangeError(`no consistency proof leads from ${size1} to ${size2}`)
  const path: (readonly NodeAddress[])[] = []
  let [start, end] = [0, size2]
  while (end !== size1) {
    const middle = start + split(end - start)
    path.unshift(size1 <= middle ? cover(middle, end) : cover(start, middle))
    if (size1 <= middle) end = middle
    else start = middle
  }
  return start === 0 ? path : [cover(start, end), ...path]
}

const fold = (path: readonly (readonly NodeAddress[])[], nodeAt: NodeAt): readonly Hash[] =>
  path.map((nodes) => foldEdge(nodes.map(({ level, index }) => nodeAt(level, index))))

export const inclusionProof = (leafIndex: number, size: number, nodeAt: NodeAt): readonly Hash[] =>
  fold(inclusionAddresses(leafIndex, size), nodeAt)

export const consistencyProof = (size1: number, size2: number, nodeAt: NodeAt): readonly Hash[] =>
  fold(consistencyAddresses(size1, size2), nodeAt)
