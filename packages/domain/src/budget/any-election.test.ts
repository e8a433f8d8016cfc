// The Method of Equal Shares in any election: alike a computation by the book, round by round and step by step.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minus, plus, sum, times } from '../rational/index.ts'
import { equalShares, prepare } from './equal-shares.ts'
import {
  type Candidate,
  type Election,
  type Rational,
  type Terms,
  allocate,
  compare,
  fraction,
  isTie,
  rational,
} from './index.ts'
import { EXACT, idsOf, leftOver } from './testing/elections.ts'

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
