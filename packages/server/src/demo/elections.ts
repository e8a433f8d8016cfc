// The demo's secret elections: one for two posts was held last week, with names written in and a box read otherwise; of the other the roll hangs, and somebody is missing on it.
import type { ElectionAct, ElectionBody } from '@yishi/contract/election'
import { addDays, localDateOf, startOfDay } from '@yishi/domain/calendar'
import { DAY, type ElectionId, HOUR, type Instant, type Role, VISITOR, isRefused, later } from '@yishi/domain/kernel'
import { actOnElection, draftElection, rollOf } from '../capabilities/election/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import type { Subject } from '../kernel/store.ts'
import { anyOf } from './acts.ts'
import type { Event, Scene } from './scene.ts'

type Plan = Parameters<typeof draftElection>[2]
type Told = {
  readonly plan: Omit<Plan, 'law' | 'day'>
  /** Days ago at which the roll was hung, and days from then to the vote. */
  readonly hung: number
  readonly until: number
}

const LAW = 'house-secret-election'

const WOMEN: ReadonlySet<string> = new Set(['周月英', '谭晓燕', '贺美芳', '汤静怡'])
type Stands = readonly [name: string, profile: string]
const post = (title: string, seats: number, candidates: readonly Stands[]) => ({
  title,
  seats,
  candidates: candidates.map(([name, profile]) => ({ name, profile, woman: WOMEN.has(name) })),
})

const HELD: Told = {
  plan: {
    title: '自管会换届选举',
    purpose:
      '本届自管会任期满了，选主任一位、委员两位，任期三年。按自管会章程无记名投票，没当选主任的，主任票加到委员票里。',
    posts: [
      post('主任', 1, [
        ['周月英', '退休教师，管过三年楼组。'],
        ['陆国平', '老电工，小区里的灯坏了常找他。'],
      ]),
      post('委员', 2, [
        ['陆国平', '老电工，小区里的灯坏了常找他。'],
        ['谭晓燕', '会计，愿意管账。'],
        ['石永康', '在小区住了二十年。'],
      ]),
    ],
    place: '居委会活动室，8:30–16:00',
    boxes: ['活动室票箱', '流动票箱'],
    addsDown: true,
    furtherWithin: 15,
    recall: null,
  },
  hung: 20,
  until: 13,
}
const COMING: Told = {
  plan: {
    title: '社区食堂监督小组选举',
    purpose: '选三位居民，每月查一次账、尝一次饭。',
    posts: [
      post('', 3, [
        ['贺美芳', '做过饭店采购。'],
        ['邱德明', '退休厨师。'],
        ['汤静怡', '家里老人天天在食堂吃。'],
        ['严文斌', '会计。'],
      ]),
    ],
    place: '社区食堂，8:30–16:00',
    boxes: ['食堂票箱'],
    addsDown: false,
    furtherWithin: 15,
    recall: null,
  },
  hung: 3,
  until: 12,
}

const must = <T extends object>(answer: T, what: string): Exclude<T, { refused: string }> => {
  if (isRefused(answer)) throw new Error(`${what} is refused: ${answer.refused}`)
  return answer as Exclude<T, { refused: string }>
}

const by = (scene: Scene, role: Role | null) => ({
  ctx: scene.ctx,
  performer: scene.performer,
  actor: role ? anyOf({ scene, number: 0 }, role) : VISITOR,
  key: undefined,
})

type Running = { readonly scene: Scene; readonly subject: Subject<ElectionId> }

const act = async <Act extends ElectionAct>(
  { scene, subject }: Running,
  role: Role | null,
  name: Act,
  body: ElectionBody<Act>,
): Promise<void> => void must(await actOnElection(by(scene, role), subject, name, body), `${subject.id}: ${name}`)

/** As many as a hall holds, in two groups. */
const VOTERS = 36

const rollIn = ({ people }: Scene): ElectionBody<'publish'>['voters'] =>
  people.rows.persons
    .slice(0, VOTERS)
    .map(({ person, name }, index) => ({ person, name, group: index % 2 === 0 ? '东片' : '西片' }))

const hang = async (scene: Scene, told: Told): Promise<Running> => {
  const { until, plan: asked } = told
  const plan = { ...asked, law: LAW, day: addDays(localDateOf(scene.clock.now()), until) }
  const running = { scene, subject: must(await draftElection(by(scene, 'staff'), scene.community, plan), asked.title) }
  await act(running, 'staff', 'publish', { voters: rollIn(scene) })
  return running
}

type Marks = { readonly votes: readonly number[]; readonly spoiled?: number; readonly blank?: number }
const section = (
  from: number,
  { votes, spoiled = 0, blank = 0 }: Marks,
  written: Readonly<Record<string, number>>,
) => ({
  spoiled,
  blank,
  votes: Object.fromEntries(votes.map((each, index) => [`c${from + index}`, each])),
  written: Object.entries(written).map(([name, each]) => ({ name, votes: each })),
})
const countOf = (collected: number, head: Marks, members: Marks, written: Readonly<Record<string, number>>) => ({
  collected,
  spoiled: 0,
  posts: { p1: section(1, head, {}), p2: section(3, members, written) },
})
const HALL = countOf(20, { votes: [13, 6], blank: 1 }, { votes: [12, 14, 8], spoiled: 1 }, { 孔立新: 2 })
const ROUND = countOf(11, { votes: [8, 3] }, { votes: [7, 8, 4] }, { 孔立新: 1 })

/** The second teller of the hall read one ballot otherwise; a name that is not on the ballot was written on three. */
const COUNTS: readonly (readonly [role: Role, box: number, count: ReturnType<typeof countOf>])[] = [
  ['staff', 0, HALL],
  ['branch', 0, countOf(20, { votes: [13, 6], blank: 1 }, { votes: [12, 14, 9], spoiled: 1 }, { 孔立新: 2 })],
  ['counsel', 0, HALL],
  ['staff', 1, ROUND],
  ['branch', 1, ROUND],
]
const GIVEN = HALL.collected + ROUND.collected

const hold = async (running: Running): Promise<void> => {
  const { scene, subject } = running
  await act(running, 'staff', 'open', {})
  const roll = await inCommunities(scene.ctx.db, [scene.community], (trx) => rollOf(trx, subject, ''))
  for (const { voter } of roll.slice(0, GIVEN)) await act(running, 'branch', 'give', { voter, to: 'self' })
  await act(running, 'staff', 'close', {})
  for (const [role, box, count] of COUNTS) await act(running, role, 'box', { box, count })
}

/** At nine, so many days before. */
const morning = (now: Instant, days: number): Instant =>
  later(startOfDay(localDateOf(later(now, -days * DAY))), 9 * HOUR)

const held = (scene: Scene, now: Instant): Event => ({
  at: morning(now, HELD.hung),
  run: async () => {
    const running = await hang(scene, HELD)
    const run = async () => (await hold(running), null)
    return { at: morning(now, HELD.hung - HELD.until), run }
  },
})

const coming = (scene: Scene, now: Instant): Event => ({
  at: morning(now, COMING.hung),
  run: async () => {
    const running = await hang(scene, COMING)
    const said = { text: '名单上没有我，我在这里住了八年。', name: '孔立新' }
    const run = async () => (await act(running, null, 'object', said), null)
    return { at: later(morning(now, COMING.hung), 30 * HOUR), run }
  },
})

export const secretElections = (scene: Scene, now: Instant): readonly Event[] => [held(scene, now), coming(scene, now)]
