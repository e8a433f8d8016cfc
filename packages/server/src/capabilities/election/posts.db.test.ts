// An election of several posts on real PostgreSQL through its own doors: sections on paper, names that are written in, somebody elected twice, and the day of the second round.
import type { RollLine } from '@yishi/contract/election'
import type { ElectionFileView } from '@yishi/contract/election-file'
import { addDays, startOfDay } from '@yishi/domain/calendar'
import { HOUR, type Instant, later } from '@yishi/domain/kernel'
import {
  electionFileSchema,
  electionLawByKey,
  recountElection,
  withoutWrittenNames,
} from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { runDue } from '../../kernel/due.ts'
import { performer } from '../../wiring.ts'
import { electionDoors } from './testing/doors.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

type Day = `${number}-${number}-${number}`
const { act, done, look, today, tellAll } = electionDoors(() => town)
const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  (await inCommunities(town.ctx.db, [SUN], (trx) => query.execute(trx))).rows
const wakeAt = async (to: Instant) => {
  await town.advanceTo(to)
  while ((await runDue(town.ctx, performer, to)) > 0);
}
const bodiesOf = async (election: string): Promise<readonly string[]> =>
  (
    await rows<{ body: string }>(sql`select body from app.message where link = ${`/elections/${election}`}
      group by body order by min(at), body`)
  ).map(({ body }) => body)

const law = electionLawByKey('cn-village-election')!
const people = (...names: readonly string[]) => names.map((name) => ({ name, woman: true }))
const opened = async (): Promise<string> => {
  const { election, day } = await done('staff', '', {
    law: law.key,
    title: '村委会换届选举',
    posts: [
      { title: '主任', seats: 1, candidates: people('王芳', '李强') },
      { title: '委员', seats: 2, candidates: people('王芳', '赵六', '孙七') },
    ],
    day: addDays(today(), 22),
    place: '村委会大院，8:00–16:00',
    boxes: ['东片', '西片'],
  })
  const voters = [
    ...Array.from({ length: 36 }, (_, n) => ({ name: `欧阳村民${n + 1}`, group: '一组' })),
    ...['欧 阳九', '欧阳九', '孙七', '赵六'].map((name) => ({ name, group: '二组' })),
  ]
  await done('staff', `/${election}/publish`, { voters })
  await town.advanceTo(startOfDay(day as Day))
  await done('staff', `/${election}/open`)
  return election
}
const giveAll = async (election: string, many: number) => {
  const roll = (await look('staff', `/api/elections/${election}/roll`)).json() as RollLine[]
  for (const { voter } of roll.slice(0, many)) await done('staff', `/${election}/give`, { voter, to: 'self' })
  await done('staff', `/${election}/close`)
}

type Names = Readonly<Record<string, number>>
const section = (votes: Names, written: Names = {}, [spoiled, blank]: readonly [number, number] = [0, 0]) => ({
  spoiled,
  blank,
  votes,
  written: Object.entries(written).map(([name, each]) => ({ name, votes: each })),
})
type Section = ReturnType<typeof section>
const box = (collected: number, p1: Section, p2: Section, spoiled = 0) => ({ collected, spoiled, posts: { p1, p2 } })
const both = async (election: string, at: number, count: object, other = count): Promise<ElectionFileView> => {
  await done('staff', `/${election}/box`, { box: at, count })
  return done('branch', `/${election}/box`, { box: at, count: other })
}

test('a ballot has a section for each post with empty lines, boxes are counted with written names, and the file gives the same result', async () => {
  const election = await opened()
  const { text } = await look('staff', `/elections/${election}/paper?copies=1`)
  expect(text).toMatch(/主任（应选 1 位）.*李强.*另选他人.*委员（应选 2 位）.*赵六.*孙七.*另选他人.*另选他人/su)
  expect(text.match(/class="ballot-empty"/gu)).toHaveLength(3)
  expect(text).toContain('哪一项选多了，哪一项作废')
  await giveAll(election, 34)

  const east = box(
    20,
    section({ c1: 12, c2: 4 }, { 钱八: 3 }, [0, 0]),
    section({ c3: 2, c4: 14, c5: 7 }, { 欧阳九: 9, 郑十: 1 }, [1, 0]),
    1,
  )
  const misread = { ...east, posts: { ...east.posts, p1: section({ c1: 12, c2: 4 }, { 钱巴: 3 }) } }
  const differing = await both(election, 0, east, misread)
  expect(differing.counted[0]).toMatchObject({ differs: true, settled: null })
  expect(JSON.stringify(differing.counted)).not.toMatch(/钱八|钱巴/u)
  await done('counsel', `/${election}/box`, { box: 0, count: east })
  const west = box(
    14,
    section({ c1: 8, c2: 4 }, { '钱 八': 1 }, [0, 1]),
    section({ c3: 1, c4: 9, c5: 5 }, { 欧阳九: 6 }, [0, 2]),
  )
  const short = await both(election, 1, west)
  expect(short).toMatchObject({
    status: 'short',
    elected: [
      { post: 'p1', title: '主任', name: '王芳' },
      { post: 'p2', title: '委员', name: '赵六' },
    ],
    results: [
      {
        collected: 34,
        spoiled: 1,
        open: 1,
        sections: [
          { candidates: [{ votes: 20 }, { votes: 8 }, { name: '钱八', key: 'w1', written: true, votes: 4 }] },
          { next: ['w2', 'c5'] },
        ],
      },
    ],
  })

  // Two of that name stand on the roll: who runs it has to find out which is meant.
  expect(short.writtenIn).toEqual([{ name: '欧阳九', voters: 2 }])

  const page = (await look('visitor', `/elections/${election}`)).text
  expect(page).toContain('当选：主任 王芳；委员 赵六')
  expect(page).toContain('钱* 得票 4 ÷ 收回的票 34')
  expect(page).toContain('欧阳九')
  expect(page).not.toMatch(/钱八|郑十/u)
  const tally = await look('visitor', `/elections/${election}/tally.json`)
  expect(tally.text).not.toMatch(/钱八|郑十/u)
  const recounted = (tally.json() as unknown[]).map((each) => recountElection(electionFileSchema.parse(each)))
  expect(recounted).toEqual(withoutWrittenNames(law, short.results))
})

test('the second round has its day: told, reminded of, on the board and in the list, and not before', async () => {
  const election = await opened()
  await giveAll(election, 30)
  const none = box(0, section({ c1: 0, c2: 0 }), section({ c3: 0, c4: 0, c5: 0 }))
  await both(election, 1, none)
  await both(election, 0, box(30, section({ c1: 15, c2: 15 }), section({ c3: 3, c4: 20, c5: 18 })))
  await tellAll()
  expect((await act('staff', `/${election}/next`)).body.code).toBe('next-vote-unfixed')
  const vote = { day: addDays(today(), 5), place: '祠堂，9:00–12:00' }
  expect((await act('staff', `/${election}/fix`, { ...vote, day: addDays(today(), -1) })).body.code).toBe(
    'next-vote-past',
  )
  await done('staff', `/${election}/fix`, { ...vote, day: addDays(today(), 3) })
  const fixed = await done('staff', `/${election}/fix`, vote)
  expect(fixed).toMatchObject({ status: 'short', nextVote: vote })
  await tellAll()
  const told = await bodiesOf(election)
  expect(told.at(-1)).toMatch(/^还要再投一次，定在.*：祠堂，9:00–12:00。请带身份证来领票。$/u)
  expect(told.filter((body) => body.startsWith('还要再投一次'))).toHaveLength(1)
  expect((await look('visitor', `/elections/${election}`)).text).toContain('祠堂，9:00–12:00')
  expect((await look('visitor', '/c/com_sun')).text).toContain(`/elections/${election}`)
  const list = (await look('visitor', '/c/com_sun/elections')).text
  expect(list.split('<section').find((card) => card.includes(`/elections/${election}`))).toContain('就要投票')
  expect((await act('staff', `/${election}/next`)).body.code).toBe('election-too-early')

  const eve = later(startOfDay(addDays(vote.day, -1)), 9 * HOUR)
  await wakeAt(later(eve, -1))
  expect(town.jobs.filter(({ data }) => data['election'] === election)).toEqual([])
  await wakeAt(eve)
  await tellAll()
  expect((await bodiesOf(election)).at(-1)).toMatch(/^明天投票，请带身份证来领票：祠堂/u)

  const moved = { day: addDays(vote.day, 2), place: '小学，9:00–12:00' }
  await done('staff', `/${election}/fix`, moved)
  await tellAll()
  await wakeAt(later(startOfDay(addDays(moved.day, -1)), 9 * HOUR))
  await tellAll()
  expect((await bodiesOf(election)).at(-1)).toMatch(/^明天投票，请带身份证来领票：小学/u)
  await town.advanceTo(startOfDay(moved.day))
  const again = await done('staff', `/${election}/next`)
  expect(again.turn).toMatchObject({ round: 2, number: 2, ...moved, sections: [{ post: 'p1', seats: 1 }] })
  const { text } = await look('staff', `/elections/${election}/paper?copies=1`)
  expect(text).not.toContain('委员（应选')
  expect(text).not.toContain('class="ballot-empty"')
  await tellAll()
  expect((await bodiesOf(election)).at(-1)).toMatch(/^空缺的席位今天再投一次.*小学/u)
})

test('whoever is elected twice keeps what the committee notes, with its reason; the seat goes on by the votes, and everybody hears', async () => {
  const election = await opened()
  await giveAll(election, 30)
  await both(election, 1, box(0, section({ c1: 0, c2: 0 }), section({ c3: 0, c4: 0, c5: 0 })))
  const doubled = await both(election, 0, box(30, section({ c1: 20, c2: 10 }), section({ c3: 22, c4: 18, c5: 16 })))
  expect(doubled).toMatchObject({ status: 'doubled', may: ['double'] })
  expect(doubled.results[0]!.doubles).toEqual([{ name: '王芳', posts: ['p1', 'p2'] }])
  await tellAll()
  expect((await bodiesOf(election)).at(-1)).toMatch(/有人当选不止一项，只能任一项，等选举委员会确认。$/u)
  expect((await look('visitor', `/elections/${election}`)).text).toContain('王芳 当选主任、委员，只能任一项')
  const finding = { name: '王芳', post: 'p1', reason: '本村选举办法第九条：任较高职务' }
  expect((await act('staff', `/${election}/double`, { ...finding, name: '李强' })).body.code).toBe('double-unknown')
  expect((await act('volunteer', `/${election}/double`, finding)).body.code).toBe('not-your-election')
  const answers = await Promise.all([1, 2, 3].map(() => act<ElectionFileView>('staff', `/${election}/double`, finding)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const file = (await look('staff', `/api/elections/${election}`)).json() as ElectionFileView
  expect(file).toMatchObject({
    status: 'decided',
    elected: [{ name: '王芳' }, { name: '赵六' }, { name: '孙七' }],
    results: [{ kept: [{ name: '王芳', post: 'p1' }] }],
  })
  await tellAll()
  expect((await bodiesOf(election)).at(-1)).toMatch(/^计票完了，当选：主任 王芳；委员 赵六、孙七。/u)
  const tally = (await look('visitor', `/elections/${election}/tally.json`)).json() as unknown[]
  expect(tally.map((each) => recountElection(electionFileSchema.parse(each)))).toEqual(file.results)
})
