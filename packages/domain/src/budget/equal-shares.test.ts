// The method against the examples that its authors explain, against pabutools, and against a slow reading of its definition.
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Candidate,
  type Election,
  type Rational,
  type Terms,
  allocate,
  byVotesAlone,
  compare,
  decimal,
  electionIn,
  fraction,
  isTie,
  plainShare,
  rational,
  readPb,
  spendingOf,
} from './index.ts'
import { equalShares, prepare } from './equal-shares.ts'
import { minus, plus, sum, times } from '../rational/index.ts'
import worked from './vectors/worked-examples.json' with { type: 'json' }
import byPoints from './vectors/points-reference.json' with { type: 'json' }

const EXACT: Terms = { completion: 'none', stop: 'exhaustive', ties: [] }
const whole = (value: number | string): Rational => decimal(String(value))!

type Asked = { readonly budget: number; readonly cost: Readonly<Record<string, number>> }
const election = (
  { budget, cost }: Asked,
  ballots: readonly (readonly string[])[],
  worth: Election['worth'] = 'cost',
) => ({
  budget: whole(budget),
  voters: ballots.length,
  worth,
  projects: Object.entries(cost).map(([id, each]) => ({
    id,
    cost: whole(each),
    supports: ballots.flatMap((ballot, voter) => (ballot.includes(id) ? [{ voter, points: 1n }] : [])),
  })),
})
const letters = (ballots: readonly string[]) => ballots.map((ballot) => ballot.split(''))
const idsOf = (found: ReturnType<typeof allocate>) =>
  isTie(found) ? found : found.winners.map(({ project }) => project.id)

/** What is left in each purse when all have been bought, retold from what is published alone. */
const leftOver = ({ voters, projects }: Election, found: Exclude<ReturnType<typeof allocate>, { tied: unknown }>) =>
  Array.from({ length: voters }, (_, voter) => {
    const approved = projects.filter(({ supports }) => supports.some((each) => each.voter === voter))
    const published = found.winners.map(({ project, cap }) => ({ id: project.id, cap }))
    return spendingOf(
      found.share,
      published,
      approved.map(({ id }) => id),
    ).left
  })

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

/** By the book: every round every project anew, in plain fractions, with no purse shared and no project skipped. */
const slowly = ({ budget, voters, projects, worth }: Election): readonly string[] => {
  const purses = Array.from({ length: voters }, () => rational(budget.numerator, budget.denominator * BigInt(voters)))
  const bought: string[] = projects
    .filter(({ cost, supports }) => cost.numerator === 0n && supports.length > 0)
    .map(({ id }) => id)
  const priceOf = ({ cost, supports }: Candidate): Rational | null => {
    const means = supports.map(({ voter, points }) => times(purses[voter]!, rational(1n, points)))
    const paid = (cap: Rational) =>
      sum(
        supports.map(({ voter, points }) =>
          compare(times(cap, rational(points)), purses[voter]!) < 0 ? times(cap, rational(points)) : purses[voter]!,
        ),
      )
    if (compare(sum(supports.map(({ voter }) => purses[voter]!)), cost) < 0) return null
    const broke = means.filter((mean) => compare(paid(mean), cost) < 0)
    const isBroke = (index: number) => broke.some((mean) => compare(mean, means[index]!) === 0)
    const fixed = sum(supports.flatMap(({ voter }, index) => (isBroke(index) ? [purses[voter]!] : [])))
    const rest = supports.reduce((all, { points }, index) => (isBroke(index) ? all : all + points), 0n)
    return times(minus(cost, fixed), rational(1n, rest))
  }
  for (;;) {
    const offers = projects.flatMap((project) => {
      if (bought.includes(project.id) || project.supports.length === 0) return []
      const cap = priceOf(project)
      return cap
        ? [
            {
              project,
              cap,
              price: worth === 'cost' ? times(cap, rational(project.cost.denominator, project.cost.numerator)) : cap,
            },
          ]
        : []
    })
    const [first] = offers.toSorted((a, b) => compare(a.price, b.price))
    if (!first) return bought
    bought.push(first.project.id)
    for (const { voter, points } of first.project.supports) {
      const asked = times(first.cap, rational(points))
      purses[voter] = compare(asked, purses[voter]!) < 0 ? minus(purses[voter]!, asked) : rational(0n)
    }
  }
}

const anyElection = fc
  .record({
    budget: fc.integer({ min: 1, max: 60 }),
    worth: fc.constantFrom('cost' as const, 'points' as const),
    costs: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 }),
    voters: fc.integer({ min: 1, max: 8 }),
  })
  .chain(({ budget, worth, costs, voters }) =>
    fc
      .array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: voters, maxLength: voters }), {
        minLength: costs.length,
        maxLength: costs.length,
      })
      .map((points): Election => ({
        budget: rational(BigInt(budget)),
        voters,
        worth,
        projects: costs.map((cost, at) => ({
          id: `p${at}`,
          cost: rational(BigInt(cost), 2n),
          supports: points[at]!.flatMap((each, voter) =>
            each > 0 ? [{ voter, points: worth === 'cost' ? 1n : BigInt(each) }] : [],
          ),
        })),
      })),
  )

describe('of any election', () => {
  test('R7.21: what is bought is what the definition buys', () => {
    fc.assert(
      fc.property(anyElection, (asked) => {
        expect(idsOf(allocate(asked, { ...EXACT, ties: ['listed'] }))).toEqual(slowly(asked))
      }),
      { numRuns: 400 },
    )
  })

  test('no completion spends more than there is, and the caps pay exactly for what was bought', () => {
    fc.assert(
      fc.property(
        anyElection,
        fc.constantFrom('none', 'add1', 'add1u', 'utilitarian'),
        fc.constantFrom('exhaustive', 'first'),
        (asked, completion, stop) => {
          const found = allocate(asked, { completion, stop, ties: ['listed'] })
          if (isTie(found)) throw new Error('the list leaves no tie')
          expect(compare(found.cost, asked.budget)).toBeLessThanOrEqual(0)
          if (asked.worth === 'points') return
          const spent = minus(times(found.share, rational(BigInt(asked.voters))), sum(leftOver(asked, found)))
          const paidFor = found.winners.filter(({ cap }) => cap !== null).map(({ project }) => project.cost)
          expect(fraction(spent)).toBe(fraction(paidFor.reduce(plus, rational(0n))))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('without an order a tie is named or the order of the list does not matter', () => {
    fc.assert(
      fc.property(anyElection, (asked) => {
        const found = allocate(asked, EXACT)
        if (isTie(found)) return
        const turned = allocate({ ...asked, projects: asked.projects.toReversed() }, EXACT)
        const set = (all: typeof found) => all.winners.map(({ project }) => project.id).toSorted()
        expect(isTie(turned) ? turned : set(turned)).toEqual(set(found))
      }),
      { numRuns: 400 },
    )
  })
})

/** Every single step, none passed over. */
const stepByStep = (asked: Election, stop: Terms['stop']) => {
  const prepared = prepare(asked, ['listed'])
  const wanted = asked.projects.filter(({ supports }) => supports.length > 0)
  const at = (share: bigint) => {
    const run = equalShares(prepared, rational(share))
    if (isTie(run)) throw new Error('the list leaves no tie')
    return {
      share,
      ids: run.bought.map(({ id }) => id),
      cost: sum(run.bought.map(({ cost }) => cost)),
    }
  }
  let stage = at(asked.budget.numerator / (asked.budget.denominator * BigInt(asked.voters)))
  for (;;) {
    const { ids, cost, share } = stage
    const fits = wanted.some(({ id, cost: each }) => !ids.includes(id) && compare(plus(cost, each), asked.budget) <= 0)
    if (ids.length === wanted.length || (stop === 'exhaustive' && !fits)) return stage
    const next = at(share + 1n)
    if (compare(next.cost, asked.budget) > 0) return stage
    stage = next
  }
}

test('R7.22: passing over steps that change nothing ends where every single step would, at either stop', () => {
  fc.assert(
    fc.property(
      anyElection,
      fc.constantFrom('exhaustive' as const, 'first' as const),
      fc.integer({ min: 1, max: 9 }),
      (asked, stop, scale) => {
        const times = {
          ...asked,
          budget: rational(asked.budget.numerator * BigInt(scale)),
          projects: asked.projects.map((each) => ({
            ...each,
            cost: rational(each.cost.numerator * BigInt(scale), each.cost.denominator),
          })),
        }
        const found = allocate(times, { completion: 'add1', stop, ties: ['listed'] })
        const slow = stepByStep(times, stop)
        expect(idsOf(found)).toEqual(slow.ids)
        expect(isTie(found) ? '' : fraction(found.share)).toBe(String(slow.share))
      },
    ),
    { numRuns: 1000 },
  )
})
