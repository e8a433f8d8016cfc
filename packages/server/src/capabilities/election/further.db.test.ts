// Before a further vote, on real PostgreSQL: whose proxy lapses and who hears of it, the last day that was declared, a written name that is a woman's, votes added downwards. RULES R2.4.
import type { RollLine } from '@yishi/contract/election'
import type { ElectionFileView } from '@yishi/contract/election-file'
import { addDays, startOfDay } from '@yishi/domain/calendar'
import { HOUR, later } from '@yishi/domain/kernel'
import { electionFileSchema, recountElection, withoutWrittenNames } from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, personId } from '../../fences/people.ts'
import { passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { electionDoors } from './testing/doors.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

type Day = `${number}-${number}-${number}`
const { act, done, look, today, tellAll } = electionDoors(() => town)
const rollIn = async (election: string): Promise<readonly RollLine[]> =>
  (await look('staff', `/api/elections/${election}/roll`)).json() as RollLine[]
const told = (link: string) =>
  rowsIn(
    town,
    sql<{ person: string; body: string }>`select person_id as person, body from app.message
      where link = ${link} and channel = 'inbox' order by at, person_id`,
  )

const people = (...names: readonly string[]) => names.map((name) => ({ name, woman: false }))
const women = (...names: readonly string[]) => names.map((name) => ({ name, woman: true }))
const drawn = { person: personId('raiser'), name: '皇甫静姝', group: '一组' }
const VOTERS = [
  drawn,
  ...['李强', '赵六', '孙七', '赵六', '周八'].map((name) => ({ name, group: '二组' })),
  ...Array.from({ length: 34 }, (_, n) => ({ name: `欧阳村民${n + 1}`, group: '一组' })),
]

const NOTHING_MORE = async (): Promise<void> => undefined

const opened = async (more: object = {}, before: (election: string) => Promise<void> = NOTHING_MORE) => {
  const { election, day } = await done('staff', '', {
    law: 'sh-village-election',
    title: '村委会换届选举',
    posts: [
      { title: '主任', seats: 1, candidates: people('王芳', '吴九') },
      { title: '委员', seats: 2, candidates: people('赵六', '孙七', '王芳') },
    ],
    day: addDays(today(), 22),
    place: '村委会大院，8:00–16:00',
    boxes: ['一号箱'],
    ...more,
  })
  await done('staff', `/${election}/publish`, { voters: VOTERS })
  await before(election)
  await town.advanceTo(startOfDay(day as Day))
  await done('staff', `/${election}/open`)
  return election
}
type Names = Readonly<Record<string, number>>
const section = (votes: Names, written: Names = {}, blank = 0) => ({
  spoiled: 0,
  blank,
  votes,
  written: Object.entries(written).map(([name, each]) => ({ name, votes: each })),
})
const count = async (election: string, posts: Readonly<Record<string, object>>): Promise<ElectionFileView> => {
  const roll = await rollIn(election)
  for (const { voter, proxy } of roll.slice(0, 30))
    await done('staff', `/${election}/give`, { voter, to: proxy ? 'proxy' : 'self' })
  await done('staff', `/${election}/close`)
  const entered = { box: 0, count: { collected: 30, spoiled: 0, posts } }
  await done('staff', `/${election}/box`, entered)
  return done('branch', `/${election}/box`, entered)
}
const numberOf = (roll: readonly RollLine[], number: number) => roll.find((line) => line.number === number)!.voter

test('a proxy who comes to stand lapses: the principal hears and may come, the desk hears whom to tell, and a namesake is for people to look at', async () => {
  const arrange = async (election: string) => {
    const roll = await rollIn(election)
    const pair = (principal: number, holder: number) => ({
      principal: numberOf(roll, principal),
      holder: numberOf(roll, holder),
      relation: '父女',
    })
    // The account of the roster, and one without: both by 李强; 周八 by one of the two called 赵六.
    await done('staff', `/${election}/proxy`, pair(1, 2))
    await done('staff', `/${election}/proxy`, pair(10, 2))
    await done('staff', `/${election}/proxy`, pair(6, 4 + 1))
  }
  const election = await opened(
    { posts: [{ title: '', seats: 1, candidates: people('王芳', '吴九') }], law: 'sh-village-election' },
    arrange,
  )
  const roll = await rollIn(election)
  await count(election, { p1: section({ c1: 5, c2: 4 }, { 李强: 11, 赵六: 10 }) })
  await done('staff', `/${election}/woman`, { name: '李强', woman: true })
  const short = await done('staff', `/${election}/woman`, { name: '赵六', woman: true })
  expect(short).toMatchObject({ status: 'short', lapsed: [], results: [{ sections: [{ next: ['w1', 'w2'] }] }] })
  expect(short.unsure).toEqual([{ voter: numberOf(roll, 6), number: 6, name: '周八', holder: '赵六', namesakes: 2 }])
  await tellAll()

  const vote = { day: addDays(today(), 8), place: '祠堂，9:00–12:00' }
  const fixed = await done('staff', `/${election}/fix`, vote)
  expect(fixed.lapsed).toEqual([
    { number: 1, name: '皇甫静姝', group: '一组', holder: '李强', known: true },
    { number: 10, name: '欧阳村民4', group: '一组', holder: '李强', known: false },
  ])
  await tellAll()
  const toPrincipal = (await told(`/elections/${election}`)).filter(({ body }) => body.includes('委托已失效'))
  expect(toPrincipal).toEqual([
    {
      person: drawn.person,
      body: expect.stringMatching(
        /^您原来委托 李强 代您投票，这位现在是候选人.*祠堂.*您可以自己来投，也可以在 .* 24:00 前找选举委员会另外委托一位近亲属。$/u,
      ),
    },
  ])
  const toDesk = (await told(`/console/elections/${election}`)).filter(({ body }) => body.includes('委托失效'))
  expect(new Set(toDesk.map(({ body }) => body))).toEqual(
    new Set([expect.stringMatching(/^有 2 份委托失效了.*其中 1 位收不到消息，请当面告诉。$/u)]),
  )

  // Another relative in time; nobody who stands; the namesake is ended by hand, with its reason.
  const again = { principal: numberOf(roll, 10), holder: numberOf(roll, 12), relation: '兄妹' }
  expect((await act('staff', `/${election}/proxy`, { ...again, holder: numberOf(roll, 2) })).body.code).toBe(
    'proxy-is-candidate',
  )
  expect((await done('staff', `/${election}/proxy`, again)).lapsed.map(({ number }) => number)).toEqual([1])
  const ended = await done('staff', `/${election}/lapse`, { principal: numberOf(roll, 6), reason: '就是候选人赵六' })
  expect(ended).toMatchObject({ unsure: [], lapsed: [{ number: 1 }, { number: 6, known: false }] })
  expect((await act('staff', `/${election}/lapse`, { principal: numberOf(roll, 6), reason: '再来' })).body.code).toBe(
    'no-proxy',
  )

  await town.advanceTo(startOfDay(vote.day))
  await done('staff', `/${election}/next`)
  await done('staff', `/${election}/give`, { voter: numberOf(roll, 1), to: 'self' })
  expect((await act('staff', `/${election}/give`, { voter: numberOf(roll, 10), to: 'self' })).body.code).toBe(
    'proxy-votes',
  )
  await done('staff', `/${election}/give`, { voter: numberOf(roll, 10), to: 'proxy' })
})

test('the last day that the assembly declared is kept, and those who run it are reminded before it and after it', async () => {
  const election = await opened({
    furtherWithin: 10,
    posts: [{ title: '', seats: 1, candidates: women('王芳', '吴九') }],
  })
  const { text } = await look('visitor', `/elections/${election}`)
  expect(text).toContain('有空缺的，投票后 10 天内再投')
  const short = await count(election, { p1: section({ c1: 15, c2: 15 }) })
  const by = short.furtherBy as Day
  expect(by >= addDays(today(), 10)).toBe(true)
  expect((await act('staff', `/${election}/fix`, { day: addDays(by, 1), place: '祠堂' })).body.code).toBe(
    'next-vote-too-late',
  )
  await tellAll()
  const reminders = async () =>
    [...new Set((await told(`/console/elections/${election}`)).map(({ body }) => body))].filter((body) =>
      body.startsWith('空缺的席位'),
    )
  await passIn(town, later(startOfDay(addDays(by, -3)), 9 * HOUR - 1))
  await tellAll()
  expect(await reminders()).toEqual([])
  await passIn(town, later(startOfDay(addDays(by, -3)), 9 * HOUR))
  await tellAll()
  expect(await reminders()).toEqual([expect.stringMatching(/^空缺的席位最晚 .* 再投，还没定日子/u)])
  await passIn(town, later(startOfDay(addDays(by, 1)), 9 * HOUR))
  await tellAll()
  expect((await reminders()).at(-1)).toMatch(/期限已过，还没投/u)
  expect(await done('staff', `/${election}/fix`, { day: addDays(by, 4), place: '祠堂' })).toMatchObject({
    status: 'short',
  })
})

test('a written name waits for its note, which tellers give once whoever asks; then it counts for the seat of a woman', async () => {
  const election = await opened()
  const unclear = await count(election, {
    p1: section({ c1: 20, c2: 10 }),
    p2: section({ c3: 20, c4: 16, c5: 0 }, { 钱八: 18 }),
  })
  expect(unclear).toMatchObject({ status: 'unclear', notable: [{ name: '钱八', woman: null }], may: ['woman'] })
  await tellAll()
  expect((await told(`/elections/${election}`)).at(-1)!.body).toMatch(/是不是妇女，核对后告诉大家/u)
  expect((await look('visitor', `/elections/${election}`)).text).toContain('等核对另选的人')
  expect((await act('raiser', `/${election}/woman`, { name: '钱八', woman: true })).status).toBe(403)
  expect((await act('volunteer', `/${election}/woman`, { name: '孙七', woman: true })).body.code).toBe(
    'written-unknown',
  )
  const answers = await Promise.all(
    (['staff', 'branch', 'volunteer'] as const).map((who) =>
      act(who, `/${election}/woman`, { name: '钱八', woman: true }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const file = (await look('staff', `/api/elections/${election}`)).json() as ElectionFileView
  expect(file).toMatchObject({
    status: 'decided',
    notable: [],
    elected: [{ name: '王芳' }, { name: '赵六' }, { name: '钱八' }],
    results: [{ woman: 'seated' }],
  })
  await tellAll()
  expect((await told(`/elections/${election}`)).at(-1)!.body).toBe(
    '计票完了，当选：主任 王芳；委员 赵六、钱八。每一票怎么算的，点开就能看。',
  )
  const tally = (await look('visitor', `/elections/${election}/tally.json`)).json() as unknown[]
  expect(tally.map((each) => recountElection(electionFileSchema.parse(each)))).toEqual(file.results)
})

test('votes for head are added to those for member where it was declared before the roll hung: on the page, on the ballot, in the file', async () => {
  const law = 'house-secret-election'
  const election = await opened({ addsDown: true, law })
  expect((await look('staff', `/elections/${election}/paper?copies=1`)).text).toContain('同一个人请只选一项职务')
  expect((await look('visitor', `/elections/${election}`)).text).toContain('选举办法定了下加')
  const twice = { p1: section({ c1: 14, c2: 16 }), p2: section({ c3: 18, c4: 17, c5: 17 }) }
  const roll = await rollIn(election)
  for (const { voter } of roll.slice(0, 30)) await done('staff', `/${election}/give`, { voter, to: 'self' })
  await done('staff', `/${election}/close`)
  const enter = (who: Caller, posts: object) =>
    act<ElectionFileView & { code: string }>(who, `/${election}/box`, {
      box: 0,
      count: { collected: 30, spoiled: 0, posts },
    })
  expect((await enter('staff', twice)).body.code).toBe('box-named-twice')
  const posts = { p1: section({ c1: 14, c2: 16 }, {}, 0), p2: section({ c3: 18, c4: 17, c5: 5 }, { 钱八: 1, 钱九: 1 }) }
  await enter('staff', posts)
  const { body } = await enter('branch', posts)
  expect(body).toMatchObject({ status: 'decided', elected: [{ name: '吴九' }, { name: '王芳' }, { name: '赵六' }] })
  const page = (await look('visitor', `/elections/${election}`)).text
  expect(page).toContain('王芳 得票 5＋14（主任） ＝ 19 ÷ 收回的票 30')
  expect(page).not.toMatch(/钱八|钱九/u)
  const tally = (await look('visitor', `/elections/${election}/tally.json`)).json() as { law: never }[]
  const recounted = tally.map((each) => recountElection(electionFileSchema.parse(each)))
  expect(recounted).toEqual(withoutWrittenNames(tally[0]!.law, body.results as never))
})
