// Several questions of one assembly on real PostgreSQL: drafted, announced and opened as one, answered one by one, and each counted by its own rule.
import type { PollFile } from '@yishi/contract/poll'
import { setTimeout as pause } from 'node:timers/promises'
import { DAY, later } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, personId } from '../../fences/people.ts'
import { actIn, passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { SPECIAL, addSpecial, announceFirst, draftFirst, openAgenda, settleAssembly } from './testing/agenda.ts'
import { draftIn } from './testing/draft.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleAssembly(town)
})
afterAll(() => town.close())

const act = <T = { code: string; detail: string }>(who: Caller, path: string, json: object = {}) =>
  actIn(town)<T>(who, path, json)
const fileOf = async (poll: string): Promise<PollFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}` })).json()
const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
const vote = (who: Caller, poll: string, choice: string) =>
  town.as(who, { method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice } })
const page = async (who: Caller, path: string) => (await town.as(who, { method: 'GET', url: path })).text
const listOf = (poll: string) =>
  rows<{ voter: string; unit: string; head: number }>(sql`
    select voter_id as voter, unit_id as unit, head from app.poll_voter where poll_id = ${poll} order by position`)

describe('drafting', () => {
  test('a further question has the list of the first, under the same numbers, with ballots of its own', async () => {
    const { poll: first } = await draftFirst(town)
    const second = await addSpecial(town, first)
    expect(second).toMatchObject({
      status: 'draft',
      rule: { key: SPECIAL.rule },
      electorate: { named: 5, totals: { heads: 4, area: '400.00' } },
      agenda: {
        first,
        questions: [
          { poll: first, number: 1 },
          { poll: second.poll, number: 2, broken: [] },
        ],
      },
    })
    expect(await listOf(second.poll)).toEqual(await listOf(first))
    const ballots = await rows(sql`select ballot_id from app.poll_voter where poll_id in (${first}, ${second.poll})`)
    expect(new Set(ballots.map((row) => JSON.stringify(row))).size).toBe(10)
    expect((await fileOf(first)).may).toContain('add')
    expect(second.may).not.toContain('announce')
  })

  test('the first drafted anew takes the others with it; one that is taken back leaves the agenda', async () => {
    const { poll: first } = await draftFirst(town)
    const { poll: second } = await addSpecial(town, first)
    const { poll: third } = await addSpecial(town, first)
    const { rule: _, ...anew } = draftIn(town)
    const plan = { ...anew.plan, closesAt: later(anew.plan.closesAt, 3 * DAY) }
    expect((await act('staff', `polls/${first}/redraft`, { ...anew, plan })).status).toBe(200)
    expect((await fileOf(second)).assembly).toMatchObject({ topic: 'fund-raise', closesAt: plan.closesAt })
    expect(await listOf(second)).toEqual(await listOf(first))
    const changed = { ...anew, question: SPECIAL.question, plan: { ...anew.plan, topic: 'rebuilding' } }
    expect((await act('staff', `polls/${second}/redraft`, changed)).status).toBe(200)
    expect((await fileOf(second)).assembly).toMatchObject({ topic: 'rebuilding', closesAt: plan.closesAt })
    expect((await act('staff', `polls/${second}/withdraw`, { reason: '先不问' })).status).toBe(200)
    const { agenda } = await fileOf(first)
    expect(agenda!.questions.map(({ poll, number }) => [poll, number])).toEqual([
      [first, 1],
      [third, 2],
    ])
  })

  test('one question that does not keep the law stops the whole', async () => {
    const { poll: first } = await draftFirst(town)
    const wrong = { ...SPECIAL, regime: 'follow-majority' }
    const second = await act<PollFile>('staff', `polls/${first}/questions`, wrong)
    expect(second.body.agenda!.questions[1]!.broken.map(({ check }) => check)).toEqual(['regime'])
    const hung = () => rows(sql`select from app.notice`)
    const before = (await hung()).length
    const refused = await announceFirst(town, first)
    expect(refused.body).toMatchObject({ code: 'law-not-kept' })
    expect((await fileOf(first)).status).toBe('draft')
    expect(await hung()).toHaveLength(before)
  })

  test('of questions that are added around the very moment of the announcement, each is announced too or refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { poll: first } = await draftFirst(town)
      const add = async (milliseconds: number) => {
        await pause(milliseconds)
        return act<PollFile & { code: string }>('staff', `polls/${first}/questions`, SPECIAL)
      }
      const [announced, ...added] = await Promise.all([announceFirst(town, first), ...[0, 15, 25, 35].map(add)])
      expect(announced.status).toBe(200)
      for (const { status, body } of added) expect([201, 409], JSON.stringify(body)).toContain(status)
      const refused = added.filter(({ status }) => status === 409).map(({ body }) => body.code)
      expect(refused.every((code) => code === 'agenda-closed')).toBe(true)
      const standing = await rows<{ status: string; n: number }>(sql`
        select status, count(*)::integer as n from app.poll where poll_id = ${first} or agenda_first = ${first} group by 1`)
      expect(standing).toEqual([{ status: 'announced', n: 5 - refused.length }])
    }
  })
})

test('one notice, one opening, one walk; each question is counted by its own rule, and one that is left is silent by itself', async () => {
  const { first, second, closesAt } = await openAgenda(town)
  expect((await act('staff', `polls/${first}/questions`, SPECIAL)).body.code).toBe('agenda-closed')
  expect((await act('staff', `polls/${second}/extend`)).body.code).toBe('on-agenda')
  const [one, two] = [await fileOf(first), await fileOf(second)]
  expect(two).toMatchObject({ status: 'open', assembly: { notice: one.assembly!.notice, closesAt } })
  expect(await listOf(second)).toEqual(await listOf(first))

  const cast = await vote('raiser', first, 'for')
  expect([cast.status, cast.headers['location']]).toEqual([303, `/polls/${second}?after=1`])
  const next = await page('raiser', `/polls/${second}?after=1`)
  for (const words of ['第 1 题投好了', '第 2 题，共 2 题', '筹集电梯更新资金']) expect(next).toContain(words)
  const halfway = await page('raiser', `/polls/${first}/agenda`)
  expect(halfway).toMatch(/投好 1 题，还有 1 题没投.*YISHI1\./su)
  const last = await vote('raiser', second, 'against')
  expect(last.headers['location']).toBe(`/polls/${second}/agenda`)
  const overview = await page('raiser', `/polls/${second}/agenda`)
  expect(overview).toContain('2 题都投好了')
  // Two flats, two questions: four receipts.
  expect(overview.match(/YISHI1\./gu)).toHaveLength(4)
  expect(overview).toMatch(/您已经投了：同意.*您已经投了：反对/su)
  expect(await page('visitor', `/polls/${second}/agenda`)).not.toMatch(/YISHI1\.|您已经投了/u)

  await vote('neighbour', first, 'for')
  await vote('police', first, 'for')
  await vote('police', second, 'for')
  expect((await fileOf(second)).turnout).toMatchObject({ cast: 3 })
  expect((await fileOf(first)).turnout).toMatchObject({ cast: 4 })

  await passIn(town, closesAt)
  for (const poll of [first, second]) {
    expect((await fileOf(poll)).status).toBe('closed')
    await act('staff', `polls/${poll}/count`)
    expect((await act<PollFile>('branch', `polls/${poll}/count`)).body.status).toBe('preliminary')
  }
  expect((await fileOf(first)).result).toMatchObject({
    passed: true,
    figures: { votes: { for: { heads: 3, area: '330.00' } } },
  })
  expect((await fileOf(second)).result).toMatchObject({
    passed: false,
    figures: { votes: { for: { heads: 1, area: '80.00' }, against: { heads: 1, area: '150.00' } } },
  })
})

test('whom co-owners choose is chosen for every question of the assembly, and a request sent again changes nothing (R1.8)', async () => {
  const { first, second } = await openAgenda(town)
  const [shared] = await rows<{ voter: string }>(sql`
    select voter_id as voter from app.poll_voter where poll_id = ${second} and person_id is null`)
  const choose = (poll: string, who: 'neighbour' | 'volunteer') =>
    town.as('staff', {
      method: 'POST',
      url: `/api/polls/${poll}/ballots/${shared!.voter}/voter`,
      json: { person: personId(who), evidence: '推选书第 3 号' },
      headers: { 'idempotency-key': `choose ${who}` },
    })
  const chosen = () =>
    rows<{ poll: string; person: string }>(sql`
      select poll_id as poll, person_id as person from app.poll_voter
      where poll_id in (${first}, ${second}) and voter_id = ${shared!.voter} order by poll_id = ${second}`)
  const both = (who: 'neighbour' | 'volunteer') => [first, second].map((poll) => ({ poll, person: personId(who) }))
  expect((await choose(second, 'volunteer')).status).toBe(200)
  expect(await chosen()).toEqual(both('volunteer'))
  for (const poll of [first, second]) expect((await vote('neighbour', poll, 'for')).status).toBe(409)
  expect((await choose(first, 'neighbour')).status).toBe(200)
  expect((await choose(second, 'volunteer')).status).toBe(200)
  expect(await chosen()).toEqual(both('neighbour'))
  for (const poll of [first, second]) expect((await vote('neighbour', poll, 'for')).status).toBe(303)
})

test('whoever is asked several questions is told once', async () => {
  const { first, second } = await openAgenda(town)
  const told = town.jobs.flatMap(({ kind, data }) => (kind === 'tell-voters' ? [data['poll']] : []))
  expect(told.filter((poll) => poll === first || poll === second)).toEqual([first])
})

test('the first taken back takes all with it, and its matter may ask again', async () => {
  const { first, second } = await openAgenda(town)
  expect((await act('staff', `polls/${first}/withdraw`, { reason: '问法要改' })).status).toBe(200)
  expect((await fileOf(second)).status).toBe('withdrawn')
  const { body } = await act<{ polls: unknown; may: boolean }>('staff', `polls/${second}/open`)
  expect(body).toMatchObject({ code: 'not-in-this-state' })
})

test('a corrected roster is drawn anew for all questions at once', async () => {
  const { poll: first } = await draftFirst(town)
  const { poll: second, electorate } = await addSpecial(town, first)
  await announceFirst(town, first)
  await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql`update app.unit set area = area + 10 where unit_id = 'unt_v4'`.execute(trx),
  )
  expect((await act('staff', `polls/${first}/redraw`)).status).toBe(200)
  const redrawn = await fileOf(second)
  expect(redrawn.electorate).toMatchObject({ named: 5, totals: { area: '410.00' } })
  expect(redrawn.electorate.digest).not.toBe(electorate.digest)
  expect(await listOf(second)).toEqual(await listOf(first))
  expect((await act('staff', `polls/${second}/redraw`)).body.code).toBe('on-agenda')
})
