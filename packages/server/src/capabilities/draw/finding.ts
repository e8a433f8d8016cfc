// Which draw somebody means: a draw is public, what is done with it is for who lives or works in its community.
import { type Actor, type DrawId, type Refused, refuse } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { finderBy } from '../../kernel/finding.ts'
import type { Subject } from '../../kernel/store.ts'

/** Null for an address that leads nowhere. */
export const findPublicDraw = finderBy<DrawId>('community_of_draw')

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
