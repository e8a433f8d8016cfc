// Rows of a list that are one person: found by their account, the first ballot counts, and no order of finding them changes that.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BudgetBallot, budgetBallotRules, budgetStandsTwice } from '../budget/index.ts'
import { blankBudgetBallot } from '../budget/testing/blank.ts'
import { CLOCK, type Instant, isRefused } from '../kernel/index.ts'
import { type ListedRow, countsTwice, otherRowVoted, rowsOfOne } from './index.ts'

const at = (second: number): Instant => `2026-11-28T02:00:${String(second).padStart(2, '0')}.000Z`
const row = (ballot: string, account: string | null, voted: Instant | null = null, list = 'bud_1'): ListedRow => ({
  list,
  ballot: `bal_${ballot}`,
  account,
  voted,
})

describe('rows of one list', () => {
  test('belong together by their account, list by list; whoever has one row is left alone', () => {
    const rows = [row('a', 'acc_1'), row('b', 'acc_2'), row('c', 'acc_1'), row('d', null), row('e', null)]
    expect(rowsOfOne([...rows, row('f', 'acc_2', null, 'bud_2')])).toEqual([
      { key: 'bal_a', ballots: ['bal_a', 'bal_c'], counts: null, doubled: [] },
    ])
  })

  test('of which one has voted: that one counts; of which several have: the first, and the others are doubled', () => {
    expect(rowsOfOne([row('a', 'acc'), row('b', 'acc', at(9))])[0]).toMatchObject({ counts: 'bal_b', doubled: [] })
    expect(rowsOfOne([row('a', 'acc', at(9)), row('b', 'acc', at(3)), row('c', 'acc')])[0]).toMatchObject({
      counts: 'bal_b',
      doubled: ['bal_a'],
    })
    expect(rowsOfOne([row('b', 'acc', at(3)), row('a', 'acc', at(3))])[0]).toMatchObject({ counts: 'bal_a' })
  })

  test('leave one ballot to a person, however many rows and in whatever order they are read', () => {
    const rows = fc.uniqueArray(
      fc.record({
        ballot: fc.constantFrom(...'abcdefgh'),
        account: fc.constantFrom('acc_1', 'acc_2', null),
        voted: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
      }),
      { selector: ({ ballot }) => ballot, maxLength: 8 },
    )
    fc.assert(
      fc.property(rows, fc.nat(), (drawn, turn) => {
        const listed = drawn.map(({ ballot, account, voted }) =>
          row(ballot, account, voted === null ? null : at(voted)),
        )
        const groups = rowsOfOne(listed)
        const cut = listed.length === 0 ? 0 : turn % listed.length
        const turned = rowsOfOne([...listed.slice(cut), ...listed.slice(0, cut)])
        expect(new Set(turned.map((each) => JSON.stringify(each)))).toEqual(
          new Set(groups.map((each) => JSON.stringify(each))),
        )
        for (const { ballots, counts, doubled } of groups) {
          const voted = listed.filter(({ ballot, voted: when }) => ballots.includes(ballot) && when !== null)
          expect(doubled).toHaveLength(Math.max(0, voted.length - 1))
          expect(counts === null).toBe(voted.length === 0)
          for (const { voted: when } of voted)
            expect(listed.find(({ ballot }) => ballot === counts)!.voted! <= when!).toBe(true)
        }
      }),
    )
  })
})

describe('a ballot of a shared budget', () => {
  const ballot = (more: object = {}): BudgetBallot => ({ ...blankBudgetBallot, ...more })
  const ann = { kind: 'person', person: 'per_ann', hats: [] } as const
  const decide = (ballot: BudgetBallot, command: 'cast' | 'aside', actor: typeof ann | typeof CLOCK = ann) => {
    const what =
      command === 'cast'
        ? ({ type: 'CastBudgetBallot', choice: ['1'], digest: 'd' } as const)
        : ({ type: 'SetBudgetBallotAside' } as const)
    return budgetBallotRules.decide(ballot, what, { actor, now: at(0), ids: (prefix) => `${prefix}_new` })
  }
  const same = (counts: string | null, settled = false) => ({ same: { key: 'bal_1', counts, settled } })

  test('is refused where another row of its person has voted, taken where it is the first, and replaced where it counts', () => {
    expect(decide(ballot(same('bal_2')), 'cast')).toEqual({ refused: 'other-row-voted' })
    const first = decide(ballot(same(null)), 'cast')
    if (isRefused(first)) throw new Error(first.refused)
    expect(first.events.map(({ type }) => type)).toEqual(['BudgetBallotCast', 'RowCounts'])
    const again = decide(first.state, 'cast')
    expect(isRefused(again) ? again.refused : again.events.map(({ type }) => type)).toEqual(['BudgetBallotCast'])
  })

  test('that counts twice is set aside by the clock and nobody else, once; after the result it is only told', () => {
    const twice = ballot({ number: 1, ...same('bal_2') })
    expect(budgetStandsTwice(twice)).toBe(true)
    expect(decide(twice, 'aside')).toEqual({ refused: 'not-your-ballot' })
    const done = decide(twice, 'aside', CLOCK)
    if (isRefused(done)) throw new Error(done.refused)
    expect(done.events).toEqual([
      { type: 'BudgetBallotSetAside', budget: 'bud_1', voter: 'vtr_1', counts: 'bal_2', late: false },
    ])
    expect(budgetStandsTwice(done.state)).toBe(false)
    expect(decide(ballot({ number: 1, roundStatus: 'decided', ...same('bal_2') }), 'aside', CLOCK)).toMatchObject({
      events: [{ late: true }],
    })
    for (const fine of [ballot({ number: 1 }), ballot({ number: 1, ...same('bal_1') }), ballot(same('bal_2'))])
      expect(budgetStandsTwice(fine)).toBe(false)
  })

  test('knows the other rows by the ballot that counts', () => {
    expect(otherRowVoted('bal_1', null)).toBe(false)
    expect(countsTwice('bal_1', { key: 'bal_1', counts: 'bal_2', settled: true })).toBe(false)
  })
})
