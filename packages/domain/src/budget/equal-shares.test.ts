// The Method of Equal Shares against the worked examples of its authors, its completions and its ties.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type Candidate,
  type Election,
  type Terms,
  allocate,
  byVotesAlone,
  electionIn,
  fraction,
  isTie,
  plainShare,
  rational,
  readPb,
} from './index.ts'
import { EXACT, election, idsOf, leftOver, letters } from './testing/elections.ts'
import byPoints from './vectors/points-reference.json' with { type: 'json' }
import worked from './vectors/worked-examples.json' with { type: 'json' }

describe('the examples of equalshares.net', () => {
  const { budget, voters, cost, approvers_0based } = worked.equalshares_net_example_1
  const ballots = Array.from({ length: voters }, (_, voter) =>
    Object.entries(approvers_0based).flatMap(([id, approvers]) => (approvers.includes(voter) ? [id] : [])),
  )

  test('R7.21, R7.24: the first: bike, playground, library, and what remains in each purse, to the exact fraction', () => {
    const asked = election({ budget, cost }, ballots)
    const found = allocate(asked, EXACT)
    expect(idsOf(found)).toEqual(worked.equalshares_net_example_1.winners_in_order)
    if (isTie(found)) throw new Error('no tie here')
    const left = leftOver(asked, found).map(fraction)
    expect([6, 7, 8, 9].map((voter) => left[voter])).toEqual(['50/3', '50', '50/3', '50/3'])
    expect(left.filter((each) => each === '0')).toHaveLength(7)
  })

  test('R7.21: the second: whoever has paid already counts for less', () => {
    const changed = ballots.with(10, ['gym'])
    const asked = election({ budget, cost }, changed)
    const found = allocate(asked, EXACT)
    expect(idsOf(found)).toEqual(worked.equalshares_net_example_2.winners_in_order)
    if (isTie(found)) throw new Error('no tie here')
    const votes = found.winners.map(
      ({ project, cap }) => Number(project.cost.numerator) / (Number(cap!.numerator) / Number(cap!.denominator)),
    )
    // As the page prints them, to one digit.
    const printed = worked.equalshares_net_example_2.effective_vote_count
    expect(Math.abs(votes[1]! - printed.round2.park)).toBeLessThan(0.1)
    expect(Math.abs(votes[2]! - printed.round3.play)).toBeLessThan(0.1)
  })
})

test('the running example of Lackner and Skowron, also with shares raised in steps', () => {
  const { budget, unit_cost_projects, ballots, ...expected } = worked.lackner_skowron_2023_running_example
  const cost = Object.fromEntries(unit_cost_projects.map((id) => [id, 1]))
  const asked = election({ budget, cost }, letters(ballots))
  expect(idsOf(allocate(asked, EXACT))).toEqual(expected.mes_no_completion)
  const raised = allocate(asked, { ...EXACT, completion: 'add1', increment: rational(1n, 24n * 12n), ties: ['listed'] })
  const winners = idsOf(raised)
  expect(Array.isArray(winners) ? winners.toSorted() : winners).toEqual(
    expected.mes_budget_increase_step_total_1_24_until_exhaustive,
  )
})

test('R7.22, R7.23: filling up by votes: equal projects are named, and an order settles it', () => {
  const { budget, cost, ballots, ...expected } = worked.pabutools_completion_test
  const asked = election({ budget, cost }, letters(ballots))
  expect(idsOf(allocate(asked, EXACT))).toEqual(expected.mes_cost_sat_no_completion)
  const utilitarian = { ...EXACT, completion: 'utilitarian' } as const
  expect(allocate(asked, utilitarian)).toEqual({ tied: ['b', 'd'] })
  const settled = idsOf(allocate(asked, { ...utilitarian, ties: ['listed'] }))
  expect(settled).toEqual(['a', 'c', 'b'])
  expect(Array.isArray(settled) && settled.toSorted()).toEqual(expected.then_greedy_utilitarian_by_cost_sat)
})

test('a project is worth its cost, or the same as any other', () => {
  const { budget, cost, ballots, ...expected } = worked.pabutools_AppEx_2
  const winners = (worth: Election['worth'], ties: Terms['ties']) => {
    const found = idsOf(allocate(election({ budget, cost }, ballots, worth), { ...EXACT, ties }))
    return Array.isArray(found) ? found.toSorted() : found
  }
  expect(winners('cost', ['listed'])).toEqual(expected.mes_cost_utilities)
  expect(winners('points', ['listed'])).toEqual(expected.mes_cardinality_utilities)
})

test.each(Object.entries(byPoints))('ballots with points: %s', (path, expected) => {
  const name = path.split('/').at(-1)!.replaceAll('_', '-')
  const read = readPb(readFileSync(new URL(`vectors/${name}`, import.meta.url), 'utf8'))
  if ('refused' in read) throw new Error(read.refused)
  const found = electionIn(read)
  if ('refused' in found) throw new Error(found.refused)
  const winners = idsOf(allocate(found, EXACT))
  expect(Array.isArray(winners) ? winners.toSorted() : winners).toEqual(expected.winners)
})

describe('completions', () => {
  const asked = election({ budget: 10, cost: { a: 6, b: 5, c: 4 } }, letters(['ab', 'ab', 'a', 'c', 'c']))

  test('R7.22: none buys what supporters pay; add1 raises until no more fits', () => {
    expect(idsOf(allocate(asked, EXACT))).toEqual(['a', 'c'])
    const small = election({ budget: 10, cost: { a: 7, b: 5 } }, letters(['a', 'a', 'b', 'b', '']))
    expect(idsOf(allocate(small, EXACT))).toEqual([])
    const found = allocate(small, { ...EXACT, completion: 'add1' })
    expect(idsOf(found)).toEqual(['b'])
    expect(isTie(found) ? '' : plainShare(small, found.share)).toBe('3')
  })

  test('where everything asked for is bought, raising ends', () => {
    const rich = election({ budget: 100, cost: { a: 7, b: 5, nobody: 1 } }, letters(['a', 'b']))
    for (const stop of ['exhaustive', 'first'] as const)
      expect(idsOf(allocate(rich, { ...EXACT, completion: 'add1', stop }))).toEqual(['a', 'b'])
  })

  test('R7.21: what nobody asked for is never bought, and what costs nothing needs one who asks', () => {
    const free = election({ budget: 10, cost: { a: 5, gift: 0, unwanted: 0, idle: 1 } }, letters(['a', 'a']))
    const gift = {
      ...free,
      projects: free.projects.map((each) =>
        each.id === 'gift' ? { ...each, supports: [{ voter: 0, points: 1n }] } : each,
      ),
    }
    for (const completion of ['none', 'add1', 'add1u', 'utilitarian'] as const)
      expect(idsOf(allocate(gift, { ...EXACT, completion }))).toEqual(['gift', 'a'])
  })

  test('simple approval counts supporters and asks no share of anybody', () => {
    const many = election({ budget: 10, cost: { a: 6, b: 4, c: 5 } }, letters(['a', 'a', 'a', 'b', 'b', 'c']))
    expect(idsOf(byVotesAlone(many, []))).toEqual(['a', 'b'])
    expect(idsOf(byVotesAlone(election({ budget: 5, cost: { a: 5, b: 5 } }, letters(['ab'])), []))).toEqual({
      tied: ['a', 'b'],
    })
  })

  test('with nobody who votes nothing is bought', () => {
    expect(idsOf(allocate(election({ budget: 5, cost: { a: 5 } }, []), { ...EXACT, completion: 'add1' }))).toEqual([])
  })
})

describe('ties', () => {
  const twins = election({ budget: 4, cost: { a: 4, b: 4 } }, letters(['ab', 'ab']))

  test('R7.23: are named where nothing decides, and never guessed', () => {
    expect(allocate(twins, EXACT)).toEqual({ tied: ['a', 'b'] })
    expect(allocate(twins, { ...EXACT, ties: ['cost', 'votes'] })).toEqual({ tied: ['a', 'b'] })
    expect(idsOf(allocate(twins, { ...EXACT, ties: ['cost', 'votes', 'listed'] }))).toEqual(['a'])
  })

  test('R7.23: the lowest cost goes first, then the most votes, as declared', () => {
    const unequal = election(
      { budget: 6, cost: { dear: 6, cheap: 3 } },
      letters(['dear,cheap', 'dear']).map((_, voter) => (voter === 0 ? ['dear', 'cheap'] : ['dear'])),
    )
    const [dear, cheap] = unequal.projects as readonly Candidate[] as readonly [Candidate, Candidate]
    const even = { ...unequal, projects: [dear, { ...cheap, supports: dear.supports }] }
    expect(allocate(even, EXACT)).toEqual({ tied: ['dear', 'cheap'] })
    expect(idsOf(allocate(even, { ...EXACT, ties: ['cost'] }))).toEqual(['cheap'])
  })

  test('between projects that share no supporter there is nothing to decide', () => {
    expect(idsOf(allocate(election({ budget: 4, cost: { a: 2, b: 2 } }, letters(['a', 'b'])), EXACT))).toEqual([
      'a',
      'b',
    ])
  })
})
