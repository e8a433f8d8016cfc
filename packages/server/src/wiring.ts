// The one place that knows all capabilities: what reacts to what, and the performer that runs it.
import type { AlertId, MatterId } from '@yishi/domain/kernel'
import { matterMovedBy, ordersMovedBy } from '@yishi/domain/reactions'
import { alert } from './capabilities/alert/index.ts'
import { boardExport } from './capabilities/board-export/index.ts'
import { duty } from './capabilities/duty/index.ts'
import { matter } from './capabilities/matter/index.ts'
import { messagesAfter, messagesAfterAlert } from './capabilities/message/index.ts'
import { order } from './capabilities/order/index.ts'
import { rosterImport } from './capabilities/roster/index.ts'
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

const tellThoseCovered = on(alert, ({ subject, event, at }) =>
  messagesAfterAlert({ community: subject.community, alert: subject.id as AlertId, at }, event),
)

export const performer = createPerform({
  capabilities: [matter, order, rosterImport, boardExport, alert, duty],
  reactions: [ordersFollow, matterFollows, tellPeople, inviteAfterImport, tellThoseCovered],
})
