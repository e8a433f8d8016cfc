// Electing a committee by name: marks, spoiled ballots, the double majority of each candidate, ranking, ties, what is voted on again, and the whole against a count by hand.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import {
  type Amounts,
  type CandidatesQuestion,
  type ExportedPoll,
  type Outcome,
  type Poll,
  type PollRule,
  type ListedBallot,
  countListed,
  countsFor,
  electedIn,
  isChoice,
  lawOf,
  nextBallot,
  outcomeOf,
  pollRuleByKey,
  questionSchema,
  recountPoll,
  reconcile,
} from './index.ts'
import { againUnfit } from './election-again.ts'
import { questionFits } from './question.ts'
import { wrongFigures } from './figures.ts'
import { planFrom } from './testing/assembly.ts'

const rule: PollRule = pollRuleByKey('cn-committee-election')!
const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆', '赵磊', '黄丽']
const asks = (count: number, more: Partial<CandidatesQuestion> = {}): CandidatesQuestion => ({
  type: 'candidates',
  text: '选举第三届业主委员会委员',
  explanation: '',
  options: Array.from({ length: count }, (_, index) => ({
    key: `option-${index + 1}`,
    text: NAMES[index] ?? `候选人${index + 1}`,
    profile: '住三号楼，退休会计。',
    consented: true as const,
  })),
  committee: 5,
  sitting: 0,
  marking: 'each',
  tie: 'revote',
  again: null,
  ...more,
})

/** So many owners of one unit each, of whom this many are for each candidate, the first ones first. */
const votersFor = (
  owners: number,
  agreed: readonly number[],
  area: (at: number) => string = () => '100.00',
): readonly ListedBallot[] =>
  Array.from({ length: owners }, (_, at) => {
    const marks = agreed.flatMap((many, index) => (at < many ? [`option-${index + 1}`] : []))
    return {
      head: at,
      zone: '',
      amounts: { area: area(at) },
      choice: marks.length > 0 ? marks : ['abstain'],
      proof: 'none',
    }
  })
const electorateOf = (listed: readonly ListedBallot[]): Amounts => ({
  heads: new Set(listed.map(({ head }) => head)).size,
  area: metres(listed.reduce((sum, { amounts }) => sum + cents(amounts.area!), 0)),
})
const cents = (area: string) => Math.round(Number(area) * 100)
const metres = (units: number) => (units / 100).toFixed(2)
const elect = (question: CandidatesQuestion, listed: readonly ListedBallot[]): Outcome =>
  outcomeOf({ rule, question, electorate: electorateOf(listed) }, countListed({ rule, question }, listed).figures)
const standings = ({ allocation }: Outcome) =>
  allocation!.ranking.map(({ choice, place, standing }) => [choice.slice(7), place, standing])

describe('a ballot', () => {
  const each = asks(6)
  const limited = asks(6, { marking: 'limited', committee: 3 })
  test.each([
    ['marks some and leaves the others out', each, ['option-1', 'option-2:against'], true],
    [
      'marks more for than there are seats, name by name',
      each,
      NAMES.slice(0, 6).map((_, i) => `option-${i + 1}`),
      true,
    ],
    ['says for and against of one', each, ['option-1', 'option-1:against'], false],
    ['names somebody who does not stand', each, ['option-7'], false],
    ['names nobody', each, [], false],
    ['abstains as a whole', each, ['abstain'], true],
    ['abstains and names somebody', each, ['abstain', 'option-1'], false],
    ['ticks as many as there are seats', limited, ['option-1', 'option-2', 'option-3'], true],
    ['ticks fewer', limited, ['option-6'], true],
    ['says against where only ticks are asked', limited, ['option-1:against'], false],
    ['ticks the same name twice', limited, ['option-1', 'option-1'], false],
  ])('%s', (_, question, choice, may) => {
    expect(isChoice(question, choice, { invalid: true })).toBe(may)
    expect(isChoice(question, choice, { invalid: false })).toBe(may)
  })
  test('R2.4, R7.30: more ticks than seats are refused to whoever casts them, kept as they stand on paper, and counted as spoiled', () => {
    const four = ['option-1', 'option-2', 'option-3', 'option-4']
    expect(isChoice(limited, four, { invalid: false })).toBe(false)
    expect(isChoice(limited, four, { invalid: true })).toBe(true)
    const listed = [{ ...votersFor(1, [1])[0]!, choice: four }, ...votersFor(3, [3]).slice(1)]
    const { figures } = countListed({ rule, question: limited }, listed)
    expect(figures).toMatchObject({ invalid: { heads: 1, area: '100.00' }, cast: { heads: 2, area: '200.00' } })
    expect(figures.votes['option-1']).toEqual({ heads: 2, area: '200.00' })
  })
  test('whoever says nothing of one candidate abstains on that one, and is not against', () => {
    const listed = votersFor(3, [2, 1]).with(2, { ...votersFor(1, [1])[0]!, head: 2, choice: ['option-1:against'] })
    const { figures } = countListed({ rule, question: each }, listed)
    expect(countsFor(rule, figures, 'option-2')).toMatchObject({
      for: { heads: 1 },
      against: { heads: 0 },
      abstain: { heads: 2, area: '200.00' },
    })
  })
  test('R1.9: an owner who marks names in another order on another unit does not contradict himself', () => {
    const [ballot] = votersFor(1, [1])
    const two = [
      { ...ballot!, choice: ['option-1', 'option-2:against'] },
      { ...ballot!, choice: ['option-2:against', 'option-1'] },
    ]
    const count = countListed({ rule, question: each }, two)
    expect(count.contradictory).toEqual([])
    expect(count.figures.votes['option-1']).toEqual({ heads: 1, area: '200.00' })
    expect(
      countListed({ rule, question: each }, [two[0]!, { ...two[1]!, choice: ['option-2'] }]).figures.invalid,
    ).toEqual({
      heads: 1,
      area: '200.00',
    })
  })
})

describe('who is elected (R1.64)', () => {
  test('each passes by himself, in heads and in area; exactly half is not more than half (R0.2)', () => {
    const result = elect(asks(6), votersFor(10, [9, 8, 7, 6, 6, 5]))
    expect(result.passed).toBe(true)
    expect(result.chosen).toEqual(['option-1', 'option-2', 'option-3', 'option-4', 'option-5'])
    expect(standings(result).at(-1)).toEqual(['6', null, 'not-passed'])
    expect(result.verdicts[5]!.verdict.lines.map(({ zh }) => zh)).toContainEqual(
      expect.stringContaining('同意 5 人 ÷ 参与表决 10 人 > 1/2？ 2×5=10 = 10 ✗'),
    )
  })
  test('heads without area do not pass, nor the other way round', () => {
    const large = (at: number) => (at === 9 ? '2000.00' : '100.00')
    expect(elect(asks(1), votersFor(10, [9], large)).allocation).toMatchObject({ open: 5, again: ['option-1'] })
  })
  test('R1.2: without the quorum nobody is elected, whoever is for whom', () => {
    const listed = votersFor(10, [6, 6]).map((ballot, at) => (at < 6 ? ballot : { ...ballot, choice: null }))
    expect(elect(asks(2), listed)).toMatchObject({ passed: false, chosen: [] })
  })
  test('more pass than there are seats: heads decide, and the others are in reserve in their order', () => {
    const result = elect(asks(5, { committee: 3 }), votersFor(10, [6, 9, 8, 7, 10]))
    expect(standings(result)).toEqual([
      ['5', 1, 'elected'],
      ['2', 2, 'elected'],
      ['3', 3, 'elected'],
      ['4', 4, 'reserve'],
      ['1', 5, 'reserve'],
    ])
    expect(result.allocation!.ranking[0]).toMatchObject({
      zh: '陈静：同意 10 人、1000.00 平方米；第 1 名，当选',
      en: '陈静: 10 for, 1000.00 m²; place 1, elected',
    })
  })
  /** Ten owners: candidates 3 and 4 have eight heads each, 4 with more area. */
  const tying = () =>
    votersFor(10, [10, 9]).map((ballot, at) => ({
      ...ballot,
      amounts: { area: at === 9 ? '150.00' : '100.00' },
      choice: [...ballot.choice!, ...(at < 8 ? ['option-3'] : []), ...(at > 1 ? ['option-4'] : [])],
    }))
  test('a tie for the last seat goes by area where that is declared', () => {
    expect(standings(elect(asks(4, { committee: 3, tie: 'area' }), tying())).slice(2)).toEqual([
      ['4', 3, 'elected'],
      ['3', 4, 'reserve'],
    ])
  })
  test('and is voted on again where that is declared', () => {
    const result = elect(asks(4, { committee: 3 }), tying())
    expect(standings(result).slice(2)).toEqual([
      ['3', 3, 'tied'],
      ['4', 3, 'tied'],
    ])
    expect(result).toMatchObject({ passed: false, allocation: { open: 1, again: ['option-3', 'option-4'] } })
  })
  test('a tie that all the tied can sit through is none', () => {
    expect(elect(asks(3, { committee: 3 }), votersFor(10, [8, 8, 8]))).toMatchObject({
      passed: true,
      allocation: { open: 0, again: [] },
    })
  })
  test('even area can tie: then nobody goes first', () => {
    expect(elect(asks(2, { committee: 1, tie: 'area' }), votersFor(10, [8, 8])).allocation).toMatchObject({
      open: 1,
      again: ['option-1', 'option-2'],
    })
  })
})

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

/** Owner by owner and name by name, in fractions of nothing but whole numbers. */
const byHand = (question: CandidatesQuestion, listed: readonly ListedBallot[]) => {
  const seats = question.committee - question.sitting
  const all = { heads: new Set(listed.map(({ head }) => head)).size, area: 0 }
  const took = { heads: 0, area: 0 }
  const agreed = new Map(question.options.map(({ key }) => [key, { heads: 0, area: 0 }]))
  for (const { amounts } of listed) all.area += cents(amounts.area!)
  for (const [, units] of Map.groupBy(listed, ({ head }) => head)) {
    const voted = units.filter(({ choice }) => choice !== null)
    if (voted.length === 0) continue
    const papers = new Set(voted.map(({ choice }) => JSON.stringify(choice!.toSorted())))
    const [paper] = voted
    const over = question.marking === 'limited' && paper!.choice!.length > seats
    if (papers.size > 1 || over || paper!.choice![0] === 'invalid') continue
    const area = voted.reduce((sum, { amounts }) => sum + cents(amounts.area!), 0)
    took.heads += 1
    took.area += area
    for (const mark of paper!.choice!) {
      const found = agreed.get(mark)
      if (found) Object.assign(found, { heads: found.heads + 1, area: found.area + area })
    }
  }
  const quorum = 3 * took.heads >= 2 * all.heads && 3 * took.area >= 2 * all.area && took.heads > 0 && took.area > 0
  const passers = question.options
    .map(({ key }) => ({ key, ...agreed.get(key)! }))
    .filter(({ heads, area }) => quorum && 2 * heads > took.heads && 2 * area > took.area)
  type Passer = (typeof passers)[number]
  const ahead = (one: Passer, other: Passer) =>
    one.heads > other.heads || (question.tie === 'area' && one.heads === other.heads && one.area > other.area)
  const elected = passers.filter((one) => {
    const notBehind = passers.filter((other) => !ahead(one, other)).length
    return notBehind <= seats
  })
  return { elected: elected.map(({ key }) => key).toSorted(), open: seats - elected.length, passers: passers.length }
}

const CANDIDATES = 6
const mark = fc.constantFrom('for', 'for', 'for', 'against', 'none')
const paperOf = (marking: CandidatesQuestion['marking']) =>
  fc
    .oneof(
      { weight: 12, arbitrary: fc.array(mark, { minLength: CANDIDATES, maxLength: CANDIDATES }) },
      { weight: 1, arbitrary: fc.constant('abstain' as const) },
      { weight: 1, arbitrary: fc.constant('invalid' as const) },
      { weight: 2, arbitrary: fc.constant(null) },
    )
    .map((paper): readonly string[] | null => {
      if (paper === null) return null
      if (typeof paper === 'string') return [paper]
      const marks = paper.flatMap((said, index) => {
        const key = `option-${index + 1}`
        return said === 'for' ? [key] : said === 'against' && marking === 'each' ? [`${key}:against`] : []
      })
      return marks.length > 0 ? marks : ['abstain']
    })
const houses = (marking: CandidatesQuestion['marking']) =>
  fc
    .array(
      fc.record({
        head: fc.nat(12),
        area: fc.integer({ min: 1, max: 20_000 }),
        paper: paperOf(marking),
        alike: fc.nat(9),
      }),
      { minLength: 1, maxLength: 24 },
    )
    .map((units): readonly ListedBallot[] => {
      const first = new Map<number, readonly string[] | null>()
      return units.map(({ head, area, paper, alike }) => {
        const known = first.get(head)
        const choice = known !== undefined && alike > 0 ? known : paper
        if (!first.has(head)) first.set(head, choice)
        return { head, zone: '', amounts: { area: metres(area) }, choice, proof: 'none' }
      })
    })
const election = fc
  .record({
    marking: fc.constantFrom('each', 'limited'),
    tie: fc.constantFrom('area', 'revote'),
    committee: fc.constantFrom(1, 3, 5),
  })
  .chain((asked) => houses(asked.marking).map((listed) => ({ question: asks(CANDIDATES, asked), listed })))

test('in any house the same are elected as by a count by hand, and no seat is given twice', () => {
  const seen = { several: 0, open: 0, reserve: 0 }
  fc.assert(
    fc.property(election, ({ question, listed }) => {
      const outcome = elect(question, listed)
      const allocation = outcome.allocation!
      const hand = byHand(question, listed)
      expect(outcome.chosen.toSorted()).toEqual(hand.elected)
      expect(allocation.open).toBe(hand.open)
      expect(outcome.passed).toBe(hand.open === 0)
      expect(allocation.ranking.map(({ choice }) => choice).toSorted()).toEqual(
        question.options.map(({ key }) => key).toSorted(),
      )
      expect(electedIn(allocation).length).toBeLessThanOrEqual(question.committee)
      seen.several += hand.elected.length > 1 ? 1 : 0
      seen.open += hand.open > 0 && hand.passers > 0 ? 1 : 0
      seen.reserve += hand.passers > question.committee ? 1 : 0
    }),
    { numRuns: 600 },
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(10)
})

test('in any house the count balances, and its figures are possible', () => {
  fc.assert(
    fc.property(election, ({ question, listed }) => {
      const count = countListed({ rule, question }, listed)
      const voted = listed.filter(({ choice }) => choice !== null).length
      expect(reconcile(listed, { rule, count, ballots: voted }).balanced).toBe(true)
      expect(wrongFigures({ rule, question, electorate: electorateOf(listed) }, count.figures, false)).toBeNull()
    }),
  )
})

test('an exported election comes to the same, and the order of the list changes nothing', () => {
  fc.assert(
    fc.property(election, ({ question, listed }) => {
      const at = '2026-12-20T02:00:00.000Z'
      const file = (all: readonly ListedBallot[]): ExportedPoll => ({
        format: 'yishi-poll/1',
        poll: 'pol_1',
        lots: null,
        rule,
        regime: 'strict',
        question,
        digest: '',
        voters: all.map(({ head, amounts, choice }, index) => ({
          voter: `vtr_${String(index).padStart(3, '0')}`,
          head,
          zone: '',
          amounts,
          ballots: choice ? [{ channel: 'paper', choice: [...choice], at }] : [],
          proof: 'none',
        })),
      })
      const [found, backwards] = [recountPoll(file(listed)), recountPoll(file(listed.toReversed()))]
      if (isRefused(found) || isRefused(backwards)) throw new Error('not counted')
      expect(found.outcome).toEqual(elect(question, listed))
      expect(backwards.outcome).toEqual(found.outcome)
    }),
  )
})
