// For the pages that everybody sees: the meetings that are called and still to come, the next one first.
import type { CommunityId, Instant, MeetingId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { readPublicMeeting } from './public-query.ts'

/** More would push the rest off a wall. */
const MOST = 5

type Ahead = { readonly code: string; readonly title: string; readonly when: string; readonly where: string }

/** Without those about a matter that is not public. */
export const meetingsAhead = async (trx: Transaction, community: CommunityId, now: Instant): Promise<Ahead[]> => {
  const { rows } = await sql<{ id: MeetingId }>`
    select g.meeting_id as id from app.meeting g join app.matter m using (community_id, matter_id)
    where g.community_id = ${community} and g.status = 'called' and g.starts_at > ${now} and m.publicity <> 'closed'
    order by g.starts_at, g.meeting_id limit ${MOST}`.execute(trx)
  const ahead: Ahead[] = []
  for (const { id } of rows) {
    const view = await readPublicMeeting(trx, { community, id }, now)
    if (view?.talk) ahead.push({ code: view.code, title: view.talk.title, when: view.when, where: view.where })
  }
  return ahead
}
