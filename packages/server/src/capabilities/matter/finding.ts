// Which community a matter or an order lies in, for somebody who works in several; what is not theirs is not found.
import type { Actor, CommunityId, MatterId, OrderId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'

export const communitiesOf = (actor: Actor): readonly CommunityId[] =>
  actor.kind === 'person' ? [...new Set(actor.hats.map(({ community }) => community))] : []

type Found = { community_id: CommunityId; matter_id: MatterId }

export const findMatter = async (ctx: Context, actor: Actor, id: string): Promise<Subject<MatterId> | null> => {
  const communities = communitiesOf(actor)
  if (communities.length === 0) return null
  const { rows } = await inCommunities(ctx.db, communities, (trx) =>
    sql<Found>`select community_id, matter_id from app.matter where matter_id = ${id}
      and community_id = any(${[...communities]}::text[])`.execute(trx),
  )
  return rows[0] ? { community: rows[0].community_id, id: rows[0].matter_id } : null
}

export const findOrder = async (
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<{ order: Subject<OrderId>; matter: Subject<MatterId> } | null> => {
  const communities = communitiesOf(actor)
  if (communities.length === 0) return null
  const { rows } = await inCommunities(ctx.db, communities, (trx) =>
    sql<Found>`select community_id, matter_id from app.work_order where order_id = ${id}
      and community_id = any(${[...communities]}::text[])`.execute(trx),
  )
  const [row] = rows
  if (!row) return null
  const { community_id: community, matter_id: matter } = row
  return { order: { community, id: id as OrderId }, matter: { community, id: matter } }
}
