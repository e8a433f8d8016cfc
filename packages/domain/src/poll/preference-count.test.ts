// Questions that rank or score: what they come to, and that a poll comes to what its file comes to.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { type CountShown, countRanked, rankedClaimSchema, shownCount } from '../ranking/index.ts'
import { WEDNESDAY } from '../reactions/testing/world.ts'
import {
  type ExportedPoll,
  type PollRule,
  type Question,
  drawLotsAt,
  exportedPollSchema,
  isPreference,
  outcomeOf,
  pollRuleByKey,
  rankedClaimOf,
  recountPoll,
} from './index.ts'
import {
  APPROVAL,
  type Choices,
  KEYS,
  LIMITED,
  LOTS,
  RANKED,
  SCORED,
  SEATS,
  count,
  options,
  outcome,
  ruleFor,
} from './testing/preferences.ts'

describe('what it comes to', () => {
  test('the last one goes out and its ballots go on, round by round', () => {
    const found = outcome(RANKED, [
      ...Array.from({ length: 3 }, () => ['option-1', 'option-2']),
      ...Array.from({ length: 4 }, () => ['option-2']),
      ...Array.from({ length: 2 }, () => ['option-3', 'option-1']),
      ['abstain'],
    ])
    expect(found).toMatchObject({ passed: true, chosen: ['option-1'], verdicts: [] })
    expect(found.count).toMatchObject({
      rounds: [
        { out: 'option-3', transfers: { to: { 'option-1': '2' }, exhausted: '0' }, tie: null },
        { votes: { 'option-1': '5', 'option-2': '4' }, elected: ['option-1'] },
      ],
    })
  })
  test('equal votes are settled by the lots that were drawn at the opening', () => {
    const found = outcome(APPROVAL, [['option-1'], ['option-2']])
    const first = LOTS.order.find((key) => key === 'option-1' || key === 'option-2')!
    expect(found.chosen).toEqual([first])
    expect(found.count).toMatchObject({ tie: { tied: ['option-1', 'option-2'], taken: [first], round: null } })
  })
  test('nothing is chosen where nobody names anything', () => {
    for (const question of [RANKED, SCORED, APPROVAL, LIMITED])
      expect(outcome(question, [['abstain']])).toMatchObject({ passed: false, chosen: [], count: null })
    expect(outcome(SCORED, [['option-1:0']])).toMatchObject({ passed: false, chosen: [] })
  })
  test('a quorum that a community asks for has to be there', () => {
    const article = { zh: '本居民区', en: 'here' }
    const half = { part: 'participants', whole: 'electorate', at: 'more', article, ref: '–' } as const
    const asking: PollRule = { ...ruleFor(SCORED), quorum: [{ ...half, share: [1, 2] }] }
    const figures = count(SCORED, [['option-1:4']])
    const of = (heads: number) =>
      outcomeOf({ rule: asking, question: SCORED, electorate: { heads }, lots: LOTS.order }, figures)
    expect(of(1)).toMatchObject({ passed: true, chosen: ['option-1'] })
    expect(of(2)).toMatchObject({ passed: false, chosen: [], count: { winners: ['option-1'] } })
  })
})

const order = fc.shuffledSubarray([...KEYS], { minLength: 1 })
const numbered = (least: number, most: number) =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), fc.integer({ min: least, max: most })), {
    minLength: 1,
    selector: ([key]) => key,
  })
const marked = (all: readonly (readonly [string, number])[]) => all.map(([key, number]) => `${key}:${number}`)
/** Sheets whose places are no order, and sheets with points out of range. */
const faultyPlaces = numbered(0, 9)
  .filter((all) => {
    const places = all.map(([, place]) => place).toSorted((a, b) => a - b)
    return places.some((place, index) => place !== index + 1)
  })
  .map(marked)
const faultyPoints = numbered(0, 9)
  .filter((all) => all.some(([, points]) => points > 5))
  .map(marked)
const scores = numbered(0, 5).map(marked)
const apart = fc.constantFrom<string[]>(['abstain'], ['invalid'])
const ballotsOf = (valid: fc.Arbitrary<string[]>) =>
  fc.array(fc.oneof({ weight: 6, arbitrary: valid }, { weight: 1, arbitrary: apart }), { minLength: 1, maxLength: 40 })

const exported = (question: Question, all: Choices): ExportedPoll => {
  const digest = 'd'.repeat(64)
  const lots = drawLotsAt(question, digest, WEDNESDAY)
  const ballots = (choice: readonly string[]) => [{ channel: 'online' as const, choice: [...choice], at: WEDNESDAY }]
  return {
    format: 'yishi-poll/1',
    poll: 'pol_1',
    rule: ruleFor(question),
    regime: 'strict',
    question,
    digest,
    lots,
    voters: all.map((choice, head) => ({
      voter: `vtr_${String(head).padStart(4, '0')}`,
      head,
      zone: '',
      amounts: {},
      proof: 'none',
      ballots: ballots(choice),
    })),
  }
}

/** The same ballots as the plain claims that they are, without anything of polls. */
const plainly = (question: Question, all: Choices, lots: readonly string[]): CountShown | null => {
  const faulty = (choice: readonly string[]) =>
    (question.type === 'ranked' && choice.some((mark) => mark.includes(':'))) ||
    (question.type === 'scored' && choice.some((mark) => Number(mark.split(':')[1]) > 5))
  const named = all.filter((choice) => choice[0] !== 'abstain' && choice[0] !== 'invalid' && !faulty(choice))
  const terms = { options: KEYS, lots, seats: 'seats' in question ? question.seats : 1, ties: ruleFor(question).ties }
  const { ties: _, ...without } = terms
  const pairs = (choice: readonly string[]) =>
    Object.fromEntries(choice.map((mark) => mark.split(':')).map(([key, points]) => [key, Number(points)]))
  const claims = {
    ranked: { ...terms, method: 'stv', ballots: named.map((ranking) => ({ ranking })) },
    scored: { ...without, method: 'score', highest: 5, ballots: named.map((choice) => ({ scores: pairs(choice) })) },
    approval: { ...without, method: 'approval', ballots: named.map((marks) => ({ marks })) },
    limited: { ...without, method: 'limited', most: 2, ballots: named.map((marks) => ({ marks })) },
  }
  const found = countRanked(rankedClaimSchema.parse(claims[question.type as keyof typeof claims]))
  return 'winners' in found ? shownCount(found) : null
}

test.each([
  ['ranked, one seat', RANKED, fc.oneof({ weight: 4, arbitrary: order }, faultyPlaces)],
  ['ranked, two seats', SEATS, fc.oneof({ weight: 4, arbitrary: order }, faultyPlaces)],
  ['scored', SCORED, fc.oneof({ weight: 4, arbitrary: scores }, faultyPoints)],
  ['approval', APPROVAL, order],
  ['limited', LIMITED, order],
] as const)('%s: poll, exported poll, public file and plain ballots come to the same', (_, question, valid) => {
  fc.assert(
    fc.property(ballotsOf(valid), (all) => {
      if (!isPreference(question)) throw new Error('a preference')
      const file = exported(question, all)
      expect(exportedPollSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file)
      const found = recountPoll(file)
      if (isRefused(found)) throw new Error(found.refused)
      expect(found.reconciliation).toMatchObject({ balanced: true, holding: all.length })
      const lots = file.lots!.order
      const { rule } = file
      const direct = outcomeOf({ rule, question, electorate: { heads: all.length }, lots }, found.figures)
      expect(found.outcome).toEqual(direct)
      const claim = rankedClaimOf({ question, figures: found.figures, measure: 'heads', ties: rule.ties!, lots })
      const counted = countRanked(rankedClaimSchema.parse(JSON.parse(JSON.stringify(claim))))
      const byHand = plainly(question, all, lots)
      const published = 'winners' in counted ? shownCount(counted) : null
      const none = (count: CountShown | null | undefined) => (count ? count.winners : [])
      expect(none(direct.count)).toEqual(none(byHand))
      expect(none(published)).toEqual(none(byHand))
      if (direct.count) expect({ ...direct.count, spoiled: 0 }).toEqual({ ...byHand, spoiled: 0 })
    }),
  )
})

describe('an exported poll that cannot be true', () => {
  const file = exported(RANKED, [['option-1'], ['option-2', 'option-1']])
  const ballot = (choice: readonly string[]) => ({ ...file.voters[0]!.ballots[0]!, choice })
  const first = (choice: readonly string[]) => ({
    voters: [{ ...file.voters[0]!, ballots: [ballot(choice)] }, file.voters[1]!],
  })
  test.each([
    ['a place twice', first(['option-1', 'option-1']), 'rank-twice'],
    ['an option that nobody was asked about', first(['option-7']), 'option-unknown'],
    [
      'a question with fewer options than were ranked',
      { question: { ...RANKED, options: options.slice(1) } },
      'lots-unfit',
    ],
    ['lots in another order', { lots: { ...file.lots!, order: file.lots!.order.toReversed() } }, 'lots-unfit'],
    ['no lots', { lots: null }, 'lots-unfit'],
    ['a rule of the law', { rule: pollRuleByKey('cn-residents-representatives')! }, 'preference-unfit'],
  ])('%s', (_, change, code) => {
    expect(recountPoll({ ...file, ...change } as ExportedPoll)).toMatchObject({ refused: code })
  })
})
