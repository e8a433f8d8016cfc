// Counting a poll: two people alike, and never more than were there.
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { PEOPLE } from '../matter/testing/community.ts'
import { FORMAL } from '../matter/testing/procedures.ts'
import { type Figures, NO_POLL, type Poll, pollRuleByKey } from './index.ts'
import {
  AT_DECIDE,
  COUNTING,
  DECIDED,
  OPEN,
  OPENED,
  after,
  decide,
  draft,
  enter,
  refusal,
  rule,
  votes,
} from './testing/representatives-poll.ts'

describe('counting', () => {
  test('the first count closes the poll, a second person confirms it, and it is decided', () => {
    const answer = decide(OPENED, enter(votes(2, 1)))
    expect(isRefused(answer) ? null : answer.events.map(({ type }) => type)).toEqual(['PollClosed', 'CountEntered'])
    expect(COUNTING).toMatchObject({ status: 'counting', first: { by: 'per_staff' } })
    expect(DECIDED).toMatchObject({ status: 'decided', outcome: { passed: true, chosen: ['for'] } })
  })
  test('nobody closes alone, however often', () => {
    expect(refusal(COUNTING, enter(votes(2, 1)))).toBe('second-person-needed')
    expect(refusal(COUNTING, enter(votes(1, 2)))).toBe('second-person-needed')
  })
  test('figures that differ are thrown away, and both count anew', () => {
    const differed = after(COUNTING, enter(votes(1, 2)), PEOPLE.branch)
    expect(differed).toMatchObject({ status: 'counting', first: null, recounts: 1 })
    const again = after(differed, enter(votes(2, 1)), PEOPLE.branch)
    expect(again).toMatchObject({ first: { by: 'per_branch' } })
    expect(refusal(again, enter(votes(2, 1)), PEOPLE.branch)).toBe('second-person-needed')
    expect(after(again, enter(votes(2, 1)))).toMatchObject({ status: 'decided' })
  })
  test('the same area written in two ways is the same figure', () => {
    const owners = pollRuleByKey('cn-civil-code-278-ordinary')!
    const body = { way: 'counted', rule: owners, electorate: { totals: { heads: 3, area: '300.00' } } } as const
    const matter = {
      ...AT_DECIDE,
      procedure: {
        ...FORMAL,
        stages: FORMAL.stages.map((s) => (s.act === 'decide' ? { ...s, settings: { rule: owners.key } } : s)),
      },
    }
    const opened = after(after(NO_POLL, draft({ ...body, of: matter })), OPEN)
    const of = (area: string): Figures => ({
      votes: { for: { heads: 3, area }, against: { heads: 0, area: '0' } },
      abstain: { heads: 0, area: '0' },
      invalid: { heads: 0, area: '0' },
    })
    const first = after(opened, enter(of('300')))
    expect(after(first, enter(of('300.00')), PEOPLE.branch)).toMatchObject({
      status: 'decided',
      outcome: { passed: true },
    })
  })
  const HANDS = after(after(NO_POLL, draft({ way: 'counted' })), OPEN)
  test.each([
    ['more hands than people present', votes(2, 1, 2), 'counts-exceed-present'],
    ['more people than are due', votes(2, 1, 4), 'counts-exceed-electorate'],
    ['more votes than voters', votes(3, 2, 3), 'counts-exceed-electorate'],
    ['nobody said who was there', { ...votes(2, 1), present: undefined }, 'counts-incomplete'],
    [
      'a vote for something else',
      { ...votes(2, 1), votes: { for: { heads: 1 }, against: { heads: 1 }, maybe: { heads: 1 } } },
      'counts-incomplete',
    ],
    ['a choice left out', { ...votes(2, 1), votes: { for: { heads: 1 } } }, 'counts-incomplete'],
  ])('refuses %s', (_, figures, code) => {
    expect(refusal(HANDS, enter(figures as Figures))).toBe(code)
  })
  test('a rule may leave it to one person', () => {
    const alone = { ...OPENED, rule: { ...rule, closers: 1 } } as Poll
    expect(after(alone, enter(votes(3, 0)))).toMatchObject({ status: 'decided' })
  })
})
