// An election by name as one of several questions: the strictest dates rule the whole, seats left open are voted on apart, and the sums of every question are those of a count by hand.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, later } from '../kernel/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import { SMALL } from '../matter/testing/procedures.ts'
import { asks, given, raised, sorting } from '../reactions/testing/story.ts'
import { open as openMatter } from '../reactions/testing/world.ts'
import {
  type CandidatesQuestion,
  type Poll,
  type PollCommand,
  type PollRule,
  type Question,
  type ListedBallot,
  countBallots,
  pollRuleByKey,
} from './index.ts'
import { TWO_UNITS, draftOver, planFrom, unitsOf } from './testing/assembly.ts'
import { NOW, after, announce, refusal } from './testing/deciding.ts'

const rule = (key: string): PollRule => pollRuleByKey(key)!
const [ordinary, election] = [rule('cn-civil-code-278-ordinary'), rule('cn-committee-election')]
const asked: Question = { type: 'for-against', text: '通过管理规约？', explanation: '' }
const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆']
const elects = (more: Partial<CandidatesQuestion> = {}): CandidatesQuestion => ({
  type: 'candidates',
  text: '选举第三届业委会委员',
  explanation: '',
  options: NAMES.map((text, index) => ({ key: `option-${index + 1}`, text, profile: text, consented: true })),
  committee: 5,
  sitting: 0,
  marking: 'each',
  tie: 'revote',
  again: null,
  ...more,
})
const NONE: Poll = { status: 'absent' }
const first = (more: object = {}) => draftOver(NOW, { rule: ordinary, question: asked }, more)
const adding = (more: object = {}): PollCommand =>
  ({
    type: 'AddQuestion',
    id: 'pol_2',
    to: first(),
    item: 2,
    standing: 1,
    rule: election,
    question: elects(),
    topic: 'committee',
    regime: 'strict',
    basis: '',
    electorate: TWO_UNITS,
    ...more,
  }) as PollCommand

describe('an election by name', () => {
  test('joins other questions, and other questions join it', () => {
    const second = after(NONE, adding())
    expect(second).toMatchObject({ rule: { key: election.key }, assembly: { topic: 'committee' }, agenda: { item: 2 } })
    expect(refusal(first(), announce(second))).toBeNull()
    const leads = first({ rule: election, question: elects(), assembly: { ...first().assembly!, topic: 'committee' } })
    const further = adding({ to: leads, rule: ordinary, question: asked, topic: 'covenant' })
    expect(refusal(leads, announce(after(NONE, further)))).toBeNull()
  })
  test('R1.22, R1.60, R1.64: is held to its own law, and the longest of all dates rules when the whole opens', () => {
    const shown = (days: number): PollRule => ({ ...election, election: { ...election.election!, shownDays: days } })
    const further = (more: object) => after(NONE, adding(more))
    expect(refusal(first(), announce(further({ rule: shown(15) })))).toBeNull()
    expect(refusal(first(), announce(further({ rule: shown(16) })))).toEqual([
      'law-not-kept',
      { check: 'candidates-shown', ref: 'R1.60', item: 2 },
    ])
    expect(refusal(first(), announce(further({ question: elects({ committee: 3 }) })))?.[1]).toMatchObject({
      check: 'committee',
      item: 2,
    })
    expect(refusal(NONE, adding({ question: elects({ committee: 6 }) }))?.[0]).toBe('committee-even')
  })
})

const LEFT_OPEN = first({
  status: 'decided',
  id: 'pol_2',
  rule: election,
  question: elects(),
  agenda: { first: 'pol_1', item: 2 },
  outcome: {
    passed: false,
    chosen: ['option-1', 'option-2', 'option-3'],
    verdicts: [],
    allocation: {
      seats: 5,
      open: 2,
      again: ['option-4', 'option-5', 'option-6'],
      ranking: NAMES.map((_, index) => ({
        choice: `option-${index + 1}`,
        place: index < 3 ? index + 1 : null,
        standing: index < 3 ? 'elected' : 'not-passed',
        zh: '',
        en: '',
      })),
    },
  },
})
const left = elects({
  options: elects()
    .options.slice(3)
    .map((each, index) => ({ ...each, key: `option-${index + 1}` })),
  sitting: 3,
  again: 'pol_2',
})

describe('seats that it left open', () => {
  const working = openMatter(given(raised, asks(STAFF, sorting({}, SMALL))))
  const again = (more: object = {}): PollCommand =>
    ({
      type: 'DraftPoll',
      id: 'pol_3',
      of: working,
      rule: election,
      way: 'ballots',
      question: left,
      electorate: TWO_UNITS,
      plan: { ...planFrom(NOW), topic: 'committee' },
      earlier: LEFT_OPEN,
      aside: { taken: false },
      ...more,
    }) as PollCommand
  test('are voted on alone though the matter has gone on, once', () => {
    expect(after(NONE, again())).toMatchObject({ status: 'draft', agenda: null, question: { sitting: 3 } })
    expect(refusal(NONE, again({ aside: { taken: true } }))?.[0]).toBe('again-unfit')
    expect(refusal(NONE, again({ aside: undefined }))?.[0]).toBe('not-at-this-stage')
    expect(refusal(NONE, again({ of: { status: 'absent' } }))?.[0]).toBe('not-at-this-stage')
    expect(refusal(NONE, again({ question: { ...left, sitting: 2 } }))?.[0]).toBe('again-unfit')
  })
  test('may be one of several questions of a later assembly', () => {
    expect(after(NONE, adding({ question: left, earlier: LEFT_OPEN }))).toMatchObject({ question: { again: 'pol_2' } })
    expect(refusal(NONE, adding({ question: left }))?.[0]).toBe('again-unfit')
  })
  test('keep their list in step with the roster like any other vote', () => {
    const electorate = { voters: unitsOf([{ owners: ['ann'], area: '95.00' }]) }
    const announced = after(after(NONE, again()), announce())
    expect(after(announced, { type: 'RedrawElectorate', electorate })).toMatchObject({ totals: { area: '95.00' } })
    const further = after(NONE, adding({ question: left, earlier: LEFT_OPEN }))
    const plan = { ...planFrom(NOW), closesAt: later(planFrom(NOW).closesAt, DAY) }
    const led: PollCommand = { type: 'FollowFirst', first: 'pol_1', led: { does: 'redraw', plan, electorate } }
    expect(after(further, led)).toMatchObject({ named: 1, assembly: { closesAt: plan.closesAt } })
  })
})

const choose: Question = {
  type: 'choose-one',
  text: '选哪家？',
  explanation: '',
  options: ['option-1', 'option-2'].map((key) => ({ key, text: key })),
}
const QUESTIONS = [
  { rule: ordinary, question: asked, marks: ['for', 'against'] },
  {
    rule: election,
    question: elects({ marking: 'limited', committee: 3 }),
    marks: elects().options.map(({ key }) => key),
  },
  { rule: ordinary, question: choose, marks: ['option-1', 'option-2'] },
] as const

const one = (...marks: readonly string[]) => fc.constantFrom(...marks).map((mark) => [mark])
const ticks = fc.subarray([...QUESTIONS[1].marks], { minLength: 1 })
const answers = [
  fc.option(one('for', 'for', 'against', 'abstain', 'invalid')),
  fc.option(fc.oneof(ticks, one('abstain', 'invalid'))),
  fc.option(one('option-1', 'option-2', 'abstain')),
] as const
const list = fc.array(
  fc.record({ head: fc.nat(8), area: fc.integer({ min: 1, max: 30_000 }), answered: fc.tuple(...answers) }),
  { minLength: 1, maxLength: 20 },
)
const metres = (units: number) => (units / 100).toFixed(2)
type Unit = { readonly head: number; readonly area: number; readonly choice: readonly string[] | null }

/** Owner by owner: one who marks two things on two units has spoiled all of them, and so has one with more ticks than seats. */
const byHand = (units: readonly Unit[], mark: string, seats: number) => {
  const sum = { heads: 0, area: 0 }
  for (const [, own] of Map.groupBy(units, ({ head }) => head)) {
    const came = own.filter(({ choice }) => choice !== null)
    const papers = new Set(came.map(({ choice }) => choice!.toSorted().join()))
    if (papers.size !== 1) continue
    const choice = came[0]!.choice!
    if (choice.length > seats || !choice.includes(mark)) continue
    sum.heads += 1
    sum.area += came.reduce((total, { area }) => total + area, 0)
  }
  return { heads: sum.heads, area: metres(sum.area) }
}

test('in any house every question of a mixed agenda comes to the sums of a count by hand, whatever the others came to', () => {
  const seen = { contradicting: 0, over: 0, apart: 0 }
  fc.assert(
    fc.property(list, (units) => {
      for (const [at, { rule: under, question, marks }] of QUESTIONS.entries()) {
        const mine = units.map(({ head, area, answered }): Unit => ({ head, area, choice: answered[at]! }))
        const listed = mine.map(({ head, area, choice }): ListedBallot => {
          return { head, zone: '', amounts: { area: metres(area) }, choice, proof: 'none' }
        })
        const { votes } = countBallots({ rule: under, question }, listed)
        const seats = at === 1 ? 3 : 1
        for (const mark of marks) expect(votes[mark], `${at} ${mark}`).toEqual(byHand(mine, mark, seats))
        seen.over += mine.some(({ choice }) => (choice?.length ?? 0) > seats) ? 1 : 0
      }
      const heads = Map.groupBy(units, ({ head }) => head).values()
      const differs = (own: readonly { answered: readonly unknown[] }[], at: number) =>
        new Set(own.flatMap(({ answered }) => (answered[at] ? [JSON.stringify(answered[at])] : []))).size > 1
      for (const own of heads) {
        const [here, there] = [differs(own, 0), differs(own, 1)]
        seen.contradicting += here ? 1 : 0
        seen.apart += here !== there ? 1 : 0
      }
    }),
    { numRuns: 300 },
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(10)
})
