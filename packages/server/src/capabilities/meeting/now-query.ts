// For the big screen: the meeting that is sitting now, the item under discussion, the time left for it, and its options.
import type { MeetingNow } from '@yishi/contract/meeting-pages'
import { type CommunityId, type Instant, MINUTE, type MeetingId, later } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'
import { readPublicMeeting } from './public-query.ts'
import { readMeeting } from './store.ts'

/** Null where nobody sits, or only about a matter that is not public: the screen hangs in the open. */
export const meetingNow = async (
  trx: Transaction,
  community: CommunityId,
  now: Instant,
): Promise<MeetingNow | null> => {
  const rows = await trx
    .selectFrom('meeting')
    .select('meeting_id')
    .where('community_id', '=', community)
    .where('status', '=', 'sitting')
    .orderBy('starts_at', 'desc')
    .execute()
  for (const { meeting_id: id } of rows) {
    const told = await tellNow(trx, { community, id }, now)
    if (told) return told
  }
  return null
}

const tellNow = async (
  trx: Transaction,
  subject: { readonly community: CommunityId; readonly id: MeetingId },
  now: Instant,
): Promise<MeetingNow | null> => {
  const [view, meeting] = [await readPublicMeeting(trx, subject, now), await readMeeting(trx, subject)]
  if (!view?.talk || meeting?.status !== 'sitting') return null
  const begun = meeting.now
  const { minutes = null } = meeting.agenda.find(({ item }) => item === begun?.item) ?? {}
  const text = view.talk.agenda.find(({ item }) => item === begun?.item)?.text ?? ''
  const ends = begun && minutes !== null ? later(begun.since, minutes * MINUTE) : null
  return {
    code: view.code,
    title: view.talk.title,
    format: view.format,
    where: view.where,
    quorate: view.quorum.quorate,
    item: begun && { text, since: begun.since, ends },
    options: view.talk.options.filter(({ item }) => item === begun?.item),
  }
}
