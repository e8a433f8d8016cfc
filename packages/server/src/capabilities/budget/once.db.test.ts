// One voter, one ballot that holds, however a sheet, a code, a key or a person is used twice; on real PostgreSQL, in races too.
import type { BudgetHandedIn } from '@yishi/contract/budget-desk'
import { type Instant, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { PEOPLE, personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { performer } from '../../wiring.ts'
import { type Rounds, roundsIn } from './testing/rounds.ts'

let town: Town
let at: Rounds
beforeAll(async () => {
  town = await openTown()
  at = roundsIn(town)
})
afterAll(() => town.close())

const TIMES = 20

const find = async (budget: string, code: string) =>
  (await at.ask<BudgetHandedIn>('staff', `/${budget}/find-sheet`, { code })).body
/** A sheet and the voter that it is of. */
const sheetOf = async (budget: string, who: keyof typeof PEOPLE) => {
  const codes = await at.codesOf(budget)
  const found = await Promise.all(codes.map((code) => find(budget, code)))
  const index = found.findIndex(({ name }) => name === PEOPLE[who].name)
  return { code: codes[index]!, voter: found[index]!.voter }
}
const enter = (who: 'staff' | 'branch' | 'owners-committee', budget: string, voter: string, choice: string[]) =>
  at.readAs(who, [budget, voter], { where: 'paper', choice })

describe('a sheet that comes back a second time', () => {
  test('is refused once it is a ballot, so that a pile entered twice replaces nothing that was said since', async () => {
    const { budget, closesAt } = await at.begin()
    const { voter } = await sheetOf(budget, 'raiser')
    for (const who of ['staff', 'branch'] as const) expect((await enter(who, budget, voter, ['1'])).status).toBe(200)
    expect((await at.vote('raiser', budget, ['2'])).status).toBe(303)
    for (const who of ['staff', 'branch', 'owners-committee'] as const) {
      const again = await enter(who, budget, voter, ['1'])
      expect([again.status, again.body.code]).toEqual([409, 'sheet-noted-already'])
    }
    expect(await at.kept(budget)).toMatchObject([
      { number: 1, where: 'paper', holds: false },
      { number: 2, where: null, choice: ['2'], holds: true },
    ])
    // In person they may still change their mind: they sign for it.
    for (const who of ['staff', 'branch'] as const) expect((await at.read(who, budget, voter, ['3'])).status).toBe(200)
    await at.pass(closesAt!)
    expect((await at.fileOf(budget)).result).toMatchObject({ ballots: 1, votes: { '1': 0, '2': 0, '3': 1 } })
  })

  test('is read again where it has become no ballot: dropped by mistake, or for another voter', async () => {
    const { budget } = await at.begin()
    const { voter } = await sheetOf(budget, 'raiser')
    await enter('staff', budget, voter, ['1'])
    expect((await at.ask('staff', `/${budget}/voters/${voter}/drop`, { reason: '看错了行' })).status).toBe(200)
    expect((await enter('staff', budget, voter, ['2'])).status).toBe(200)
    expect((await enter('branch', budget, voter, ['2'])).body).toMatchObject({ channel: 'paper' })
  })

  test('of a former round leads nowhere in the next, typed or scanned, though list and voters are the same', async () => {
    const [former, next] = [await at.begin(), await at.begin()]
    for (const code of await at.codesOf(former.budget))
      expect((await at.ask('staff', `/${next.budget}/find-sheet`, { code })).body.code).toBe('paper-code-wrong')
  })
})

describe('at one moment', () => {
  test('phone, sheet and desk leave one ballot that holds', { timeout: 120_000 }, async () => {
    for (let turn = 0; turn < TIMES; turn += 1) {
      const { budget } = await at.begin()
      const { voter } = await at.voterOf(budget, 'raiser')
      await enter('staff', budget, voter, ['1'])
      const answers = await Promise.all([
        enter('branch', budget, voter, ['1']),
        at.vote('raiser', budget, ['2']),
        enter('owners-committee', budget, voter, ['1']),
        at.vote('raiser', budget, ['3']),
        at.ask('branch', `/${budget}/voters/${voter}/drop`, { reason: '重复' }),
      ])
      expect(answers.every(({ status }) => status < 500)).toBe(true)
      const all = await at.kept(budget)
      expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1))
      expect(all.filter(({ holds }) => holds)).toHaveLength(1)
      expect(all.filter(({ where }) => where === 'paper').length).toBeLessThan(2)
      expect(all.find(({ holds }) => holds)!.where).toBeNull()
    }
  })

  test('the end of the last day: what two agreed on counts wholly or not at all', { timeout: 120_000 }, async () => {
    for (let turn = 0; turn < TIMES; turn += 1) {
      const { budget, closesAt } = await at.begin()
      const [one, two] = [await at.voterOf(budget, 'raiser'), await at.voterOf(budget, 'neighbour')]
      await enter('staff', budget, one.voter, ['1'])
      await at.read('staff', budget, two.voter, ['3'])
      await at.read('branch', budget, two.voter, ['2'])
      await town.advanceTo(later(closesAt as Instant, -1))
      const settling = { choice: ['3'], reason: '看原票' }
      const closing = async () => {
        await town.advanceTo(closesAt as Instant)
        return performer.wake(town.ctx, 'budget', { community: SUN, id: budget })
      }
      const [noted, settled] = await Promise.all([
        enter('branch', budget, one.voter, ['1']),
        at.ask('owners-committee', `/${budget}/voters/${two.voter}/settle`, settling),
        closing(),
      ])
      for (const { status, body } of [noted, settled])
        expect(status === 200 || (body as { code: string }).code === 'budget-not-open').toBe(true)
      await at.pass(closesAt!)
      const counted = [noted, settled].filter(({ status }) => status === 200).length
      expect((await at.fileOf(budget)).result).toMatchObject({ ballots: counted })
      expect(await at.kept(budget)).toHaveLength(counted)
    }
  })

  test('a third decides nothing once the last day is over', async () => {
    const { budget, closesAt } = await at.begin()
    const { voter } = await at.voterOf(budget, 'raiser')
    await at.read('staff', budget, voter, ['1'])
    await at.read('branch', budget, voter, ['2'])
    await at.pass(closesAt!)
    for (const [name, asked] of [
      ['settle', { choice: ['1'], reason: '看原票' }],
      ['drop', { reason: '来不及' }],
      ['read', { where: 'desk', choice: ['1'] }],
    ] as const)
      expect((await at.ask('owners-committee', `/${budget}/voters/${voter}/${name}`, asked)).body.code).toBe(
        'budget-not-open',
      )
    expect((await at.fileOf(budget)).result).toMatchObject({ ballots: 0 })
  })
})

describe('a key', () => {
  test('goes with one ballot: another choice, another voter, another round under it is refused', async () => {
    const [{ budget }, other] = [await at.begin(), await at.begin()]
    const [one, two] = [await at.voterOf(budget, 'raiser'), await at.voterOf(budget, 'neighbour')]
    const there = await at.voterOf(other.budget, 'raiser')
    const path = (of: string, voter: string) => `/${of}/voters/${voter}/read`
    const said = { where: 'desk', choice: ['1'] }
    expect((await at.ask('staff', path(budget, one.voter), said, 'one')).status).toBe(200)
    expect((await at.ask('staff', path(budget, one.voter), said, 'one')).status).toBe(200)
    for (const [where, json] of [
      [path(budget, one.voter), { ...said, choice: ['2'] }],
      [path(budget, two.voter), said],
      [path(other.budget, there.voter), said],
    ] as const)
      expect((await at.ask('staff', where, json, 'one')).body.code).toBe('idempotency-key-reused')
    // Another person's request is another: it is the second reading, not an echo of the first.
    expect((await at.ask('branch', path(budget, one.voter), said, 'one')).body).toMatchObject({ channel: 'desk' })
    expect(await at.kept(budget)).toHaveLength(1)
  })
})

describe('one person', () => {
  test('with two tasks is not two readers, nor a second and a third', async () => {
    const { budget } = await at.begin()
    const { voter } = await at.voterOf(budget, 'raiser')
    await at.rows(sql`
      insert into app.membership (community_id, person_id, role, path, starts)
      values (${SUN}, ${personId('staff')}, 'owners-committee', '', ${town.ctx.clock.now()})`)
    await at.read('staff', budget, voter, ['1'])
    expect((await at.read('staff', budget, voter, ['1'])).body.code).toBe('second-person-needed')
    await at.read('branch', budget, voter, ['2'])
    const settle = { choice: ['1'], reason: '看原票' }
    expect((await at.ask('staff', `/${budget}/voters/${voter}/settle`, settle)).body.code).toBe('third-person-needed')
  })
})
