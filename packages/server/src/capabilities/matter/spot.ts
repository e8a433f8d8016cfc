// Where a matter is raised: the place behind a scanned code, or the community that somebody notes it down for.
import type { RaiseMatter } from '@yishi/contract/matter'
import { type Actor, type Refused, refuse } from '@yishi/domain/kernel'
import { readPlaceCode } from '@yishi/domain/territory'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { communitiesOf } from './finding.ts'
import type { Spot } from './raise.ts'

export const spotOfCode = async (ctx: Context, typed: string): Promise<Spot | null> => {
  const code = readPlaceCode(typed)
  if (!code) return null
  const { rows } = await sql<Spot>`select community, place, path from app.spot_of_place(${code})`.execute(ctx.db)
  return rows[0] ?? null
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
