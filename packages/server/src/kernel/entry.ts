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

type Deed = { readonly subject: Subject; readonly actor: Actor }

export type Draft = Deed & { readonly type: string; readonly draft: EntryDraft }

/** What a receipt promises. */
export type Entry = { readonly entryId: number; readonly type: string; readonly leafHash: string; readonly at: Instant }

/** What the database gives to entries before they are sealed. */
export type Ahead = { readonly numbers: readonly number[]; readonly keys: ReadonlyMap<string, Uint8Array> }

export const NOTHING_AHEAD: Ahead = { numbers: [], keys: new Map() }

const KEY_BYTES = 32

/** The person's key in this community, made at the first act; whoever erases it cuts the person out of all leaves. */
const personKeys = async (trx: Transaction, drafts: readonly Deed[]): Promise<ReadonlyMap<string, Uint8Array>> => {
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

const drawNumbers = async (trx: Transaction, count: number): Promise<readonly number[]> => {
  if (count <= 0) return []
  const { rows } = await sql<{ number: number }>`
    select nextval('app.ledger_entry_id') as number from generate_series(1, ${count}::int)`.execute(trx)
  return rows.map(({ number }) => number)
}

/** For an entry each, while something else is read. Their subjects are held already, or their entries might stand in another order than they came about. */
export const readAhead = async (trx: Transaction, deeds: readonly Deed[]): Promise<Ahead> => {
  const [numbers, keys] = await Promise.all([drawNumbers(trx, deeds.length), personKeys(trx, deeds)])
  return { numbers, keys }
}

/** With what is still missing. */
const readRest = async (trx: Transaction, drafts: readonly Draft[], ahead: Ahead): Promise<Ahead> => {
  const unknown = drafts.filter(
    ({ actor, subject: { community } }) => actor.kind === 'person' && !ahead.keys.has(nameIn(community, actor.person)),
  )
  const [numbers, keys] = await Promise.all([
    drawNumbers(trx, drafts.length - ahead.numbers.length),
    personKeys(trx, unknown),
  ])
  return { numbers: [...ahead.numbers, ...numbers], keys: new Map([...ahead.keys, ...keys]) }
}

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

export const appendEntries = async (
  trx: Transaction,
  {
    drafts,
    at,
    ahead = NOTHING_AHEAD,
  }: { readonly drafts: readonly Draft[]; readonly at: Instant; readonly ahead?: Ahead },
): Promise<readonly Entry[]> => {
  if (drafts.length === 0) return []
  const { numbers, keys } = await readRest(trx, drafts, ahead)
  const salt = drawSalts(drafts.reduce((count, { draft }) => count + Object.keys(draft.sealed).length, 0))
  const sealed = drafts.map((draft, index) => ({
    number: numbers[index]!,
    ...seal(draft, { actor: pseudonymIn(keys, draft), at, salt }),
  }))
  await sql`call app.append_entries(${at}, ${JSON.stringify(sealed)})`.execute(trx)
  return sealed.map(({ number: entryId, type, hash }) => ({ entryId, type, leafHash: hash, at }))
}
