// Shared budgets on real PostgreSQL through their own doors: a whole life, and every way in which somebody might cheat or be cheated.
import type { BudgetFile } from '@yishi/contract/budget'
import { METHOD, allocate, electionIn, isTie, readPb } from '@yishi/domain/budget'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import { type Actor, type Instant, isRefused, later } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, PEOPLE, personId } from '../../fences/people.ts'
import { passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { performer } from '../../wiring.ts'
import { newcomer } from '../identity/testing/newcomers.ts'
import { handInBudget, ownBallot } from './index.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const act = async <T = { code: string }>(who: Caller, path: string, json: object = {}, key?: string) => {
  const headers = key ? { 'idempotency-key': key } : {}
  const answer = await town.as(who, { method: 'POST', url: `/api/budgets${path}`, json, headers })
  return { status: answer.status, body: answer.json() as T }
}
const fileOf = async (budget: string): Promise<BudgetFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/budgets/${budget}` })).json()
const pageOf = (who: Caller, budget: string) => town.as(who, { method: 'GET', url: `/budgets/${budget}` })
const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)

const PROJECTS = [
  { name: '长椅', cost: '20000', place: '3 号楼' },
  { name: '充电棚', cost: '60000.50' },
  { name: '健身角', cost: '50000' },
]
const plan = (more: object = {}) => ({
  title: '十万元怎么花',
  amount: '100000',
  lastDay: addDays(localDateOf(town.ctx.clock.now()), 5),
  projects: PROJECTS,
  ...more,
})
const begin = async (more: object = {}): Promise<BudgetFile> => {
  const drafted = await act<BudgetFile>('staff', '', plan(more))
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201)
  const opened = await act<BudgetFile>('staff', `/${drafted.body.budget}/open`)
  expect(opened.status, JSON.stringify(opened.body)).toBe(200)
  return opened.body
}
const digestOf = async (budget: string): Promise<string> =>
  (await rows(sql<{ digest: string }>`select digest from app.budget where budget_id = ${budget}`))[0]!.digest

const send = (who: Caller, budget: string, choice: readonly string[], more: Readonly<Record<string, string>>) => {
  const fields = [...choice.map((each) => ['choice', each]), ...Object.entries(more)] as [string, string][]
  return town.as(who, {
    method: 'POST',
    url: `/budgets/${budget}`,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
}
const vote = async (who: Caller, budget: string, choice: readonly string[], key = '') =>
  send(who, budget, choice, { step: 'cast', digest: await digestOf(budget), ...(key && { key }) })
const pass = (to: string) => passIn(town, to as Instant)
const keptFor = (budget: string) =>
  rows(sql<{ person: string; number: number; choice: string[] }>`
    select person_id as person, number, choice from app.budget_ballot join app.budget_voter using (community_id, ballot_id)
    where budget_id = ${budget} order by person_id, number`)

describe('a round', () => {
  test('is drafted, changed, opened, voted in, closed by the clock, and allocated in the same breath', async () => {
    const drafted = await act<BudgetFile>('owners-committee', '', plan({ amount: '90000' }))
    expect(drafted.body).toMatchObject({ status: 'draft', may: ['redraft', 'open', 'withdraw'], listed: null })
    const { budget } = drafted.body
    expect((await pageOf('raiser', budget)).status).toBe(404)
    const changed = await act<BudgetFile>('staff', `/${budget}/redraft`, plan())
    expect(changed.body).toMatchObject({ amount: '100000', projects: [{ id: '1' }, { id: '2' }, { id: '3' }] })
    const opened = await act<BudgetFile>('staff', `/${budget}/open`)
    expect(opened.body).toMatchObject({ status: 'open', may: ['withdraw'], listed: 4, cast: 0 })
    const confirm = await send('raiser', budget, ['1', '2'], { step: 'confirm' })
    expect([confirm.status, confirm.text.includes('确认投票')]).toEqual([200, true])
    expect((await vote('raiser', budget, ['1', '2'])).status).toBe(303)
    expect((await vote('neighbour', budget, ['1', '3'])).status).toBe(303)
    expect((await vote('volunteer', budget, ['3'])).status).toBe(303)
    const receipt = await town.as('raiser', { method: 'GET', url: `/budgets/${budget}?cast=1` })
    expect(receipt.text).toContain('收到您的票了')
    expect((await town.as('visitor', { method: 'GET', url: `/budgets/${budget}/ballots.pb` })).status).toBe(404)
    await pass(opened.body.closesAt!)
    const decided = await fileOf(budget)
    expect(decided).toMatchObject({
      status: 'decided',
      cast: 3,
      may: [],
      result: { ballots: 3, cost: '70000', votes: { '1': 2, '2': 1, '3': 2 }, byVotes: ['1', '3'] },
    })
    expect(decided.result!.winners.map(({ id }) => id)).toEqual(['1', '3'])
    const told = await rows(
      sql<{ type: string }>`select type from app.ledger_entry where subject = ${budget} order by entry_id`,
    )
    expect(told.map(({ type }) => type)).toEqual([
      'RoundDrafted',
      'RoundRedrafted',
      'RoundOpened',
      'RoundClosed',
      'RoundDecided',
    ])
  })

  test('tells each voter what their share paid for, and nobody what another chose', async () => {
    const { budget, closesAt } = await begin()
    await vote('raiser', budget, ['1'])
    await vote('neighbour', budget, ['1', '3'])
    await pass(closesAt!)
    const mine = (await pageOf('raiser', budget)).text
    expect(mine).toContain('长椅：您出了 10,000 元')
    expect(mine).toContain('每人先分到 50,000 元')
    expect(mine).toContain('一起加到 60,000 元')
    expect(mine).toContain('没有用出去的：50,000 元')
    expect((await pageOf('volunteer', budget)).text).toContain('您没有投票')
    const open = (await pageOf('visitor', budget)).text
    expect(open).not.toContain('您出了')
    for (const { name } of [PEOPLE.raiser, PEOPLE.neighbour, PEOPLE.staff]) expect(open).not.toContain(name)
  })

  test('can be computed again by anybody from its file', async () => {
    const { budget, closesAt } = await begin()
    await vote('raiser', budget, ['2', '3'])
    await vote('raiser', budget, ['3'])
    await vote('neighbour', budget, ['1', '2'])
    await pass(closesAt!)
    const { text, headers } = await town.as('visitor', { method: 'GET', url: `/budgets/${budget}/ballots.pb` })
    expect(headers['content-disposition']).toBe(`attachment; filename="${budget}.pb"`)
    expect(text).toMatch(/VOTES\nvoter_id;vote\n1;1,2\n2;3\n$/u)
    const file = readPb(text)
    const election = isRefused(file) ? file : electionIn(file)
    if (isRefused(election)) throw new Error(election.refused)
    const found = allocate(election, METHOD)
    if (isTie(found)) throw new Error('a tie')
    expect(found.winners.map(({ project }) => project.id)).toEqual(
      (await fileOf(budget)).result!.winners.map(({ id }) => id),
    )
  })

  test('of one part is for those who live there, and everybody is listed once', async () => {
    const { listed, budget } = await begin({ node: 'nod_b1' })
    expect(listed).toBe(1)
    expect((await vote('raiser', budget, ['1'])).status).toBe(409)
    expect((await vote('building-leader', budget, ['1'])).status).toBe(303)
  })

  test('tells whoever signed up after it had opened when its list was fixed, and where an owner goes', async () => {
    const { budget } = await begin()
    const late = await newcomer(town)
    const { text } = await late.as({ method: 'GET', url: `/budgets/${budget}` })
    expect(text).toContain('您在那以后才登记')
    expect(text).toContain(`href="/c/${SUN}/home"`)
    expect((await pageOf('staff', budget)).text).toContain('名册里没有您')
    const part = await begin({ node: 'nod_b1' })
    expect((await pageOf('raiser', part.budget)).text).toContain('名册里没有您')
  })

  test('is refused with a plan that cannot be voted on, and nothing is kept of it', async () => {
    const before = await rows(sql`select from app.budget`)
    for (const [more, code] of [
      [{ amount: '一百' }, 'amount-unfit'],
      [{ projects: PROJECTS.slice(0, 1) }, 'projects-too-few'],
      [{ amount: '50000' }, 'project-too-dear'],
      [{ lastDay: localDateOf(town.ctx.clock.now()) }, 'last-day-unfit'],
      [{ node: 'nod_moon' }, 'node-unknown'],
    ] as const)
      expect((await act('staff', '', plan(more))).body).toMatchObject({ code })
    expect(await rows(sql`select from app.budget`)).toHaveLength(before.length)
  })

  test('drafted twice with one key is one round', async () => {
    const asked = plan()
    const [one, two] = await Promise.all([
      act<BudgetFile>('staff', '', asked, 'k-1'),
      act<BudgetFile>('staff', '', asked, 'k-1'),
    ])
    expect(one.body.budget).toBe(two.body.budget)
  })
})

describe('a ballot', () => {
  test('may be replaced until the end; all are kept, and only added to', async () => {
    const { budget } = await begin()
    await vote('raiser', budget, ['1'])
    await vote('raiser', budget, ['3', '2'])
    expect(await keptFor(budget)).toEqual([
      { person: 'per_raiser', number: 1, choice: ['1'] },
      { person: 'per_raiser', number: 2, choice: ['2', '3'] },
    ])
    expect((await fileOf(budget)).cast).toBe(1)
    for (const change of [
      sql`update app.budget_ballot set choice = '{1}'`,
      sql`delete from app.budget_ballot`,
      sql`delete from app.budget_voter`,
    ])
      await expect(rows(change as never)).rejects.toThrow(/permission denied/u)
  })

  test('counts at the very last millisecond and not at the next, whether or not the clock has come by', async () => {
    const { budget, closesAt } = await begin()
    await town.advanceTo(later(closesAt as Instant, -1))
    expect((await vote('raiser', budget, ['1'])).status).toBe(303)
    await town.advanceTo(closesAt as Instant)
    const late = await vote('raiser', budget, ['3'])
    expect([late.status, late.text.includes('投票已经截止')]).toEqual([409, true])
    expect((await vote('neighbour', budget, ['3'])).status).toBe(409)
    await pass(closesAt!)
    expect((await vote('neighbour', budget, ['3'])).status).toBe(409)
    expect((await fileOf(budget)).result).toMatchObject({ ballots: 1, votes: { '1': 1, '3': 0 } })
  })

  test('of many at the very moment of closing exactly those count that were accepted', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { budget, closesAt } = await begin()
      await town.advanceTo(later(closesAt as Instant, -1))
      const closing = async () => {
        await town.advanceTo(closesAt as Instant)
        return performer.wake(town.ctx, 'budget', { community: SUN, id: budget })
      }
      const votes = (['raiser', 'neighbour', 'volunteer', 'building-leader'] as const).map((who) =>
        vote(who, budget, ['1']),
      )
      const [answers] = await Promise.all([Promise.all(votes), closing()])
      const accepted = answers.filter(({ status }) => status === 303).length
      expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true)
      await pass(closesAt!)
      expect((await fileOf(budget)).result).toMatchObject({ ballots: accepted, votes: { '1': accepted } })
      expect(await keptFor(budget)).toHaveLength(accepted)
    }
  })

  test('that was in time is kept before the round ends, however slowly that goes', async () => {
    const { budget, closesAt } = await begin()
    const digest = await digestOf(budget)
    const own = await inCommunities(town.ctx.db, [SUN], (trx) =>
      ownBallot(trx, { community: SUN, id: budget as never }, personId('raiser')),
    )
    const held = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const stalling = inCommunities(town.ctx.db, [SUN], async (trx) => {
      await sql`lock table app.budget_voter in share mode`.execute(trx)
      begun.resolve()
      await held.promise
    })
    await begun.promise
    const actor: Actor = { kind: 'person', person: personId('raiser'), hats: [] }
    const early = { ...town.ctx, clock: { now: () => later(closesAt as Instant, -1) } }
    const acting = { ctx: early, performer, actor, key: undefined }
    const casting = handInBudget(acting, { community: SUN, id: own!.ballot }, { choice: ['1'], digest })
    await sql`select pg_sleep(0.1)`.execute(town.ctx.db)
    await town.advanceTo(closesAt as Instant)
    const closing = performer.wake(town.ctx, 'budget', { community: SUN, id: budget })
    await sql`select pg_sleep(0.2)`.execute(town.ctx.db)
    expect((await fileOf(budget)).status).toBe('open')
    held.resolve()
    await stalling
    const [cast] = await Promise.all([casting, closing])
    expect(cast).toHaveProperty('receipt')
    expect(await fileOf(budget)).toMatchObject({ status: 'decided', result: { ballots: 1 } })
  })

  test('sent at once from two phones of one voter leaves as many ballots, of which one holds', async () => {
    const { budget, closesAt } = await begin()
    const answers = await Promise.all([['1'], ['2'], ['1', '3'], ['3']].map((choice) => vote('raiser', budget, choice)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    const kept = await keptFor(budget)
    expect(kept.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    await pass(closesAt!)
    const { result } = await fileOf(budget)
    const last = kept.at(-1)!.choice
    expect(result!.ballots).toBe(1)
    expect(
      Object.entries(result!.votes)
        .filter(([, n]) => n > 0)
        .map(([id]) => id),
    ).toEqual(last)
  })

  test('sent twice with one key is one ballot', async () => {
    const { budget } = await begin()
    await Promise.all([vote('raiser', budget, ['1'], 'same'), vote('raiser', budget, ['1'], 'same')])
    expect(await keptFor(budget)).toHaveLength(1)
  })

  test('is its voter’s alone', async () => {
    const { budget } = await begin()
    for (const who of ['staff', 'owners-committee', 'staff-elsewhere', 'visitor', 'property-with-order'] as const)
      expect((await vote(who, budget, ['1'])).status, who).toBe(409)
    const own = await inCommunities(town.ctx.db, [SUN], (trx) =>
      ownBallot(trx, { community: SUN, id: budget as never }, personId('raiser')),
    )
    const stranger: Actor = { kind: 'person', person: personId('neighbour'), hats: [] }
    const acting = { ctx: town.ctx, performer, actor: stranger, key: undefined }
    const marked = { choice: ['1'], digest: await digestOf(budget) }
    expect(await handInBudget(acting, { community: SUN, id: own!.ballot }, marked)).toEqual({
      refused: 'not-your-ballot',
    })
    expect(await keptFor(budget)).toEqual([])
  })

  test('names only what stands on the list that its voter saw', async () => {
    const { budget } = await begin()
    for (const choice of [['9'], ['1', '1'], ['1', '9'], ["1'; drop table app.budget; --"]])
      expect((await vote('raiser', budget, choice)).status).toBe(409)
    const other = await begin({ amount: '200000' })
    const swapped = await send('raiser', budget, ['1'], { step: 'cast', digest: await digestOf(other.budget) })
    expect([swapped.status, swapped.text.includes('项目表和您刚才看到的不一样')]).toEqual([409, true])
    expect((await send('raiser', budget, ['1'], { step: 'cast' })).status).toBe(409)
    expect((await send('raiser', budget, [], { step: 'cast' })).status).toBe(422)
    expect(await keptFor(budget)).toEqual([])
  })

  test('is never taken for a list that changes as the round opens', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { budget } = (await act<BudgetFile>('staff', '', plan())).body
      const changed = plan({ projects: PROJECTS.toReversed() })
      const [redrafted, opened] = await Promise.all([
        act('staff', `/${budget}/redraft`, changed),
        act<BudgetFile>('branch', `/${budget}/open`),
      ])
      expect(opened.status).toBe(200)
      expect([200, 409]).toContain(redrafted.status)
      const first = (await fileOf(budget)).projects[0]!.name
      expect(first).toBe(redrafted.status === 200 ? '健身角' : '长椅')
      expect((await act('staff', `/${budget}/redraft`, changed)).status).toBe(409)
    }
  })

  test('is void with a round that is taken back, which nobody can do once it is over', async () => {
    const { budget, closesAt } = await begin()
    await vote('raiser', budget, ['1'])
    expect((await act('staff', `/${budget}/withdraw`, { reason: '金额写错了' })).status).toBe(200)
    expect((await vote('neighbour', budget, ['1'])).status).toBe(409)
    const other = await begin()
    await pass(closesAt!)
    expect((await fileOf(budget)).status).toBe('withdrawn')
    await town.advanceTo(other.closesAt as Instant)
    expect((await act('staff', `/${other.budget}/withdraw`, { reason: '结果不好' })).body.code).toMatch(
      /budget-ended|not-in-this-state/u,
    )
  })
})

test('whoever is on the list hears once that a round opens and what it came to; of a draft that is taken back nobody hears', async () => {
  const { budget, closesAt } = await begin()
  const handler = town.handlers['tell-of-round']!
  const heard = () =>
    rows(
      sql<{
        person: string
      }>`select person_id as person from app.message where link = ${`/budgets/${budget}`} order by 1`,
    )
  const listed = await rows(sql<{ person: string }>`
    select person_id as person from app.budget_voter where budget_id = ${budget} order by 1`)
  expect(listed.length).toBeGreaterThan(1)
  for (const told of ['opened', 'opened']) await handler(town.ctx, [{ community: SUN, budget, told }])
  expect(await heard()).toEqual(listed)
  await pass(closesAt!)
  const jobs = town.jobs.filter(({ kind, data }) => kind === 'tell-of-round' && data['budget'] === budget)
  expect(jobs.map(({ data }) => data['told'])).toEqual(['opened', 'decided'])
  await handler(town.ctx, [{ community: SUN, budget, told: 'decided' }])
  expect(await heard()).toHaveLength(2 * listed.length)

  const draft = (await act<BudgetFile>('staff', '', plan({ title: '不投了' }))).body.budget
  await act('staff', `/${draft}/withdraw`, { reason: '金额变了' })
  await handler(town.ctx, [{ community: SUN, budget: draft, told: 'withdrawn' }])
  expect(await rows(sql`select from app.message where link = ${`/budgets/${draft}`}`)).toEqual([])
})
