// All communities that this installation serves, for the work that goes over each of them.
import type { CommunityId } from '@yishi/domain/kernel'
import type { Database } from './database/tables.ts'

export const everyCommunity = async (db: Database): Promise<readonly CommunityId[]> =>
  (await db.selectFrom('community').select('id').orderBy('id').execute()).map(({ id }) => id)
