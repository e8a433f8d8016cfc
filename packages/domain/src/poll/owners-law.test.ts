// The law beside the draft of an owners’ vote, and its numbers as they run.
import { describe, expect, test } from 'vitest'
import { type Amounts, countsSchema, lawOf, rehearse, tally } from './index.ts'
import { planFrom } from './testing/assembly.ts'
import { COMPANY, NOW, ordinary, rule } from './testing/owners-counting.ts'

describe('the law beside the draft', () => {
  const broken = (more: object, under = ordinary) =>
    lawOf({
      rule: under,
      question: COMPANY,
      plan: planFrom(NOW, more),
      gaps: { ownersUnknown: 0, areasMissing: 0 },
      noticeDay: '2026-11-18',
    })
      .filter(({ holds, advice }) => !holds && !advice)
      .map(({ check }) => check)
  test('a plan that keeps it has nothing to mend', () => {
    expect(broken({})).toEqual([])
  })
  const at = (day: string) => ({ opensAt: `${day}T16:00:00.000Z`, closesAt: '2026-12-30T16:00:00.000Z' })
  test.each([
    ['R1.15, R0.5: fifteen whole days lie between notice and opening', at('2026-12-03'), []],
    ['R1.15, R0.5: fourteen do not do', at('2026-12-02'), ['notice']],
    ['R1.3: using the fund is ordinary', { topic: 'fund-use' }, []],
    ['R1.3: raising it is not', { topic: 'fund-raise' }, ['topic']],
    ['R1.45: the old committee rests while it is re-elected', { reelection: true }, ['powers']],
    ['R1.45: electing the new one does not', { reelection: true, topic: 'committee' }, []],
    ['R1.45: nor does what the group calls', { reelection: true, caller: 'reelection-group' }, []],
    ['R1.32: another regime needs its clause', { regime: 'delivered-counts' }, ['regime']],
    ['it closes after it opens', { closesAt: '2026-11-19T00:00:00.000Z' }, ['period']],
  ])('%s', (_, more, checks) => {
    expect(broken(more)).toEqual(checks)
  })
  test('R1.33, R1.16, R1.6: risk, unknown owners and missing areas are said and stop nothing', () => {
    const plan = planFrom(NOW, { regime: 'follow-majority', basis: '议事规则第十条' })
    const gaps = { ownersUnknown: 3, areasMissing: 1 }
    const said = lawOf({ rule: ordinary, question: COMPANY, plan, gaps, noticeDay: '2026-11-18' })
    expect(said.filter(({ holds }) => !holds).map(({ check, advice }) => [check, advice])).toEqual([
      ['regime-risk', true],
      ['owners-unknown', true],
      ['areas-missing', true],
    ])
  })
  test('R1.51: a lift has two ballots of two electorates, and neither rule takes the other’s units', () => {
    const building = {
      scope: { kind: 'building', path: 'east.b3', name: '3号楼', uses: ['flat'], zones: 'zone' },
      topic: 'lift',
    }
    const estate = { ...building, scope: { ...building.scope, kind: 'compound', path: 'east', name: '东区' } }
    expect(broken(building, rule('sh-lift-building'))).toEqual([])
    expect(broken(estate, rule('sh-lift-building'))).toEqual(['scope'])
    expect(broken(estate, rule('sh-lift-common-parts'))).toEqual([])
    expect(broken(building, rule('sh-lift-common-parts'))).toEqual(['scope'])
  })
})

describe('the numbers of the rules', () => {
  const passes = (key: string, [agreed, against, of, abstain = 0]: readonly number[]) => {
    if (agreed === undefined || against === undefined || of === undefined) throw new Error('three numbers at least')
    const amount = (n: number): Amounts => ({ heads: n, households: n, area: `${n}.00` })
    const counts = { for: amount(agreed), against: amount(against), abstain: amount(abstain) }
    return tally(rule(key), amount(of), countsSchema.parse(counts)).passed
  }
  test.each([
    ['R1.3', 'cn-civil-code-278-ordinary', [34, 33, 100], true],
    ['R1.3', 'cn-civil-code-278-ordinary', [34, 34, 100], false],
    ['R1.3', 'cn-civil-code-278-special', [51, 17, 100], true],
    ['R1.3', 'cn-civil-code-278-special', [50, 18, 100], false],
    ['R1.47, R1.52', 'sh-affected-owners-use', [34, 33, 100], true],
    ['R1.47', 'sh-affected-owners-raise', [50, 18, 100], false],
    ['R1.51', 'sh-lift-building', [51, 17, 100], true],
    ['R1.51', 'sh-lift-building', [50, 17, 100], false],
    ['R1.51', 'sh-lift-common-parts', [35, 32, 100], true],
    ['R1.51', 'sh-lift-common-parts', [40, 26, 100], false],
    ['R1.50', 'sh-self-management', [34, 33, 100], true],
    ['R1.50', 'sh-self-management', [33, 34, 100], false],
    ['R2.1', 'cn-villagers-meeting-adults', [26, 25, 100], true],
    ['R2.1', 'cn-villagers-meeting-adults', [26, 24, 100], false],
    ['R2.1', 'cn-villagers-meeting-households', [34, 33, 100], true],
    ['R2.1', 'cn-villagers-meeting-households', [60, 6, 100], false],
    ['R2.3', 'cn-villagers-group-adults', [34, 33, 100], true],
    ['R2.3', 'cn-villagers-group-households', [50, 16, 100], false],
    ['R2.7', 'cn-four-deliberations-branch', [6, 2, 10], true],
    ['R2.7', 'cn-four-deliberations-branch', [5, 4, 10], false],
    ['R2.7', 'cn-four-deliberations-two-committees', [6, 0, 11], true],
    ['a choice among brands', 'household-choice-majority', [51, 20, 100], true],
    ['a choice among brands', 'household-choice-majority', [50, 0, 100], false],
  ] as const)('%s %s: %o', (_, key, numbers, passed) => {
    expect(passes(key, numbers)).toBe(passed)
  })
  test('R1.5, R1.11: of many who abstain the quorum is met and the majority is not; the law’s older numbers are nowhere', () => {
    expect(passes('cn-civil-code-278-ordinary', [30, 10, 100, 40])).toBe(false)
    expect(passes('cn-civil-code-278-ordinary', [45, 10, 100, 30])).toBe(true)
  })
})

test('R1.2: while it runs, what is still missing is told in heads and in area, by regime', () => {
  const taking = {
    electorate: { heads: 301, area: '30000.00' },
    returned: { heads: 200, area: '20000.00' },
    silent: { heads: 40, area: '1000.00' },
    proven: { heads: 1, area: '0.00' },
  }
  const told = rehearse(ordinary, taking).map(({ regime, lines }) => [
    regime,
    ...lines.map(({ have, needed, missing }) => [have, needed, missing]),
  ])
  expect(told).toEqual([
    ['strict', ['200', '201', '1'], ['20000.00', '20000.00', '0.00']],
    ['delivered-counts', ['240', '201', '0'], ['21000.00', '20000.00', '0.00']],
    ['follow-majority', ['201', '201', '0'], ['20000.00', '20000.00', '0.00']],
  ])
  const [strict] = rehearse(rule('show-of-hands-half'), { ...taking, electorate: { heads: 400 } })
  expect(strict!.lines).toMatchObject([{ have: '200', needed: '201', missing: '1' }])
  expect(rehearse(rule('sh-lift-building'), taking).map(({ allowed }) => allowed)).toEqual([true, false, false])
})
