// Ballots of an assembly of owners on real PostgreSQL through its own doors: whose hand, how often, until when, and what is tried against it.
import type { PollFile } from '@yishi/contract/poll'
import { type BallotCommand } from '@yishi/domain/poll'
import { type Actor, type BallotId, type Instant, DAY, isRefused, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, personId } from '../../fences/people.ts'
import type { Town } from '../../fences/town.ts'
import { manualClock } from '../../kernel/clock.ts'
import { performer } from '../../wiring.ts'
import { ballot } from './capability.ts'
import { assemblyIn, openOwnersTown } from './testing/assembly.ts'

let town: Town
beforeAll(async () => void (town = await openOwnersTown()))
afterAll(() => town.close())
const { act, pass, opened, errorOf, fileOf, votersOf, rows, vote } = assemblyIn(() => town)

type Kept = { readonly voter: string; readonly number: number; readonly choice: string[]; readonly holds: boolean }
const kept = (poll: string, name: string) =>
  rows(sql<Kept>`select voter.name as voter, number, choice, holds from app.poll_voter voter
    join app.poll_ballot using (community_id, ballot_id)
    where poll_id = ${poll} and voter.name like ${`%${name}`} order by voter.position, number`)

describe('ballots', () => {
  test('one owner casts for all their units at once, sees what they weigh, and takes home a receipt for each (R1.7)', async () => {
    const { poll } = await opened()
    const page = await town.as('raiser', { method: 'GET', url: `/polls/${poll}` })
    for (const shown of ['90.00', '60.00', '150.00']) expect(page.text).toContain(shown)
    const cast = await vote('raiser', poll)
    const after = await town.as('raiser', { method: 'GET', url: String(cast.headers['location']) })
    expect(after.text.match(/YISHI1\.|yishi-receipt/giu)?.length ?? 0).toBeGreaterThanOrEqual(1)
    expect(await kept(poll, 'V201')).toMatchObject([{ number: 1, choice: ['for'] }])
    expect(await kept(poll, 'V202')).toMatchObject([{ number: 1, choice: ['for'] }])
  })

  test('of co-owners the first to cast is the one who votes, until they hand it over (R1.8)', async () => {
    const { poll } = await opened()
    const [one, other] = await Promise.all([vote('neighbour', poll), vote('volunteer', poll, 'against')])
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([303, 409])
    expect(await kept(poll, 'V203')).toHaveLength(1)
    const [first, second]: readonly Caller[] =
      one.status === 303 ? ['neighbour', 'volunteer'] : ['volunteer', 'neighbour']
    expect((await vote(second!, poll, 'abstain')).status).toBe(409)
    const shared = (await votersOf(poll)).find(({ name }) => name.endsWith('V203'))!
    const chosen = { person: personId(second as 'neighbour'), evidence: '推选书第 3 号' }
    expect(await errorOf('raiser', `polls/${poll}/ballots/${shared.voter}/voter`, chosen)).toBe('not-yours-to-do')
    expect(await errorOf('staff', `polls/${poll}/ballots/${shared.voter}/voter`, chosen)).toBe('co-owner-voted')
    const signed = { ...chosen, replaces: true }
    expect((await act('staff', `polls/${poll}/ballots/${shared.voter}/voter`, signed)).status).toBe(200)
    expect((await vote(second!, poll, 'abstain')).status).toBe(303)
    expect((await vote(first!, poll)).status).toBe(409)
    expect((await kept(poll, 'V203')).map(({ number }) => number)).toEqual([1, 2])
    const stranger = { ...signed, person: personId('police') }
    expect(await errorOf('staff', `polls/${poll}/ballots/${shared.voter}/voter`, stranger)).toBe('no-owner')
  })

  test('two phones at once leave two ballots of each unit, of which one holds; a replayed key leaves one', async () => {
    const { poll } = await opened()
    await Promise.all([vote('raiser', poll, 'for'), vote('raiser', poll, 'against')])
    const all = await kept(poll, 'V201')
    expect(all.map(({ number }) => number)).toEqual([1, 2])
    await Promise.all([vote('police', poll, 'for', 'k-1'), vote('police', poll, 'for', 'k-1')])
    expect(await kept(poll, 'V204')).toHaveLength(1)
    expect((await fileOf(poll)).turnout.cast).toBe(3)
  })

  test('nobody casts for another’s unit, listed or not', async () => {
    const { poll } = await opened()
    for (const who of ['staff', 'grid-worker-here', 'staff-elsewhere', 'visitor'] as const)
      expect((await vote(who, poll)).status, who).toBe(409)
    const [unit] = await votersOf(poll)
    const path = `polls/${poll}/ballots/${unit!.voter}`
    const noting = { choice: ['for'], where: 'paper' }
    for (const [who, code] of [
      ['raiser', 'not-yours-to-do'],
      ['grid-worker-here', 'not-your-poll'],
    ] as const)
      expect(await errorOf(who, path, noting), who).toBe(code)
    expect(
      await rows(
        sql`select from app.poll_ballot join app.poll_voter using (community_id, ballot_id) where poll_id = ${poll}`,
      ),
    ).toEqual([])
  })

  test('at the very millisecond of closing none is cast any more; signed ones are still taken down until the count', async () => {
    const { poll, assembly } = await opened()
    await town.advanceTo(later(assembly!.closesAt as Instant, -1))
    expect((await vote('police', poll)).status).toBe(303)
    await town.advanceTo(assembly!.closesAt as Instant)
    expect((await vote('raiser', poll)).status).toBe(409)
    const last = (await votersOf(poll)).find(({ name }) => name.endsWith('V205'))!
    const path = `polls/${poll}/ballots/${last.voter}`
    expect(await errorOf('staff', path, { choice: ['for'], where: 'phone' })).toBe('poll-not-open')
    expect((await act('staff', path, { choice: ['for'], where: 'hall' })).status).toBe(200)
    await pass(assembly!.closesAt as Instant)
    expect((await act('staff', path, { choice: ['against'], where: 'hall' })).status).toBe(200)
    expect(await errorOf('staff', path, { choice: ['for'], where: 'paper' })).toBe('two-readers-needed')
    expect((await act('staff', `polls/${poll}/count`)).status).toBe(200)
    expect(await errorOf('staff', path, { choice: ['for'], where: 'hall' })).toBe('poll-not-open')
  })

  test('while many cast and the poll closes, exactly those count that were taken', async () => {
    const { poll, assembly } = await opened()
    await town.advanceTo(later(assembly!.closesAt as Instant, -1))
    const casting = ['raiser', 'neighbour', 'police'].map((who) => vote(who as Caller, poll))
    await town.advanceTo(assembly!.closesAt as Instant)
    const [answers] = await Promise.all([
      Promise.all(casting),
      act('staff', `polls/${poll}/count`),
      ...['raiser', 'police'].map((who) => vote(who as Caller, poll, 'against')),
    ])
    await act('staff', `polls/${poll}/count`)
    await act('branch', `polls/${poll}/count`)
    const weights: Readonly<Record<string, number>> = { raiser: 150, neighbour: 100, police: 80 }
    const taken = ['raiser', 'neighbour', 'police'].filter((_, index) => answers[index]!.status === 303)
    const area = taken.reduce((sum, who) => sum + weights[who]!, 0)
    expect((await fileOf(poll)).result!.figures.present).toEqual({ heads: taken.length, area: `${area}.00` })
  })
})

test('a server whose clock was moved back takes nothing after the end, and counts what it counted', async () => {
  const { poll, assembly } = await opened()
  expect((await vote('police', poll)).status).toBe(303)
  const [unit] = await rows(
    sql<{ id: BallotId }>`select ballot_id as id from app.poll_voter where poll_id = ${poll} and name like '%V201'`,
  )
  const wrong = { ...town.ctx, clock: manualClock(later(assembly!.opensAt as Instant, -30 * DAY)) }
  const actor: Actor = { kind: 'person', person: personId('raiser'), hats: [] }
  const cast = (choice: string) => {
    const command: BallotCommand = { type: 'CastBallot', choice: [choice] }
    return performer.perform(wrong, ballot, { subject: { community: SUN, id: unit!.id }, actor, command })
  }
  expect(isRefused(await cast('for'))).toBe(false)
  await pass(assembly!.closesAt as Instant)
  expect(await cast('against')).toMatchObject({ refused: 'poll-not-open' })
  await act('staff', `polls/${poll}/count`)
  expect(await cast('against')).toMatchObject({ refused: 'poll-not-open' })
  const { body } = await act<PollFile>('branch', `polls/${poll}/count`)
  expect(body.result!.figures).toMatchObject({ votes: { for: { heads: 2 }, against: { heads: 0 } } })
})
