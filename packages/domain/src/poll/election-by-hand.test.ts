// Any election against a count owner by owner and name by name.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { wrongFigures } from './figures.ts'
import {
  type CandidatesQuestion,
  type ExportedPoll,
  type ListedBallot,
  countListed,
  electedIn,
  reconcile,
  recountPoll,
} from './index.ts'
import { asks, cents, elect, electorateOf, metres, rule } from './testing/elections.ts'

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
