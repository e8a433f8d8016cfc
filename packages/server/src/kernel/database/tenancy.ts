// Every transaction says first whose rows it may see; without that it sees none.
import { type CommunityId, type Refused, isRefused } from '@yishi/domain/kernel'
import { type TransactionBuilder, sql } from 'kysely'
import type { Database, Tables, Transaction } from './tables.ts'

const COMMUNITY_ID = /^com_[a-z0-9]+$/

type Work<T> = (trx: Transaction) => Promise<T>

const within = <T>(
  transaction: TransactionBuilder<Tables>,
  communities: readonly CommunityId[],
  work: Work<T>,
): Promise<T> => {
  const foreign = communities.find((id) => !COMMUNITY_ID.test(id))
  if (foreign !== undefined) throw new TypeError(`${JSON.stringify(foreign)} is no id of a community`)
  return transaction.execute(async (trx) => {
    await sql.raw(`set local app.communities to '${communities.join(',')}'`).execute(trx)
    return work(trx)
  })
}

/** Reads and writes for these communities, all or nothing. Writes that follow rules go through `perform`. */
export const inCommunities = <T>(db: Database, communities: readonly CommunityId[], work: Work<T>): Promise<T> =>
  within(db.transaction(), communities, work)

/** Reads for these communities; the shorter way where it takes a statement or two, because none waits for a commit. */
export const readIn = <T>(db: Database, communities: readonly CommunityId[], work: Work<T>): Promise<T> =>
  within(db.transaction().setAccessMode('read only'), communities, work)

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
