// The one place that knows all capabilities: what reacts to what, and the performer that runs it.
import type { MatterId } from '@yishi/domain/kernel'
import { matterMovedBy, ordersMovedBy } from '@yishi/domain/reactions'
import { alert } from './capabilities/alert/index.ts'
import { boardExport } from './capabilities/board-export/index.ts'
import { budget, budgetBallot } from './capabilities/budget/index.ts'
import { courtBundle } from './capabilities/court-bundle/index.ts'
import { card } from './capabilities/card/index.ts'
import { excerpt } from './capabilities/excerpt/index.ts'
import { group } from './capabilities/group/index.ts'
import { draw } from './capabilities/draw/index.ts'
import { election, electionIsTold } from './capabilities/election/index.ts'
import { duty } from './capabilities/duty/index.ts'
import { hotlineList, mattersAfter } from './capabilities/hotline/index.ts'
import { claim } from './capabilities/identity/index.ts'
import { joining } from './capabilities/joining/index.ts'
import { matter } from './capabilities/matter/index.ts'
import { meeting } from './capabilities/meeting/index.ts'
import { messagesAfter, messagesAfterOrder } from './capabilities/message/index.ts'
import { notice, objection } from './capabilities/notice/index.ts'
import { order } from './capabilities/order/index.ts'
import { paperBallot } from './capabilities/paper-ballot/index.ts'
import { ballot, poll } from './capabilities/poll/index.ts'
import { project } from './capabilities/project/index.ts'
import { matterOfNote, patrolLook, patrolNote } from './capabilities/patrol/index.ts'
import { rosterImport } from './capabilities/roster/index.ts'
import { tip } from './capabilities/tip/index.ts'
import { term } from './capabilities/term/index.ts'
import { inviteAfterImport } from './inviting.ts'
import { createPerform } from './kernel/perform.ts'
import { follow, on } from './kernel/react.ts'
import { budgetReactions } from './wiring/budget.ts'
import { cardReactions } from './wiring/card.ts'
import { courtBundleReactions } from './wiring/court-bundle.ts'
import { excerptReactions } from './wiring/excerpt.ts'
import { identityReactions } from './wiring/identity.ts'
import { joiningReactions } from './wiring/joining.ts'
import { alertReactions } from './wiring/alert.ts'
import { drawReactions } from './wiring/draw.ts'
import { meetingReactions } from './wiring/meeting.ts'
import { noticeReactions } from './wiring/notice.ts'
import { paperBallotReactions } from './wiring/paper-ballot.ts'
import { pollReactions } from './wiring/poll.ts'
import { projectReactions } from './wiring/project.ts'
import { recordingReactions } from './wiring/recording.ts'
import { samePersonReactions } from './wiring/same-person.ts'
import { termReactions } from './wiring/term.ts'

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

const tellOfOrders = on(order, ({ subject: { community }, state, event, at }) =>
  state.status === 'placed' || state.status === 'accepted'
    ? messagesAfterOrder({ community, matter: state.matter, at }, state, event)
    : [],
)

const tellOfElections = on(election, ({ subject, event, state }) => electionIsTold(subject, event, state))
const ticketsFollow = on(hotlineList, mattersAfter)
const notesFollow = on(patrolNote, matterOfNote)

export const performer = createPerform({
  capabilities: [
    matter,
    order,
    joining,
    meeting,
    poll,
    ballot,
    paperBallot,
    draw,
    budget,
    budgetBallot,
    election,
    notice,
    objection,
    project,
    hotlineList,
    patrolLook,
    patrolNote,
    group,
    excerpt,
    card,
    tip,
    rosterImport,
    claim,
    term,
    boardExport,
    courtBundle,
    alert,
    duty,
  ],
  reactions: [
    ordersFollow,
    matterFollows,
    ...meetingReactions,
    ...pollReactions,
    ...paperBallotReactions,
    ...courtBundleReactions,
    ...drawReactions,
    ...budgetReactions,
    ...samePersonReactions,
    ...noticeReactions,
    ...projectReactions,
    ...alertReactions,
    tellPeople,
    ...joiningReactions,
    ...identityReactions,
    ...termReactions,
    tellOfOrders,
    ...recordingReactions,
    inviteAfterImport,
    tellOfElections,
    ticketsFollow,
    notesFollow,
    ...excerptReactions,
    ...cardReactions,
  ],
})
