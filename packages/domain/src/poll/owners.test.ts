// Owners’ votes: heads merged, areas exact, contradictions and silence as the rule says, zones that consent or veto.
import { describe, expect, test } from 'vitest'
import {
  type Amounts,
  type ListedBallot,
  type PollRule,
  amountOfVoters,
  headsOf,
  isChoice,
  marksOf,
  outcomeOf,
} from './index.ts'
import { unitsOf } from './testing/assembly.ts'
import { COMPANY, ballot, counted, ordinary, rule } from './testing/owners-counting.ts'

describe('heads', () => {
  const heads = (...homes: readonly { owners: readonly string[]; undelivered?: boolean }[]) =>
    headsOf(
      homes.map(({ owners, undelivered = false }, index) => ({
        unit: `unt_${index}` as const,
        owners: owners.map((name) => `per_${name}` as const),
        undelivered,
      })),
    )
  test('R1.7: one buyer with several units is one head, and shops and parking are his as well', () => {
    expect(heads({ owners: ['ann'] }, { owners: ['ann'] }, { owners: ['bob'] })).toEqual([1, 1, 2])
  })
  test('R1.7: all that is not sold, or sold and not delivered, is one head, whoever stands in the roster', () => {
    const stock = { owners: ['developer'], undelivered: true }
    expect(heads(stock, { owners: ['ann'], undelivered: true }, { owners: [], undelivered: true })).toEqual([1, 1, 1])
    expect(heads(stock, { owners: ['ann'] })).toEqual([1, 2])
  })
  test('R1.8: a unit of several owners is one head of its own, beside what one of them owns alone', () => {
    expect(heads({ owners: ['ann', 'bob'] }, { owners: ['ann'] })).toEqual([1, 2])
    expect(heads({ owners: ['ann', 'bob'] }, { owners: ['bob', 'ann'] })).toEqual([1, 1])
  })
  test('units without a known owner are not one owner', () => {
    expect(heads({ owners: [] }, { owners: [] })).toEqual([1, 2])
  })
  test('R1.7: heads merge and area never does', () => {
    const voters = unitsOf([
      { owners: ['ann'], area: '90.00' },
      { owners: ['ann'], area: '0.01' },
      { owners: ['bob'], area: '100.30' },
    ])
    expect(amountOfVoters(voters, ordinary)).toEqual({ heads: 2, area: '190.31' })
  })
  test('R0.3: a sum of areas beyond what a number holds is still exact', () => {
    const most = { head: 1, zone: '', amounts: { area: '99999999999.99' } }
    expect(
      amountOfVoters(
        Array.from({ length: 1200 }, () => most),
        ordinary,
      ).area,
    ).toBe('119999999999988.00')
  })
})

describe('counting', () => {
  test('R1.8, Beijing: k flats vote k ballots, counted one head with areas summed', () => {
    const { votes } = counted([ballot(1, '90.00', 'for'), ballot(1, '60.00', 'for')])
    expect(votes['for']).toEqual({ heads: 1, area: '150.00' })
  })
  test('R1.9: contradictory ballots of one owner are rejected, or abstain by head where the rule splits them', () => {
    const both = [ballot(1, '90.00', 'for'), ballot(1, '60.00', 'against'), ballot(2, '50.00', 'for')]
    expect(counted(both)).toMatchObject({
      votes: { for: { heads: 1, area: '50.00' }, against: { heads: 0, area: '0.00' } },
      invalid: { heads: 1, area: '150.00' },
    })
    expect(counted(both, { ...ordinary, contradiction: 'split' })).toMatchObject({
      votes: { for: { heads: 1, area: '140.00' }, against: { heads: 0, area: '60.00' } },
      abstain: { heads: 1, area: '0.00' },
    })
  })
  test('one flat in favour and one silent is no contradiction, and the silent one follows nobody', () => {
    const figures = counted([ballot(1, '90.00', 'for'), ballot(1, '60.00', null, { proof: 'proven' })])
    expect(figures.invalid).toEqual({ heads: 0, area: '0.00' })
    expect([figures.silent, figures.proven]).toEqual([
      { heads: 0, area: '60.00' },
      { heads: 0, area: '0.00' },
    ])
  })
  test('R1.31, R1.32: what was delivered without the other proofs takes part in one regime and follows in none', () => {
    const listed = [
      ballot(1, '90.00', 'for'),
      ballot(2, '60.00', null, { proof: 'delivered' }),
      ballot(3, '50.00', null),
    ]
    const electorate: Amounts = { heads: 3, area: '200.00' }
    const under = (regime: 'strict' | 'delivered-counts' | 'follow-majority') =>
      outcomeOf({ rule: ordinary, question: COMPANY, electorate, regime }, counted(listed)).verdicts[0]!.verdict
    expect(under('delivered-counts')).toMatchObject({
      silent: 'participate',
      quorumMet: true,
      strict: { quorumMet: false },
    })
    expect(under('follow-majority')).toMatchObject({ silent: 'not-proven', quorumMet: false })
  })
})

test('R1.34: a question for or against has three answers, and following the others is none of them', () => {
  expect(marksOf(COMPANY)).toEqual(['for', 'against'])
  const allowed = ['for', 'against', 'abstain', '从众', 'follow-majority'].filter((choice) =>
    isChoice(COMPANY, [choice], { invalid: false }),
  )
  expect(allowed).toEqual(['for', 'against', 'abstain'])
})

describe('zones', () => {
  const all = rule('owners-zone-by-zone')
  const most = rule('owners-most-zones')
  const inZones = (...zones: readonly (readonly [string, number, number])[]): readonly ListedBallot[] =>
    zones.flatMap(([zone, agreed, against], at) =>
      Array.from({ length: agreed + against }, (_, n) =>
        ballot(at * 100 + n, '100.00', n < agreed ? 'for' : 'against', { zone }),
      ),
    )
  const verdict = (under: PollRule, listed: readonly ListedBallot[]) => {
    const electorate = amountOfVoters(listed, under)
    return outcomeOf({ rule: under, question: COMPANY, electorate }, counted(listed, under)).verdicts[0]!.verdict
  }
  const listed = inZones(['多层', 9, 1], ['高层', 20, 2], ['别墅', 1, 3])
  test('where every zone has to agree, one that does not stops what most owners want', () => {
    expect(verdict(all, listed)).toMatchObject({
      passed: false,
      zones: [
        { zone: '多层', passed: true },
        { zone: '高层', passed: true },
        { zone: '别墅', passed: false },
      ],
    })
    expect(verdict(all, listed).lines.at(-1)!.zh).toBe(
      '同意 2 个片区 ÷ 全体 3 个片区 ≥ 1？ 2 < 3 ✗ (本小区议事规则：各片区都同意)',
    )
  })
  test('where most zones do, it passes unless one vetoes with two thirds of its own', () => {
    expect(verdict(most, inZones(['多层', 9, 1], ['高层', 20, 2], ['别墅', 2, 2]))).toMatchObject({ passed: true })
    const vetoed = verdict(most, listed)
    expect(vetoed).toMatchObject({ passed: false, zones: [{}, {}, { zone: '别墅', vetoed: true }] })
    expect(vetoed.lines.at(-1)!.zh).toContain('否决片区 1 个（共 3 个），须为 0 个 ✗')
  })
})
