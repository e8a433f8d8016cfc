// The draft of an election, and the draft of the ballot on which its open seats are voted on again.
import { describe, expect, test } from 'vitest'
import { againUnfit } from './election-again.ts'
import { wrongFigures } from './figures.ts'
import {
  type Amounts,
  type CandidatesQuestion,
  type Poll,
  lawOf,
  nextBallot,
  pollRuleByKey,
  questionSchema,
} from './index.ts'
import { questionFits } from './question.ts'
import { planFrom } from './testing/assembly.ts'
import { asks, elect, metres, rule, votersFor } from './testing/elections.ts'

describe('voting again', () => {
  const question = asks(6)
  const listed = votersFor(10, [9, 8, 7, 2, 1, 3])
  const outcome = elect(question, listed)
  const before = { id: 'pol_1' as const, question, allocation: outcome.allocation! }
  const decided = { ...before, status: 'decided', outcome } as unknown as Poll
  test('too few have passed: the rest stand again for the seats that are open', () => {
    const next = nextBallot(before)!
    expect(next).toMatchObject({ committee: 5, sitting: 3, again: 'pol_1' })
    expect(next.options.map(({ key, text }) => [key, text])).toEqual([
      ['option-1', '刘洋'],
      ['option-2', '陈静'],
      ['option-3', '杨帆'],
    ])
    expect(questionFits(next)).toBeNull()
    expect(againUnfit({ question: next, earlier: decided })).toBeNull()
  })
  test.each([
    ['another number of seats', { sitting: 2 }],
    ['another poll', { again: 'pol_2' as const }],
  ])('%s is not the same election', (_, change) => {
    expect(againUnfit({ question: { ...nextBallot(before)!, ...change }, earlier: decided })).toMatchObject({
      refused: 'again-unfit',
    })
  })
  test('nothing is voted on again while it hangs, nor when nothing is open', () => {
    const next = nextBallot(before)!
    expect(againUnfit({ question: next, earlier: { ...decided, status: 'preliminary' } as Poll })).toMatchObject({
      refused: 'again-unfit',
    })
    expect(againUnfit({ question: next })).toMatchObject({ refused: 'again-unfit' })
    const full = elect(asks(5), votersFor(10, [9, 9, 9, 9, 9]))
    expect(nextBallot({ ...before, allocation: full.allocation! })).toBeNull()
  })
  test('a tie is between those who tie and nobody else', () => {
    const tied = elect(asks(4, { committee: 3 }), votersFor(10, [10, 9, 8, 8]))
    const one = { id: 'pol_1' as const, question: asks(4, { committee: 3 }), allocation: tied.allocation! }
    const earlier = { ...one, status: 'decided', outcome: tied } as unknown as Poll
    const next = nextBallot(one)!
    expect(next.options.map(({ text }) => text)).toEqual(['张伟', '刘洋'])
    const more = { ...next, options: [...next.options, { ...next.options[0]!, key: 'option-3', text: '新人' }] }
    expect(againUnfit({ question: more, earlier })).toMatchObject({ refused: 'again-unfit' })
  })
})

describe('the draft', () => {
  test.each([
    ['R1.22: a committee is odd', { committee: 6 }, 'committee-even'],
    ['nobody is elected to a seat that is taken', { sitting: 5 }, 'no-open-seat'],
    ['R1.46: a by-election presupposes that more than half sit', { sitting: 2 }, 'too-few-sit'],
  ])('%s', (_, change, code) => {
    expect(questionFits(asks(6, change))).toMatchObject({ refused: code })
  })
  test('R1.46: three of five sit, two are elected', () => {
    expect(questionFits(asks(2, { sitting: 3 }))).toBeNull()
  })
  test('a candidate without consent to be shown is no candidate', () => {
    const question = asks(1)
    const options = [{ ...question.options[0]!, consented: false }]
    expect(questionSchema.safeParse({ ...question, options }).success).toBe(false)
    expect(questionSchema.parse(question)).toEqual(question)
  })
  const brokenBy = (key: string, question: CandidatesQuestion, { opens = '2026-12-10', area = '30000.00' } = {}) =>
    lawOf({
      rule: pollRuleByKey(key)!,
      question,
      plan: { ...planFrom('2026-11-18T02:00:00.000Z', { topic: 'committee' }), opensAt: `${opens}T00:00:00.000Z` },
      gaps: { ownersUnknown: 0, areasMissing: 0 },
      noticeDay: '2026-11-18',
      totals: { area },
    }).filter(({ holds }) => !holds)
  test.each([
    ['R1.22: five to eleven', 'cn-committee-election', asks(6), {}, []],
    ['R1.22: three are too few', 'cn-committee-election', asks(6, { committee: 3 }), {}, ['committee']],
    ['R1.22: and eleven may be', 'cn-committee-election', asks(11, { committee: 11 }), {}, []],
    ['R1.22: thirteen are too many', 'cn-committee-election', asks(13, { committee: 13 }), {}, ['committee']],
    [
      'R1.42: three are enough up to 10,000 m²',
      'sh-committee-election',
      asks(6, { committee: 3 }),
      { area: '10000.00' },
      [],
    ],
    ['R1.42: and not above', 'sh-committee-election', asks(6, { committee: 3 }), { area: '10000.01' }, ['committee']],
    ['R1.64: the tie rule is the local one', 'hz-committee-election', asks(6), {}, ['tie-rule']],
    [
      'R1.60: candidates hang long enough',
      'hz-committee-election',
      asks(6, { tie: 'area' }),
      { opens: '2026-11-28' },
      ['notice', 'candidates-shown'],
    ],
    ['fewer names than seats is worth a word', 'cn-committee-election', asks(4), {}, ['candidates-enough']],
  ])('%s', (...[, key, question, around, broken]) => {
    expect(brokenBy(key, question, around).map(({ check }) => check)).toEqual(broken)
  })
  test('too few names are a word beside the draft; whatever else is broken stops the announcement', () => {
    const question = asks(2, { committee: 3 })
    const broken = brokenBy('hz-committee-election', question, { opens: '2026-11-28' })
    expect(broken.map(({ check, advice }) => [check, advice])).toEqual([
      ['notice', false],
      ['committee', false],
      ['tie-rule', false],
      ['candidates-shown', false],
      ['candidates-enough', true],
    ])
  })
  test('figures by hand: for and against together are never more than the ballots', () => {
    const question = asks(1)
    const all = (n: number): Amounts => ({ heads: n, area: metres(n * 100) })
    const figures = (agreed: number, against: number) => ({
      votes: { 'option-1': all(agreed), 'option-1:against': all(against) },
      cast: all(3),
      abstain: all(0),
      invalid: all(0),
    })
    const asking = { rule, question, electorate: all(5) }
    expect(wrongFigures(asking, figures(2, 1), true)).toBeNull()
    expect(wrongFigures(asking, figures(2, 2), true)).toMatchObject({ refused: 'counts-incomplete' })
  })
})
