// A request that is sent twice is done once: the first stores its answer under its key, the second gets the same answer.
import { createHash } from 'node:crypto'
import type { Actor, CommunityId, Instant } from '@yishi/domain/kernel'
import { canonicalText } from '@yishi/domain/ledger'
import { sql } from 'kysely'
import type { Transaction } from './database/tables.ts'

/** `key` is the sender's; `of` is all that was asked, without anything the server made up for it. */
export type Once = { readonly key: string; readonly of: unknown }

type Claim =
  | { readonly state: 'first' }
  | { readonly state: 'again'; readonly answer: object }
  | { readonly state: 'reused' }

const sender = (actor: Actor) => {
  if (actor.kind === 'person') return actor.person
  return actor.kind === 'link-holder' ? actor.matter : actor.kind
}

/** Nobody reads another's answer by guessing a key: the sender is part of it. */
export const onceKey = (actor: Actor, once: Once): string => `${sender(actor)}:${once.key}`

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** Inserting the key makes a twin wait until the first has committed or rolled back. */
export const claim = async (
  trx: Transaction,
  community: CommunityId,
  asked: { readonly key: string; readonly of: unknown; readonly at: Instant },
): Promise<Claim> => {
  const hash = createHash('sha256')
    .update(canonicalText(plain(asked.of)))
    .digest()
  const inserted = await sql`
    insert into app.idempotency (community_id, key, request_hash, at)
    values (${community}, ${asked.key}, ${hash}, ${asked.at}) on conflict do nothing returning 1`.execute(trx)
  if (inserted.rows.length > 0) return { state: 'first' }
  const { rows } = await sql<{ request_hash: Buffer; answer: object | null }>`
    select request_hash, answer from app.idempotency
    where community_id = ${community} and key = ${asked.key}`.execute(trx)
  const [stored] = rows
  if (!stored?.answer) throw new Error('an idempotency key was committed without its answer')
  return stored.request_hash.equals(hash) ? { state: 'again', answer: stored.answer } : { state: 'reused' }
}

/** Was this sender's request done already? For whoever asks back before the first time only. */
export const wasDone = async (trx: Transaction, community: CommunityId, key: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('idempotency')
    .select('key')
    .where('community_id', '=', community)
    .where('key', '=', key)
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
