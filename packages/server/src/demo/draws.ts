// The demo's draws: one in two rounds by dice, made the day before yesterday and still open to objections, and one that waits for a public lottery.
import { addDays, localDateOf, startOfDay } from '@yishi/domain/calendar'
import { DAY, type DrawId, HOUR, type Instant, MINUTE, isRefused, later, millis } from '@yishi/domain/kernel'
import { actOnDraw, announceDraw } from '../capabilities/draw/index.ts'
import type { Subject } from '../kernel/store.ts'
import { anyOf } from './acts.ts'
import type { Event, Scene } from './scene.ts'

const must = <T extends object>(answer: T, what: string): Exclude<T, { refused: string }> => {
  if (isRefused(answer)) throw new Error(`${what} is refused: ${answer.refused}`)
  return answer as Exclude<T, { refused: string }>
}

const actingAs = (scene: Scene, role: 'staff' | 'branch') => ({
  ...scene,
  actor: anyOf({ scene, number: 0 }, role),
  key: undefined,
})

type Asked = Parameters<typeof announceDraw>[2]

const announce = async (scene: Scene, asked: Asked): Promise<Subject<DrawId>> =>
  must(await announceDraw(actingAs(scene, 'staff'), { community: scene.community, matter: null }, asked), asked.title)

const numbered = (count: number, unit: string): string[] =>
  Array.from({ length: count }, (_, index) => `${index + 1} 号${unit}`)

/** At ten, so many days before. */
const morning = (now: Instant, days: number): Instant =>
  later(startOfDay(localDateOf(later(now, -days * DAY))), 10 * HOUR)

const GARDEN = {
  title: '种植角分地：先抽先后，再抽地块',
  text: '八户报了名，八块地有大有小。先抽先后，再按先后抽地块，骰子在活动室当众掷，谁都可以来看。',
  rounds: [
    { name: '先后', pool: numbered(8, '报名户'), count: 8 },
    { name: '地块', pool: ['东一', '东二', '东三', '东四', '西一', '西二', '西三', '西四'], count: 8 },
  ],
  objectionDays: 3,
} as const
const THROWN = [4, 2, 6, 1, 3, 3, 5, 2, 6, 4, 1, 5, 2, 6]

/** Two people write down what they saw. */
const thrown = (scene: Scene, subject: Subject<DrawId>, at: Instant): Event => ({
  at: later(at, 20 * MINUTE),
  run: async () => {
    for (const role of ['staff', 'branch'] as const) {
      const entered = { source: 0, outcome: [...THROWN] }
      must(await actOnDraw(actingAs(scene, role), subject, 'enter-source', entered), GARDEN.title)
    }
    return null
  },
})

const garden = (scene: Scene, now: Instant): Event => ({
  at: morning(now, 5),
  run: async () => {
    const at = later(morning(now, 2), 4 * HOUR)
    const dice = { kind: 'dice', name: '活动室当众掷骰', throws: THROWN.length, sides: 6, at } as const
    const rounds = GARDEN.rounds.map((round) => ({ ...round, pool: [...round.pool] }))
    const subject = await announce(scene, { ...GARDEN, rounds, sources: [dice] })
    return thrown(scene, subject, at)
  },
})

/** Double Colour Ball is drawn on Sundays, Tuesdays and Thursdays at 21:15. */
const DRAWN_ON: readonly number[] = [0, 2, 4]
const LOTTERY_HOUR = 21.25 * HOUR

const nextLottery = (now: Instant): Instant => {
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(localDateOf(now), ahead + 2))
  const day = days.find((each) => DRAWN_ON.includes(new Date(millis(`${each}T00:00:00.000Z`)).getUTCDay()))!
  return later(startOfDay(day), LOTTERY_HOUR)
}

const parking = (scene: Scene, now: Instant): Event => ({
  at: morning(now, 1),
  run: async () => {
    const at = nextLottery(now)
    const [, month, day] = localDateOf(at).split('-').map(Number)
    const lottery = `双色球 ${month} 月 ${day} 日开奖`
    await announce(scene, {
      title: '新划的 4 个车位先给谁',
      text: '十二户申请，先抽出四户；没抽到的，下次优先。',
      rounds: [{ name: '', pool: numbered(12, '申请户'), count: 4 }],
      sources: [
        { kind: 'lottery', name: `${lottery}红球`, numbers: 6, least: 1, most: 33, at },
        { kind: 'lottery', name: `${lottery}蓝球`, numbers: 1, least: 1, most: 16, at },
      ],
      objectionDays: 3,
    })
    return null
  },
})

export const drawsOf = (scene: Scene, now: Instant): readonly Event[] => [garden(scene, now), parking(scene, now)]
