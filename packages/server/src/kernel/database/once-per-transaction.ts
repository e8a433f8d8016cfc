// What does not change while a transaction runs is read once in it, however many of its acts ask.
import type { CommunityId } from '@yishi/domain/kernel'
import type { Transaction } from './tables.ts'

type Read<T> = (trx: Transaction, community: CommunityId) => Promise<T>

export const oncePerTransaction = <T>(read: Read<T>): Read<T> => {
  const known = new WeakMap<Transaction, Map<CommunityId, Promise<T>>>()
  return (trx, community) => {
    const here = known.get(trx) ?? new Map<CommunityId, Promise<T>>()
    known.set(trx, here)
    const reading = here.get(community) ?? read(trx, community)
    here.set(community, reading)
    return reading
  }
}
