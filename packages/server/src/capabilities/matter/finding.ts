// Which community a matter or an order lies in, for somebody who works in several; what is not theirs is not found.
import {
  type Actor,
  type CommunityId,
  type MatterId,
  type OrderId,
  type PartyId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { mayRead } from './may.ts'
import { readMatter } from './store.ts'

export const communitiesOf = (actor: Actor): readonly CommunityId[] =>
  actor.kind === 'person' ? [...new Set(actor.hats.map(({ community }) => community))] : []

type Found = { community_id: CommunityId; matter_id: MatterId }
type Shut = Refused<'matter-unknown' | 'not-yours-to-do'>

/** Those that were given an order or a project of it. */
const partiesIn = async (trx: Transaction, { community, id }: Subject): Promise<readonly PartyId[]> => {
  const { rows } = await sql<{ party: PartyId }>`
    select party_id as party from app.work_order where community_id = ${community} and matter_id = ${id}
    union select party_id from app.project where community_id = ${community} and matter_id = ${id}`.execute(trx)
  return rows.map(({ party }) => party)
}

const opened = async (trx: Transaction, actor: Actor, row: Found | undefined): Promise<Subject<MatterId> | Shut> => {
  const subject = row && { community: row.community_id, id: row.matter_id }
  const held = subject && (await readMatter(trx, subject))
  if (!held) return refuse('matter-unknown')
  return mayRead(held.state, await partiesIn(trx, subject), actor) ? subject : refuse('not-yours-to-do')
}

/** For who may open its file; whoever may not, may not act on it by its id either. */
export const findMatter = async (ctx: Context, actor: Actor, id: string): Promise<Subject<MatterId> | Shut> => {
  const communities = communitiesOf(actor)
  if (communities.length === 0) return refuse('matter-unknown')
  return inCommunities(ctx.db, communities, async (trx) => {
    const { rows } = await sql<Found>`select community_id, matter_id from app.matter where matter_id = ${id}
      and community_id = any(${[...communities]}::text[])`.execute(trx)
    return opened(trx, actor, rows[0])
  })
}

export const findOrder = async (
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<
  { readonly order: Subject<OrderId>; readonly matter: Subject<MatterId> } | Shut | Refused<'order-unknown'>
> => {
  const communities = communitiesOf(actor)
  if (communities.length === 0) return refuse('order-unknown')
  return inCommunities(ctx.db, communities, async (trx) => {
    const { rows } = await sql<Found>`select community_id, matter_id from app.work_order where order_id = ${id}
      and community_id = any(${[...communities]}::text[])`.execute(trx)
    if (!rows[0]) return refuse('order-unknown')
    const matter = await opened(trx, actor, rows[0])
    return isRefused(matter) ? matter : { matter, order: { community: matter.community, id: id as OrderId } }
  })
}
