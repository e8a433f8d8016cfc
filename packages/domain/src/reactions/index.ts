// Reactions: which event of a matter moves its orders, and which event of an order moves its matter. Pure; the server runs them in one transaction.
import type { OrderId } from '../kernel/index.ts'
import type { ClosedMatter, MatterCommand, MatterEvent, OpenMatter } from '../matter/index.ts'
import type { Order, OrderEvent } from '../order/index.ts'
import { type ProceedingId, isUnfinished } from '../procedure/index.ts'

import type { MatterMove, OrderMove } from './move.ts'

export { matterMovedByDraw } from './draw.ts'
export { type MeetingMove, matterMovedByMeeting, meetingsMovedBy, voteToldBy } from './meeting.ts'
export type { MatterMove, OrderMove } from './move.ts'
export { type NoticeStanding, isToldToMatter, matterMovedByNotice } from './notice.ts'
export { othersMovedByFirst } from './agenda.ts'
export { matterMovedByPoll } from './poll.ts'
export { matterMovedByProject } from './project.ts'

type Standing = OpenMatter | ClosedMatter

const place = (matter: Standing, event: Extract<MatterEvent, { type: 'OrdersPlaced' }>): readonly OrderMove[] =>
  event.orders.map(({ order, party, lead, task, by }) => ({
    to: order,
    command: {
      type: 'PlaceOrder',
      id: order,
      community: matter.community,
      matter: matter.id,
      path: matter.path,
      party,
      lead,
      task,
      ...(by && { by }),
    },
  }))

/** Orders are placed with the matter's decision, and taken back when the matter leaves them behind. */
export const ordersMovedBy = (matter: Standing, event: MatterEvent): readonly OrderMove[] => {
  switch (event.type) {
    case 'OrdersPlaced':
      return place(matter, event)
    case 'StageEntered':
    case 'MatterClosed':
      return event.withdrawn.map(takeBack)
    case 'ClosedByLink':
      return matter.facts.orders.filter(isUnfinished).map(({ order }) => takeBack(order))
    default:
      return []
  }
}

/** The meetings, polls, notices and projects that are withdrawn because their matter has gone on without them. */
export const proceedingsLeftBy = (matter: Standing, event: MatterEvent): readonly ProceedingId[] => {
  switch (event.type) {
    case 'StageEntered':
    case 'MatterClosed':
      return event.leaves
    case 'ClosedByLink':
      return matter.facts.proceedings.filter(({ status }) => status === 'running').map(({ id }) => id)
    default:
      return []
  }
}

const takeBack = (to: OrderId): OrderMove => ({ to, command: { type: 'WithdrawOrder', reason: '' } })

type Placed = Exclude<Order, { status: 'absent' }>

/** The matter notes what became of its order; a handed-on order is placed anew before the old one is let go. */
export const matterMovedBy = (order: Placed, event: OrderEvent): readonly MatterMove[] => {
  const note = (status: 'accepted' | 'declined' | 'done' | 'withdrawn', photos = 0, reason = ''): MatterMove => ({
    to: order.matter,
    command: { type: 'NoteOrder', order: order.id, status, photos, reason },
  })
  switch (event.type) {
    case 'OrderAccepted':
      return [note('accepted')]
    case 'OrderDeclined':
      return [note('declined', 0, event.reason)]
    case 'OrderCompleted':
      return [note('done', event.photos.length)]
    case 'ProgressReported':
      return event.underControl ? [{ to: order.matter, command: { type: 'NoteControl', order: order.id } }] : []
    case 'OrderTransferred': {
      const orders = [{ party: event.to, lead: order.lead, task: order.task, ...(order.by && { by: order.by }) }]
      const anew: MatterCommand = { type: 'PlaceOrders', orders, whistled: false, transferredFrom: order.id }
      return [{ to: order.matter, command: anew }, note('withdrawn')]
    }
    case 'OrderPlaced':
    case 'OrderWithdrawn':
    case 'OrderOverdue':
      return []
  }
}
