// An order (派单): work handed to one party, which accepts, declines with a reason, reports, hands on, or completes it.
import type { LocalDate } from '../calendar/index.ts'
import {
  type CommunityId,
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
export type Order =
  | { readonly status: 'absent' }
  | ({ readonly status: 'placed' } & Body)
  | ({ readonly status: 'accepted' } & Body)
  | ({ readonly status: 'declined' } & Body)
  | ({ readonly status: 'withdrawn' } & Body)
  | ({ readonly status: 'done' } & Body)
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

export type OrderEvent =
  | ({ readonly type: 'OrderPlaced' } & Body)
  | { readonly type: 'OrderAccepted'; readonly note: string }
  | { readonly type: 'OrderDeclined'; readonly reason: string }
  | ({ readonly type: 'ProgressReported'; readonly underControl: boolean } & Report)
  | ({ readonly type: 'OrderCompleted' } & Report)
  | { readonly type: 'OrderTransferred'; readonly to: PartyId; readonly reason: string }
  | { readonly type: 'OrderWithdrawn'; readonly reason: string }

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
    },
    accepted: {
      DeclineOrder: decline,
      ReportProgress: report,
      CompleteOrder: complete,
      TransferOrder: transfer,
      WithdrawOrder: withdraw,
    },
    declined: {},
    withdrawn: {},
    done: {},
  },
  evolve,
)

export const NO_ORDER: Order = { status: 'absent' }
