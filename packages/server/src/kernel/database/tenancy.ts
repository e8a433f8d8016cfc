// Every transaction says first whose rows it may see; without that it sees none.
import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Database, Transaction } from './tables.ts'

const COMMUNITY_ID = /^com_[a-z0-9]+$/

/** Reads and writes for these communities, all or nothing. Writes that follow rules go through `perform`. */
export const inCommunities = <T>(
  db: Database,
  communities: readonly CommunityId[],
  work: (trx: Transaction) => Promise<T>,
): Promise<T> => {
  const foreign = communities.find((id) => !COMMUNITY_ID.test(id))
  if (foreign !== undefined) throw new TypeError(`${JSON.stringify(foreign)} is no id of a community`)
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('app.communities', ${communities.join(',')}, true)`.execute(trx)
    return work(trx)
  })
}
