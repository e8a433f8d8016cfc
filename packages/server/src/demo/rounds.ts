// The demo's grid workers have been round lately, to some stairways longer ago than to others, and to some of them never.
import { DAY, HOUR, type Instant, isRefused, later } from '@yishi/domain/kernel'
import { lookAt } from '../capabilities/patrol/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { gridWorkerAt } from './acts.ts'
import type { Scene } from './scene.ts'

const MOST = 24

const stairwaysOf = ({ ctx, community }: Scene) =>
  inCommunities(ctx.db, [community], (trx) =>
    trx
      .selectFrom('node')
      .select(['node_id', 'path'])
      .where('community_id', '=', community)
      .where('kind', '=', 'stairway')
      .orderBy('position')
      .limit(MOST)
      .execute(),
  )

type Look = { readonly at: Instant; readonly run: () => Promise<null> }

/** Every seventh has not been looked at; the others between an hour and six days ago. */
export const pastRounds = async (scene: Scene, now: Instant): Promise<readonly Look[]> => {
  const { ctx, performer, community } = scene
  return (await stairwaysOf(scene)).flatMap(({ node_id: node, path }, index) => {
    if (index % 7 === 0) return []
    const at = later(now, -HOUR - ((index * 5) % 6) * DAY)
    const run = async () => {
      const actor = gridWorkerAt({ scene }, path)
      if (actor.kind !== 'person') throw new Error(`nobody goes round at ${path}`)
      const seen = { owner: actor.person, community, node, seenAt: at }
      const done = await lookAt({ ctx, performer, actor, key: `demo-${node}` }, seen)
      if (isRefused(done)) throw new Error(`the look at ${path} is refused: ${done.refused}`)
      return null
    }
    return [{ at, run }]
  })
}
