// Where a matter is raised: the place behind a scanned code, or the community that somebody notes it down for.
import type { RaiseMatter } from '@yishi/contract/matter'
import { type Actor, type CommunityId, type PlaceId, type Refused, refuse } from '@yishi/domain/kernel'
import { readPlaceCode } from '@yishi/domain/territory'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { communitiesOf } from './finding.ts'
import type { Spot } from './raise.ts'

export const spotOfCode = async (ctx: Context, typed: string): Promise<Spot | null> => {
  const code = readPlaceCode(typed)
  if (!code) return null
  const { rows } = await sql<{
    community: CommunityId | null
  }>`select app.community_of_place(${code}) as community`.execute(ctx.db)
  const community = rows[0]?.community
  if (!community) return null
  const place = await inCommunities(ctx.db, [community], (trx) =>
    sql<{ place_id: PlaceId; path: string }>`
      select place_id, path from app.place where community_id = ${community} and code = ${code}`.execute(trx),
  )
  const [row] = place.rows
  return row ? { community, place: row.place_id, path: row.path } : null
}

export const spotFor = async (
  ctx: Context,
  { place, community }: Pick<RaiseMatter, 'place' | 'community'>,
  actor: Actor,
): Promise<Spot | Refused<'place-unknown' | 'community-unknown'>> => {
  if (place) return (await spotOfCode(ctx, place)) ?? refuse('place-unknown')
  const own = communitiesOf(actor)
  const wanted = own.find((id) => id === community) ?? (own.length === 1 && !community ? own[0] : undefined)
  return wanted ? { community: wanted, place: null, path: '' } : refuse('community-unknown')
}
