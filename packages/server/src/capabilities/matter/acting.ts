// Doing what somebody asked of a matter or an order, whichever door the request came through.
import {
  type MatterCommandName,
  type OrderCommandName,
  matterCommandSchemas,
  orderCommandSchemas,
} from '@yishi/contract/matter-command'
import { type Actor, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { MatterCommand } from '@yishi/domain/matter'
import type { OrderCommand } from '@yishi/domain/order'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { order } from '../order/index.ts'
import { askMatter, askOrder } from './asking.ts'
import { matter } from './capability.ts'
import { asTwin } from './twin.ts'

export type Deed = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly subject: Subject
  readonly key: string | undefined
  /** The revision that the asker has seen; null where they did not say. */
  readonly seen?: number | null
}

const once = ({ key, subject }: Deed, name: string, body: object) =>
  key ? { once: { key, of: { subject: subject.id, name, body: asTwin(body) } } } : {}

/** Asked while the matter is locked: of two who have seen the same, one comes too late. */
const isStale = async (trx: Transaction, { subject, seen }: Deed): Promise<boolean> => {
  if (seen === null || seen === undefined) return false
  const row = await trx
    .selectFrom('matter')
    .select('revision')
    .where('community_id', '=', subject.community)
    .where('matter_id', '=', subject.id as `mat_${string}`)
    .executeTakeFirst()
  return row !== undefined && row.revision !== seen
}

type Outcome = { readonly done: true } | Refused

type Ask<Command> = (asking: object, asked: object) => Promise<Command | Refused>

export const actOnMatter = async (deed: Deed, name: MatterCommandName, body: unknown): Promise<Outcome> => {
  const { ctx, performer, actor, subject } = deed
  const asked = matterCommandSchemas[name].parse(body)
  const command = async (trx: Transaction): Promise<MatterCommand | Refused> =>
    (await isStale(trx, deed))
      ? refuse('changed-meanwhile')
      : (askMatter[name] as Ask<MatterCommand>)({ trx, subject }, asked)
  const performed = await performer.perform(ctx, matter, { subject, command, actor, ...once(deed, name, asked) })
  return isRefused(performed) ? performed : { done: true }
}

export const actOnOrder = async (deed: Deed, name: OrderCommandName, body: unknown): Promise<Outcome> => {
  const { ctx, performer, actor, subject } = deed
  const asked = orderCommandSchemas[name].parse(body)
  const command = (trx: Transaction) => (askOrder[name] as Ask<OrderCommand>)({ trx, subject }, asked)
  const performed = await performer.perform(ctx, order, { subject, command, actor, ...once(deed, name, asked) })
  return isRefused(performed) ? performed : { done: true }
}
