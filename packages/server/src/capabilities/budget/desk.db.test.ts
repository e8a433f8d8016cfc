// Ballots noted at the desk of a shared budget, on real PostgreSQL through its own doors: two people, a third, paper, and one person with one vote.
import type { BudgetFile } from '@yishi/contract/budget'
import type { BudgetDesk, BudgetHandedIn } from '@yishi/contract/budget-desk'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, PEOPLE } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { type Rounds, roundsIn } from './testing/rounds.ts'

let town: Town
let at: Rounds
beforeAll(async () => {
  town = await openTown()
  at = roundsIn(town)
})
afterAll(() => town.close())

const entriesOf = (budget: string) =>
  at.rows(sql<{ type: string; subject: string }>`
    select type, subject from app.ledger_entry join app.budget_voter on ballot_id = subject
    where budget_id = ${budget} order by entry_id`)

describe('a ballot noted at the desk', () => {
  test('is read by two who do not see each other, counts like any other, and the page tells how it came', async () => {
    const { budget, closesAt } = await at.begin()
    const { voter } = await at.voterOf(budget, 'raiser')
    const first = await at.read('staff', budget, voter, ['3', '1'])
    expect(first.body).toMatchObject({
      waiting: 'read-once',
      channel: null,
      where: 'desk',
      mayPrint: true,
      readings: [],
    })
    expect(await at.kept(budget)).toEqual([])
    const before = await at.ask<BudgetHandedIn>('branch', `/${budget}/voters/${voter}`)
    expect(before.body).toMatchObject({ waiting: 'read-once', may: ['read', 'drop'], mayPrint: false, readings: [] })
    expect(JSON.stringify(before.body)).not.toContain('"choice"')
    expect((await at.read('staff', budget, voter, ['1', '3'])).body.code).toBe('second-person-needed')
    const second = await at.read('branch', budget, voter, ['1', '3'])
    expect(second.body).toMatchObject({ waiting: null, channel: 'desk' })
    expect(await at.kept(budget)).toEqual([
      {
        person: 'per_raiser',
        number: 1,
        choice: ['1', '3'],
        where: 'desk',
        readers: ['per_staff', 'per_branch'],
        holds: true,
      },
    ])
    expect((await entriesOf(budget)).map(({ type }) => type)).toEqual([
      'BudgetBallotRead',
      'BudgetBallotRead',
      'BudgetBallotNoted',
    ])
    await at.vote('neighbour', budget, ['3'])
    const desk = (await at.ask<BudgetDesk>('owners-committee', `/${budget}/desk`)).body
    expect(desk).toMatchObject({ channels: { online: 1, desk: 1, paper: 0 }, waiting: [] })
    await at.pass(closesAt!)
    expect((await at.ask<BudgetFile>('staff', `/${budget}`)).body.result).toMatchObject({
      ballots: 2,
      votes: { '1': 1, '2': 0, '3': 2 },
    })
    const page = (await town.as('visitor', { method: 'GET', url: `/budgets/${budget}` })).text
    expect(page).toContain('手机投的 1 张，居委会当面记的 1 张，纸票 0 张')
    expect(page).not.toContain(PEOPLE.raiser.name)
  })

  test('that two read differently is decided by a third who sees both', async () => {
    const { budget } = await at.begin()
    const { voter } = await at.voterOf(budget, 'neighbour')
    await at.read('staff', budget, voter, ['1'])
    const differing = await at.read('branch', budget, voter, ['1', '2'])
    expect(differing.body).toMatchObject({ waiting: 'differing', channel: null, may: ['drop'], readings: [] })
    const settle = (who: Caller) =>
      at.ask(who, `/${budget}/voters/${voter}/settle`, { choice: ['1'], reason: '看原票' })
    expect((await settle('branch')).body.code).toBe('third-person-needed')
    const third = await at.ask<BudgetHandedIn>('owners-committee', `/${budget}/voters/${voter}`)
    expect(third.body.readings).toEqual([
      { by: PEOPLE.staff.name, choice: ['1'] },
      { by: PEOPLE.branch.name, choice: ['1', '2'] },
    ])
    expect((await settle('owners-committee')).status).toBe(200)
    expect(await at.kept(budget)).toMatchObject([
      { choice: ['1'], readers: ['per_staff', 'per_branch', 'per_ownerscommittee'] },
    ])
  })

  test('counts from when it was handed in: whichever the voter gave last holds, and both are kept', async () => {
    const { budget, closesAt } = await at.begin()
    const raiser = (await at.voterOf(budget, 'raiser')).voter
    const neighbour = (await at.voterOf(budget, 'neighbour')).voter
    await at.read('staff', budget, raiser, ['1'])
    expect((await at.vote('raiser', budget, ['2'])).status).toBe(303)
    await at.read('branch', budget, raiser, ['1'])
    await at.vote('neighbour', budget, ['2'])
    await at.read('staff', budget, neighbour, ['3'])
    await at.read('branch', budget, neighbour, ['3'])
    expect(await at.kept(budget)).toMatchObject([
      { number: 1, choice: ['2'], where: null, holds: false },
      { number: 2, choice: ['3'], where: 'desk', holds: true },
      { number: 1, choice: ['2'], where: null, holds: true },
      { number: 2, choice: ['1'], where: 'desk', holds: false },
    ])
    expect((await at.vote('neighbour', budget, ['1'])).status).toBe(303)
    await at.pass(closesAt!)
    expect((await at.ask<BudgetFile>('staff', `/${budget}`)).body.result).toMatchObject({
      ballots: 2,
      votes: { '1': 1, '2': 1, '3': 0 },
    })
  })

  test('of two at once, from phone and desk, leaves both and one that holds', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { budget } = await at.begin()
      const { voter } = await at.voterOf(budget, 'raiser')
      await at.read('staff', budget, voter, ['1'])
      const [noted, cast] = await Promise.all([
        at.read('branch', budget, voter, ['1']),
        at.vote('raiser', budget, ['2']),
      ])
      expect([noted.status, cast.status]).toEqual([200, 303])
      const all = await at.kept(budget)
      expect(all.map(({ number }) => number)).toEqual([1, 2])
      expect(all.filter(({ holds }) => holds)).toMatchObject([{ choice: ['2'] }])
    }
  })

  test('of two second readings at once becomes one ballot', async () => {
    const { budget } = await at.begin()
    const { voter } = await at.voterOf(budget, 'raiser')
    await at.read('staff', budget, voter, ['1'])
    await Promise.all([at.read('branch', budget, voter, ['1']), at.read('owners-committee', budget, voter, ['1'])])
    expect(await at.kept(budget)).toHaveLength(1)
    const [line] = (await at.ask<BudgetDesk>('staff', `/${budget}/desk`)).body.waiting
    expect(line).toMatchObject({ voter, waiting: 'read-once', channel: 'desk' })
  })

  test('that nobody has read again when the round ends is no ballot, and the page says how many', async () => {
    const { budget, closesAt } = await at.begin()
    const { voter } = await at.voterOf(budget, 'raiser')
    await at.read('staff', budget, voter, ['1'])
    await at.pass(closesAt!)
    expect((await at.read('branch', budget, voter, ['1'])).body.code).toBe('budget-not-open')
    expect((await at.ask<BudgetFile>('staff', `/${budget}`)).body.result).toMatchObject({ ballots: 0 })
    expect((await town.as('visitor', { method: 'GET', url: `/budgets/${budget}` })).text).toContain(
      '另有 1 份交到居委会的',
    )
  })

  test('taken down for the wrong person is dropped with a reason; nothing of it is ever rewritten', async () => {
    const { budget } = await at.begin()
    const { voter } = await at.voterOf(budget, 'raiser')
    await at.read('staff', budget, voter, ['1'])
    expect((await at.ask('branch', `/${budget}/voters/${voter}/drop`, { reason: '选错了人' })).status).toBe(200)
    expect((await at.ask('branch', `/${budget}/voters/${voter}/drop`, { reason: '再撤' })).body.code).toBe(
      'nothing-handed-in',
    )
    expect((await at.read('branch', budget, voter, ['2'])).body.waiting).toBe('read-once')
    for (const change of [
      sql`update app.budget_reading set choice = '{3}'`,
      sql`delete from app.budget_reading`,
      sql`delete from app.budget_ballot`,
    ])
      await expect(at.rows(change as never)).rejects.toThrow(/permission denied/u)
  })

  test('is refused to everybody but those who keep common money here, and for projects that are not on the list', async () => {
    const { budget } = await at.begin()
    const { voter } = await at.voterOf(budget, 'raiser')
    for (const who of ['raiser', 'volunteer', 'property-with-order', 'police'] as const)
      expect((await at.read(who, budget, voter, ['1'])).body.code, who).toBe('not-your-budget')
    expect((await at.read('staff-elsewhere', budget, voter, ['1'])).body.code).toBe('budget-unknown')
    expect((await at.read('staff', budget, voter, ['9'])).body.code).toBe('choice-unfit')
    expect((await at.read('staff', budget, 'vtr_none', ['1'])).body.code).toBe('voter-unknown')
  })

  test('is told to its voter, who reads on their own page how it came and may change it', async () => {
    const { budget } = await at.begin()
    const { voter } = await at.voterOf(budget, 'raiser')
    await at.read('staff', budget, voter, ['1'])
    await at.read('branch', budget, voter, ['1'])
    const job = town.jobs.find(({ kind, data }) => kind === 'tell-of-round' && data['voter'] === voter)
    await town.handlers['tell-of-round']!(town.ctx, [job!.data])
    const told = await at.rows(sql<{ person: string; body: string }>`
      select person_id as person, body from app.message where link = ${`/budgets/${budget}`}`)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ person: 'per_raiser' })
    const page = (await town.as('raiser', { method: 'GET', url: `/budgets/${budget}` })).text
    expect(page).toContain('在居委会当面说')
    expect(page).toContain('截止前可以再投')
  })
})

test('the list is nobody’s to leaf through: whoever looks for nobody in particular finds nobody', async () => {
  const { budget } = await at.begin()
  expect((await at.ask('staff', `/${budget}/voters?find=`)).body).toEqual([])
  expect((await at.ask('staff', `/${budget}/voters?find=2`)).body).toMatchObject([{ number: 2 }])
})

describe('paper', () => {
  test('has a sheet for everybody on the list, whose code leads the desk to its voter and to nobody else', async () => {
    const { budget } = await at.begin()
    const unasked = await town.as('staff', { method: 'GET', url: `/budgets/${budget}/paper` })
    expect(unasked.text).not.toContain(PEOPLE.raiser.name)
    const page = await town.as('staff', { method: 'GET', url: `/budgets/${budget}/paper?path=*` })
    expect(page.status).toBe(200)
    const part = await town.as('staff', { method: 'GET', url: `/budgets/${budget}/paper?path=G1.B1` })
    expect([part.text.includes(PEOPLE['building-leader'].name), part.text.includes(PEOPLE.raiser.name)]).toEqual([
      true,
      false,
    ])
    const codes = [...page.text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
    expect(codes).toHaveLength(4)
    const found = await Promise.all(
      codes.map((code) => at.ask<BudgetHandedIn>('branch', `/${budget}/find-sheet`, { code })),
    )
    expect(new Set(found.map(({ body }) => body.voter)).size).toBe(4)
    const code = codes[0]!
    const [number, ...seal] = code.split('-')
    const moved = [String(Number(number) === 1 ? 2 : 1).padStart(4, '0'), ...seal].join('-')
    for (const wrong of [moved, '0001-00000-00000', 'hello'])
      expect((await at.ask('staff', `/${budget}/find-sheet`, { code: wrong })).body.code, wrong).toBe(
        'paper-code-wrong',
      )
    const other = await at.begin()
    expect((await at.ask('staff', `/${other.budget}/find-sheet`, { code })).body.code).toBe('paper-code-wrong')
    const address = `https://x.cn/budgets/${budget}#${code}`
    expect((await at.ask('staff', `/${other.budget}/find-sheet`, { code: address })).body.code).toBe(
      'paper-of-another-poll',
    )
    const { voter } = (await at.ask<BudgetHandedIn>('staff', `/${budget}/find-sheet`, { code: address })).body
    for (const who of ['staff', 'branch'] as const)
      await at.readAs(who, [budget, voter], { where: 'paper', choice: ['2'] })
    expect((await at.ask<BudgetDesk>('staff', `/${budget}/desk`)).body.channels).toEqual({
      online: 0,
      desk: 0,
      paper: 1,
    })
  })

  test('to be signed is printed for whoever has read it, and shows nobody else what was chosen', async () => {
    const { budget } = await at.begin()
    const { voter } = await at.voterOf(budget, 'raiser')
    const slip = (who: Caller) => town.as(who, { method: 'GET', url: `/budgets/${budget}/voters/${voter}/slip` })
    expect((await slip('staff')).status).toBe(409)
    await at.read('staff', budget, voter, ['2'])
    const taken = await slip('staff')
    expect([taken.status, taken.text.includes('充电棚'), taken.text.includes('还要另一个人核对')]).toEqual([
      200,
      true,
      true,
    ])
    expect((await slip('branch')).status).toBe(409)
    await at.read('branch', budget, voter, ['2'])
    const noted = await slip('branch')
    expect(noted.text).toContain(`${PEOPLE.staff.name}、${PEOPLE.branch.name} 已核对`)
    expect((await slip('owners-committee')).status).toBe(409)
    await at.vote('raiser', budget, ['1'])
    expect((await slip('branch')).text).toContain('以手机上投的为准')
  })
})
