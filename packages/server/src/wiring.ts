// The one place that knows all capabilities: what reacts to what, and the performer that runs it.
import type { MatterId, NoticeId } from '@yishi/domain/kernel'
import {
  isToldToMatter,
  matterMovedBy,
  matterMovedByNotice,
  ordersMovedBy,
  proceedingsLeftBy,
} from '@yishi/domain/reactions'
import { boardExport } from './capabilities/board-export/index.ts'
import { matter } from './capabilities/matter/index.ts'
import { messagesAfter } from './capabilities/message/index.ts'
import { notice, noticeIsTold, noticeStanding, objection, objectionIsTold } from './capabilities/notice/index.ts'
import { order } from './capabilities/order/index.ts'
import { rosterImport } from './capabilities/roster/index.ts'
import { inviteAfterImport } from './inviting.ts'
import { createPerform } from './kernel/perform.ts'
import type { Transaction } from './kernel/database/tables.ts'
import { type Consequence, follow, on } from './kernel/react.ts'
import type { Subject } from './kernel/store.ts'

const ordersFollow = on(matter, ({ subject, state, event }) =>
  state.status === 'absent'
    ? []
    : ordersMovedBy(state, event).map(({ to, command }) =>
        follow(order, { community: subject.community, id: to }, command),
      ),
)

const matterFollows = on(order, ({ subject, state, event }) =>
  state.status === 'absent'
    ? []
    : matterMovedBy(state, event).map(({ to, command }) =>
        follow(matter, { community: subject.community, id: to }, command),
      ),
)

/** Told as the notice and its objections stand by now, whichever of them has moved. */
const tellMatterOf = async (trx: Transaction, subject: Subject): Promise<readonly Consequence[]> => {
  const move = matterMovedByNotice(await noticeStanding(trx, subject))
  return move ? [follow(matter, { community: subject.community, id: move.to }, move.command)] : []
}

const matterHearsOfNotice = on(notice, ({ trx, subject, event }) =>
  isToldToMatter(event) ? tellMatterOf(trx, subject) : [],
)
const peopleHearOfNotice = on(notice, ({ subject, event }) => noticeIsTold(subject, event))
const peopleHearOfObjection = on(objection, ({ subject, event }) => objectionIsTold(subject, event))
const matterHearsOfObjection = on(objection, ({ trx, subject: { community }, state }) =>
  state.status === 'absent' ? [] : tellMatterOf(trx, { community, id: state.notice }),
)

const noticesFollow = on(matter, ({ subject: { community }, state, event }) =>
  state.status === 'absent'
    ? []
    : proceedingsLeftBy(state, event)
        .filter((id) => id.startsWith('ntc_'))
        .map((id) => follow(notice, { community, id }, { type: 'WithdrawNotice', reason: '' })),
)

/** A result that hangs closes the notice whose outcome it tells. */
const resultsClose = on(notice, ({ subject: { community, id }, event }) =>
  event.type === 'NoticeHung' && event.resultOf
    ? [follow(notice, { community, id: event.resultOf }, { type: 'NoteResult', result: id as NoticeId })]
    : [],
)

const tellPeople = on(matter, ({ subject, event, at }) =>
  messagesAfter({ community: subject.community, matter: subject.id as MatterId, at }, event),
)

export const performer = createPerform({
  capabilities: [matter, order, notice, objection, rosterImport, boardExport],
  reactions: [
    ordersFollow,
    matterFollows,
    noticesFollow,
    matterHearsOfNotice,
    matterHearsOfObjection,
    resultsClose,
    peopleHearOfNotice,
    peopleHearOfObjection,
    tellPeople,
    inviteAfterImport,
  ],
})
