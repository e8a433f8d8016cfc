// Ranked and scored ballots beside published elections and beside what must hold for any.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, fraction, rational, sum } from '../rational/index.ts'
import { gather, rankingRefusal, totalOf } from './profile.ts'
import { scoreRefusal, scored } from './scored.ts'
import { droopQuota, instantRunoff, transferableVote } from './transferable.ts'

const times = (count: number, order: string): readonly (readonly string[])[] =>
  Array.from({ length: count }, () => [...order])
const winnersOf = (outcome: ReturnType<typeof transferableVote>) =>
  'tied' in outcome ? { tied: outcome.tied } : outcome.winners

describe('published elections', () => {
  test('V7.21 the runoff elects C, though B would beat each other one alone', () => {
    const ballots = [...times(35, 'ABC'), ...times(34, 'CBA'), ...times(31, 'BCA')]
    const outcome = instantRunoff(ballots, { options: ['A', 'B', 'C'], lots: null })
    expect(winnersOf(outcome)).toEqual(['C'])
    expect('rounds' in outcome && outcome.rounds.map(({ out }) => out)).toEqual(['B', null])
  })

  test('V7.21 three dishes for twenty guests: Chocolate, Orange, Strawberry', () => {
    const options = ['Orange', 'Pear', 'Chocolate', 'Strawberry', 'Sweets']
    const many = (count: number, ...order: string[]) => Array.from({ length: count }, () => order)
    const ballots = [
      ...many(4, 'Orange'),
      ...many(2, 'Pear', 'Orange'),
      ...many(8, 'Chocolate', 'Strawberry'),
      ...many(4, 'Chocolate', 'Sweets'),
      ...many(1, 'Strawberry'),
      ...many(1, 'Sweets'),
    ]
    const outcome = transferableVote(ballots, { options, seats: 3, lots: null })
    expect(winnersOf(outcome)).toEqual(['Chocolate', 'Orange', 'Strawberry'])
    if ('tied' in outcome) throw new Error('tied')
    expect(fraction(outcome.quota)).toBe('6')
    const second = Object.fromEntries(
      outcome.rounds[1]!.standings.map(({ option, votes }) => [option, fraction(votes)]),
    )
    expect(second).toEqual({ Orange: '4', Pear: '2', Strawberry: '5', Sweets: '3' })
  })

  test('55 voters and five options: the runoff elects C (Malkevitch)', () => {
    const ballots = [
      ...times(18, 'ADECB'),
      ...times(12, 'BEDCA'),
      ...times(10, 'CBEDA'),
      ...times(9, 'DCEBA'),
      ...times(4, 'EBDCA'),
      ...times(2, 'ECDBA'),
    ]
    expect(winnersOf(instantRunoff(ballots, { options: [...'ABCDE'], lots: null }))).toEqual(['C'])
  })
})

describe('equal votes', () => {
  const even = [...times(1, 'A'), ...times(1, 'B')]
  test('are told, unless an order was drawn beforehand', () => {
    expect(instantRunoff(even, { options: ['A', 'B'], lots: null })).toEqual({ tied: ['A', 'B'] })
    expect(winnersOf(instantRunoff(even, { options: ['A', 'B'], lots: ['B', 'A'] }))).toEqual(['B'])
  })
  test('of points likewise', () => {
    const ballots = [{ A: 3, B: 1 }, { B: 2 }]
    expect(scored(ballots, { options: ['A', 'B'], lots: null })).toEqual({ tied: ['A', 'B'] })
    expect(scored(ballots, { options: ['A', 'B'], lots: ['B', 'A'] })).toMatchObject({ winner: 'B' })
  })
})

test('a quota is the smallest number that one option too many cannot reach', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 12 }), (votes, seats) => {
      const quota = Number(droopQuota(rational(BigInt(votes)), seats).numerator)
      expect(quota * (seats + 1)).toBeGreaterThan(votes)
      expect((quota - 1) * (seats + 1)).toBeLessThanOrEqual(votes)
    }),
  )
})

const OPTIONS = ['a', 'b', 'c', 'd', 'e']
const rankings = fc.array(fc.shuffledSubarray(OPTIONS, { minLength: 1 }), { minLength: 1, maxLength: 40 })

/** Written again as one would count by hand, with whole ballots only. */
const byHand = (ballots: readonly (readonly string[])[]): string => {
  let left = [...OPTIONS]
  for (;;) {
    const piles = new Map(left.map((option) => [option, 0]))
    const counting = ballots.flatMap((ballot) => ballot.find((option) => left.includes(option)) ?? [])
    for (const option of counting) piles.set(option, piles.get(option)! + 1)
    const most = left.find((option) => piles.get(option)! * 2 > counting.length)
    if (left.length === 1 || most) return most ?? left[0]!
    const fewest = Math.min(...piles.values())
    const out = OPTIONS.findLast((option) => left.includes(option) && piles.get(option) === fewest)
    left = left.filter((option) => option !== out)
  }
}

test('the runoff is what a count by hand gives', () => {
  fc.assert(
    fc.property(rankings, (ballots) => {
      expect(winnersOf(instantRunoff(ballots, { options: OPTIONS, lots: OPTIONS }))).toEqual([byHand(ballots)])
    }),
  )
})

test('no vote is made or lost: in every round all votes and those exhausted are what was cast, less the quotas used up', () => {
  fc.assert(
    fc.property(rankings, fc.integer({ min: 1, max: 4 }), (ballots, seats) => {
      const outcome = transferableVote(ballots, { options: OPTIONS, seats, lots: OPTIONS })
      if ('tied' in outcome) throw new Error('lots leave no tie')
      expect(new Set(outcome.winners).size).toBe(seats)
      let used = 0n
      for (const { standings, exhausted, elected } of outcome.rounds) {
        const held = sum([...standings.map(({ votes }) => votes), exhausted, rational(used * outcome.quota.numerator)])
        if (seats > 1) expect(fraction(held)).toBe(fraction(totalOf(gather(ballots))))
        used += BigInt(elected.length)
      }
    }),
  )
})

test('a majority that ranks the same options first, in any order, gets its seats (solid coalitions)', () => {
  const solid = fc.array(fc.shuffledSubarray(['a', 'b'], { minLength: 2 }), { minLength: 21, maxLength: 30 })
  const others = fc.array(fc.shuffledSubarray(['c', 'd', 'e'], { minLength: 3 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(solid, others, (ours, theirs) => {
      const outcome = transferableVote([...ours, ...theirs], { options: OPTIONS, seats: 2, lots: OPTIONS })
      if ('tied' in outcome) throw new Error('lots leave no tie')
      expect(outcome.winners.toSorted()).toEqual(['a', 'b'])
    }),
  )
})

test('what is no order, and what are no points', () => {
  expect(rankingRefusal(['a', 'x'], OPTIONS)).toBe('option-unknown')
  expect(rankingRefusal(['a', 'b', 'a'], OPTIONS)).toBe('option-twice')
  expect(rankingRefusal(['b', 'a'], OPTIONS)).toBeNull()
  const terms = { options: OPTIONS, highest: 5 }
  expect(scoreRefusal({ a: 6 }, terms)).toBe('score-out-of-range')
  expect(scoreRefusal({ a: 1.5 }, terms)).toBe('score-out-of-range')
  expect(scoreRefusal({ x: 1 }, terms)).toBe('option-unknown')
  expect(scoreRefusal({ a: 0, b: 5 }, terms)).toBeNull()
})

test('points are summed, and the average is of those who gave any', () => {
  const outcome = scored([{ a: 5, b: 2 }, { a: 4 }, { b: 5, c: 1 }], { options: ['a', 'b', 'c', 'd'], lots: null })
  if ('tied' in outcome) throw new Error('tied')
  expect(outcome.winner).toBe('a')
  expect(outcome.averages.map(({ average }) => average && fraction(average))).toEqual(['9/2', '7/2', '1', null])
  expect(compare(outcome.sums[0]!.votes, outcome.sums[1]!.votes)).toBe(1)
})
