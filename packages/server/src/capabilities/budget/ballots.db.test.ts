// Ballots of a shared budget on real PostgreSQL: replaced, closed to the millisecond, sent twice, and every way in which somebody might cheat or be cheated.
import type { BudgetFile } from '@yishi/contract/budget'
import { type Actor, type Instant, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { stallOn } from '../../testing/stall.ts'
import { performer } from '../../wiring.ts'
import { handInBudget, ownBallot } from './index.ts'
import { PROJECTS, type Rounds, roundsIn } from './testing/rounds.ts'

let town: Town
let at: Rounds
beforeAll(async () => {
  town = await openTown()
  at = roundsIn(town)
})
afterAll(() => town.close())

describe('a ballot', () => {
  test('may be replaced until the end; all are kept, and only added to', async () => {
    const { budget } = await at.begin()
    await at.vote('raiser', budget, ['1'])
    await at.vote('raiser', budget, ['3', '2'])
    expect(await at.kept(budget)).toMatchObject([
      { person: 'per_raiser', number: 1, choice: ['1'] },
      { person: 'per_raiser', number: 2, choice: ['2', '3'] },
    ])
    expect((await at.fileOf(budget)).cast).toBe(1)
    for (const change of [
      sql`update app.budget_ballot set choice = '{1}'`,
      sql`delete from app.budget_ballot`,
      sql`delete from app.budget_voter`,
    ])
      await expect(at.rows(change as never)).rejects.toThrow(/permission denied/u)
  })

  test('counts at the very last millisecond and not at the next, whether or not the clock has come by', async () => {
    const { budget, closesAt } = await at.begin()
    await town.advanceTo(later(closesAt as Instant, -1))
    expect((await at.vote('raiser', budget, ['1'])).status).toBe(303)
    await town.advanceTo(closesAt as Instant)
    const late = await at.vote('raiser', budget, ['3'])
    expect([late.status, late.text.includes('投票已经截止')]).toEqual([409, true])
    expect((await at.vote('neighbour', budget, ['3'])).status).toBe(409)
    await at.pass(closesAt!)
    expect((await at.vote('neighbour', budget, ['3'])).status).toBe(409)
    expect((await at.fileOf(budget)).result).toMatchObject({ ballots: 1, votes: { '1': 1, '3': 0 } })
  })

  test('of many at the very moment of closing exactly those count that were accepted', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { budget, closesAt } = await at.begin()
      await town.advanceTo(later(closesAt as Instant, -1))
      const closing = async () => {
        await town.advanceTo(closesAt as Instant)
        return performer.wake(town.ctx, 'budget', { community: SUN, id: budget })
      }
      const votes = (['raiser', 'neighbour', 'volunteer', 'building-leader'] as const).map((who) =>
        at.vote(who, budget, ['1']),
      )
      const [answers] = await Promise.all([Promise.all(votes), closing()])
      const accepted = answers.filter(({ status }) => status === 303).length
      expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true)
      await at.pass(closesAt!)
      expect((await at.fileOf(budget)).result).toMatchObject({ ballots: accepted, votes: { '1': accepted } })
      expect(await at.kept(budget)).toHaveLength(accepted)
    }
  })

  test('that was in time is kept before the round ends, however slowly that goes', async () => {
    const { budget, closesAt } = await at.begin()
    const digest = await at.digestOf(budget)
    const own = await inCommunities(town.ctx.db, [SUN], (trx) =>
      ownBallot(trx, { community: SUN, id: budget as never }, personId('raiser')),
    )
    const letGo = await stallOn(town.ctx, SUN, sql`lock table app.budget_voter in share mode`)
    const actor: Actor = { kind: 'person', person: personId('raiser'), hats: [] }
    const early = { ...town.ctx, clock: { now: () => later(closesAt as Instant, -1) } }
    const acting = { ctx: early, performer, actor, key: undefined }
    const casting = handInBudget(acting, { community: SUN, id: own!.ballot }, { choice: ['1'], digest })
    await sql`select pg_sleep(0.1)`.execute(town.ctx.db)
    await town.advanceTo(closesAt as Instant)
    const closing = performer.wake(town.ctx, 'budget', { community: SUN, id: budget })
    await sql`select pg_sleep(0.2)`.execute(town.ctx.db)
    expect((await at.fileOf(budget)).status).toBe('open')
    await letGo()
    const [cast] = await Promise.all([casting, closing])
    expect(cast).toHaveProperty('receipt')
    expect(await at.fileOf(budget)).toMatchObject({ status: 'decided', result: { ballots: 1 } })
  })

  test('sent at once from two phones of one voter leaves as many ballots, of which one holds', async () => {
    const { budget, closesAt } = await at.begin()
    const answers = await Promise.all(
      [['1'], ['2'], ['1', '3'], ['3']].map((choice) => at.vote('raiser', budget, choice)),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    const kept = await at.kept(budget)
    expect(kept.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    await at.pass(closesAt!)
    const { result } = await at.fileOf(budget)
    const last = kept.at(-1)!.choice
    expect(result!.ballots).toBe(1)
    expect(
      Object.entries(result!.votes)
        .filter(([, n]) => n > 0)
        .map(([id]) => id),
    ).toEqual(last)
  })

  test('sent twice with one key is one ballot', async () => {
    const { budget } = await at.begin()
    await Promise.all([at.vote('raiser', budget, ['1'], 'same'), at.vote('raiser', budget, ['1'], 'same')])
    expect(await at.kept(budget)).toHaveLength(1)
  })

  test('is its voter’s alone', async () => {
    const { budget } = await at.begin()
    for (const who of ['staff', 'owners-committee', 'staff-elsewhere', 'visitor', 'property-with-order'] as const)
      expect((await at.vote(who, budget, ['1'])).status, who).toBe(409)
    const own = await inCommunities(town.ctx.db, [SUN], (trx) =>
      ownBallot(trx, { community: SUN, id: budget as never }, personId('raiser')),
    )
    const stranger: Actor = { kind: 'person', person: personId('neighbour'), hats: [] }
    const acting = { ctx: town.ctx, performer, actor: stranger, key: undefined }
    const marked = { choice: ['1'], digest: await at.digestOf(budget) }
    expect(await handInBudget(acting, { community: SUN, id: own!.ballot }, marked)).toEqual({
      refused: 'not-your-ballot',
    })
    expect(await at.kept(budget)).toEqual([])
  })

  test('names only what stands on the list that its voter saw', async () => {
    const { budget } = await at.begin()
    for (const choice of [['9'], ['1', '1'], ['1', '9'], ["1'; drop table app.budget; --"]])
      expect((await at.vote('raiser', budget, choice)).status).toBe(409)
    const other = await at.begin({ amount: '200000' })
    const swapped = await at.send('raiser', budget, ['1'], { step: 'cast', digest: await at.digestOf(other.budget) })
    expect([swapped.status, swapped.text.includes('项目表和您刚才看到的不一样')]).toEqual([409, true])
    expect((await at.send('raiser', budget, ['1'], { step: 'cast' })).status).toBe(409)
    expect((await at.send('raiser', budget, [], { step: 'cast' })).status).toBe(422)
    expect(await at.kept(budget)).toEqual([])
  })

  test('is never taken for a list that changes as the round opens', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { budget } = (await at.ask<BudgetFile>('staff', '', at.plan())).body
      const changed = at.plan({ projects: PROJECTS.toReversed() })
      const [redrafted, opened] = await Promise.all([
        at.ask('staff', `/${budget}/redraft`, changed),
        at.ask<BudgetFile>('branch', `/${budget}/open`, {}),
      ])
      expect(opened.status).toBe(200)
      expect([200, 409]).toContain(redrafted.status)
      const first = (await at.fileOf(budget)).projects[0]!.name
      expect(first).toBe(redrafted.status === 200 ? '健身角' : '长椅')
      expect((await at.ask('staff', `/${budget}/redraft`, changed)).status).toBe(409)
    }
  })

  test('is void with a round that is taken back, which nobody can do once it is over', async () => {
    const { budget, closesAt } = await at.begin()
    await at.vote('raiser', budget, ['1'])
    expect((await at.ask('staff', `/${budget}/withdraw`, { reason: '金额写错了' })).status).toBe(200)
    expect((await at.vote('neighbour', budget, ['1'])).status).toBe(409)
    const other = await at.begin()
    await at.pass(closesAt!)
    expect((await at.fileOf(budget)).status).toBe('withdrawn')
    await town.advanceTo(other.closesAt as Instant)
    expect((await at.ask('staff', `/${other.budget}/withdraw`, { reason: '结果不好' })).body.code).toMatch(
      /budget-ended|not-in-this-state/u,
    )
  })
})
