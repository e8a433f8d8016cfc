// A request that is sent twice is done once: the first stores its answer under its key, the second gets the same answer.
import { createHash } from 'node:crypto'
import type { Actor, CommunityId, Instant } from '@yishi/domain/kernel'
import { canonicalText } from '@yishi/domain/ledger'
import { sql } from 'kysely'
import type { Transaction } from './database/tables.ts'

/** `key` is the sender's; `of` is all that was asked, without anything the server made up for it. */
export type Once = { readonly key: string; readonly of: unknown }

/** A request under its key; a key goes with one request only, which its hash tells. */
export type AskedOnce = { readonly key: string; readonly hash: Buffer }

type Claim =
  | { readonly state: 'first' }
  | { readonly state: 'again'; readonly answer: object }
  | { readonly state: 'reused' }
export type Known = Exclude<Claim, { state: 'first' }>

const sender = (actor: Actor) => {
  if (actor.kind === 'person') return actor.person
  return actor.kind === 'link-holder' ? actor.matter : actor.kind
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** Nobody reads another's answer by guessing a key: the sender is part of it. */
const sentBy = (actor: Actor, key: string): string => `${sender(actor)}:${key}`

export const askedOnce = (actor: Actor, { key, of }: Once): AskedOnce => ({
  key: sentBy(actor, key),
  hash: createHash('sha256')
    .update(canonicalText(plain(of)))
    .digest(),
})

/** What was answered before under these keys. */
export const readKnown = async (
  trx: Transaction,
  community: CommunityId,
  all: readonly AskedOnce[],
): Promise<(asked: AskedOnce) => Known | null> => {
  const { rows } = await sql<{ key: string; request_hash: Buffer; answer: object | null }>`
    select key, request_hash, answer from app.idempotency
    where community_id = ${community} and key = any(${all.map(({ key }) => key)})`.execute(trx)
  const stored = new Map(rows.map((row) => [row.key, row]))
  return ({ key, hash }) => {
    const row = stored.get(key)
    if (!row) return null
    if (!row.answer) throw new Error('an idempotency key was committed without its answer')
    return row.request_hash.equals(hash) ? { state: 'again', answer: row.answer } : { state: 'reused' }
  }
}

/** Inserting the key makes a twin wait until the first has committed or rolled back. */
export const claim = async (
  trx: Transaction,
  community: CommunityId,
  asked: AskedOnce & { readonly at: Instant },
): Promise<Claim> => {
  const inserted = await sql`
    insert into app.idempotency (community_id, key, request_hash, at)
    values (${community}, ${asked.key}, ${asked.hash}, ${asked.at}) on conflict do nothing returning 1`.execute(trx)
  if (inserted.rows.length > 0) return { state: 'first' }
  const known = (await readKnown(trx, community, [asked]))(asked)
  if (!known) throw new Error('an idempotency key is taken by nobody')
  return known
}

/** Was this sender's request done already? For whoever asks back before the first time only. */
export const wasDone = async (
  trx: Transaction,
  community: CommunityId,
  { actor, key }: { readonly actor: Actor; readonly key: string },
): Promise<boolean> => {
  const row = await trx
    .selectFrom('idempotency')
    .select('key')
    .where('community_id', '=', community)
    .where('key', '=', sentBy(actor, key))
    .executeTakeFirst()
  return row !== undefined
}

export const keepAnswer = async (
  trx: Transaction,
  community: CommunityId,
  { key, answer }: { readonly key: string; readonly answer: object },
): Promise<void> => {
  await trx
    .updateTable('idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where('community_id', '=', community)
    .where('key', '=', key)
    .execute()
}

/** Fails, at the latest with the commit, where a twin elsewhere was first. In one order, so that two who keep several never wait in a circle. */
export const keepAnswers = async (
  trx: Transaction,
  community: CommunityId,
  { all, at }: { readonly all: readonly (AskedOnce & { readonly answer: object })[]; readonly at: Instant },
): Promise<void> => {
  if (all.length === 0) return
  const rows = all.map(({ key, hash, answer }) => ({ key, hash: hash.toString('hex'), answer }))
  await trx
    .insertInto('idempotency')
    .columns(['community_id', 'key', 'request_hash', 'answer', 'at'])
    .expression(sql`select ${community}, key, decode(hash, 'hex'), answer, ${at}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as row (key text, hash text, answer jsonb) order by key`)
    .execute()
}
