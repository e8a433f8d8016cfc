// The demo's questions to households: the homes of one stairway have ranked lamps, round by round, and rank colours for its walls now.
import { localDateOf, startOfDay } from '@yishi/domain/calendar'
import { DAY, HOUR, type Instant, type MatterId, type PollId, later } from '@yishi/domain/kernel'
import { actOnMatter, raiseMatter } from '../capabilities/matter/index.ts'
import { draftPoll, enterCount, openPoll } from '../capabilities/poll/index.ts'
import type { Subject } from '../kernel/store.ts'
import { acting, byPhone, bySheet, must, unitsOn } from './assembly-votes.ts'
import { stairwayOf } from './ground.ts'
import type { Event, Scene } from './scene.ts'

type Told = {
  readonly title: string
  readonly text: string
  readonly question: string
  readonly explanation: string
  readonly options: readonly string[]
  /** Why the matter waits. */
  readonly waits: string
  /** Days ago. */
  readonly raised: number
  readonly isOver: boolean
}

const LAMPS: Told = {
  title: '楼道灯晚上忽亮忽暗',
  text: '楼道灯跺脚才亮，老人夜里下楼看不清。物业答应换，换哪种请大家定。',
  question: '楼道灯换成哪一种？',
  explanation: '物业出钱换，不另收费。三种都在门厅装了样灯，晚上可以来看看。',
  options: ['人来就亮的感应灯', '整夜微亮的常明灯', '声控灯，换新的'],
  waits: '各户选好了，等物业换灯',
  raised: 12,
  isOver: true,
}
const WALLS: Told = {
  title: '楼道墙面发黄脱皮',
  text: '楼道墙面十多年没有刷过，有几处脱皮。街道给刷，颜色自己选。',
  question: '楼道墙面刷什么颜色？',
  explanation: '街道的美丽楼道项目来刷，各户不出钱。色卡贴在门厅。',
  options: ['米白', '浅灰', '淡绿', '暖黄'],
  waits: '等各户选颜色',
  raised: 4,
  isOver: false,
}

/** As neighbours do: most have a favourite, and where it goes out another is nearly as good. */
const ORDERS: readonly (readonly string[])[] = [
  ['option-1', 'option-2'],
  ['option-2', 'option-1'],
  ['option-3', 'option-2'],
  ['option-1'],
  ['option-2', 'option-3'],
]

/** Of homes that would rather write: one waits for its second reader, and one has two firsts, which voids it. */
const SHEETS = [
  { choice: ['option-2', 'option-1'], readers: ['staff', 'branch'] },
  { choice: ['option-1', 'option-4', 'option-2'], readers: ['staff'] },
  { choice: ['option-1:1', 'option-3:1'], readers: ['staff', 'branch'] },
] as const

const raise = async (scene: Scene, { title, text, waits }: Told, until: Instant): Promise<Subject<MatterId>> => {
  const { community } = scene
  const desk = acting(scene, 'staff')
  const spot = scene.ground.spots.get(stairwayOf(scene.ground).key)!
  const asked = { text, title, channel: 'door' as const, publicity: 'nameless' as const, photos: [] }
  const { matter } = must(await raiseMatter(desk, asked, { community, ...spot }), title)
  const subject = { community, id: matter as MatterId }
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  must(await actOnMatter({ ...desk, subject }, 'sort', sorting), title)
  must(await actOnMatter({ ...desk, subject }, 'pause', { reason: waits, until }), title)
  return subject
}

const ask = async (scene: Scene, told: Told, matter: Subject<MatterId>): Promise<Subject<PollId>> => {
  const desk = acting(scene, 'staff')
  const { question: text, explanation, options } = told
  const { node } = stairwayOf(scene.ground)
  const poll = must(
    await draftPoll(desk, matter, {
      rule: 'households-ranked',
      way: 'ballots',
      question: { type: 'ranked', text, explanation, options: [...options], seats: 1 },
      electorate: { units: { kind: 'stairway', node, units: [], uses: ['flat'], zones: 'zone' } },
      plan: null,
    }),
    told.title,
  )
  must(await openPoll(desk, poll), told.title)
  return poll
}

/** Two of three homes by phone, and a few on sheets; while it runs the visitor's own has yet to. */
const rank = async (scene: Scene, poll: Subject<PollId>, isOver: boolean): Promise<void> => {
  const visitor = scene.people.byRole.get('resident')![0]!.row.person
  const homes = (await unitsOn(scene, poll)).filter(({ person }) => person && (isOver || person !== visitor))
  for (const [index, home] of homes.entries())
    if (isOver || index % 3 !== 2) await byPhone(scene, home, ORDERS[index % ORDERS.length]!)
  if (isOver) return
  const quiet = homes.filter((_, index) => index % 3 === 2)
  for (const [index, sheet] of SHEETS.entries()) {
    const home = quiet[index]
    if (home) await bySheet(scene, poll.id, { ballot: home.ballot, to: '家里人', ...sheet })
  }
}

const count = async (scene: Scene, poll: Subject<PollId>, { title }: Told): Promise<void> => {
  for (const role of ['staff', 'branch'] as const) must(await enterCount(acting(scene, role), poll, undefined), title)
}

const ranking = (scene: Scene, told: Told, now: Instant): Event => {
  const at = later(startOfDay(localDateOf(later(now, -told.raised * DAY))), 15 * HOUR)
  const deciding = (poll: Subject<PollId>): Event => ({
    at: later(at, 5 * DAY),
    run: async () => (await count(scene, poll, told), null),
  })
  return {
    at,
    run: async () => {
      const poll = await ask(scene, told, await raise(scene, told, later(now, 20 * DAY)))
      const voting = async () => {
        await rank(scene, poll, told.isOver)
        return told.isOver ? deciding(poll) : null
      }
      return { at: later(at, 28 * HOUR), run: voting }
    },
  }
}

export const rankingsOf = (scene: Scene, now: Instant): readonly Event[] => [
  ranking(scene, LAMPS, now),
  ranking(scene, WALLS, now),
]
