// Checks claims about the Merkle tree from a file: one claim, or an array of which every one must hold.
import {
  type ConsistencyClaim,
  type InclusionClaim,
  fromBase64,
  verifyConsistency,
  verifyInclusion,
} from '@yishi/domain/ledger'
import { exactJson } from './exact-json.ts'
import { type Command, type Outcome, badInput, isOutcome } from './outcome.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Null for what is no number of leaves; sizes may come as text. */
const count = (value: unknown): bigint | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null
  return typeof value === 'string' && /^\d{1,20}$/.test(value) ? BigInt(value) : null
}

const hash = (value: unknown): Uint8Array | null => (typeof value === 'string' ? fromBase64(value) : null)

const hashes = (value: unknown): readonly Uint8Array[] | null => {
  if (value === null) return []
  const read = Array.isArray(value) ? value.map(hash) : null
  return read?.every((one) => one !== null) ? read : null
}

/** The claim with every field read, or the name of the first that could not be, as the file spells it. */
const readAll = <Claim extends object>(fields: { [Name in keyof Claim]: Claim[Name] | null }): Claim | string => {
  const missing = Object.entries(fields).find(([, value]) => value === null)?.[0]
  if (missing === undefined) return fields as Claim
  return missing === 'leafIndex' ? 'leafIdx' : missing
}

const inclusionClaim = ({ leafIdx, treeSize, root, leafHash, proof }: Fields) =>
  readAll<InclusionClaim>({
    leafIndex: count(leafIdx),
    treeSize: count(treeSize),
    root: hash(root),
    leafHash: hash(leafHash),
    proof: hashes(proof),
  })

const consistencyClaim = ({ size1, size2, root1, root2, proof }: Fields) =>
  readAll<ConsistencyClaim>({
    size1: count(size1),
    size2: count(size2),
    root1: hash(root1),
    root2: hash(root2),
    proof: hashes(proof),
  })

const claimsIn = (text: string | null, path: string): readonly unknown[] | Outcome => {
  if (text === null) return badInput('unreadable-file', path)
  const value = exactJson(text)
  if (value === undefined) return badInput('not-json', path)
  const claims: readonly unknown[] = Array.isArray(value) ? value : [value]
  return claims.length > 0 ? claims : badInput('nothing-to-check', path)
}

const claimsCommand = <Claim extends object>(
  usage: string,
  parse: (fields: Fields) => Claim | string,
  verify: (claim: Claim) => boolean,
): Command => ({
  usage,
  run: ([path, ...more], read) => {
    if (path === undefined || more.length > 0) return badInput('usage', usage)
    const claims = claimsIn(read(path), path)
    if (isOutcome(claims)) return claims
    const failed: number[] = []
    for (const [at, value] of claims.entries()) {
      const claim = isFields(value) ? parse(value) : 'it is no object'
      if (typeof claim === 'string') return badInput('unreadable-claim', `claim ${at}: ${claim}`)
      if (!verify(claim)) failed.push(at)
    }
    return failed.length === 0
      ? { exit: 0, answer: { holds: true, checked: claims.length } }
      : { exit: 1, answer: { holds: false, checked: claims.length, failed } }
  },
})

export const inclusion = claimsCommand('yishi verify inclusion FILE', inclusionClaim, verifyInclusion)

export const consistency = claimsCommand('yishi verify consistency FILE', consistencyClaim, verifyConsistency)
