// Ranked and scored ballots beside published elections and beside what must hold for any.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, fraction, minus, rational, readFraction, sum } from '../rational/index.ts'
import { approved as approvedIn } from './approved.ts'
import { type Ranking, gather as gatherPiles, one, rankingRefusal, totalOf } from './profile.ts'
import { type Scores, scoreRefusal, scored as scoredIn } from './scored.ts'
import { shownCount } from './shown.ts'
import { type Terms, droopQuota, transferableVote as transferableIn } from './transferable.ts'

const gather = (ballots: readonly Ranking[]) => gatherPiles(ballots.map(one))
const scored = (ballots: readonly Scores[], terms: Parameters<typeof scoredIn>[1]) => scoredIn(ballots.map(one), terms)
const approved = (ballots: readonly Ranking[], terms: Parameters<typeof approvedIn>[1]) =>
  approvedIn(ballots.map(one), terms)
const transferableVote = (ballots: readonly Ranking[], terms: Terms) => transferableIn(ballots.map(one), terms)
const instantRunoff = (ballots: readonly Ranking[], terms: Omit<Terms, 'seats'>) =>
  transferableVote(ballots, { ...terms, seats: 1 })

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
    const terms = { options: ['A', 'B'], seats: 1 }
    expect(scored(ballots, { ...terms, lots: null })).toEqual({ tied: ['A', 'B'] })
    expect(scored(ballots, { ...terms, lots: ['B', 'A'] })).toMatchObject({
      winners: ['B'],
      tie: { tied: ['A', 'B'], taken: ['B'], round: null },
    })
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
      const named = new Set(ballots.flat()).size
      expect(new Set(outcome.winners).size).toBe(Math.min(seats, named))
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
  const terms = { options: ['a', 'b', 'c', 'd'], seats: 1, lots: null }
  const outcome = scored([{ a: 5, b: 2 }, { a: 4 }, { b: 5, c: 1 }], terms)
  if (!('winners' in outcome)) throw new Error('tied')
  expect(outcome.winners).toEqual(['a'])
  expect(outcome.averages.map(({ average }) => average && fraction(average))).toEqual(['9/2', '7/2', '1', null])
  expect(compare(outcome.sums[0]!.votes, outcome.sums[1]!.votes)).toBe(1)
})

describe('how equal votes are settled', () => {
  const options = ['a', 'b', 'c', 'd']
  /** After the first round b and c are equal with 4, because d's ballot has gone on to c. */
  const ballots = [...times(5, 'a'), ...times(4, 'b'), ...times(3, 'c'), ...times(1, 'dc')]
  const lots = ['d', 'c', 'b', 'a']
  test('by the round before, in which they differed', () => {
    const outcome = instantRunoff(ballots, { options, lots: null, ties: 'earlier-rounds' })
    if (!('rounds' in outcome)) throw new Error('tied')
    expect(outcome.rounds.map(({ out }) => out)).toEqual(['d', 'c', null])
    expect(outcome.rounds[1]!.tie).toEqual({ tied: ['b', 'c'], taken: ['c'], round: 1 })
  })
  test('by the lot where that is the rule, or where no round tells them apart', () => {
    const outcome = instantRunoff(ballots, { options, lots, ties: 'lot' })
    if (!('rounds' in outcome)) throw new Error('tied')
    expect(outcome.rounds[1]!.tie).toEqual({ tied: ['b', 'c'], taken: ['b'], round: null })
    const even = instantRunoff([...times(1, 'a'), ...times(1, 'b')], { options, lots, ties: 'earlier-rounds' })
    expect('rounds' in even && even.rounds[0]!.tie).toEqual({ tied: ['a', 'b'], taken: ['a'], round: null })
  })
  test('goes back through the rounds until one is left', () => {
    const three = [...times(9, 'a'), ...times(3, 'b'), ...times(3, 'c'), ...times(2, 'd'), ...times(1, 'ed')]
    const outcome = instantRunoff(three, { options: [...options, 'e'], lots: [...lots, 'e'], ties: 'earlier-rounds' })
    if (!('rounds' in outcome)) throw new Error('tied')
    const [first, second] = outcome.rounds
    expect([first!.elected, first!.tie]).toEqual([[], null])
    expect(second).toMatchObject({ out: 'd', tie: { tied: ['b', 'c', 'd'], taken: ['d'], round: 1 } })
  })
})

test('every vote that leaves an option goes to another one or to nobody', () => {
  fc.assert(
    fc.property(rankings, fc.integer({ min: 1, max: 4 }), (ballots, seats) => {
      const outcome = transferableVote(ballots, { options: OPTIONS, seats, lots: OPTIONS, ties: 'earlier-rounds' })
      if (!('rounds' in outcome)) throw new Error('lots leave no tie')
      const shown = shownCount(outcome)
      if (shown.method !== 'ranked') throw new Error('ranked')
      shown.rounds.slice(0, -1).forEach(({ transfers, out, votes, elected }, index) => {
        const moved = sum([...Object.values(transfers.to), transfers.exhausted].map(readFraction))
        const held = readFraction(votes[out ?? elected[0]!]!)
        const left = out === null ? minus(held, outcome.quota) : held
        expect(fraction(moved), `round ${index + 1}`).toBe(fraction(left))
      })
    }),
  )
})

describe('approvals', () => {
  const options = ['a', 'b', 'c']
  const terms = { options, seats: 2, most: 2, lots: ['c', 'b', 'a'] }
  test('a ballot with more marks than allowed is spoiled as a whole (R7.30)', () => {
    const outcome = approved([['a'], ['a', 'b'], ['a', 'b', 'c']], terms)
    expect(outcome).toMatchObject({ winners: ['a', 'b'], spoiled: 1 })
    expect(approved([['a'], ['a', 'b'], ['a', 'b', 'c']], { ...terms, most: null })).toMatchObject({ spoiled: 0 })
  })
  test('nothing is chosen that nobody marked, and the lot settles the last seat', () => {
    expect(approved([['a']], terms)).toMatchObject({ winners: ['a'], tie: null })
    expect(approved([['a'], ['a', 'b'], ['c']], terms)).toMatchObject({
      winners: ['a', 'c'],
      tie: { tied: ['b', 'c'], taken: ['c'], round: null },
    })
    expect(approved([['a'], ['b'], ['c']], { ...terms, lots: null })).toEqual({ tied: ['a', 'b', 'c'] })
  })
  test('who is chosen has at least as many as who is not, and never none', () => {
    const marks = fc.array(fc.subarray(OPTIONS), { maxLength: 40 })
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 5 }), (ballots, seats) => {
        const outcome = approved(ballots, { options: OPTIONS, seats, most: null, lots: OPTIONS })
        if (!('winners' in outcome)) throw new Error('lots leave no tie')
        const votes = (option: string) => ballots.filter((ballot) => ballot.includes(option)).length
        const others = OPTIONS.filter((option) => !outcome.winners.includes(option))
        const marked = OPTIONS.filter((option) => votes(option) > 0).length
        expect(outcome.winners).toHaveLength(Math.min(seats, marked))
        for (const winner of outcome.winners)
          for (const other of others) expect(votes(winner)).toBeGreaterThanOrEqual(Math.max(1, votes(other)))
      }),
    )
  })
})
