// What a notice and its objections move: their matter, the notice whose result is told, and the people who should hear.
import type { NoticeId } from '@yishi/domain/kernel'
import { isToldToMatter, matterMovedByNotice } from '@yishi/domain/reactions'
import { matter } from '../capabilities/matter/index.ts'
import { notice, noticeIsTold, noticeStanding, objection, objectionIsTold } from '../capabilities/notice/index.ts'
import type { Transaction } from '../kernel/database/tables.ts'
import { type Consequence, type Reaction, follow, on } from '../kernel/react.ts'
import type { Subject } from '../kernel/store.ts'
import { endsWithStage } from './stage.ts'

/** Told as the notice and its objections stand by now, whichever of them has moved. */
const tellMatterOf = async (trx: Transaction, subject: Subject): Promise<readonly Consequence[]> => {
  const move = matterMovedByNotice(await noticeStanding(trx, subject))
  return move ? [follow(matter, { community: subject.community, id: move.to }, move.command)] : []
}

const matterHearsOfNotice = on(notice, ({ trx, subject, event }) =>
  isToldToMatter(event) ? tellMatterOf(trx, subject) : [],
)

const matterHearsOfObjection = on(objection, ({ trx, subject: { community }, state }) =>
  state.status === 'absent' ? [] : tellMatterOf(trx, { community, id: state.notice }),
)

/** A result that hangs closes the notice whose outcome it tells. */
const resultsClose = on(notice, ({ subject: { community, id }, event }) =>
  event.type === 'NoticeHung' && event.resultOf
    ? [follow(notice, { community, id: event.resultOf }, { type: 'NoteResult', result: id as NoticeId })]
    : [],
)

export const noticeReactions: readonly Reaction[] = [
  endsWithStage('ntc_', notice, { type: 'WithdrawNotice', reason: '' }),
  matterHearsOfNotice,
  matterHearsOfObjection,
  resultsClose,
  on(notice, ({ subject, event }) => noticeIsTold(subject, event)),
  on(objection, ({ subject, event }) => objectionIsTold(subject, event)),
]
