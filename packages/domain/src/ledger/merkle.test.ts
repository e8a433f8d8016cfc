import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64 } from './base64.ts'
import { verifyConsistency, verifyInclusion } from './merkle-check.ts'
import {
  EMPTY_TREE,
  type Hash,
  consistencyAddresses,
  consistencyProof,
  grow,
  growAll,
  inclusionAddresses,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  treeAt,
} from './merkle.ts'
import consistencyVectors from './vectors/rfc6962/consistency.json' with { type: 'json' }
import inclusionVectors from './vectors/rfc6962/inclusion.json' with { type: 'json' }
import treeVectors from './vectors/rfc6962/tree.json' with { type: 'json' }

const bytes = (text: string): Hash => fromBase64(text) ?? new Uint8Array()

/** The definition of RFC 6962, rebuilt from all leaves each time. */
const rebuilt = (leaves: readonly Hash[]): Hash => {
  if (leaves.length < 2) return leaves[0] ?? rootOf(EMPTY_TREE)
  const middle = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return nodeHash(rebuilt(leaves.slice(0, middle)), rebuilt(leaves.slice(middle)))
}

const leavesOf = (count: number): Hash[] => Array.from({ length: count }, (_, n) => leafHash(utf8ToBytes(`entry ${n}`)))

const stored = (leaves: readonly Hash[]) => {
  const { tree, completed } = growAll(EMPTY_TREE, leaves)
  const nodes = new Map(completed.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  const nodeAt = (level: number, index: number) => {
    const hash = nodes.get(`${level}/${index}`)
    if (!hash) throw new Error(`no node ${level}/${index} is stored`)
    return hash
  }
  return { tree, completed, nodeAt }
}

const flipped = (hash: Hash, bit: number): Hash =>
  hash.map((byte, at) => (at === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte))

const flippedIn = (proof: readonly Hash[], bit: number): readonly Hash[] =>
  proof.map((hash, at) => (at === Math.floor(bit / 256) ? flipped(hash, bit % 256) : hash))

describe('the published vectors', () => {
  const leaves = treeVectors.leaf_inputs_hex.map((hex) => leafHash(hexToBytes(hex)))

  test.each(treeVectors.root_hash_by_tree_size.map((root, size) => ({ root, size })))(
    'R6.1: the root of $size leaves',
    ({ root, size }) => {
      expect(bytesToHex(rootOf(growAll(EMPTY_TREE, leaves.slice(0, size)).tree))).toBe(root)
    },
  )

  test('R6.1: the inner nodes, level by level', () => {
    const { nodeAt } = stored(leaves)
    const levels = treeVectors.node_hashes_by_level.map((level, at) => level.map((_, n) => bytesToHex(nodeAt(at, n))))
    expect(levels).toEqual(treeVectors.node_hashes_by_level)
  })

  test('R6.1: the hasher', () => {
    expect(bytesToHex(leafHash(utf8ToBytes('L123456')))).toBe(treeVectors.hasher[2]?.sha256)
    expect(bytesToHex(nodeHash(utf8ToBytes('N123'), utf8ToBytes('N456')))).toBe(treeVectors.hasher[3]?.sha256)
  })

  test.each(inclusionVectors.vectors)(
    'R6.2: inclusion $name',
    ({ leafIdx, treeSize, root, leafHash, proof, wantErr }) => {
      const claim = { treeSize, leafHash: bytes(leafHash), root: bytes(root), proof: (proof ?? []).map(bytes) }
      expect(verifyInclusion({ ...claim, leafIndex: leafIdx })).toBe(!wantErr)
      if (leafIdx > Number.MAX_SAFE_INTEGER)
        expect(verifyInclusion({ ...claim, leafIndex: 18_446_744_073_709_551_615n })).toBe(false)
    },
  )

  test.each(consistencyVectors.vectors)('R6.3: consistency $name', ({ size1, size2, root1, root2, proof, wantErr }) => {
    const claim = { size1, size2, root1: bytes(root1), root2: bytes(root2), proof: (proof ?? []).map(bytes) }
    expect(verifyConsistency(claim)).toBe(!wantErr)
  })

  test('R6.2, R6.3: there are 98 of each, 6 of them valid', () => {
    for (const { vectors } of [inclusionVectors, consistencyVectors]) {
      expect(vectors).toHaveLength(98)
      expect(vectors.filter(({ wantErr }) => !wantErr)).toHaveLength(6)
    }
  })
})

test('a grown tree has the root of a rebuilt one, at every size on the way', () => {
  const leaves = leavesOf(150)
  let tree = EMPTY_TREE
  for (const [at, leaf] of leaves.entries()) {
    tree = grow(tree, leaf).tree
    expect(tree.size).toBe(at + 1)
    expect(rootOf(tree)).toEqual(rebuilt(leaves.slice(0, at + 1)))
  }
})

test('every complete subtree is handed over exactly once', () => {
  const { completed } = stored(leavesOf(100))
  const addresses = completed.map(({ level, index }) => `${level}/${index}`)
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses).toHaveLength(100 + 50 + 25 + 12 + 6 + 3 + 1)
})

test('every leaf of every tree up to 40 leaves is provably in it', () => {
  const leaves = leavesOf(40)
  const { nodeAt } = stored(leaves)
  for (let treeSize = 1; treeSize <= 40; treeSize += 1) {
    const root = rebuilt(leaves.slice(0, treeSize))
    expect(rootOf(treeAt(treeSize, nodeAt))).toEqual(root)
    for (const [leafIndex, leaf] of leaves.slice(0, treeSize).entries())
      expect(
        verifyInclusion({
          leafIndex,
          treeSize,
          leafHash: leaf,
          root,
          proof: inclusionProof(leafIndex, treeSize, nodeAt),
        }),
      ).toBe(true)
  }
})

test('every tree up to 40 leaves provably begins with every smaller one', () => {
  const leaves = leavesOf(40)
  const { nodeAt } = stored(leaves)
  const roots = leaves.map((_, n) => rebuilt(leaves.slice(0, n + 1)))
  for (const [after, root2] of roots.entries())
    for (const [before, root1] of roots.slice(0, after + 1).entries()) {
      const [size1, size2] = [before + 1, after + 1]
      expect(verifyConsistency({ size1, size2, root1, root2, proof: consistencyProof(size1, size2, nodeAt) })).toBe(
        true,
      )
    }
})

const largeTree = stored(leavesOf(700))

test('R6.2: one flipped bit anywhere spoils an inclusion proof', () => {
  const cases = fc
    .integer({ min: 2, max: 700 })
    .chain((treeSize) => fc.record({ treeSize: fc.constant(treeSize), leafIndex: fc.nat(treeSize - 1), bit: fc.nat() }))
  fc.assert(
    fc.property(cases, ({ treeSize, leafIndex, bit }) => {
      const claim = {
        leafIndex,
        treeSize,
        leafHash: largeTree.nodeAt(0, leafIndex),
        root: rootOf(treeAt(treeSize, largeTree.nodeAt)),
        proof: inclusionProof(leafIndex, treeSize, largeTree.nodeAt),
      }
      expect(verifyInclusion(claim)).toBe(true)
      expect(verifyInclusion({ ...claim, proof: flippedIn(claim.proof, bit % (claim.proof.length * 256)) })).toBe(false)
      expect(verifyInclusion({ ...claim, leafHash: flipped(claim.leafHash, bit % 256) })).toBe(false)
      expect(verifyInclusion({ ...claim, root: flipped(claim.root, bit % 256) })).toBe(false)
      expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false)
      expect(verifyInclusion({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false)
    }),
  )
})

test('R6.3: one flipped bit anywhere spoils a consistency proof', () => {
  const cases = fc
    .integer({ min: 2, max: 700 })
    .chain((size2) =>
      fc.record({ size2: fc.constant(size2), size1: fc.integer({ min: 1, max: size2 - 1 }), bit: fc.nat() }),
    )
  fc.assert(
    fc.property(cases, ({ size1, size2, bit }) => {
      const claim = {
        size1,
        size2,
        root1: rootOf(treeAt(size1, largeTree.nodeAt)),
        root2: rootOf(treeAt(size2, largeTree.nodeAt)),
        proof: consistencyProof(size1, size2, largeTree.nodeAt),
      }
      expect(verifyConsistency(claim)).toBe(true)
      expect(verifyConsistency({ ...claim, proof: flippedIn(claim.proof, bit % (claim.proof.length * 256)) })).toBe(
        false,
      )
      expect(verifyConsistency({ ...claim, root1: flipped(claim.root1, bit % 256) })).toBe(false)
      expect(verifyConsistency({ ...claim, root2: flipped(claim.root2, bit % 256) })).toBe(false)
      expect(verifyConsistency({ ...claim, proof: [...claim.proof, claim.root1] })).toBe(false)
    }),
  )
})

test('nobody can ask for a proof of what is not there', () => {
  expect(() => inclusionAddresses(5, 5)).toThrow(RangeError)
  expect(() => consistencyAddresses(0, 5)).toThrow(RangeError)
  expect(() => consistencyAddresses(6, 5)).toThrow(RangeError)
})

test('R6.4: fractions and negative numbers count no leaves', () => {
  const root = leafHash(new Uint8Array())
  const claim = { leafHash: root, root, proof: [] }
  expect(verifyInclusion({ ...claim, leafIndex: 0, treeSize: 1 })).toBe(true)
  expect(verifyInclusion({ ...claim, leafIndex: -1, treeSize: 1 })).toBe(false)
  expect(verifyInclusion({ ...claim, leafIndex: 0.5, treeSize: 1 })).toBe(false)
  expect(verifyInclusion({ ...claim, leafIndex: 0, treeSize: Number.NaN })).toBe(false)
})

test('a proof longer than its tree is deep fails, even when the root was made to fit', () => {
  const [leaf, extra] = [leafHash(utf8ToBytes('a')), leafHash(utf8ToBytes('b'))]
  const root = nodeHash(extra, leaf)
  expect(verifyInclusion({ leafIndex: 0, treeSize: 1, leafHash: leaf, root, proof: [extra] })).toBe(false)

  const pair = nodeHash(leaf, extra)
  const claim = { size1: 1, size2: 2, root1: leaf, root2: pair, proof: [extra] }
  expect(verifyConsistency(claim)).toBe(true)
  const [root1, root2] = [nodeHash(extra, leaf), nodeHash(extra, pair)]
  expect(verifyConsistency({ ...claim, root1, root2, proof: [extra, extra] })).toBe(false)
  const seed = { size1: 3, size2: 4, root1: nodeHash(extra, nodeHash(pair, leaf)) }
  const root4 = nodeHash(extra, nodeHash(pair, nodeHash(leaf, extra)))
  expect(verifyConsistency({ ...seed, root2: root4, proof: [leaf, extra, pair, extra] })).toBe(false)
})
