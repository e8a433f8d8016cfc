// Checks what others claim about a Merkle tree (RFC 9162 sections 2.1.3.2 and 2.1.4.2); indexes may exceed what a number holds.
import { equalBytes } from '@noble/curves/utils.js'
import { type Hash, nodeHash } from './merkle.ts'

export type InclusionClaim = {
  readonly leafIndex: number | bigint
  readonly treeSize: number | bigint
  readonly leafHash: Hash
  readonly root: Hash
  readonly proof: readonly Hash[]
}

export type ConsistencyClaim = {
  readonly size1: number | bigint
  readonly size2: number | bigint
  readonly root1: Hash
  readonly root2: Hash
  readonly proof: readonly Hash[]
}

const HASH_BYTES = 32

const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every((hash) => hash.length === HASH_BYTES)

/** Null for what cannot be a number of leaves. */
const toCount = (count: number | bigint): bigint | null => {
  if (typeof count === 'number' && !Number.isInteger(count)) return null
  return count < 0 ? null : BigInt(count)
}

const isOdd = (n: bigint): boolean => (n & 1n) === 1n

/** How often both positions move up while the first is a left child with nothing to its right. */
const climb = (fn: bigint): bigint => {
  let steps = 0n
  while (!isOdd(fn >> steps) && fn >> steps !== 0n) steps += 1n
  return steps
}

export const verifyInclusion = ({ leafIndex, treeSize, leafHash, root, proof }: InclusionClaim): boolean => {
  const index = toCount(leafIndex)
  const size = toCount(treeSize)
  if (index === null || size === null || index >= size || !areHashes([leafHash, root, ...proof])) return false
  let [fn, sn, hash] = [index, size - 1n, leafHash]
  for (const sibling of proof) {
    if (sn === 0n) return false
    const fromLeft = isOdd(fn) || fn === sn
    hash = fromLeft ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
    const steps = fromLeft ? climb(fn) + 1n : 1n
    fn >>= steps
    sn >>= steps
  }
  return sn === 0n && equalBytes(hash, root)
}

/** A tree of no leaves proves nothing: from size 0 nothing is consistent. */
export const verifyConsistency = ({ size1, size2, root1, root2, proof }: ConsistencyClaim): boolean => {
  const first = toCount(size1)
  const second = toCount(size2)
  if (!first || second === null || second < first) return false
  if (first === second) return proof.length === 0 && equalBytes(root1, root2)
  if (!areHashes([root1, root2, ...proof])) return false
  const isPower = (first & (first - 1n)) === 0n
  const [seed, ...siblings] = isPower ? [root1, ...proof] : proof
  return seed !== undefined && leadsTo({ first, second, seed, siblings, root1, root2 })
}

type Walk = { first: bigint; second: bigint; seed: Hash; siblings: readonly Hash[]; root1: Hash; root2: Hash }

const leadsTo = ({ first, second, seed, siblings, root1, root2 }: Walk): boolean => {
  let [fn, sn] = [first - 1n, second - 1n]
  while (isOdd(fn)) {
    fn >>= 1n
    sn >>= 1n
  }
  let [hash1, hash2] = [seed, seed]
  for (const sibling of siblings) {
    if (sn === 0n) return false
    const fromLeft = isOdd(fn) || fn === sn
    if (fromLeft) hash1 = nodeHash(sibling, hash1)
    hash2 = fromLeft ? nodeHash(sibling, hash2) : nodeHash(hash2, sibling)
    const steps = fromLeft ? climb(fn) + 1n : 1n
    fn >>= steps
    sn >>= steps
  }
  return sn === 0n && equalBytes(hash1, root1) && equalBytes(hash2, root2)
}
