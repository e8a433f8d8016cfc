// The one place that knows all capabilities: what reacts to what, and the performer that runs it.
import type { MatterId, MeetingId } from '@yishi/domain/kernel'
import {
  matterMovedBy,
  matterMovedByMeeting,
  meetingsMovedBy,
  ordersMovedBy,
  proceedingsLeftBy,
} from '@yishi/domain/reactions'
import { boardExport } from './capabilities/board-export/index.ts'
import { matter } from './capabilities/matter/index.ts'
import { meeting, messagesAfterMeeting } from './capabilities/meeting/index.ts'
import { messagesAfter, messagesAfterOrder } from './capabilities/message/index.ts'
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

const isMeeting = (id: string): id is MeetingId => id.startsWith('mtg_')

const meetingsFollow = on(matter, ({ subject: { community }, state, event }) =>
  state.status === 'absent'
    ? []
    : [
        ...proceedingsLeftBy(state, event)
          .filter(isMeeting)
          .map((id) => follow(meeting, { community, id }, { type: 'CancelMeeting', reason: '' })),
        ...meetingsMovedBy(state, event).map(({ to, command }) => follow(meeting, { community, id: to }, command)),
      ],
)

const matterFollowsMeetings = on(meeting, ({ subject, state, event }) =>
  state.status === 'absent'
    ? []
    : matterMovedByMeeting(state, event).map(({ to, command }) =>
        follow(matter, { community: subject.community, id: to }, command),
      ),
)

const tellMeetings = on(meeting, ({ subject, state, event, at }) =>
  state.status === 'absent' ? [] : messagesAfterMeeting(subject, state, event, at),
)

const tellOfOrders = on(order, ({ subject: { community }, state, event, at }) =>
  state.status === 'placed' || state.status === 'accepted'
    ? messagesAfterOrder({ community, matter: state.matter, at }, state, event)
    : [],
)

const tellPeople = on(matter, ({ subject, event, at }) =>
  messagesAfter({ community: subject.community, matter: subject.id as MatterId, at }, event),
)

export const performer = createPerform({
  capabilities: [matter, order, meeting, rosterImport, boardExport],
  reactions: [
    ordersFollow,
    matterFollows,
    meetingsFollow,
    matterFollowsMeetings,
    tellPeople,
    tellMeetings,
    tellOfOrders,
    inviteAfterImport,
  ],
})
