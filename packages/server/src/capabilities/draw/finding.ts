// Which draw somebody means: a draw is public, what is done with it is for who lives or works in its community.
import { type Actor, type CommunityId, type DrawId, type Refused, refuse } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Database } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

/** Null for an address that leads nowhere. */
export const findPublicDraw = async (db: Database, id: string): Promise<Subject<DrawId> | null> => {
  const { rows } = await sql<{
    community: CommunityId | null
  }>`select app.community_of_draw(${id}) as community`.execute(db)
  const community = rows[0]?.community
  return community ? { community, id: id as DrawId } : null
}

/** Whoever is a stranger to its community learns no more than that there is nothing for them. */
export const findDraw = async (
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<Subject<DrawId> | Refused<'not-signed-in' | 'draw-unknown'>> => {
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const subject = await findPublicDraw(ctx.db, id)
  const here = subject && actor.hats.some(({ community }) => community === subject.community)
  return here ? subject : refuse('draw-unknown')
}
