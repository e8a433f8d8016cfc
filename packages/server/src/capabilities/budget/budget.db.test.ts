// Rounds of shared budgets on real PostgreSQL through their own doors: a whole life, who is asked, who hears of it, and what is refused.
import type { BudgetFile } from '@yishi/contract/budget'
import { METHOD, allocate, electionIn, isTie, readPb } from '@yishi/domain/budget'
import { localDateOf } from '@yishi/domain/calendar'
import { isRefused } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { PEOPLE } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { newcomer } from '../identity/testing/newcomers.ts'
import { PROJECTS, type Rounds, roundsIn } from './testing/rounds.ts'

let town: Town
let at: Rounds
beforeAll(async () => {
  town = await openTown()
  at = roundsIn(town)
})
afterAll(() => town.close())

describe('a round', () => {
  test('is drafted, changed, opened, voted in, closed by the clock, and allocated in the same breath', async () => {
    const drafted = await at.ask<BudgetFile>('owners-committee', '', at.plan({ amount: '90000' }))
    expect(drafted.body).toMatchObject({ status: 'draft', may: ['redraft', 'open', 'withdraw'], listed: null })
    const { budget } = drafted.body
    expect((await at.pageOf('raiser', budget)).status).toBe(404)
    const changed = await at.ask<BudgetFile>('staff', `/${budget}/redraft`, at.plan())
    expect(changed.body).toMatchObject({ amount: '100000', projects: [{ id: '1' }, { id: '2' }, { id: '3' }] })
    const opened = await at.ask<BudgetFile>('staff', `/${budget}/open`, {})
    expect(opened.body).toMatchObject({ status: 'open', may: ['withdraw'], listed: 4, cast: 0 })
    const confirm = await at.send('raiser', budget, ['1', '2'], { step: 'confirm' })
    expect([confirm.status, confirm.text.includes('确认投票')]).toEqual([200, true])
    expect((await at.vote('raiser', budget, ['1', '2'])).status).toBe(303)
    expect((await at.vote('neighbour', budget, ['1', '3'])).status).toBe(303)
    expect((await at.vote('volunteer', budget, ['3'])).status).toBe(303)
    const receipt = await town.as('raiser', { method: 'GET', url: `/budgets/${budget}?cast=1` })
    expect(receipt.text).toContain('收到您的票了')
    expect((await town.as('visitor', { method: 'GET', url: `/budgets/${budget}/ballots.pb` })).status).toBe(404)
    await at.pass(opened.body.closesAt!)
    const decided = await at.fileOf(budget)
    expect(decided).toMatchObject({
      status: 'decided',
      cast: 3,
      may: [],
      result: { ballots: 3, cost: '70000', votes: { '1': 2, '2': 1, '3': 2 }, byVotes: ['1', '3'] },
    })
    expect(decided.result!.winners.map(({ id }) => id)).toEqual(['1', '3'])
    const told = await at.rows(
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
    const { budget, closesAt } = await at.begin()
    await at.vote('raiser', budget, ['1'])
    await at.vote('neighbour', budget, ['1', '3'])
    await at.pass(closesAt!)
    const mine = (await at.pageOf('raiser', budget)).text
    expect(mine).toContain('长椅：您出了 10,000 元')
    expect(mine).toContain('每人先分到 50,000 元')
    expect(mine).toContain('一起加到 60,000 元')
    expect(mine).toContain('没有用出去的：50,000 元')
    expect((await at.pageOf('volunteer', budget)).text).toContain('您没有投票')
    const open = (await at.pageOf('visitor', budget)).text
    expect(open).not.toContain('您出了')
    for (const { name } of [PEOPLE.raiser, PEOPLE.neighbour, PEOPLE.staff]) expect(open).not.toContain(name)
  })

  test('can be computed again by anybody from its file', async () => {
    const { budget, closesAt } = await at.begin()
    await at.vote('raiser', budget, ['2', '3'])
    await at.vote('raiser', budget, ['3'])
    await at.vote('neighbour', budget, ['1', '2'])
    await at.pass(closesAt!)
    const { text, headers } = await town.as('visitor', { method: 'GET', url: `/budgets/${budget}/ballots.pb` })
    expect(headers['content-disposition']).toBe(`attachment; filename="${budget}.pb"`)
    expect(text).toMatch(/VOTES\nvoter_id;vote\n1;1,2\n2;3\n$/u)
    const file = readPb(text)
    const election = isRefused(file) ? file : electionIn(file)
    if (isRefused(election)) throw new Error(election.refused)
    const found = allocate(election, METHOD)
    if (isTie(found)) throw new Error('a tie')
    expect(found.winners.map(({ project }) => project.id)).toEqual(
      (await at.fileOf(budget)).result!.winners.map(({ id }) => id),
    )
  })

  test('of one part is for those who live there, and everybody is listed once', async () => {
    const { listed, budget } = await at.begin({ node: 'nod_b1' })
    expect(listed).toBe(1)
    expect((await at.vote('raiser', budget, ['1'])).status).toBe(409)
    expect((await at.vote('building-leader', budget, ['1'])).status).toBe(303)
  })

  test('tells whoever signed up after it had opened when its list was fixed, and where an owner goes', async () => {
    const { budget } = await at.begin()
    const late = await newcomer(town)
    const { text } = await late.as({ method: 'GET', url: `/budgets/${budget}` })
    expect(text).toContain('您在那以后才登记')
    expect(text).toContain(`href="/c/${SUN}/home"`)
    expect((await at.pageOf('staff', budget)).text).toContain('名册里没有您')
    const part = await at.begin({ node: 'nod_b1' })
    expect((await at.pageOf('raiser', part.budget)).text).toContain('名册里没有您')
  })

  test('is refused with a plan that cannot be voted on, and nothing is kept of it', async () => {
    const before = await at.rows(sql`select from app.budget`)
    for (const [more, code] of [
      [{ amount: '一百' }, 'amount-unfit'],
      [{ projects: PROJECTS.slice(0, 1) }, 'projects-too-few'],
      [{ amount: '50000' }, 'project-too-dear'],
      [{ lastDay: localDateOf(town.ctx.clock.now()) }, 'last-day-unfit'],
      [{ node: 'nod_moon' }, 'node-unknown'],
    ] as const)
      expect((await at.ask('staff', '', at.plan(more))).body).toMatchObject({ code })
    expect(await at.rows(sql`select from app.budget`)).toHaveLength(before.length)
  })

  test('drafted twice with one key is one round', async () => {
    const asked = at.plan()
    const [one, two] = await Promise.all([
      at.ask<BudgetFile>('staff', '', asked, 'k-1'),
      at.ask<BudgetFile>('staff', '', asked, 'k-1'),
    ])
    expect(one.body.budget).toBe(two.body.budget)
  })
})

test('whoever is on the list hears once that a round opens and what it came to; of a draft that is taken back nobody hears', async () => {
  const { budget, closesAt } = await at.begin()
  const handler = town.handlers['tell-of-round']!
  const heard = () =>
    at.rows(
      sql<{
        person: string
      }>`select person_id as person from app.message where link = ${`/budgets/${budget}`} order by 1`,
    )
  const listed = await at.rows(sql<{ person: string }>`
    select person_id as person from app.budget_voter where budget_id = ${budget} order by 1`)
  expect(listed.length).toBeGreaterThan(1)
  for (const told of ['opened', 'opened']) await handler(town.ctx, [{ community: SUN, budget, told }])
  expect(await heard()).toEqual(listed)
  await at.pass(closesAt!)
  const jobs = town.jobs.filter(({ kind, data }) => kind === 'tell-of-round' && data['budget'] === budget)
  expect(jobs.map(({ data }) => data['told'])).toEqual(['opened', 'decided'])
  await handler(town.ctx, [{ community: SUN, budget, told: 'decided' }])
  expect(await heard()).toHaveLength(2 * listed.length)

  const draft = (await at.ask<BudgetFile>('staff', '', at.plan({ title: '不投了' }))).body.budget
  await at.ask('staff', `/${draft}/withdraw`, { reason: '金额变了' })
  await handler(town.ctx, [{ community: SUN, budget: draft, told: 'withdrawn' }])
  expect(await at.rows(sql`select from app.message where link = ${`/budgets/${draft}`}`)).toEqual([])
})
