// The demo's shared budgets: one that was voted on and allocated last week, and one in which the visitor can still vote.
import { type NotedAt, TAKING_PART } from '@yishi/domain/budget'
import { addDays, localDateOf, startOfDay } from '@yishi/domain/calendar'
import {
  type BallotId,
  type BudgetId,
  DAY,
  HOUR,
  type Instant,
  type Refused,
  isRefused,
  later,
} from '@yishi/domain/kernel'
import {
  actAtDesk,
  draftRound,
  handInBudget,
  openRound,
  ownBallot,
  roundStanding,
} from '../capabilities/budget/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import type { Subject } from '../kernel/store.ts'
import { anyOf } from './acts.ts'
import { type Neighbour, actorOf } from './people.ts'
import type { Event, Scene } from './scene.ts'

type Told = {
  readonly title: string
  readonly purpose: string
  readonly amount: string
  /** Names, costs and places, in the order that was drawn. */
  readonly projects: readonly (readonly [name: string, cost: string, place: string, note?: string])[]
  readonly opened: number
  readonly days: number
}

const LAST_WEEK: Told = {
  title: '十五万品质提升资金怎么花',
  purpose: '区里给的品质提升资金，今年上半年十五万元。项目由大家提，物业和设计单位估了价。',
  amount: '150000',
  projects: [
    ['楼道扶手', '36000', '全部楼道'],
    ['中心花园长椅', '18500', '中心花园', '六把，带靠背'],
    ['非机动车充电口', '62000', '车棚', '二十四口，带断电保护'],
    ['儿童活动角软质地面', '48000', '中心花园北侧'],
    ['晾衣架', '26800.50', '南侧空地'],
    ['东门人行道闸', '58000', '东门'],
  ],
  opened: 14,
  days: 7,
}

const NOW_OPEN: Told = {
  title: '二〇二七年四十万怎么花，您来投',
  purpose: '明年的品质提升资金四十万元，加上十三个候选的民生项目。勾几个都行，每个人分量一样。',
  amount: '400000',
  projects: [
    ['加装楼道照明', '52000', '全部楼道'],
    ['雨污水管清淤', '88000', '中央道路'],
    ['垃圾厢房除臭', '64000', '东门'],
    ['健身步道', '96000', '沿河'],
    ['快递柜雨棚', '23000', '西门'],
    ['老年食堂餐桌椅', '31000', '邻里中心'],
    ['电动车充电棚', '120000', '5 号楼西侧', '三十二口，带喷淋'],
    ['儿童秋千', '42000', '中心花园'],
    ['绿化补种', '38000.50', '各楼前后'],
    ['无障碍坡道', '57000', '2 号楼、7 号楼'],
    ['信报箱更新', '29000', '全部楼道'],
    ['监控补点', '76000', '地下车库'],
    ['邻里书屋', '45000', '邻里中心二楼'],
  ],
  opened: 3,
  days: 9,
}

const must = <T extends object>(answer: T | Refused, what: string): T => {
  if (isRefused(answer)) throw new Error(`${what} is refused: ${answer.refused}`)
  return answer as T
}

const desk = (scene: Scene) => ({
  ctx: scene.ctx,
  performer: scene.performer,
  actor: anyOf({ scene, number: 0 }, 'staff'),
  key: undefined,
})

const begin = async (scene: Scene, { title, purpose, amount, days, projects }: Told): Promise<Subject<BudgetId>> => {
  const plan = {
    title,
    purpose,
    amount,
    node: null,
    lastDay: addDays(localDateOf(scene.clock.now()), days),
    projects: projects.map(([name, cost, place, note = '']) => ({ name, cost, place, note })),
  }
  const subject = must(await draftRound(desk(scene), scene.community, plan), title)
  must(await openRound(desk(scene), subject), title)
  return subject
}

/** Not everybody votes; and the residents, one of whom gets the demo's link, have yet to where a round is open today. */
const voters = (scene: Scene, told: Told): readonly Neighbour[] => {
  const asked = told === NOW_OPEN ? TAKING_PART.filter((role) => role !== 'resident') : TAKING_PART
  return asked.flatMap((role) => scene.people.byRole.get(role) ?? []).filter((_, index) => index % 5 !== 4)
}

/** Neighbours of one corner want alike, and nobody wants everything. */
const choiceOf = (voter: number, projects: number): readonly string[] => {
  const wants = (project: number) => (voter * 7 + project * 3) % 5 === 0 || (voter % 3 === 0 && project < 3)
  const all = Array.from({ length: projects }, (_, project) => project).filter(wants)
  return (all.length > 0 ? all : [voter % projects]).map((project) => String(project + 1))
}

/** Of seven neighbours one says it at the desk and one hands in a sheet; in the round that runs one waits for a second person. */
const WAYS = ['online', 'online', 'desk', 'online', 'paper', 'online', 'online'] as const

const atDesk = async (
  scene: Scene,
  subject: Subject<BallotId>,
  { where, choice, isOnce }: { where: NotedAt; choice: readonly string[]; isOnce: boolean },
): Promise<void> => {
  const readers = isOnce ? (['staff'] as const) : (['staff', 'branch'] as const)
  for (const role of readers) {
    const acting = { ...desk(scene), actor: anyOf({ scene, number: 0 }, role) }
    const refused = await actAtDesk(acting, subject, { type: 'ReadBudgetBallot', where, choice })
    if (refused) throw new Error(`a ballot at the desk is refused: ${refused.refused}`)
  }
}

const vote = async (scene: Scene, subject: Subject<BudgetId>, told: Told): Promise<void> => {
  const { ctx, performer, community } = scene
  const read = <T>(question: (trx: Parameters<typeof ownBallot>[0]) => Promise<T>) =>
    inCommunities(ctx.db, [community], question)
  const { digest } = await read((trx) => roundStanding(trx, subject))
  for (const [index, neighbour] of voters(scene, told).entries()) {
    const own = await read((trx) => ownBallot(trx, subject, neighbour.row.person))
    if (!own) throw new Error(`${neighbour.row.name} is not on the list`)
    const acting = { ctx, performer, actor: actorOf(neighbour), key: undefined }
    const choice = choiceOf(index, told.projects.length)
    const ballot = { community, id: own.ballot }
    const where = WAYS[index % WAYS.length]!
    if (where !== 'online') {
      await atDesk(scene, ballot, { where, choice, isOnce: told === NOW_OPEN && index === WAYS.indexOf('desk') })
      continue
    }
    must(await handInBudget(acting, ballot, { choice, digest }), 'a ballot')
  }
}

const ends = async (scene: Scene, subject: Subject<BudgetId>): Promise<Event> => {
  const { closesAt } = await inCommunities(scene.ctx.db, [scene.community], (trx) => roundStanding(trx, subject))
  const run = async () => {
    await scene.performer.wake(scene.ctx, 'budget', subject)
    return null
  }
  return { at: closesAt, run }
}

const round = (scene: Scene, told: Told, now: Instant): Event => {
  const at = later(startOfDay(localDateOf(later(now, -told.opened * DAY))), 9 * HOUR)
  const run = async () => {
    const subject = await begin(scene, told)
    const voting = async () => {
      await vote(scene, subject, told)
      return ends(scene, subject)
    }
    return { at: later(at, 30 * HOUR), run: voting }
  }
  return { at, run }
}

export const sharedBudgets = (scene: Scene, now: Instant): readonly Event[] => [
  round(scene, LAST_WEEK, now),
  round(scene, NOW_OPEN, now),
]
