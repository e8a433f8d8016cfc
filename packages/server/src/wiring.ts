// The one place that knows all capabilities: what reacts to what, and the performer that runs it.
import type { MatterId } from '@yishi/domain/kernel'
import { matterMovedBy, matterMovedByPoll, ordersMovedBy, proceedingsLeftBy } from '@yishi/domain/reactions'
import { boardExport } from './capabilities/board-export/index.ts'
import { matter } from './capabilities/matter/index.ts'
import { messagesAfter } from './capabilities/message/index.ts'
import { order } from './capabilities/order/index.ts'
import { ballot, poll } from './capabilities/poll/index.ts'
import { rosterImport } from './capabilities/roster/index.ts'
import { inviteAfterImport } from './inviting.ts'
import { createPerform } from './kernel/perform.ts'
import { enqueue, follow, on } from './kernel/react.ts'

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

const matterFollowsPoll = on(poll, ({ subject, state, event }) =>
  state.status === 'absent'
    ? []
    : matterMovedByPoll(state, event).map(({ to, command }) =>
        follow(matter, { community: subject.community, id: to }, command),
      ),
)

const pollsLeft = on(matter, ({ subject, state, event }) =>
  state.status === 'absent'
    ? []
    : proceedingsLeftBy(state, event)
        .filter((id) => id.startsWith('pol_'))
        .map((id) => follow(poll, { community: subject.community, id }, { type: 'WithdrawPoll', reason: '' })),
)

const tellVoters = on(poll, ({ subject, state, event }) =>
  event.type === 'PollOpened' && state.status !== 'absent' && state.way === 'ballots'
    ? [enqueue('tell-voters', { community: subject.community, poll: subject.id })]
    : [],
)

const tellPeople = on(matter, ({ subject, event, at }) =>
  messagesAfter({ community: subject.community, matter: subject.id as MatterId, at }, event),
)

export const performer = createPerform({
  capabilities: [matter, order, rosterImport, boardExport, poll, ballot],
  reactions: [ordersFollow, matterFollows, matterFollowsPoll, pollsLeft, tellVoters, tellPeople, inviteAfterImport],
})
