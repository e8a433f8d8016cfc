// Where a matter is raised: the place behind a scanned code, or the community, and the node in it, that somebody notes it down for; and where it then lies.
import type { RaiseMatter } from '@yishi/contract/matter'
import { type Actor, type CommunityId, type MatterId, type NodeId, type Refused, refuse } from '@yishi/domain/kernel'
import { readPlaceCode } from '@yishi/domain/territory'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { type Lane, readTogether } from '../../kernel/together.ts'
import { communitiesOf } from './finding.ts'
import type { Spot } from './raise.ts'

type Found = Spot & { readonly code: string }

/** Many may scan at once; they are asked for in one statement. */
const spots = readTogether(async (codes: readonly string[], { owner }: Lane<Database>) => {
  const { rows } = await sql<Found>`
    select code, community, place, path from app.spots_of_places(${codes})`.execute(owner)
  return new Map(rows.map(({ code, ...spot }) => [code, spot]))
})

const spotOfCode = async ({ db }: Context, typed: string): Promise<Spot | null> => {
  const code = readPlaceCode(typed)
  return code ? spots({ owner: db, name: '' }, code) : null
}

/** With the place that bears the node's own name, where it has one. */
const spotOfNode = (ctx: Context, community: CommunityId, node: NodeId): Promise<Spot | null> =>
  inCommunities<Spot | null>(ctx.db, [community], async (trx) => {
    const { rows } = await sql<Spot>`
      select node.community_id as community, place.place_id as place, node.path from app.node
      left join app.place on place.community_id = node.community_id and place.node_id = node.node_id and place.kind = node.kind
      where node.community_id = ${community} and node.node_id = ${node} limit 1`.execute(trx)
    return rows[0] ?? null
  })

export const spotFor = async (
  ctx: Context,
  { place, community, node }: Pick<RaiseMatter, 'place' | 'community' | 'node'>,
  actor: Actor,
): Promise<Spot | Refused<'place-unknown' | 'community-unknown' | 'node-unknown'>> => {
  if (place) return (await spotOfCode(ctx, place)) ?? refuse('place-unknown')
  const own = communitiesOf(actor)
  const wanted = own.find((id) => id === community) ?? (own.length === 1 && !community ? own[0] : undefined)
  if (!wanted) return refuse('community-unknown')
  if (node) return (await spotOfNode(ctx, wanted, node as NodeId)) ?? refuse('node-unknown')
  return { community: wanted, place: null, path: '' }
}

/** Without a place of its own it lies anywhere in the community, and has no code. */
export const spotOfMatter = async (trx: Transaction, { community, id }: Subject<MatterId>) => {
  const spot = await trx
    .selectFrom('matter')
    .leftJoin('place', (on) =>
      on.onRef('place.community_id', '=', 'matter.community_id').onRef('place.place_id', '=', 'matter.place_id'),
    )
    .select(['matter.path', 'place.code'])
    .where('matter.community_id', '=', community)
    .where('matter.matter_id', '=', id)
    .executeTakeFirstOrThrow()
  return { community, ...spot }
}
