// Notices on real PostgreSQL: hung for a stage or by themselves, blocking while an objection waits, and to the millisecond under race.
import { type Instant, type MatterId, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import type { Caller } from '../../fences/people.ts'
import { passIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { stallOn } from '../../testing/stall.ts'
import { performer } from '../../wiring.ts'
import { PLAN, atPublish, fileOf, hang, listOf, staffPosts } from './testing/publishing.ts'
import { lodgeObjection, runningNotices } from './index.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const ask = async <Row>(question: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
  (await inCommunities(town.ctx.db, [SUN], (trx) => question.execute(trx))).rows
const stageOf = async (matter: MatterId) =>
  (await ask(sql<{ stage: string }>`select stage from app.matter where matter_id = ${matter}`))[0]!.stage
const typesOf = async (subject: string) =>
  (
    await ask(sql<{ type: string }>`select type from app.ledger_entry where subject = ${subject} order by entry_id`)
  ).map(({ type }) => type)
const pass = (to: string) => passIn(town, to as Instant)
const object = (notice: string, who: Caller = 'visitor', form: Record<string, string> = { text: '会挡住晾衣架' }) =>
  town.as(who, { method: 'POST', url: `/n/${notice}/objections`, form })
const tokenOf = (answer: Awaited<ReturnType<typeof object>>) =>
  /\/o\/([^?]+)/u.exec(String(answer.headers['location']))![1]!
const answer = (objection: string, upheld: boolean) =>
  staffPosts(town, `objections/${objection}/answer`, { answer: '改到西侧。', upheld })

test('a notice of a matter blocks it until it has hung its time and the objection is answered', async () => {
  const matter = await atPublish(town)
  expect((await listOf(town, `?matter=${matter}`)).hang).toEqual({ kind: 'plan', days: 7 })
  const { notice, endsAt, number } = await hang(town, { matter })
  expect(number).toEqual({ year: 2026, count: expect.any(Number) as number })
  expect((await listOf(town, `?matter=${matter}`)).hang).toBeNull()
  expect((await object(notice)).status).toBe(303)
  await pass(endsAt)
  expect(await fileOf(town, notice)).toMatchObject({ status: 'elapsed', daysLeft: 0, objections: { lodged: 1 } })
  expect(await stageOf(matter)).toBe('publish')
  await answer((await fileOf(town, notice)).told[0]!.objection, false)
  expect(await stageOf(matter)).toBe('assign')
  expect(await typesOf(notice)).toEqual(['NoticeHung', 'NoticeElapsed'])
  const file = (await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })).json() as {
    story: { type: string }[]
  }
  expect(file.story.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['NoticeHung', 'ObjectionLodged', 'NoticeElapsed', 'ObjectionAnswered']),
  )
})

test('an objection that is upheld opens the way back, and the notice goes with its stage, without an echo', async () => {
  const matter = await atPublish(town)
  const { notice } = await hang(town, { matter })
  await object(notice)
  await answer((await fileOf(town, notice)).told[0]!.objection, true)
  await staffPosts(town, `matters/${matter}/take-outcome`, { outcome: 'objection-upheld' })
  expect(await stageOf(matter)).toBe('building')
  expect(await fileOf(town, notice)).toMatchObject({ status: 'withdrawn', reason: '' })
  expect((await object(notice)).status).toBe(409)
})

test('withdrawn by the desk, it blocks nothing: the next one may hang', async () => {
  const matter = await atPublish(town)
  const first = await hang(town, { matter })
  await object(first.notice)
  await staffPosts(town, `notices/${first.notice}/withdraw`, { reason: '面积写错了' })
  const second = await hang(town, { matter, title: '更正后的方案' })
  await pass(second.endsAt)
  expect(await stageOf(matter)).toBe('assign')
})

test('its result is told once, closes it, and stands on its page', async () => {
  const { notice, endsAt } = await hang(town)
  expect((await staffPosts(town, `notices/${notice}/result`, { ...PLAN, days: 3 }, 409)).json()).toMatchObject({
    code: 'notice-not-over',
  })
  await pass(endsAt)
  const result = (
    await staffPosts(town, `notices/${notice}/result`, { ...PLAN, title: '公示结果', days: 3 }, 201)
  ).json() as { notice: string }
  expect(await fileOf(town, notice)).toMatchObject({ status: 'told', result: result.notice })
  expect((await staffPosts(town, `notices/${notice}/result`, { ...PLAN, days: 3 }, 409)).json()).toMatchObject({
    code: 'result-told-already',
  })
  expect((await town.as('visitor', { method: 'GET', url: `/n/${notice}` })).text).toContain(`/n/${result.notice}`)
})

test('what no poster holds is refused with what to do, and nothing is kept of it', async () => {
  const before = (await listOf(town)).notices.length
  const refused = await staffPosts(town, 'notices', { ...PLAN, title: '长'.repeat(300) }, 422)
  expect(refused.json()).toMatchObject({ code: 'title-too-long', facts: { most: 80 } })
  expect(refused.text).toContain('80 个字')
  for (const [more, code] of [
    [{ basis: 'owners-meeting', days: 14 }, 'period-too-short'],
    [{ everywhere: false, boards: [] }, 'nowhere-to-hang'],
    [{ nodes: ['nod_elsewhere'] }, 'node-unknown'],
    [{ photos: ['pho_none'] }, 'photo-unknown'],
  ] as const)
    expect((await staffPosts(town, 'notices', { ...PLAN, ...more }, 422)).json()).toMatchObject({ code })
  expect((await listOf(town)).notices).toHaveLength(before)
  const numbers = await ask(sql<{ n: number }>`select number_count as n from app.notice order by 1`)
  expect(numbers.map(({ n }) => n)).toEqual(numbers.map((_, index) => index + 1))
})

test('the last millisecond counts, the next does not, whether or not the clock has come by', async () => {
  const { notice, endsAt } = await hang(town)
  await town.advanceTo(later(endsAt as Instant, -1))
  expect((await object(notice)).status).toBe(303)
  await town.advanceTo(endsAt as Instant)
  const late = await object(notice, 'visitor', { text: '还来得及吗' })
  expect([late.status, late.text.includes('还来得及吗'), late.text.includes('公示期已经结束')]).toEqual([
    409,
    true,
    true,
  ])
  await pass(endsAt)
  expect((await object(notice)).status).toBe(409)
  expect((await fileOf(town, notice)).objections).toEqual({ lodged: 1, answered: 0, upheld: 0 })
})

/** Both start at the same moment, on connections of their own. */
const race = async (notice: string, at: Instant, many: number) => {
  await town.advanceTo(at)
  const acting = { ctx: town.ctx, performer, actor: { kind: 'visitor' } as const, key: undefined }
  const lodge = () =>
    lodgeObjection(acting, { community: SUN, id: notice as never }, { text: '同时提', name: '', phone: '' })
  return Promise.all([
    ...Array.from({ length: many }, lodge),
    performer.wake(town.ctx, 'notice', { community: SUN, id: notice }),
    ...Array.from({ length: many }, lodge),
  ])
}

test.each([true, false])(
  'of many who object as it ends nobody slips in, and none who was in time is lost (of a matter: %s)',
  async (ofMatter) => {
    const matter = ofMatter ? await atPublish(town) : undefined
    const { notice, endsAt } = await hang(town, matter ? { matter } : {})
    const early = (await race(notice, later(endsAt as Instant, -1), 4)).filter((each) => typeof each === 'object')
    expect(early.every((each) => 'token' in each)).toBe(true)
    expect(await fileOf(town, notice)).toMatchObject({ status: 'hanging', objections: { lodged: 8 } })
    const late = (await race(notice, endsAt as Instant, 4)).filter((each) => typeof each === 'object')
    expect(late.map((each) => 'refused' in each && each.refused)).toEqual(late.map(() => 'period-over'))
    expect(await fileOf(town, notice)).toMatchObject({ status: 'elapsed', objections: { lodged: 8 } })
    if (matter) expect(await stageOf(matter)).toBe('publish')
  },
)

/** Nothing can be written to the table of objections, so that a lodging stops between its decision and its end. */
const stall = () => stallOn(town.ctx, SUN, sql`lock table app.objection in share mode`)

test('whoever was in time is kept before it ends, however slowly that goes', async () => {
  const { notice, endsAt } = await hang(town)
  const intime = { ...town.ctx, clock: { now: () => later(endsAt as Instant, -1) } }
  await town.advanceTo(endsAt as Instant)
  const letGo = await stall()
  const acting = { ctx: intime, performer, actor: { kind: 'visitor' } as const, key: undefined }
  const said = { text: '还来得及', name: '', phone: '' }
  const lodging = lodgeObjection(acting, { community: SUN, id: notice as never }, said)
  await sql`select pg_sleep(0.1)`.execute(town.ctx.db)
  const ending = performer.wake(town.ctx, 'notice', { community: SUN, id: notice })
  await sql`select pg_sleep(0.2)`.execute(town.ctx.db)
  expect(await fileOf(town, notice)).toMatchObject({ status: 'hanging' })
  await letGo()
  const [lodged] = await Promise.all([lodging, ending])
  expect(lodged).toHaveProperty('token')
  expect(await fileOf(town, notice)).toMatchObject({ status: 'elapsed', objections: { lodged: 1 } })
})

test('one person objects once, however many times at once; taken back, once more', async () => {
  const { notice } = await hang(town)
  const letGo = await stall()
  const asking = Promise.all(Array.from({ length: 5 }, () => object(notice, 'neighbour')))
  await sql`select pg_sleep(0.2)`.execute(town.ctx.db)
  await letGo()
  const answers = await asking
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409, 409, 409, 409])
  const token = tokenOf(answers.find(({ status }) => status === 303)!)
  await town.as('visitor', { method: 'POST', url: `/o/${token}/take-back`, form: { x: '' } })
  expect((await object(notice, 'neighbour')).status).toBe(303)
  expect((await fileOf(town, notice)).told.map(({ status }) => status)).toEqual(['lodged', 'taken-back'])
})

test('a form that is sent twice objects once, and leads to the same receipt', async () => {
  const { notice } = await hang(town)
  const twice = await Promise.all([1, 2].map(() => object(notice, 'visitor', { text: '同一条', key: 'same-form' })))
  expect(new Set(twice.map(tokenOf)).size).toBe(1)
  expect((await fileOf(town, notice)).objections.lodged).toBe(1)
})

test('of an answer and a taking back that meet, one counts', async () => {
  const { notice } = await hang(town)
  const token = tokenOf(await object(notice))
  const { told } = await fileOf(town, notice)
  const url = `/api/objections/${told[0]!.objection}/answer`
  const [answered] = await Promise.all([
    town.as('staff', { method: 'POST', url, json: { answer: '好', upheld: false } }),
    town.as('visitor', { method: 'POST', url: `/o/${token}/take-back`, form: { x: '' } }),
  ])
  const [objection] = (await fileOf(town, notice)).told
  expect(objection!.status).toBe(answered.status === 200 ? 'answered' : 'taken-back')
  expect((await typesOf(objection!.objection)).length).toBe(2)
})

test('of two who tell the result one counts', async () => {
  const { notice, endsAt } = await hang(town)
  await pass(endsAt)
  const tell = (who: Caller) =>
    town.as(who, { method: 'POST', url: `/api/notices/${notice}/result`, json: { ...PLAN, days: 3 } })
  const answers = await Promise.all([tell('staff'), tell('branch')])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
})

test('what runs at this moment is told for the public pages, the first to end first', async () => {
  const [long, short] = [await hang(town, { days: 20 }), await hang(town, { days: 3 })]
  const running = async (now: Instant) =>
    (await inCommunities(town.ctx.db, [SUN], (trx) => runningNotices(trx, SUN, now))).map(({ notice }) => notice)
  const now = await running(town.ctx.clock.now())
  expect(now.indexOf(short.notice)).toBeLessThan(now.indexOf(long.notice))
  expect(now).toContain(long.notice)
  expect(await running(short.endsAt as Instant)).not.toContain(short.notice)
})

test('numbers are given without a gap to whoever hangs at once', async () => {
  const hung = await Promise.all(Array.from({ length: 6 }, () => hang(town)))
  const counts = hung.map(({ number }) => number.count).toSorted((a, b) => a - b)
  expect(counts).toEqual(counts.map((_, index) => counts[0]! + index))
})

test('the database itself holds what must hold', async () => {
  const { notice } = await hang(town)
  await object(notice, 'police')
  const broken = [
    sql`update app.notice set title = repeat('长', 81) where notice_id = ${notice}`,
    sql`update app.notice set ends_at = hung_at where notice_id = ${notice}`,
    sql`update app.notice set status = 'withdrawn' where notice_id = ${notice}`,
    sql`update app.objection set status = 'answered' where notice_id = ${notice}`,
    sql`insert into app.objection select community_id, 'obj_twice', notice_id, matter_id, path, person_id, name, phone, body, 'other', status, lodged_at
      from app.objection where notice_id = ${notice}`,
    sql`delete from app.objection where notice_id = ${notice}`,
  ]
  for (const statement of broken) await expect(ask(statement)).rejects.toThrow(/violates|permission denied/u)
})
