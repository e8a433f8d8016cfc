// Questions that rank or score: that no law is asked in this way, hands for options, and the life of such a poll.
import { describe, expect, test } from 'vitest'
import { type Actor, isRefused } from '../kernel/index.ts'
import { PEOPLE, STAFF } from '../matter/testing/community.ts'
import { wrongFigures } from './figures.ts'
import { FORMAL } from '../matter/testing/procedures.ts'
import { asks, given, raised, sorting } from '../reactions/testing/story.ts'
import { WEDNESDAY, open as openMatter } from '../reactions/testing/world.ts'
import {
  NO_POLL,
  POLL_RULES,
  type Poll,
  type PollCommand,
  type PollEvent,
  type Question,
  pollEntry,
  pollRuleByKey,
  pollRuleSchema,
  pollRules,
} from './index.ts'
import { APPROVAL, KEYS, LIMITED, RANKED, SCORED, count, meta, ruleFor } from './testing/preferences.ts'

const AT_TALK = openMatter(given(raised, asks(STAFF, sorting({}, FORMAL))))
const voters = [1, 2, 3].map((head) => ({
  voter: `vtr_${head}` as const,
  ballot: `bal_${head}` as const,
  person: `per_${head}` as const,
  party: null,
  name: `居民${head}`,
  path: 'east.b3',
  head,
  zone: '',
  unit: null,
  amounts: {},
}))
const draft = (question: Question, more: object = {}): PollCommand => ({
  type: 'DraftPoll',
  id: 'pol_1',
  of: AT_TALK,
  rule: ruleFor(question),
  way: 'ballots',
  question,
  electorate: { voters },
  plan: null,
  ...more,
})
const decide = (poll: Poll, command: PollCommand, actor: Actor = STAFF) => pollRules.decide(poll, command, meta(actor))
const refusal = (command: PollCommand) => {
  const answer = decide(NO_POLL, command)
  return isRefused(answer) ? answer.refused : null
}

describe('hands for options', () => {
  const hands = (one: number, two: number, cast: number, abstain = 0) => ({
    votes: {
      ...Object.fromEntries(KEYS.map((key) => [key, { heads: 0 }])),
      'option-1': { heads: one },
      'option-2': { heads: two },
    },
    cast: { heads: cast },
    abstain: { heads: abstain },
    invalid: { heads: 0 },
  })
  const wrong = (question: Question, figures: ReturnType<typeof hands>) =>
    wrongFigures({ rule: ruleFor(question), question, electorate: { heads: 10 } }, figures, true)
  test.each<[string, Question, ReturnType<typeof hands>, object | null]>([
    ['as many as they may raise', LIMITED, hands(6, 6, 6, 4), null],
    [
      'one more than they may raise (R7.30)',
      { ...LIMITED, most: 1 } as Question,
      hands(4, 3, 6),
      { refused: 'counts-exceed-marks', detail: { sum: '7', total: '6' } },
    ],
    ['more for one than raised any', LIMITED, hands(7, 0, 6), { refused: 'counts-incomplete' }],
    ['more people than there are', LIMITED, hands(6, 6, 6, 5), { refused: 'counts-exceed-electorate' }],
    ['for as many as are good', APPROVAL, hands(6, 6, 6, 4), null],
  ])('%s', (_, question, figures, code) => {
    if (code) expect(wrong(question, figures)).toMatchObject(code)
    else expect(wrong(question, figures)).toBeNull()
  })
})

describe('asking it', () => {
  const statutory = POLL_RULES.filter(({ ties }) => ties === null)
  test.each(statutory.map((rule) => [rule.key, rule] as const))('%s asks nothing of the kind', (_, rule) => {
    for (const question of [RANKED, SCORED, APPROVAL, LIMITED])
      expect(refusal(draft(question, { rule }))).toMatch(/^(preference-unfit|poll-rule-not-in-force)$/)
  })
  test.each([
    ['by its own rule', RANKED, {}, null],
    ['by the rule of another kind', RANKED, { rule: ruleFor(SCORED) }, 'question-unfit'],
    ['an order by hands', RANKED, { way: 'counted', electorate: { totals: { heads: 9 } } }, 'hands-cannot-rank'],
    [
      'points by hands, whatever the rule says',
      SCORED,
      { rule: { ...ruleFor(SCORED), ways: ['counted'] }, way: 'counted', electorate: { totals: { heads: 9 } } },
      'hands-cannot-rank',
    ],
    ['approvals by hands', APPROVAL, { way: 'counted', electorate: { totals: { heads: 9 } } }, null],
    ['more seats than options', { ...RANKED, seats: 5 } as Question, {}, 'options-too-few'],
    ['more marks than options', { ...LIMITED, most: 5 } as Question, {}, 'options-too-few'],
  ] as const)('%s', (_, question, more, code) => {
    expect(refusal(draft(question, more))).toBe(code)
  })
  test('a rule that ranks beside a law, or that knows neither a majority nor a question that ranks, is none', () => {
    const ranked = ruleFor(RANKED)
    const law = pollRuleByKey('cn-civil-code-278-ordinary')!
    const reads = (rule: object) => pollRuleSchema.safeParse(rule).success
    expect(reads(ranked)).toBe(true)
    expect(reads({ ...law, questions: ['for-against', 'ranked'] })).toBe(false)
    expect(reads({ ...law, ties: 'lot' })).toBe(false)
    expect(reads({ ...law, majority: [] })).toBe(false)
    expect(reads({ ...ranked, electorate: 'owners' })).toBe(false)
    expect(reads({ ...ranked, ballotOf: 'unit' })).toBe(false)
    expect(reads({ ...ranked, measures: ['heads', 'area'] })).toBe(false)
    expect(reads({ ...ranked, ties: null })).toBe(false)
    const ofHomes = pollRuleByKey('households-ranked')!
    expect(reads(ofHomes)).toBe(true)
    expect(reads({ ...ofHomes, measures: ['heads'] })).toBe(false)
    expect(reads({ ...ofHomes, electorate: 'owners' })).toBe(false)
  })
})

test('lots are drawn when it opens, stand in the open ledger, and two persons find the same rounds', () => {
  const play = (poll: Poll, command: PollCommand, actor?: Actor) => {
    const answer = decide(poll, command, actor)
    if (isRefused(answer)) throw new Error(answer.refused)
    return answer
  }
  const drafted = play(NO_POLL, draft(RANKED))
  const opened = play(drafted.state, { type: 'OpenPoll' })
  const { lots } = opened.events[0] as Extract<PollEvent, { type: 'PollOpened' }>
  expect(lots?.order.toSorted()).toEqual([...KEYS])
  expect(lots?.key).toBe(`${'digest' in drafted.state && drafted.state.digest}/${WEDNESDAY}`)
  const { facts } = pollEntry.PollOpened(opened.events[0] as Extract<PollEvent, { type: 'PollOpened' }>)
  expect(facts).toMatchObject({ lots: lots!.order, rule: 'residents-ranked' })
  const figures = count(RANKED, [['option-1'], ['option-2'], ['abstain']])
  const once = play(opened.state, { type: 'EnterCount', figures })
  const twice = play(once.state, { type: 'EnterCount', figures }, PEOPLE.branch)
  const first = lots!.order.find((key) => key === 'option-1' || key === 'option-2')!
  expect(twice.state).toMatchObject({ status: 'decided', outcome: { passed: true, chosen: [first] } })
  const other = count(RANKED, [['option-1'], ['option-2', 'option-1'], ['abstain']])
  expect(decide(once.state, { type: 'EnterCount', figures: other }, PEOPLE.branch)).toMatchObject({
    events: [{ type: 'CountEntered' }, { type: 'CountsDiffered' }],
  })
})
