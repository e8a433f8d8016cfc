// Households that choose among brands of a lift on real PostgreSQL: one ballot for each home, however many of it vote at once; told plainly, counted by two, and counted again from the files.
import type { PollFile } from '@yishi/contract/poll'
import { isRefused } from '@yishi/domain/kernel'
import { exportedPollSchema, recountPoll } from '@yishi/domain/poll'
import { countRanked, rankedClaimSchema } from '@yishi/domain/ranking'
import { answerTo } from '../../../../verify/src/commands.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { raise } from '../../fences/ground.ts'
import { type Caller, nodeId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { settleOwners } from './testing/owners.ts'
import { votingIn } from './testing/voting.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleOwners(town)
})
afterAll(() => town.close())

const { act, get, cast } = votingIn(() => town)

/** The raiser has two homes, neighbour and volunteer share one, the police have one, and one has no known owner. */
const draft = (type: string, more: object = {}) => ({
  rule: `households-${type}`,
  way: 'ballots',
  question: { type, text: '电梯换哪个牌子？', options: ['三菱', '蒂森克虏伯', '日立'], seats: 1, most: 1 },
  electorate: { units: { kind: 'building', node: nodeId('B1'), uses: ['flat'] } },
  ...more,
})
const atTalk = async (): Promise<string> => {
  const { matter } = await raise(town, { title: '电梯换哪个牌子' })
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  expect((await act('staff', `matters/${matter}/sort`, sorting)).status).toBe(200)
  return matter
}
const begin = async (type: string): Promise<PollFile> => {
  const drafted = await act<PollFile>('staff', `matters/${await atTalk()}/polls`, draft(type))
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201)
  const opened = await act<PollFile>('staff', `polls/${drafted.body.poll}/open`)
  expect(opened.status, JSON.stringify(opened.body)).toBe(200)
  return opened.body
}
const decide = async (poll: string): Promise<PollFile> => {
  expect((await act('staff', `polls/${poll}/count`)).status).toBe(200)
  return (await act<PollFile>('branch', `polls/${poll}/count`)).body
}
const castOf = async (poll: string, door: string) =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { rows } = await sql<{ choice: string[]; person: string }>`
      select ballot.choice, voter.person_id as person from app.poll_ballot ballot
      join app.poll_voter voter using (community_id, ballot_id)
      where voter.poll_id = ${poll} and voter.name like ${`%${door}`}`.execute(trx)
    return rows
  })

test('the list comes from the roster: a home is a household, and two homes of one owner are two', async () => {
  const { electorate, assembly } = await begin('ranked')
  expect([electorate.named, electorate.totals, assembly]).toEqual([5, { households: 5 }, null])
})

test('two of one household at once: one ballot is kept, and the other is told plainly', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { poll } = await begin('limited')
    const answers = await Promise.all([cast('neighbour', poll, 'option-1'), cast('volunteer', poll, 'option-2')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    const kept = await castOf(poll, 'V203')
    expect(kept).toHaveLength(1)
    expect(kept[0]!.choice).toEqual([answers[0].status === 303 ? 'option-1' : 'option-2'])
    const told = answers.find(({ status }) => status === 409)!
    expect(told.text).toContain('一户一票，您家这一票由家里另一位来投，您这次没有再记一票')
    const second: Caller = answers[0].status === 409 ? 'neighbour' : 'volunteer'
    expect((await get(second, `/polls/${poll}`)).text).toContain('一户一票，您家这一票由家里另一位来投')
  }
})

test('the database itself refuses a household a second line on the list', async () => {
  const { poll } = await begin('limited')
  const again = inCommunities(town.ctx.db, [SUN], (trx) =>
    sql`insert into app.poll_voter
      select (jsonb_populate_record(voter, '{"voter_id": "vtr_again", "ballot_id": "bal_again", "position": 99}')).*
      from app.poll_voter voter where poll_id = ${poll} and name like '%V203'`.execute(trx),
  )
  await expect(again).rejects.toThrow('poll_voter_unit')
})

test('households rank, two persons count, and the files come to the same', async () => {
  const { poll } = await begin('ranked')
  const before = (await get('volunteer', `/polls/${poll}`)).text
  expect(before).toContain('谁先投就算这一户的')
  expect(before).not.toContain('平方米')
  expect((await cast('raiser', poll, 'option-2')).status).toBe(303)
  expect((await cast('neighbour', poll, 'option-1', 'option-2')).status).toBe(303)
  expect((await cast('police', poll, 'option-1')).status).toBe(303)
  const voters = (await get('staff', `/api/polls/${poll}/voters`)).json() as { voter: string; name: string }[]
  const last = voters.find(({ name }) => name.endsWith('V205'))!
  expect(
    (await act('staff', `polls/${poll}/ballots/${last.voter}`, { choice: ['option-3', 'option-1'], where: 'hall' }))
      .status,
  ).toBe(200)
  expect((await get('staff', `/polls/${poll}`)).text).toContain('已交回 5 户的票，共 5 户')
  const { result, status } = await decide(poll)
  expect(status).toBe('decided')
  expect(result).toMatchObject({ chosen: ['option-1'], figures: { cast: { households: 5 } } })
  expect(result!.figures.cast).not.toHaveProperty('heads')
  const claim = rankedClaimSchema.parse((await get('visitor', `/polls/${poll}/tally.json`)).json())
  expect(countRanked(claim)).toMatchObject({ winners: ['option-1'] })
  const exported = await get('staff', `/api/polls/${poll}/export`)
  const again = recountPoll(exportedPollSchema.parse(exported.json()))
  if (isRefused(again)) throw new Error(again.refused)
  expect(again.outcome.count).toEqual(result!.count)
  expect(answerTo(['tally', 'FILE'], () => exported.text)).toMatchObject({ exit: 0 })
  expect(answerTo(['rank', 'FILE'], () => JSON.stringify(claim))).toMatchObject({ exit: 0 })
  const paper = await pdfText((await get('visitor', `/polls/${poll}/result.pdf`)).bytes)
  for (const said of ['第1轮', '5户', '蒂森克虏伯']) expect(paper, said).toContain(said)
})

test('an owner of two homes who wants one thing here and another there contradicts nothing: each home counts', async () => {
  const { poll } = await begin('approval')
  const voters = (await get('staff', `/api/polls/${poll}/voters`)).json() as { voter: string; name: string }[]
  for (const [door, choice] of [
    ['V201', 'option-1'],
    ['V202', 'option-2'],
  ] as const) {
    const { voter } = voters.find(({ name }) => name.endsWith(door))!
    expect((await act('staff', `polls/${poll}/ballots/${voter}`, { choice: [choice], where: 'hall' })).status).toBe(200)
  }
  const { result } = await decide(poll)
  expect(result!.figures).toMatchObject({ cast: { households: 2 }, invalid: { households: 0 } })
})

const plan = { topic: 'other', regime: 'strict', basis: '', caller: 'residents-committee', reelection: false }
const DATES = { opensAt: '2027-01-20T00:00:00.000Z', closesAt: '2027-01-30T00:00:00.000Z' }
test.each([
  ['people on the list of households', { electorate: { voters: [{ name: '张三' }] } }, 'electorate-unfit'],
  ['the plan of an assembly', { plan: { ...plan, ...DATES } }, 'electorate-unfit'],
  ['hands, which would not tell one household from another', { way: 'counted' }, 'way-unfit'],
])('%s: refused', async (_, more, code) => {
  expect(await act('staff', `matters/${await atTalk()}/polls`, draft('approval', more))).toMatchObject({
    body: { code },
  })
})
