// What the ledger keeps of an event: a leaf of enums, numbers, opaque ids and commitments, never a word that a person wrote.
import { hmacHex } from '#sha256'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { CommunityId, Instant } from '../kernel/index.ts'
import { canonicalText } from './canonical.ts'
import { type Commitment, type Opening, commit } from './commitment.ts'
import { type Hash, leafHash } from './merkle.ts'

/** A person as one subject of the ledger knows them; another subject has another name for the same person. */
export type Pseudonym = `psn_${string}`

export type Fact = string | number | boolean | null
export type Facts = Readonly<Record<string, Fact | readonly Fact[]>>

/** What a capability's `toEntry` gives for an event: `facts` are public for ever, `sealed` values are committed to and stay erasable. */
export type EntryDraft = { readonly facts: Facts; readonly sealed: Readonly<Record<string, unknown>> }

/** What the ledger keeps of each event of a capability: a forgotten event does not compile. */
export type EntriesOf<Event extends { readonly type: string }, Kept = EntryDraft> = {
  readonly [Type in Event['type']]: (event: Extract<Event, { type: Type }>) => Kept
}

export type Leaf = {
  readonly v: 1
  readonly community: CommunityId
  readonly at: Instant
  readonly subject: string
  readonly type: string
  readonly actor: Pseudonym | 'clock' | 'visitor'
  readonly facts: Facts
  readonly sealed: Readonly<Record<string, Commitment>>
}

export type EntryFrame = Pick<Leaf, 'community' | 'at' | 'subject' | 'type' | 'actor'> & {
  /** One fresh salt for each sealed value, under its name. */
  readonly salts: Readonly<Record<string, Uint8Array>>
}

export type SealedEntry = { readonly leaf: Leaf; readonly openings: Readonly<Record<string, Opening>> }

const PLAIN = /^[\x21-\x7e]{0,64}$/

const isFact = (fact: unknown): boolean =>
  fact === null ||
  typeof fact === 'boolean' ||
  (typeof fact === 'number' && Number.isSafeInteger(fact)) ||
  (typeof fact === 'string' && PLAIN.test(fact))

/** Throws where a leaf would carry words: spaces, other than ASCII, more than 64 characters, or a number that is not whole. */
const assertPlain = (facts: Facts, names: readonly string[]): void => {
  for (const [name, fact] of Object.entries(facts))
    if (!(Array.isArray(fact) ? fact.every(isFact) : isFact(fact)))
      throw new TypeError(`fact ${name} does not belong in a leaf: seal it`)
  for (const name of names) if (!PLAIN.test(name)) throw new TypeError(`${name} is no name for a field of a leaf`)
}

/** Openings are kept beside the ledger, where they can be erased. */
export const sealEntry = (draft: EntryDraft, { salts, ...frame }: EntryFrame): SealedEntry => {
  assertPlain({ ...draft.facts, ...frame }, [...Object.keys(draft.facts), ...Object.keys(draft.sealed)])
  const seals = Object.entries(draft.sealed).map(([name, value]) => {
    const salt = salts[name]
    if (!salt) throw new TypeError(`no salt for ${name}`)
    return { name, ...commit(salt, value) }
  })
  const { community, at, subject, type, actor } = frame
  const sealed = Object.fromEntries(seals.map(({ name, commitment }) => [name, commitment]))
  return {
    leaf: { v: 1, community, at, subject, type, actor, facts: draft.facts, sealed },
    openings: Object.fromEntries(seals.map(({ name, opening }) => [name, opening])),
  }
}

export const leafText = (leaf: Leaf): string => canonicalText(leaf)

export const leafHashOf = (leaf: Leaf): Hash => leafHash(utf8ToBytes(leafText(leaf)))

/** Once the person's key is erased nobody can tell which subjects were the same person's. */
export const pseudonymOf = (key: Uint8Array, subject: string): Pseudonym =>
  `psn_${hmacHex(key, `yishi/pseudonym/1\n${subject}`).slice(0, 32)}`
