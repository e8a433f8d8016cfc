// An order (派单): work handed to one party, which accepts, declines with a reason, reports, hands on, or completes it.
import { type LocalDate, endOfDay } from '../calendar/index.ts'
import {
  type CommunityId,
  type Instant,
  type MatterId,
  type Meta,
  type OrderId,
  type PartyId,
  type PhotoId,
  type Refused,
  belongsTo,
  during,
  holds,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { Figure } from '../matter/figure.ts'

type Body = {
  readonly id: OrderId
  readonly community: CommunityId
  readonly matter: MatterId
  readonly path: string
  readonly party: PartyId
  readonly lead: boolean
  readonly task: string
  /** The last day for it, where one was named. */
  readonly by?: LocalDate
}
/** `overdue` once its last day went by with the work unfinished. */
type Kept = Body & { readonly overdue?: true }
export type Order =
  | { readonly status: 'absent' }
  | ({ readonly status: 'placed' } & Kept)
  | ({ readonly status: 'accepted' } & Kept)
  | ({ readonly status: 'declined' } & Kept)
  | ({ readonly status: 'withdrawn' } & Kept)
  | ({ readonly status: 'done' } & Kept)
export type StandingOrder = Extract<Order, { status: 'placed' | 'accepted' }>

type Report = { readonly text: string; readonly photos: readonly PhotoId[]; readonly figures: readonly Figure[] }

export type OrderCommand =
  | ({ readonly type: 'PlaceOrder' } & Body)
  | { readonly type: 'AcceptOrder'; readonly note: string }
  | { readonly type: 'DeclineOrder'; readonly reason: string }
  | ({ readonly type: 'ReportProgress'; readonly underControl: boolean } & Report)
  | ({ readonly type: 'CompleteOrder' } & Report)
  | { readonly type: 'TransferOrder'; readonly to: PartyId; readonly reason: string }
  | { readonly type: 'WithdrawOrder'; readonly reason: string }
  | { readonly type: 'RemindOrder' }

export type OrderEvent =
  | ({ readonly type: 'OrderPlaced' } & Body)
  | { readonly type: 'OrderAccepted'; readonly note: string }
  | { readonly type: 'OrderDeclined'; readonly reason: string }
  | ({ readonly type: 'ProgressReported'; readonly underControl: boolean } & Report)
  | ({ readonly type: 'OrderCompleted' } & Report)
  | { readonly type: 'OrderTransferred'; readonly to: PartyId; readonly reason: string }
  | { readonly type: 'OrderWithdrawn'; readonly reason: string }
  | { readonly type: 'OrderOverdue'; readonly by: LocalDate }

export type OrderRefusal = 'not-your-order' | 'same-party'

type CommandOf<Type extends OrderCommand['type']> = Extract<OrderCommand, { type: Type }>
type Answer = readonly OrderEvent[] | Refused<OrderRefusal>

/** The party itself, or the desk that writes down what the party said. */
const may = (order: StandingOrder, { actor }: Meta): boolean =>
  belongsTo(actor, order.party, order.path) || holds(actor, ['staff', 'branch'], order.community, order.path)

const theirs =
  <Type extends OrderCommand['type']>(rule: (order: StandingOrder, command: CommandOf<Type>) => Answer) =>
  (order: StandingOrder, command: CommandOf<Type>, meta: Meta): Answer =>
    may(order, meta) ? rule(order, command) : refuse('not-your-order')

const accept = theirs<'AcceptOrder'>((_, { note }) => [{ type: 'OrderAccepted', note }])
const decline = theirs<'DeclineOrder'>((_, { reason }) => [{ type: 'OrderDeclined', reason }])
const report = theirs<'ReportProgress'>((_, command) => [{ ...command, type: 'ProgressReported' }])
const complete = theirs<'CompleteOrder'>((_, command) => [{ ...command, type: 'OrderCompleted' }])
const transfer = theirs<'TransferOrder'>((order, { to, reason }) =>
  to === order.party ? refuse('same-party') : [{ type: 'OrderTransferred', to, reason }],
)
/** Only with its matter is an order placed, and taken back when the matter leaves its round; no person asks for it. */
const byMatter =
  <State extends Order, Type extends OrderCommand['type']>(rule: (command: CommandOf<Type>) => Answer) =>
  (_: State, command: CommandOf<Type>, { actor }: Meta): Answer =>
    actor.kind === 'clock' ? rule(command) : refuse('not-your-order')

const place = byMatter<Order, 'PlaceOrder'>((command) => [{ ...command, type: 'OrderPlaced' }])
const withdraw = byMatter<StandingOrder, 'WithdrawOrder'>(({ reason }) => [{ type: 'OrderWithdrawn', reason }])

/** When its last day has gone by; null where none was named, or where it has been told. */
export const orderWakesAt = (order: Order): Instant | null => {
  const unfinished = order.status === 'placed' || order.status === 'accepted'
  return unfinished && order.by && !order.overdue ? endOfDay(order.by) : null
}

const remind = (order: StandingOrder, _: CommandOf<'RemindOrder'>, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-order')
  const at = orderWakesAt(order)
  return order.by && at !== null && at <= now ? [{ type: 'OrderOverdue', by: order.by }] : []
}

const evolve = (order: Order, event: OrderEvent): Order => {
  switch (event.type) {
    case 'OrderPlaced': {
      const { type: _, ...body } = event
      return { ...body, status: 'placed' }
    }
    case 'OrderAccepted':
      return { ...during(order, 'placed'), status: 'accepted' }
    case 'OrderDeclined':
      return { ...during(order, 'placed', 'accepted'), status: 'declined' }
    case 'ProgressReported':
      return order
    case 'OrderCompleted':
      return { ...during(order, 'accepted'), status: 'done' }
    case 'OrderTransferred':
    case 'OrderWithdrawn':
      return { ...during(order, 'placed', 'accepted'), status: 'withdrawn' }
    case 'OrderOverdue':
      return { ...during(order, 'placed', 'accepted'), overdue: true }
  }
}

export const orderRules = rulebook<Order, OrderCommand, OrderEvent, OrderRefusal>(
  {
    absent: { PlaceOrder: place },
    placed: {
      AcceptOrder: accept,
      DeclineOrder: decline,
      TransferOrder: transfer,
      WithdrawOrder: withdraw,
      RemindOrder: remind,
    },
    accepted: {
      DeclineOrder: decline,
      ReportProgress: report,
      CompleteOrder: complete,
      TransferOrder: transfer,
      WithdrawOrder: withdraw,
      RemindOrder: remind,
    },
    declined: {},
    withdrawn: {},
    done: {},
  },
  evolve,
)

export const NO_ORDER: Order = { status: 'absent' }
