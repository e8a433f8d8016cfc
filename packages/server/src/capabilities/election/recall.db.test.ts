// A recall on real PostgreSQL: asked for by enough, the member heard, held in time, counted by two, and said to everybody. RULES R2.5; Organic Law of Villagers’ Committees (2018), art. 16.
import type { RollLine } from '@yishi/contract/election'
import { addDays, startOfDay } from '@yishi/domain/calendar'
import { HOUR, later } from '@yishi/domain/kernel'
import { electionFileSchema, recountElection } from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { electionDoors } from './testing/doors.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const { act, done, look, today, tellAll } = electionDoors(() => town)
const bodiesAt = async (link: string) =>
  (
    await rowsIn(
      town,
      sql<{ body: string }>`select body from app.message where link = ${link} group by body order by min(at), body`,
    )
  ).map(({ body }) => body)

const MEMBERS = [
  { office: '副主任', name: '孙建军', reasons: '维修款三年没有公布' },
  { office: '委员', name: '吴秋生', reasons: '一年没有参加会议' },
]
const plan = (more: object = {}) => ({
  law: 'sh-village-recall',
  title: '罢免投票',
  day: addDays(today(), 25),
  place: '大院，8:00–16:00',
  boxes: ['一号箱'],
  recall: { by: 'voters', signed: 8, of: 40, on: today(), members: MEMBERS, ...more },
})
const VOTERS = Array.from({ length: 40 }, (_, n) => ({ name: `欧阳村民${n + 1}`, group: '一组' }))

test('from the demand to the count: two answers for each member, their words beside the reasons, everybody hears', async () => {
  expect((await act('staff', '', { ...plan(), recall: null })).body.code).toBe('posts-missing')
  expect((await act('staff', '', { ...plan(), law: 'sh-village-election' })).body.code).toBe('recall-unfit')
  const few = await done('staff', '', plan({ signed: 7 }))
  expect(few.recall).toMatchObject({ line: { holds: false }, until: expect.any(String) })
  expect((await act('staff', `/${few.election}/publish`, { voters: VOTERS })).body.code).toBe('recall-too-few-signed')
  await done('staff', `/${few.election}/redraft`, plan())
  expect((await look('staff', `/api/elections/${few.election}`)).status).toBe(200)
  expect((await look('staff', '/api/election-laws')).status).toBe(200)
  const { election, day } = await done('staff', `/${few.election}/publish`, { voters: VOTERS })
  await tellAll()
  expect((await act('volunteer', `/${election}/hear`, { name: '孙建军', statement: '账在审。' })).body.code).toBe(
    'not-your-election',
  )
  await done('staff', `/${election}/hear`, { name: '孙建军', statement: '账在镇里审，审完就公布。' })
  const page = (await look('visitor', `/elections/${election}`)).text
  expect(page).toMatch(/维修款三年没有公布.*账在镇里审，审完就公布。.*一年没有参加会议.*本人还没有申辩/su)
  expect(page).toContain('联名 8 ÷ 有选举权的村民 40 ≥ 1/5？ 5×8=40 ≥ 40 ✓')

  await town.advanceTo(startOfDay(day as `${number}-${number}-${number}`))
  await done('staff', `/${election}/open`)
  const { text } = await look('staff', `/elections/${election}/paper?copies=1`)
  expect(text).toMatch(/副主任 孙建军.*同意罢免.*不同意罢免.*委员 吴秋生.*同意罢免/su)
  expect(text).not.toMatch(/应选|另选他人/u)
  const roll = (await look('staff', `/api/elections/${election}/roll`)).json() as RollLine[]
  for (const { voter } of roll.slice(0, 30)) await done('staff', `/${election}/give`, { voter, to: 'self' })
  await done('staff', `/${election}/close`)
  const posts = {
    p1: { spoiled: 1, blank: 2, votes: { c1: 16, c2: 11 }, written: [] },
    p2: { spoiled: 0, blank: 3, votes: { c3: 15, c4: 12 }, written: [] },
  }
  const entered = { box: 0, count: { collected: 30, spoiled: 0, posts } }
  await done('staff', `/${election}/box`, entered)
  const decided = await done('branch', `/${election}/box`, entered)
  expect(decided).toMatchObject({ status: 'decided', elected: [], may: [], results: [{ open: 0, void: null }] })
  await tellAll()
  expect((await bodiesAt(`/elections/${election}`)).at(-1)).toBe(
    '罢免投票计票完了。副主任 孙建军：罢免通过；委员 吴秋生：罢免没有通过。每一票怎么算的，点开就能看。',
  )
  const told = (await look('visitor', `/elections/${election}`)).text
  expect(told).toContain('同意罢免 得票 16 ÷ 收回的票 30 > 1/2？ 2×16=32 > 30 ✓')
  expect((await look('visitor', '/c/com_sun/elections')).text).toContain(
    '副主任 孙建军：罢免通过；委员 吴秋生：罢免没有通过',
  )
  const tally = (await look('visitor', `/elections/${election}/tally.json`)).json() as unknown[]
  expect(tally.map((each) => recountElection(electionFileSchema.parse(each)))).toEqual(decided.results)
})

test('a draft in Shanghai rings while its roll can still hang in time, and once the thirty days are over', async () => {
  const { election, recall } = await done('staff', '', plan())
  const until = recall!.until as `${number}-${number}-${number}`
  expect(until >= addDays(today(), 30)).toBe(true)
  await done('staff', `/${election}/redraft`, { ...plan(), day: addDays(until, 1) })
  expect((await act('staff', `/${election}/publish`, { voters: VOTERS })).body.code).toBe('recall-too-late')
  const near = later(startOfDay(addDays(until, -24)), 9 * HOUR)
  await passIn(town, later(near, -1))
  await tellAll()
  const link = `/console/elections/${election}`
  expect(await bodiesAt(link)).toEqual([])
  await passIn(town, near)
  await tellAll()
  expect(await bodiesAt(link)).toEqual([expect.stringMatching(/^罢免投票最晚要在 .* 举行，名单还没公布/u)])
  await passIn(town, later(startOfDay(addDays(until, 1)), 9 * HOUR))
  await tellAll()
  expect((await bodiesAt(link)).at(-1)).toMatch(/期限已过/u)
})
