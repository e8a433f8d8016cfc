// Drafting a poll on real PostgreSQL, and the races that it has to bear.
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { PEOPLE } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { VOTERS, draft, representativesIn } from './testing/representatives.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
const { act, read, atVote, begin, vote, fileOf, rows } = representativesIn(() => town)

describe('drafting', () => {
  test.each([
    ['an unknown rule', { rule: 'by-and-by' }, 422, 'poll-rule-unknown'],
    ['a rule that is no longer in force', { rule: 'cn-residents-meeting-1989' }, 409, 'poll-rule-not-in-force'],
    [
      'another rule than the stage names',
      { rule: 'show-of-hands', way: 'counted', electorate: { totals: { heads: 3 } } },
      409,
      'poll-rule-differs',
    ],
    ['nobody on the list', { electorate: { voters: [] } }, 422, 'electorate-empty'],
    ['somebody who is not here', { electorate: { voters: [{ person: 'per_nobody' }] } }, 404, 'voter-unknown'],
    [
      'somebody twice',
      { electorate: { voters: [{ person: 'per_raiser' }, { person: 'per_raiser' }] } },
      422,
      'voters-twice',
    ],
    [
      'the same option twice',
      { question: { type: 'choose-one', text: '颜色？', options: ['红', ' 红 '] } },
      422,
      'options-twice',
    ],
    ['300 characters', { question: { type: 'for-against', text: '问'.repeat(300) } }, 400, 'invalid-request'],
    ['no question', { question: { type: 'for-against', text: '  ' } }, 400, 'invalid-request'],
  ])('is refused for %s, and leaves nothing behind', async (_, more, status, code) => {
    const matter = await atVote()
    const answer = await act('staff', `matters/${matter}/polls`, draft(more))
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await read('staff', `matters/${matter}/polls`)).toMatchObject({ polls: [], may: true })
  })

  test('sent twice under one key begins one poll', async () => {
    const matter = await atVote()
    const twice = () =>
      act<PollFile>('staff', `matters/${matter}/polls`, draft(), { 'idempotency-key': `draft-${matter}` })
    const [one, other] = [await twice(), await twice()]
    expect([one.status, other.status, one.body.poll]).toEqual([201, 201, other.body.poll])
  })

  test('may be drafted anew until it opens, and not after', async () => {
    const matter = await atVote()
    const { body } = await act<PollFile>('staff', `matters/${matter}/polls`, draft())
    expect(body.may).toContain('redraft')
    const { rule: _, ...again } = draft({ electorate: { voters: [{ person: 'per_volunteer' }, { name: '王大爷' }] } })
    const redrafted = await act<PollFile>('staff', `polls/${body.poll}/redraft`, again)
    expect(redrafted.body).toMatchObject({ status: 'draft', electorate: { named: 2 } })
    expect(redrafted.body.electorate.digest).not.toBe(body.electorate.digest)
    const voters = await read<PollVoter[]>('staff', `polls/${body.poll}/voters`)
    expect(voters.map(({ person, name }) => person ?? name)).toEqual(['per_volunteer', '王大爷'])
    await act('staff', `polls/${body.poll}/open`)
    expect((await act('staff', `polls/${body.poll}/redraft`, again)).body).toMatchObject({ code: 'not-in-this-state' })
  })

  test('one poll at a time; one that was given up makes room', async () => {
    const matter = await atVote()
    const poll = await begin(matter)
    expect((await act('staff', `matters/${matter}/polls`, draft())).body).toMatchObject({ code: 'one-at-a-time' })
    expect((await act('neighbour', `polls/${poll}/withdraw`, { reason: '试' })).status).toBe(403)
    expect((await act('staff', `polls/${poll}/withdraw`, { reason: '问法要改' })).status).toBe(200)
    expect((await act('staff', `matters/${matter}/polls`, draft())).status).toBe(201)
  })

  test('a poll ends with its stage, without an echo', async () => {
    const matter = await atVote()
    const poll = await begin(matter)
    await vote('raiser', poll)
    expect((await act('staff', `matters/${matter}/take-outcome`, { outcome: 'no-vote' })).status).toBe(200)
    expect((await fileOf(poll)).status).toBe('withdrawn')
    expect((await vote('raiser', poll, 'against')).status).toBe(409)
    const noted = await rows(
      sql`select type from app.ledger_entry where subject = ${matter} and type = 'ProceedingNoted'`,
    )
    expect(noted).toHaveLength(1)
  })

  test('candidates are people of the roster with the role in the node', async () => {
    const named = await read<{ name: string }[]>('staff', `candidates?community=${SUN}&role=grid-worker&node=G1`)
    expect(named.map(({ name }) => name)).toEqual([PEOPLE['grid-worker-here'].name])
  })
})

describe('races', () => {
  test('of many ballots at the very moment of closing, exactly those count that were accepted', async () => {
    for (let round = 0; round < 6; round += 1) {
      const poll = await begin(await atVote())
      const [close, ...ballots] = await Promise.all([
        act('staff', `polls/${poll}/count`),
        ...VOTERS.map((who) => vote(who, poll)),
      ])
      expect(close.status).toBe(200)
      const accepted = ballots.filter(({ status }) => status === 303).length
      expect(ballots.every(({ status }) => status === 303 || status === 409)).toBe(true)
      const decided = await act<PollFile>('branch', `polls/${poll}/count`)
      expect(decided.body.result!.figures.votes['for']).toEqual({ heads: accepted })
      const stored = await rows(
        sql`select from app.poll_ballot join app.poll_voter using (community_id, ballot_id) where poll_id = ${poll}`,
      )
      expect(stored).toHaveLength(accepted)
    }
  })

  test('two phones of one voter leave two ballots, of which one holds', async () => {
    const poll = await begin(await atVote())
    const answers = await Promise.all(
      ['for', 'against', 'for', 'against'].map((choice) => vote('raiser', poll, choice)),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    const held = await rows(sql<{ ballots: number; kept: number }>`
      select ballots, (select count(*)::integer from app.poll_ballot b where b.ballot_id = v.ballot_id) as kept
      from app.poll_voter v where poll_id = ${poll} and person_id = 'per_raiser'`)
    expect(held).toEqual([{ ballots: 4, kept: 4 }])
    expect((await fileOf(poll)).turnout.cast).toBe(1)
  })

  test('one key sent twice at once is one ballot', async () => {
    const poll = await begin(await atVote())
    await Promise.all([vote('raiser', poll, 'for', 'same-key'), vote('raiser', poll, 'for', 'same-key')])
    const kept = await rows(
      sql`select from app.poll_ballot join app.poll_voter using (community_id, ballot_id) where poll_id = ${poll}`,
    )
    expect(kept).toHaveLength(1)
  })

  test('of several who confirm a count at once, one decides', async () => {
    const poll = await begin(await atVote())
    await act('staff', `polls/${poll}/count`)
    const answers = await Promise.all(
      (['branch', 'grid-worker-here', 'building-leader'] as const).map((who) => act(who, `polls/${poll}/count`)),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  })

  test('of two drafts at once one stands', async () => {
    const matter = await atVote()
    const answers = await Promise.all([
      act('staff', `matters/${matter}/polls`, draft()),
      act('branch', `matters/${matter}/polls`, draft()),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })
})
