// A question that ranks, scores or ticks as one of several: counted by heads on the list of the others, for no matter that the law leaves to owners, with lots drawn as the whole opens.
import { describe, expect, test } from 'vitest'
import {
  type Poll,
  type PollCommand,
  type PollRule,
  type Question,
  type StandingPoll,
  TOPICS,
  countBallots,
  lawOf,
  outcomeOf,
  pollRuleByKey,
  pollRuleSchema,
} from './index.ts'
import { TWO_UNITS, draftOver, planFrom } from './testing/assembly.ts'
import { APPROVAL, LIMITED, LOTS, RANKED, SCORED } from './testing/preferences.ts'
import { NOW, after, announce, refusal } from './testing/deciding.ts'

const ordinary = pollRuleByKey('cn-civil-code-278-ordinary')!
const ownersRule = ({ type }: Question): PollRule => pollRuleByKey(`owners-${type}`)!
const AGREE: Question = { type: 'for-against', text: '更换电梯？', explanation: '' }
const NONE: Poll = { status: 'absent' }

const first = (more: object = {}) => draftOver(NOW, { rule: ordinary, question: AGREE }, more)
const leading = () => {
  const assembly = { ...first().assembly!, topic: 'preference' }
  return first({ rule: ownersRule(RANKED), question: RANKED, assembly, totals: { heads: 2 } })
}
const adding = (more: object = {}): PollCommand =>
  ({
    type: 'AddQuestion',
    id: 'pol_2',
    to: first(),
    item: 2,
    standing: 1,
    rule: ownersRule(RANKED),
    question: RANKED,
    topic: 'preference',
    regime: 'strict',
    basis: '',
    electorate: TWO_UNITS,
    ...more,
  }) as PollCommand

describe('a question that ranks, scores or ticks', () => {
  test.each([RANKED, SCORED, APPROVAL, LIMITED])('$type joins others on their list, by heads alone', (question) => {
    const second = after(NONE, adding({ rule: ownersRule(question), question }))
    expect(second).toMatchObject({ agenda: { item: 2 }, totals: { heads: 2 }, assembly: { topic: 'preference' } })
    expect(second.totals).not.toHaveProperty('area')
    expect(refusal(first(), announce(second))).toBeNull()
  })
  test('is joined by others, whose areas stand on the same list', () => {
    const further = after(NONE, adding({ to: leading(), rule: ordinary, question: AGREE, topic: 'covenant' }))
    expect(further.totals).toEqual({ heads: 2, area: '150.00' })
    expect(refusal(leading(), announce(further))).toBeNull()
  })
  test('is not asked under a rule of law, nor under the rules of residents or households', () => {
    expect(refusal(NONE, adding({ rule: ordinary }))?.[0]).toBe('preference-unfit')
    for (const key of ['residents-ranked', 'households-ranked'])
      expect(refusal(NONE, adding({ rule: pollRuleByKey(key)! }))?.[0], key).toBe('agenda-unfit')
  })
  test.each(TOPICS.filter((topic) => topic !== 'preference'))(
    'never decides %s: the draft says so, and the whole is not announced (Civil Code 278)',
    (topic) => {
      const second = after(NONE, adding({ topic }))
      const { rule, question, assembly: plan } = second
      const gaps = { ownersUnknown: 0, areasMissing: 0 }
      const broken = lawOf({ rule, question, plan: plan!, gaps, noticeDay: '2026-11-18' }).filter(
        ({ holds, advice }) => !holds && !advice,
      )
      expect(broken.map(({ check }) => check)).toEqual(['preference-alone'])
      expect(refusal(first(), announce(second))).toEqual([
        'law-not-kept',
        { check: 'preference-alone', ref: 'R1.1, R1.3', item: 2 },
      ])
      expect(refusal(leading(), announce())).toBeNull()
      expect(refusal({ ...leading(), assembly: { ...leading().assembly!, topic } }, announce())?.[0]).toBe(
        'law-not-kept',
      )
    },
  )
  test('a preference is decided under no rule of law', () => {
    const second = after(NONE, adding({ rule: ordinary, question: AGREE, topic: 'preference' }))
    expect(refusal(first(), announce(second))?.[1]).toMatchObject({ check: 'topic', item: 2 })
  })
  test('has lots of its own, drawn at the moment at which the whole opens', () => {
    const announced = { ...after(NONE, adding()), status: 'announced' } as StandingPoll
    const led: PollCommand = { type: 'FollowFirst', first: 'pol_1', led: { does: 'open' } }
    const opened = after(announced, led, planFrom(NOW).opensAt)
    expect(opened.lots?.key).toContain(planFrom(NOW).opensAt)
    expect(opened.lots?.order.toSorted()).toEqual(RANKED.options.map(({ key }) => key))
    const other = { ...after(NONE, adding({ rule: ordinary, question: AGREE })), status: 'announced' } as StandingPoll
    expect(after(other, led, planFrom(NOW).opensAt).lots).toBeNull()
  })
})

describe('what owners prefer', () => {
  const slip = (head: number, ...choice: readonly string[]) =>
    ({ head, zone: '', amounts: { area: '100.00' }, choice, proof: 'none' }) as const
  test('counts an owner once however many homes they have, and not at all where these say two things (R1.7, R1.9)', () => {
    const asking = { rule: ownersRule(RANKED), question: RANKED }
    const [one, two] = ['option-1', 'option-2']
    const slips = [slip(1, one, two), slip(1, one, two), slip(2, two), slip(3, two), slip(4, one), slip(4, two)]
    const figures = countBallots(asking, slips)
    expect(figures).toMatchObject({
      votes: { 'option-1': { heads: 1 }, 'option-2': { heads: 2 } },
      invalid: { heads: 1 },
      orders: [
        { order: [two], count: 2 },
        { order: [one, two], count: 1 },
      ],
    })
    const outcome = outcomeOf({ ...asking, electorate: { heads: 4 }, lots: LOTS.order }, figures)
    expect(outcome).toMatchObject({ passed: true, chosen: [two] })
  })
  test('is asked by a rule of units and heads, and by no other of owners', () => {
    const rule = ownersRule(RANKED)
    const reads = (more: object) => pollRuleSchema.safeParse({ ...rule, ...more }).success
    expect(reads({})).toBe(true)
    for (const more of [
      { ballotOf: 'person' },
      { measures: ['households'] },
      { measures: ['area'] },
      { measures: ['heads', 'area'] },
      { topics: ['fund-use'] },
      { majority: ordinary.majority },
      { silent: ['strict', 'follow-majority'] },
    ])
      expect(reads(more), JSON.stringify(more)).toBe(false)
  })
})
