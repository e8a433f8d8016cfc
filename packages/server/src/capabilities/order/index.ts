// Orders: work handed to a party, in step with its matter.
import type { MatterId } from '@yishi/domain/kernel'
import {
  type Order,
  type OrderCommand,
  type OrderEvent,
  type OrderRefusal,
  orderEntry,
  orderRules,
  orderWakesAt,
} from '@yishi/domain/order'
import type { Capability } from '../../kernel/capability.ts'
import { matterOfOrder, orderStore } from './store.ts'

export const order: Capability<Order, OrderCommand, OrderEvent, OrderRefusal> = {
  name: 'order',
  rulebook: orderRules,
  store: orderStore,
  toEntry: orderEntry,
  async parent(trx, subject, command) {
    const placing = command?.type === 'PlaceOrder' ? command.matter : null
    const matter: MatterId | null = placing ?? (await matterOfOrder(trx, subject))
    return matter ? { capability: 'matter', community: subject.community, id: matter } : null
  },
  wakes(state) {
    const at = orderWakesAt(state)
    return at ? { at, command: { type: 'RemindOrder' } } : null
  },
}
