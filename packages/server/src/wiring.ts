// The one place that knows all capabilities: what reacts to what, and the performer that runs it.
import type { MatterId } from '@yishi/domain/kernel'
import { matterMovedBy, matterMovedByProject, ordersMovedBy, proceedingsLeftBy } from '@yishi/domain/reactions'
import { boardExport } from './capabilities/board-export/index.ts'
import { matter } from './capabilities/matter/index.ts'
import { messagesAfter } from './capabilities/message/index.ts'
import { order } from './capabilities/order/index.ts'
import { project } from './capabilities/project/index.ts'
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

/** What a stage opened ends with it. */
const proceedingsFollow = on(matter, ({ subject: { community }, state, event }) =>
  state.status === 'absent'
    ? []
    : proceedingsLeftBy(state, event)
        .filter((id) => id.startsWith('prj_'))
        .map((id) => follow(project, { community, id }, { type: 'StopProject', reason: '' })),
)

const matterFollowsProject = on(project, ({ subject: { community }, state, event }) => {
  if (state.status === 'absent') return []
  const command = matterMovedByProject(state, event)
  return command ? [follow(matter, { community, id: state.matter }, command)] : []
})

/** Its party and the committee hear of a day that has passed. */
const tellOfLateProject = on(project, ({ subject: { community }, state, event, at }) =>
  event.type !== 'MilestoneOverdue' || state.status === 'absent'
    ? []
    : [...new Set([state.party, state.committee])].map((party) =>
        enqueue('tell-party', { community, matter: state.matter, type: event.type, at, party }),
      ),
)

const tellPeople = on(matter, ({ subject, event, at }) =>
  messagesAfter({ community: subject.community, matter: subject.id as MatterId, at }, event),
)

export const performer = createPerform({
  capabilities: [matter, order, project, rosterImport, boardExport],
  reactions: [
    ordersFollow,
    matterFollows,
    proceedingsFollow,
    matterFollowsProject,
    tellOfLateProject,
    tellPeople,
    inviteAfterImport,
  ],
})
