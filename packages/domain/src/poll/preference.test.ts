// Questions that rank or score: what may stand on a ballot, how a form is read, that a poll comes to what its file comes to, and that no law is asked in this way.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, type Ids, type PersonId, isRefused } from '../kernel/index.ts'
import { PEOPLE, STAFF } from '../matter/testing/community.ts'
import { wrongFigures } from './figures.ts'
import { FORMAL } from '../matter/testing/procedures.ts'
import { type CountShown, countRanked, rankedClaimSchema, shownCount } from '../ranking/index.ts'
import { asks, given, raised, sorting } from '../reactions/testing/story.ts'
import { WEDNESDAY, open as openMatter } from '../reactions/testing/world.ts'
import {
  type ExportedPoll,
  NO_POLL,
  POLL_RULES,
  type Poll,
  type PollCommand,
  type PollEvent,
  type PollRule,
  type Question,
  ballotRules,
  countBallots,
  drawLotsAt,
  exportedPollSchema,
  isPreference,
  outcomeOf,
  pollEntry,
  pollRuleByKey,
  pollRuleSchema,
  pollRules,
  questionDigest,
  rankedClaimOf,
  readMarks,
  recountPoll,
} from './index.ts'
import { slipOf } from './testing/slip.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const KEYS = ['option-1', 'option-2', 'option-3', 'option-4'] as const
const options = ['三菱', '日立', '通力', '奥的斯'].map((text, index) => ({ key: KEYS[index]!, text }))
const asked = { text: '电梯换哪个牌子？', explanation: '', options }
const RANKED: Question = { type: 'ranked', ...asked, seats: 1 }
const SEATS: Question = { type: 'ranked', ...asked, seats: 2 }
const SCORED: Question = { type: 'scored', ...asked, seats: 1, highest: 5 }
const APPROVAL: Question = { type: 'approval', ...asked, seats: 1 }
const LIMITED: Question = { type: 'limited', ...asked, seats: 2, most: 2 }
const ruleFor = ({ type }: Question): PollRule => pollRuleByKey(`residents-${type}`)!

const ANN: Actor = { kind: 'person', person: 'per_ann', hats: [] }
const slip = (question: Question) => slipOf({ question, rule: ruleFor(question) })
const meta = (actor: Actor) => ({ actor, now: WEDNESDAY, ids })
const cast = (question: Question, choice: readonly string[], more: object = {}) => {
  const answer = ballotRules.decide(slip(question), { type: 'CastBallot', choice, ...more }, meta(ANN))
  return isRefused(answer) ? answer.refused : null
}
const note = (question: Question, choice: readonly string[], readers: readonly PersonId[] = ['per_ann', 'per_bea']) => {
  const command = { type: 'NoteBallot', choice, where: 'paper', readers } as const
  const answer = ballotRules.decide(slip(question), command, meta(STAFF))
  return isRefused(answer) ? answer.refused : null
}

describe('what may stand on a ballot', () => {
  test.each([
    [RANKED, ['option-3', 'option-1'], null],
    [RANKED, ['option-3', 'option-1', 'option-2', 'option-4'], null],
    [RANKED, ['abstain'], null],
    [RANKED, ['option-3', 'option-3'], 'rank-twice'],
    [RANKED, ['option-3', 'option-9'], 'option-unknown'],
    [RANKED, ['option-3', 'abstain'], 'choice-unfit'],
    [RANKED, [], 'choice-unfit'],
    [SCORED, ['option-1:5', 'option-2:0'], null],
    [SCORED, ['option-1:6'], 'score-out-of-range'],
    [SCORED, ['option-1:-1'], 'score-out-of-range'],
    [SCORED, ['option-1:1.5'], 'score-out-of-range'],
    [SCORED, ['option-1'], 'score-out-of-range'],
    [SCORED, ['option-9:1'], 'option-unknown'],
    [SCORED, ['option-1:1', 'option-1:2'], 'choice-unfit'],
    [APPROVAL, KEYS, null],
    [APPROVAL, ['option-1', 'option-1'], 'choice-unfit'],
    [APPROVAL, ['option-7'], 'option-unknown'],
    [LIMITED, ['option-1', 'option-4'], null],
    [LIMITED, ['option-1', 'option-2', 'option-4'], 'too-many-marks'],
  ] as const)('%o with %o', (question, choice, refused) => {
    expect(cast(question, choice)).toBe(refused)
  })
  test('a sheet with too many marks is kept as it is, and is spoiled (R7.30)', () => {
    const three = ['option-1', 'option-2', 'option-4']
    expect(note(LIMITED, three)).toBeNull()
    expect(note(LIMITED, three, ['per_ann', 'per_ann'])).toBe('two-readers-needed')
    expect(note(LIMITED, [...three, 'option-9'])).toBe('option-unknown')
    const figures = count(LIMITED, [three, ['option-1']])
    expect(figures).toMatchObject({
      votes: { 'option-1': { heads: 1 }, 'option-2': { heads: 0 } },
      invalid: { heads: 1 },
    })
  })
  test('nor one that was filled in for another question', () => {
    expect(cast(RANKED, ['option-1'], { asked: questionDigest(RANKED) })).toBeNull()
    const before: Question = { ...RANKED, options: options.toReversed() }
    expect(cast(RANKED, ['option-1'], { asked: questionDigest(before) })).toBe('question-changed')
  })
})

describe('a form without a script', () => {
  const read = (question: Question, fields: Readonly<Record<string, string | readonly string[]>>) => {
    const all = (name: string) => [fields[name] ?? []].flat()
    return readMarks(question, { all, one: (name) => all(name)[0] ?? '' })
  }
  const [one, two, three, four] = KEYS.map((key) => `rank-${key}`) as [string, string, string, string]
  test.each([
    ['an order', RANKED, { [one]: '2', [two]: '', [three]: '1' }, { choice: ['option-3', 'option-1'] }],
    ['nothing', RANKED, { [one]: '' }, { problem: { code: 'missing' } }],
    ['an abstention', RANKED, { choice: 'abstain', [one]: '' }, { choice: ['abstain'] }],
    [
      'one place twice',
      RANKED,
      { [one]: '1', [two]: '2', [four]: '2' },
      { problem: { code: 'rank-twice', rank: 2, options: ['option-2', 'option-4'] } },
    ],
    ['a gap', RANKED, { [one]: '1', [two]: '3' }, { problem: { code: 'rank-gap', rank: 2 } }],
    ['a place beyond the last', RANKED, { [one]: '5' }, { problem: { code: 'choice-unfit' } }],
    [
      'an order and an abstention',
      RANKED,
      { [one]: '1', choice: 'abstain' },
      { problem: { code: 'choice-unfit', most: 4 } },
    ],
    ['points', SCORED, { 'score-option-2': '0', 'score-option-4': '5' }, { choice: ['option-2:0', 'option-4:5'] }],
    [
      'points beyond the highest',
      SCORED,
      { 'score-option-2': '6' },
      { problem: { code: 'score-out-of-range', options: ['option-2'], most: 5 } },
    ],
    ['marks', LIMITED, { choice: ['option-1', 'option-2'] }, { choice: ['option-1', 'option-2'] }],
    ['too many marks', LIMITED, { choice: KEYS }, { problem: { code: 'too-many-marks', most: 2 } }],
    ['an unknown option', APPROVAL, { choice: 'option-8' }, { problem: { code: 'option-unknown', most: 4 } }],
  ] as const)('%s', (_, question, fields, found) => {
    expect(read(question, fields)).toEqual(found)
  })
  test('what was put in order is read back as it was', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...KEYS], { minLength: 1 }), (order) => {
        expect(read(RANKED, Object.fromEntries(order.map((key, at) => [`rank-${key}`, `${at + 1}`])))).toEqual({
          choice: order,
        })
      }),
    )
  })
})

type Choices = readonly (readonly string[])[]
const slipsOf = (all: Choices) =>
  all.map((choice, head) => ({ head, zone: '', proof: 'none' as const, choice, amounts: {} }))
const count = (question: Question, all: Choices) => countBallots({ rule: ruleFor(question), question }, slipsOf(all))
const LOTS = drawLotsAt(RANKED, 'a'.repeat(64), WEDNESDAY)
const outcome = (question: Question, all: Choices, rule = ruleFor(question)) =>
  outcomeOf({ rule, question, electorate: { heads: all.length }, lots: LOTS.order }, count(question, all))

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
