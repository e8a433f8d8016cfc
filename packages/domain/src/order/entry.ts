// What the ledger keeps of each event of an order.
import type { EntriesOf } from '../ledger/index.ts'
import type { OrderEvent } from './order.ts'

export const orderEntry: EntriesOf<OrderEvent> = {
  OrderPlaced: ({ matter, party, lead, task, by }) => ({
    facts: { matter, party, lead, ...(by && { by }) },
    sealed: { task },
  }),
  OrderAccepted: ({ note }) => ({ facts: {}, sealed: { note } }),
  OrderDeclined: ({ reason }) => ({ facts: {}, sealed: { reason } }),
  ProgressReported: ({ text, photos, figures, underControl }) => ({
    facts: { underControl },
    sealed: { text, photos, figures },
  }),
  OrderCompleted: ({ text, photos, figures }) => ({ facts: {}, sealed: { text, photos, figures } }),
  OrderTransferred: ({ to, reason }) => ({ facts: { to }, sealed: { reason } }),
  OrderWithdrawn: ({ reason }) => ({ facts: {}, sealed: { reason } }),
  OrderOverdue: ({ by }) => ({ facts: { by }, sealed: {} }),
}
