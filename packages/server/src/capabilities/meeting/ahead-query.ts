// For the pages that everybody sees: the meetings that are called and still to come, the next one first.
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'
import { readPublicMeeting } from './public-query.ts'

/** More would push the rest off a wall. */
const MOST = 5

type Ahead = { readonly code: string; readonly title: string; readonly when: string; readonly where: string }

/** Without those about a matter that is not public. */
export const meetingsAhead = async (trx: Transaction, community: CommunityId, now: Instant): Promise<Ahead[]> => {
  const rows = await trx
    .selectFrom('meeting')
    .select('meeting_id')
    .where('community_id', '=', community)
    .where('status', '=', 'called')
    .where('starts_at', '>', now)
    .orderBy('starts_at')
    .orderBy('meeting_id')
    .limit(MOST)
    .execute()
  const ahead: Ahead[] = []
  for (const { meeting_id: id } of rows) {
    const view = await readPublicMeeting(trx, { community, id }, now)
    if (view?.talk) ahead.push({ code: view.code, title: view.talk.title, when: view.when, where: view.where })
  }
  return ahead
}
