// The one place that knows all capabilities: what reacts to what, and the performer that runs it.
import type { MatterId } from '@yishi/domain/kernel'
import { matterMovedBy, ordersMovedBy } from '@yishi/domain/reactions'
import { boardExport } from './capabilities/board-export/index.ts'
import { card, cardsAfter, tellsKeeper } from './capabilities/card/index.ts'
import { excerpt } from './capabilities/excerpt/index.ts'
import { group } from './capabilities/group/index.ts'
import { joining, tellsJoined } from './capabilities/joining/index.ts'
import { matter } from './capabilities/matter/index.ts'
import { messagesAfter } from './capabilities/message/index.ts'
import { order } from './capabilities/order/index.ts'
import { rosterImport } from './capabilities/roster/index.ts'
import { tip } from './capabilities/tip/index.ts'
import { afterDraft } from './group-chat-reactions.ts'
import { inviteAfterImport } from './inviting.ts'
import { createPerform } from './kernel/perform.ts'
import { follow, on } from './kernel/react.ts'

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

const tellPeople = on(matter, ({ subject, event, at }) =>
  messagesAfter({ community: subject.community, matter: subject.id as MatterId, at }, event),
)

const tellJoined = on(matter, ({ trx, subject, event, at }) =>
  tellsJoined(trx, event, { community: subject.community, matter: subject.id as MatterId, at }),
)

const oweCards = on(matter, ({ trx, subject, event }) => cardsAfter(trx, subject, event))

const draftFollows = on(excerpt, afterDraft)

const tellKeeper = on(card, ({ subject, event, at }) => tellsKeeper(subject, event, at))

export const performer = createPerform({
  capabilities: [matter, order, rosterImport, boardExport, group, excerpt, card, tip, joining],
  reactions: [
    ordersFollow,
    matterFollows,
    tellPeople,
    inviteAfterImport,
    tellJoined,
    oweCards,
    draftFollows,
    tellKeeper,
  ],
})
