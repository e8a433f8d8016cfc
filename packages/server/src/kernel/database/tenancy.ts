// Every transaction says first whose rows it may see; without that it sees none.
import { type CommunityId, type Refused, isRefused } from '@yishi/domain/kernel'
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
    await sql.raw(`set local app.communities to '${communities.join(',')}'`).execute(trx)
    return work(trx)
  })
}

class Undone extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** As `inCommunities`; a refusal undoes whatever was written before it. */
export const attemptIn = async <T extends object, Code extends string>(
  db: Database,
  communities: readonly CommunityId[],
  work: (trx: Transaction) => Promise<T | Refused<Code>>,
): Promise<T | Refused<Code>> => {
  try {
    return await inCommunities(db, communities, async (trx) => {
      const answer = await work(trx)
      if (isRefused(answer)) throw new Undone(answer)
      return answer
    })
  } catch (error) {
    if (error instanceof Undone) return error.refusal as Refused<Code>
    throw error
  }
}
