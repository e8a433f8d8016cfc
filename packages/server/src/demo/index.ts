// The demo district: a street office with three invented communities whose past, told through the real rules, leads up to this moment.
import { DAY, type Instant, later } from '@yishi/domain/kernel'
import { manualClock } from '../kernel/clock.ts'
import type { Context } from '../kernel/context.ts'
import { everyCommunity } from '../kernel/communities.ts'
import type { Assembly } from '../index.ts'
import { startupProblem } from '../kernel/startup-problem.ts'
import { foundDemo, foundOffice } from './founding.ts'
import { officials } from './people.ts'
import { DEMO_PREFIX, PLANS, type Plan } from './plans.ts'
import { type Scene, photoDrawer, voiceBooth, tellingAtOnce } from './scene.ts'
import { tellPast } from './telling.ts'
import { TOLD, type Told } from './told.ts'

export { type Entrance, demoEntrances, demoPlate } from './links.ts'

/** `own`: somebody founded an installation of their own here; it is never treated as a demo. */
export type DemoStanding = 'empty' | 'demo' | 'unfinished' | 'own'

const FINISHED = 'demo/finished'

export const demoStanding = async ({ db, files }: Pick<Context, 'db' | 'files'>): Promise<DemoStanding> => {
  const communities = await everyCommunity(db)
  if (communities.length === 0) return 'empty'
  if (!communities.some((id) => id.startsWith(DEMO_PREFIX))) return 'own'
  return (await files.read(FINISHED)) ? 'demo' : 'unfinished'
}

export const unfinishedDemo = () =>
  startupProblem(
    '示范社区上次没有建完就被中断了。请删除数据目录（DATA_DIR，默认 ./data）后再启动。',
    'The demo was interrupted while it was being made. Delete the data directory (DATA_DIR, default ./data) and start again.',
  )

/** Before the oldest matter, so that everybody is there when it is raised. */
const PAST = 60 * DAY

export type DemoOptions = {
  readonly plans?: readonly Plan[]
  readonly told?: Readonly<Record<string, readonly Told[]>>
}

const openScene = (ctx: Context, assembly: Pick<Assembly, 'performer' | 'jobs'>, now: Instant) => {
  const clock = manualClock(later(now, -PAST))
  const { past, telling, seen } = tellingAtOnce(ctx, clock, assembly.jobs)
  const performer = telling(assembly.performer)
  return { past, clock, performer, seen }
}

/** Makes the demo in an empty installation, from sixty days ago until now. */
export const seedDemo = async (
  ctx: Context,
  assembly: Pick<Assembly, 'performer' | 'jobs'>,
  { plans = PLANS, told = TOLD }: DemoOptions = {},
): Promise<void> => {
  const now = ctx.clock.now()
  await foundOffice(ctx)
  const above = officials(ctx.ids)
  const tell = async (plan: Plan) => {
    const { past, ...scenery } = openScene(ctx, assembly, now)
    const founded = await foundDemo(past, plan, above)
    const photos = photoDrawer(past, plan.id)
    const scene: Scene = {
      community: plan.id,
      ctx: past,
      photos,
      voice: voiceBooth(past, plan.id),
      ...scenery,
      ...founded,
    }
    await tellPast(scene, told[plan.key] ?? [], now)
  }
  await Promise.all(plans.map(tell))
  await ctx.files.write(FINISHED, new TextEncoder().encode(now))
}
