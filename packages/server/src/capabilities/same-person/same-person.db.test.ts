// One person on a list twice, on real PostgreSQL: a claim that is confirmed while people vote never makes two votes, however the two race.
import type { Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { linkPersons } from '../account/persons.ts'
import { newcomer, settleFlat } from '../identity/testing/newcomers.ts'
import { twoRowsIn } from './testing/two-rows.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
const {
  rows,
  staff,
  settle,
  tell,
  claimant,
  confirm,
  beginRound,
  digestOf,
  inBudget,
  holdingIn,
  fileOf,
  beginPoll,
  inPoll,
  voterOf,
  noteFor,
} = twoRowsIn(() => town)

describe('a claim confirmed while people vote', () => {
  test('leaves whoever voted before it the ballot that they gave, to see and to change; list and digest stay', async () => {
    const who = await claimant()
    const { budget, listed } = await beginRound()
    const digest = await digestOf(budget)
    expect((await inBudget(who, budget, '1')).status).toBe(303)
    expect((await confirm(who)).status).toBe(200)
    expect((await who.as({ method: 'GET', url: `/budgets/${budget}` })).text).toContain('您投给了这些项目')
    expect((await inBudget(who, budget, '2')).status).toBe(303)
    expect(await holdingIn(budget, 'budget')).toEqual([{ person: who.person, holding: 2, ballots: 2 }])
    expect([await digestOf(budget), (await fileOf(budget)).listed, (await fileOf(budget)).cast]).toEqual([
      digest,
      listed,
      1,
    ])
  })

  test('lets them vote once as the owner where they had not voted before', async () => {
    const who = await claimant()
    const { budget, closesAt } = await beginRound()
    const poll = await beginPoll(who.person, who.owner)
    await confirm(who)
    expect((await inBudget(who, budget, '1')).status).toBe(303)
    expect((await inPoll(who, poll)).status).toBe(303)
    expect(await holdingIn(budget, 'budget')).toEqual([{ person: who.owner, holding: 1, ballots: 1 }])
    expect(await holdingIn(poll, 'poll')).toEqual([{ person: who.owner, holding: 1, ballots: 1 }])
    await town.advanceTo(closesAt as Instant)
    await settle()
    expect((await fileOf(budget)).result).toMatchObject({ ballots: 1 })
  })

  test('takes no vote away from whom the list has by the row of before alone', async () => {
    const who = await claimant()
    const poll = await beginPoll(who.person)
    await confirm(who)
    expect((await inPoll(who, poll)).status).toBe(303)
    expect(await holdingIn(poll, 'poll')).toEqual([{ person: who.person, holding: 1, ballots: 1 }])
  })

  test('what the desk notes for the other row is refused, and says why', async () => {
    const who = await claimant()
    const poll = await beginPoll(who.person, who.owner)
    expect((await inPoll(who, poll)).status).toBe(303)
    await confirm(who)
    const refused = await noteFor(poll, who.owner, 'against')
    expect([refused.status, refused.json()]).toMatchObject([409, { code: 'other-row-voted', title: '已经投过一票了' }])
    expect((await noteFor(poll, who.person, 'against')).status).toBe(200)
    expect((await town.as('staff', { method: 'GET', url: `/api/polls/${poll}` })).json()).toMatchObject({
      turnout: { cast: 1, of: 3 },
    })
  })

  test('shows the desk which rows are one person, and the person the ballots of all their rows', async () => {
    const who = await claimant('钱七')
    const poll = await beginPoll(who.person, who.owner)
    const mine = async () => (await who.as({ method: 'GET', url: '/me/ballots' })).text
    const ballots = async () => (await mine()).match(/href="\/polls\//gu)?.length ?? 0
    expect((await inPoll(who, poll, 'against')).status).toBe(303)
    expect([(await voterOf(poll, who.owner)).same, await ballots()]).toEqual([[], 1])
    await confirm(who)
    const before = await voterOf(poll, who.person)
    expect((await voterOf(poll, who.owner)).same).toMatchObject([
      { voter: before.voter, name: before.name, voted: true },
    ])
    expect(before.same).toMatchObject([{ name: '钱七', voted: false }])
    // Signed in as the owner now: the ballot that was given under the other row is still theirs to look up.
    expect([await ballots(), (await mine()).includes('反对')]).toEqual([1, true])
    const other = await beginPoll(who.owner)
    expect((await inPoll(who, other)).status).toBe(303)
    expect(await ballots()).toBe(2)
  })

  test('after both rows have voted, sets the later ballot aside, writes it down, and tells the desk what to do', async () => {
    const who = await claimant('赵云')
    const poll = await beginPoll(who.person, who.owner)
    expect((await inPoll(who, poll, 'for')).status).toBe(303)
    await town.advanceTo(new Date(Date.parse(town.ctx.clock.now()) + 1000).toISOString() as Instant)
    expect((await noteFor(poll, who.owner, 'against')).status).toBe(200)
    await confirm(who)
    await settle()
    expect(await holdingIn(poll, 'poll')).toMatchObject(
      [
        { person: who.person, holding: 1 },
        { person: who.owner, holding: 0 },
      ].toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    )
    await tell()
    const told = await rows(sql<{ title: string; body: string; link: string }>`
      select title, body, link from app.message where person_id = ${personId('staff')} and link = ${`/console/polls/${poll}`}`)
    expect(told).toEqual([
      {
        title: '有人占了两行，投了两票',
        body: expect.stringContaining(`尾号${who.phone.slice(-4)}和赵*是同一个人`),
        link: `/console/polls/${poll}`,
      },
    ])
    const kept = await rows(sql<{ leaf: string }>`
      select leaf from app.ledger_entry where type = 'BallotSetAside' and leaf::text like ${`%${poll}%`}`)
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(who.owner)
    await staff(`polls/${poll}/count`)
    const decided = await town.as('branch', { method: 'POST', url: `/api/polls/${poll}/count`, json: {} })
    expect(decided.json()).toMatchObject({
      result: { figures: { votes: { for: { heads: 1 }, against: { heads: 0 } } } },
    })
  })

  test('found after the result: nothing is taken back by itself, and the desk is told to look', async () => {
    const who = await claimant('马超')
    const poll = await beginPoll(who.person, who.owner)
    await inPoll(who, poll, 'for')
    await noteFor(poll, who.owner, 'for')
    await staff(`polls/${poll}/count`)
    await town.as('branch', { method: 'POST', url: `/api/polls/${poll}/count`, json: {} })
    await confirm(who)
    await settle()
    await tell()
    expect((await holdingIn(poll, 'poll')).map(({ holding }) => holding)).toEqual([1, 1])
    const told = await rows(
      sql<{
        body: string
      }>`select body from app.message where person_id = ${personId('staff')} and link = ${`/console/polls/${poll}`}`,
    )
    expect(told.map(({ body }) => body.includes('两票都计进了结果'))).toEqual([true])
    await settle()
    expect(await rows(sql`select from app.due where at < '2000-01-01'`)).toEqual([])
  })
})

describe('a list that opens later', () => {
  test('has an account once, by the roster’s row; two rows picked by hand are one person from the start', async () => {
    const who = await claimant()
    await confirm(who)
    const { budget } = await beginRound()
    const listed = await rows(sql<{ person: string }>`
      select person_id as person from app.budget_voter where budget_id = ${budget} and person_id in (${who.person}, ${who.owner})`)
    expect(listed).toEqual([{ person: who.owner }])
    const poll = await beginPoll(who.person, who.owner)
    expect((await noteFor(poll, who.person, 'for')).status).toBe(200)
    expect((await noteFor(poll, who.owner, 'for')).status).toBe(409)
  })

  test('learns of a number that the roster had all along when its owner signs in again', async () => {
    const who = await newcomer(town)
    const [row] = await settleFlat(town, 'H1', [{ name: '黄忠', phone: who.phone }])
    const poll = await beginPoll(who.person, row!)
    expect((await inPoll(who, poll)).status).toBe(303)
    const [{ account }] = (await rows(sql<{ account: string }>`
      select account_id as account from app.person where person_id = ${who.person}`)) as [{ account: string }]
    await linkPersons(town.ctx, account as never, who.phone, SUN)
    expect((await noteFor(poll, row!, 'against')).status).toBe(409)
  })
})
