// The key from which a community's secret links are made; it never changes, so that one read is enough.
import { randomBytes } from 'node:crypto'
import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'

const known = new WeakMap<object, Map<CommunityId, Uint8Array>>()

/** `owner` is the database that the key belongs to: what is remembered must not outlive it. */
const keysOf = (owner: object) => {
  const keys = known.get(owner) ?? new Map<CommunityId, Uint8Array>()
  known.set(owner, keys)
  return keys
}

export const linkKey = async (owner: object, trx: Transaction, community: CommunityId): Promise<Uint8Array> => {
  const keys = keysOf(owner)
  const cached = keys.get(community)
  if (cached) return cached
  const made = await sql<{ key: Uint8Array }>`insert into app.link_key (community_id, key)
    values (${community}, ${randomBytes(32)}) on conflict do nothing returning key`.execute(trx)
  // A key that this transaction has just made is not remembered: it is gone if the transaction is.
  if (made.rows[0]) return made.rows[0].key
  const { key } = await trx
    .selectFrom('link_key')
    .select('key')
    .where('community_id', '=', community)
    .executeTakeFirstOrThrow()
  keys.set(community, key)
  return key
}

/** The same before there is a transaction. */
export const linkKeyOf = async (db: Database, community: CommunityId): Promise<Uint8Array> =>
  keysOf(db).get(community) ?? inCommunities(db, [community], (trx) => linkKey(db, trx, community))
