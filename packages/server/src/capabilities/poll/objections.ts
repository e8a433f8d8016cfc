// How the notice of a poll stands, and how many objections to it wait: held for share, so that it does not change before the poll has.
import type { NoticeId } from '@yishi/domain/kernel'
import type { Objections } from '@yishi/domain/poll'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { noticeStanding, shareNotice } from '../notice/index.ts'

/** Null where no notice has been hung. */
export const objectionsTo = async (
  trx: Transaction,
  { community }: Subject,
  notice: NoticeId | null,
): Promise<Objections | null> => {
  if (notice === null) return null
  const held = await shareNotice(trx, { community, id: notice })
  if (held.status === 'absent') return null
  const { unanswered } = await noticeStanding(trx, { community, id: notice })
  return { notice: held, unanswered }
}
