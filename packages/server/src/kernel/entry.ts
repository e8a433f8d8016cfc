// Appends the ledger's rows of one transaction: leaves, what may be erased beside them (openings, who acted), and the marks for the sequencer.
import { randomBytes } from 'node:crypto'
import type { Actor, CommunityId, Instant } from '@yishi/domain/kernel'
import {
  type EntryDraft,
  type Leaf,
  type Pseudonym,
  SALT_BYTES,
  leafHash,
  leafText,
  pseudonymOf,
  sealEntry,
} from '@yishi/domain/ledger'
import { sql } from 'kysely'
import type { Transaction } from './database/tables.ts'
import type { Subject } from './store.ts'

export type Draft = {
  readonly subject: Subject
  readonly type: string
  readonly actor: Actor
  readonly draft: EntryDraft
}

/** What a receipt promises. */
export type Entry = { readonly entryId: number; readonly type: string; readonly leafHash: string; readonly at: Instant }

const KEY_BYTES = 32

/** The person's key in this community, made at the first act; whoever erases it cuts the person out of all leaves. */
const personKey = async (trx: Transaction, community: CommunityId, person: string): Promise<Uint8Array> => {
  const { rows } = await sql<{ key: Uint8Array }>`
    select app.person_key(${community}, ${person}, ${randomBytes(KEY_BYTES)}) as key`.execute(trx)
  return rows[0]!.key
}

const pseudonyms = (trx: Transaction) => {
  const keys = new Map<string, Promise<Uint8Array>>()
  return async (actor: Actor, { community, id }: Subject): Promise<Pseudonym | 'clock' | 'visitor'> => {
    // The ledger tells people with an account from the clock and from everybody without one.
    if (actor.kind !== 'person') return actor.kind === 'clock' ? 'clock' : 'visitor'
    const name = `${community} ${actor.person}`
    const key = keys.get(name) ?? personKey(trx, community, actor.person)
    keys.set(name, key)
    return pseudonymOf(await key, id)
  }
}

/** Chance is drawn once for a transaction, and dealt out. */
const drawSalts = (count: number) => {
  const drawn = randomBytes(SALT_BYTES * count)
  let dealt = 0
  return () => drawn.subarray(dealt, (dealt += SALT_BYTES))
}

type Sealing = { readonly actor: Leaf['actor']; readonly at: Instant; readonly salt: () => Uint8Array }

const seal = ({ subject: { community, id: subject }, type, actor: by, draft }: Draft, { actor, at, salt }: Sealing) => {
  const salts = Object.fromEntries(Object.keys(draft.sealed).map((name) => [name, salt()]))
  const { leaf, openings } = sealEntry(draft, { community, at, subject, type, actor, salts })
  const text = leafText(leaf)
  const hash = Buffer.from(leafHash(Buffer.from(text))).toString('hex')
  const person = by.kind === 'person' ? by.person : null
  return { community, subject, person, type, leaf: text, hash, openings }
}

type Sealed = ReturnType<typeof seal>

const insert = async (trx: Transaction, sealed: readonly Sealed[], at: Instant): Promise<readonly number[]> => {
  const { rows } = await sql<{ entry_id: number }>`
    select append_entries as entry_id from app.append_entries(${at}, ${JSON.stringify(sealed)})`.execute(trx)
  return rows.map((row) => row.entry_id)
}

export const appendEntries = async (
  trx: Transaction,
  drafts: readonly Draft[],
  at: Instant,
): Promise<readonly Entry[]> => {
  if (drafts.length === 0) return []
  const nameOf = pseudonyms(trx)
  const salt = drawSalts(drafts.reduce((count, { draft }) => count + Object.keys(draft.sealed).length, 0))
  const sealed: Sealed[] = []
  for (const draft of drafts) sealed.push(seal(draft, { actor: await nameOf(draft.actor, draft.subject), at, salt }))
  const ids = await insert(trx, sealed, at)
  return sealed.map(({ type, hash }, index) => ({ entryId: ids[index]!, type, leafHash: hash, at }))
}
