// The key from which a community's secret links are made; it never changes, so that one read is enough.
import { createSecretKey, randomBytes } from 'node:crypto'
import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { LinkKey } from './code.ts'

const known = new WeakMap<object, Map<CommunityId, LinkKey>>()

/** `owner` is the database that the key belongs to: what is remembered must not outlive it. */
const keysOf = (owner: object) => {
  const keys = known.get(owner) ?? new Map<CommunityId, LinkKey>()
  known.set(owner, keys)
  return keys
}

/** For whoever cannot tell the owner; throws where no key was made yet. */
export const storedLinkKey = async (trx: Transaction, community: CommunityId): Promise<LinkKey> => {
  const { key } = await trx
    .selectFrom('link_key')
    .select('key')
    .where('community_id', '=', community)
    .executeTakeFirstOrThrow()
  return createSecretKey(key)
}

export const linkKey = async (owner: object, trx: Transaction, community: CommunityId): Promise<LinkKey> => {
  const keys = keysOf(owner)
  const cached = keys.get(community)
  if (cached) return cached
  const made = await sql<{ key: Uint8Array }>`insert into app.link_key (community_id, key)
    values (${community}, ${randomBytes(32)}) on conflict do nothing returning key`.execute(trx)
  // A key that this transaction has just made is not remembered: it is gone if the transaction is.
  if (made.rows[0]) return createSecretKey(made.rows[0].key)
  const key = await storedLinkKey(trx, community)
  keys.set(community, key)
  return key
}

/** The same before there is a transaction. */
export const linkKeyOf = async (db: Database, community: CommunityId): Promise<LinkKey> =>
  keysOf(db).get(community) ?? inCommunities(db, [community], (trx) => linkKey(db, trx, community))
