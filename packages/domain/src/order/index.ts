// Orders: work handed to a party.
export {
  NO_ORDER,
  type Order,
  type OrderCommand,
  type OrderEvent,
  type OrderRefusal,
  type StandingOrder,
  orderRules,
  orderWakesAt,
} from './order.ts'
export { orderEntry } from './entry.ts'
