// Codes found free ahead of need: a fresh one meets an older matter's now and then (one in three thousand where there are 30,000), and would undo the whole batch it came with.
import type { CommunityId } from '@yishi/domain/kernel'
import type { Database } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { freeCodes } from './raising.ts'

const AHEAD = 200

type Spare = Promise<string[]>

const known = new WeakMap<Database, Map<CommunityId, Spare>>()

const sparesOf = (db: Database): Map<CommunityId, Spare> => {
  const spares = known.get(db) ?? new Map<CommunityId, Spare>()
  known.set(db, spares)
  return spares
}

const draw = async (db: Database, community: CommunityId): Spare => [
  ...(await inCommunities(db, [community], (trx) => freeCodes(trx, community, AHEAD))),
]

/** Given out once. By the time it is written another server may have taken it: whoever writes it draws again then. */
export const spareCode = async (db: Database, community: CommunityId): Promise<string> => {
  const spares = sparesOf(db)
  for (;;) {
    const drawn = spares.get(community) ?? draw(db, community)
    spares.set(community, drawn)
    const code = (await drawn.catch(() => [])).pop()
    if (code) return code
    if (spares.get(community) === drawn) spares.delete(community)
    await drawn
  }
}
