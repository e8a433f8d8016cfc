// A command that follows for another subject because of what became true of one.
import type { MatterId, OrderId } from '../kernel/index.ts'
import type { MatterCommand } from '../matter/index.ts'
import type { OrderCommand } from '../order/index.ts'

export type OrderMove = { readonly to: OrderId; readonly command: OrderCommand }
export type MatterMove = { readonly to: MatterId; readonly command: MatterCommand }
