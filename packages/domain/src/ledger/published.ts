// What is published beside the log, word for word: that it is what the log committed to, and that the log's signed checkpoint holds it.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { isRefused } from '../kernel/index.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { openCheckpoint } from './checkpoint.ts'
import { opens } from './commitment.ts'
import { type Json, isJson } from './canonical.ts'
import { verifyInclusion } from './merkle-check.ts'
import { leafHash } from './merkle.ts'
import type { NoteKey } from './note.ts'

export type Published = {
  /** The name under which the leaf seals it. */
  readonly name: string
  readonly value: unknown
  readonly salt: string
  /** The text of the leaf as it is hashed. */
  readonly leaf: string
  readonly inclusion: {
    readonly leafIdx: number
    readonly treeSize: number
    readonly root: string
    readonly leafHash: string
    readonly proof: readonly string[]
  } | null
  readonly checkpoint: string | null
}

/** Null where nothing was given that could be checked. */
export type PublishedChecks = {
  readonly opened: boolean
  readonly included: boolean | null
  readonly signed: boolean | null
}

const sealedIn = (leaf: string, name: string): string => {
  try {
    const { sealed } = JSON.parse(leaf) as { sealed?: Readonly<Record<string, unknown>> }
    const commitment = sealed?.[name]
    return typeof commitment === 'string' ? commitment : ''
  } catch {
    return '' // no JSON: it commits to nothing
  }
}

const isIncluded = (leaf: string, claim: NonNullable<Published['inclusion']>): boolean => {
  const own = leafHash(utf8ToBytes(leaf))
  const [root, ...proof] = [claim.root, ...claim.proof].map(fromBase64)
  if (!root || proof.some((hash) => hash === null) || toBase64(own) !== claim.leafHash) return false
  const { leafIdx: leafIndex, treeSize } = claim
  return verifyInclusion({ leafIndex, treeSize, leafHash: own, root, proof: proof as Uint8Array[] })
}

const isSigned = ({ inclusion, checkpoint }: Published, keys: readonly NoteKey[]): boolean => {
  const opened = openCheckpoint(checkpoint ?? '', keys)
  return !isRefused(opened) && opened.size === inclusion?.treeSize && toBase64(opened.root) === inclusion.root
}

export const checkPublished = (published: Published, keys: readonly NoteKey[]): PublishedChecks => {
  const { name, value, salt, leaf, inclusion, checkpoint } = published
  return {
    opened: isJson(value) && opens(sealedIn(leaf, name), { salt, value: value as Json }),
    included: inclusion && isIncluded(leaf, inclusion),
    signed: inclusion && checkpoint !== null && keys.length > 0 ? isSigned(published, keys) : null,
  }
}
