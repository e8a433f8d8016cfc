// How an order lies in its row: one statement for each event.
import type { LocalDate } from '@yishi/domain/calendar'
import type { Instant, MatterId, OrderId, PartyId } from '@yishi/domain/kernel'
import { NO_ORDER, type Order, type OrderEvent } from '@yishi/domain/order'
import type { Generated, Updateable } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { insertFigures } from '../figure/index.ts'

export interface WorkOrderRow {
  community_id: Subject['community']
  order_id: OrderId
  matter_id: MatterId
  party_id: PartyId
  lead: boolean
  task: string
  path: string
  status: Exclude<Order['status'], 'absent'>
  reason: string
  placed_at: Instant
  by_date: LocalDate | null
  overdue: Generated<boolean>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    work_order: WorkOrderRow
  }
}

const set = (
  trx: Transaction,
  { community, id }: Subject,
  values: Pick<Updateable<WorkOrderRow>, 'status' | 'reason' | 'overdue'>,
) =>
  trx
    .updateTable('work_order')
    .set(values)
    .where('community_id', '=', community)
    .where('order_id', '=', id as OrderId)
    .execute()

/** The matter that an order belongs to. */
export const matterOfOrder = async (trx: Transaction, { community, id }: Subject): Promise<MatterId | null> => {
  const row = await trx
    .selectFrom('work_order')
    .select('matter_id')
    .where('community_id', '=', community)
    .where('order_id', '=', id as OrderId)
    .executeTakeFirst()
  return row?.matter_id ?? null
}

const tell = async (
  trx: Transaction,
  subject: Subject,
  { figures }: Pick<Extract<OrderEvent, { type: 'OrderCompleted' }>, 'figures'>,
  at: Instant,
) => {
  if (figures.length === 0) return
  const matter = await matterOfOrder(trx, subject)
  if (!matter) throw new Error(`order ${subject.id} has no matter`)
  await insertFigures(trx, { community: subject.community, matter, order: subject.id, at }, figures)
}

export const orderStore = {
  async lock(trx, { community, id }) {
    const row = await trx
      .selectFrom('work_order')
      .selectAll()
      .where('community_id', '=', community)
      .where('order_id', '=', id as OrderId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return NO_ORDER
    const { order_id: order, matter_id: matter, party_id: party, status, lead, task, path, by_date: by } = row
    const late = row.overdue && { overdue: true as const }
    return { status, id: order, community, matter, party, lead, task, path, ...(by && { by }), ...late }
  },
  write: {
    OrderPlaced: (trx, { community }, { id, matter, party, lead, task, path, by }, at) =>
      trx
        .insertInto('work_order')
        .values({
          community_id: community,
          order_id: id,
          matter_id: matter,
          party_id: party,
          lead,
          task,
          path,
          status: 'placed',
          reason: '',
          placed_at: at,
          by_date: by ?? null,
        })
        .execute(),
    OrderAccepted: (trx, subject) => set(trx, subject, { status: 'accepted' }),
    OrderDeclined: (trx, subject, { reason }) => set(trx, subject, { status: 'declined', reason }),
    ProgressReported: tell,
    OrderCompleted: async (trx, subject, event, at) => {
      await set(trx, subject, { status: 'done' })
      await tell(trx, subject, event, at)
    },
    OrderTransferred: (trx, subject, { reason }) => set(trx, subject, { status: 'withdrawn', reason }),
    OrderWithdrawn: (trx, subject, { reason }) => set(trx, subject, { status: 'withdrawn', reason }),
    OrderOverdue: (trx, subject) => set(trx, subject, { overdue: true }),
  },
} satisfies Store<Order, OrderEvent>
