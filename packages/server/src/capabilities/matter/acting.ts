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
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { order } from '../order/index.ts'
import { askMatter, askOrder } from './asking.ts'
import { matter } from './capability.ts'

export type Deed = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly subject: Subject
  readonly key: string | undefined
  /** The revision that the asker has seen; null where they did not say. */
  readonly seen?: number | null
}

const once = ({ key, subject }: Deed, name: string, body: unknown) =>
  key ? { once: { key, of: { subject: subject.id, name, body } } } : {}

const isStale = async ({ ctx, subject, seen }: Deed): Promise<boolean> => {
  if (seen === null || seen === undefined) return false
  const row = await inCommunities(ctx.db, [subject.community], (trx) =>
    trx
      .selectFrom('matter')
      .select('revision')
      .where('community_id', '=', subject.community)
      .where('matter_id', '=', subject.id as `mat_${string}`)
      .executeTakeFirst(),
  )
  return row !== undefined && row.revision !== seen
}

type Outcome = { readonly done: true } | Refused

export const actOnMatter = async (deed: Deed, name: MatterCommandName, body: unknown): Promise<Outcome> => {
  const { ctx, performer, actor, subject } = deed
  const asked = matterCommandSchemas[name].parse(body)
  const command = await inCommunities(ctx.db, [subject.community], async (trx) =>
    (askMatter[name] as (asking: object, asked: object) => Promise<MatterCommand | Refused>)({ trx, subject }, asked),
  )
  if (isRefused(command)) return command
  if (await isStale(deed)) return refuse('changed-meanwhile')
  const performed = await performer.perform(ctx, matter, { subject, command, actor, ...once(deed, name, asked) })
  return isRefused(performed) ? performed : { done: true }
}

export const actOnOrder = async (deed: Deed, name: OrderCommandName, body: unknown): Promise<Outcome> => {
  const { ctx, performer, actor, subject } = deed
  const asked = orderCommandSchemas[name].parse(body)
  const command = await inCommunities(ctx.db, [subject.community], async (trx) =>
    (askOrder[name] as (asking: object, asked: object) => Promise<OrderCommand | Refused>)({ trx, subject }, asked),
  )
  if (isRefused(command)) return command
  const performed = await performer.perform(ctx, order, { subject, command, actor, ...once(deed, name, asked) })
  return isRefused(performed) ? performed : { done: true }
}
