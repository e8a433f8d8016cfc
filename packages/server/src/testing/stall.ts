// Whatever needs a lock that a test holds stands still until it is let go: so a write is stopped between its decision and its end.
import type { CommunityId } from '@yishi/domain/kernel'
import type { RawBuilder } from 'kysely'
import type { Context } from '../kernel/context.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'

/** Answers once the lock is held; what it answers lets go of it. */
export const stallOn = async (
  { db }: Pick<Context, 'db'>,
  community: CommunityId,
  lock: RawBuilder<unknown>,
): Promise<() => Promise<void>> => {
  const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const over = inCommunities(db, [community], async (trx) => {
    await lock.execute(trx)
    held.resolve()
    await release.promise
  })
  await held.promise
  return async () => {
    release.resolve()
    await over
  }
}
