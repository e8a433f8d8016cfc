// Appends the ledger's rows of one transaction: leaves, what may be erased beside them (openings, who acted), and the marks for the sequencer.
import { randomBytes } from 'node:crypto'
import type { Actor, CommunityId, Instant } from '@yishi/domain/kernel'
import {
  type EntryDraft,
  type Leaf,
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
const personKeys = async (trx: Transaction, drafts: readonly Draft[]): Promise<ReadonlyMap<string, Uint8Array>> => {
  const people = drafts.flatMap(({ actor, subject: { community } }) =>
    actor.kind === 'person' ? [[nameIn(community, actor.person), { community, person: actor.person }] as const] : [],
  )
  if (people.length === 0) return new Map()
  // In one order, so that two transactions that make keys for the same people do not wait for each other.
  const asked = [...new Map(people)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, who]) => ({ name, ...who, fresh: randomBytes(KEY_BYTES).toString('hex') }))
  const { rows } = await sql<{ name: string; key: Uint8Array }>`
    select name, app.person_key(community, person, decode(fresh, 'hex')) as key
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as row (name text, community text, person text, fresh text)`.execute(
    trx,
  )
  return new Map(rows.map(({ name, key }) => [name, key]))
}

const nameIn = (community: CommunityId, person: string): string => `${community} ${person}`

/** The ledger tells people with an account from the clock and from everybody without one. */
const pseudonymIn = (
  keys: ReadonlyMap<string, Uint8Array>,
  { actor, subject: { community, id } }: Draft,
): Leaf['actor'] => {
  if (actor.kind !== 'person') return actor.kind === 'clock' ? 'clock' : 'visitor'
  return pseudonymOf(keys.get(nameIn(community, actor.person))!, id)
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
  const keys = await personKeys(trx, drafts)
  const salt = drawSalts(drafts.reduce((count, { draft }) => count + Object.keys(draft.sealed).length, 0))
  const sealed = drafts.map((draft) => seal(draft, { actor: pseudonymIn(keys, draft), at, salt }))
  const ids = await insert(trx, sealed, at)
  return sealed.map(({ type, hash }, index) => ({ entryId: ids[index]!, type, leafHash: hash, at }))
}
