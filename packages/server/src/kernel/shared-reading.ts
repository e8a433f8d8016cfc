// What many look at in the same moment and what costs the more the larger it is: read once for all who asked while the last reading was under way.
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import { inCommunities } from './database/tenancy.ts'
import type { Subject } from './store.ts'
import { together } from './together.ts'

const MOST_READERS = 1000

/** Everybody is answered with a reading that began after they had asked: whoever has just changed something sees it. */
export const sharedReading = <S extends Subject, T>(read: (trx: Transaction, subject: S) => Promise<T>) => {
  const share = together({
    most: MOST_READERS,
    work: async (all: readonly S[], { owner: { db } }: { readonly owner: Context }) => {
      const [subject] = all
      const value = await inCommunities(db, [subject!.community], (trx) => read(trx, subject!))
      return all.map(() => ({ status: 'fulfilled' as const, value }))
    },
  })
  return (ctx: Context, subject: S): Promise<T> =>
    share({ owner: ctx, name: `${subject.community} ${subject.id}` }, subject)
}
