// The tally against the vectors of the law, against boundary cases, and against a count that goes through every ballot by hand.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Amounts,
  type Counts,
  POLL_RULES,
  type PollRule,
  type Regime,
  type Strict,
  countsSchema,
  impossible,
  pollRuleByKey,
  pollRuleSchema,
  tally,
} from './index.ts'
import { isInForce } from './rule.ts'
import vectors from './vectors/owners-vote.json' with { type: 'json' }

const rule = (key: string): PollRule => {
  const found = pollRuleByKey(key)
  if (!found) throw new Error(`no rule ${key}`)
  return found
}
const counts = (given: object): Counts => countsSchema.parse(given)
const heads = (n: number): Amounts => ({ heads: n })
const vote = (key: string, electorate: number, given: Record<string, number>, regime?: Regime) =>
  tally(
    rule(key),
    heads(electorate),
    counts(Object.fromEntries(Object.entries(given).map(([k, n]) => [k, heads(n)]))),
    regime,
  )

describe('the shipped rules', () => {
  test('keep their ids', () => {
    expect(POLL_RULES.map(({ key }) => key)).toEqual([
      'show-of-hands',
      'show-of-hands-half',
      'show-of-hands-two-thirds',
      'cn-villagers-representatives',
      'cn-residents-representatives',
      'cn-party-members-meeting',
      'cn-owners-committee',
      'cn-residents-meeting-1989',
      'household-consultation-two-thirds',
      'household-consultation-80',
      'household-consultation-all',
      'household-choice-majority',
      'cn-civil-code-278-ordinary',
      'cn-civil-code-278-special',
      'sh-affected-owners-use',
      'sh-affected-owners-raise',
      'sh-lift-building',
      'sh-lift-common-parts',
      'sh-self-management',
      'owners-zone-by-zone',
      'owners-most-zones',
      'cn-housing-use-change',
      'cn-committee-election',
      'sh-committee-election',
      'hz-committee-election',
      'cn-villagers-meeting-adults',
      'cn-villagers-meeting-households',
      'cn-villagers-group-adults',
      'cn-villagers-group-households',
      'cn-four-deliberations-branch',
      'cn-four-deliberations-two-committees',
      'residents-ranked',
      'residents-scored',
      'residents-approval',
      'residents-limited',
      'households-ranked',
      'households-scored',
      'households-approval',
      'households-limited',
      'owners-ranked',
      'owners-scored',
      'owners-approval',
      'owners-limited',
      'hands-approval',
      'hands-limited',
    ])
  })

  test.each(POLL_RULES.map((each) => [each.key, each] as const))(
    '%s is a document that the schema accepts',
    (_, each) => {
      expect(pollRuleSchema.parse(JSON.parse(JSON.stringify(each)))).toEqual(each)
      for (const { zh, en } of [each.names, each.source, ...(each.caution ? [each.caution] : [])])
        expect([/\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([true, false])
      expect(each.silent).toContain('strict')
    },
  )

  test('R2.8: the law of 1989 is for earlier results alone, and of the one that replaced it no number is guessed', () => {
    const old = rule('cn-residents-meeting-1989')
    expect([old.effectiveTo, old.caution?.zh]).toEqual(['2025-12-31', expect.stringContaining('2026-01-01')])
    expect(isInForce(old, '2025-12-31')).toBe(true)
    expect(isInForce(old, '2026-01-01')).toBe(false)
    const named = POLL_RULES.filter(({ quorum, majority }) =>
      [...quorum, ...majority].some(({ ref }) => ref === 'R2.8'),
    )
    expect(named).toEqual([old])
  })
})

describe('owners, Civil Code 278 (V1.2)', () => {
  const ordinary = rule('cn-civil-code-278-ordinary')
  const special = rule('cn-civil-code-278-special')
  const [exact, oneMore, half, justOver, threeQuarters] = vectors.boundary_cases_derived_from_statute_text as [
    { total: Amounts; part: Amounts; quorum: boolean },
    { total: Amounts; part: Amounts; quorum: boolean },
    { part: Amounts; yes: Amounts; majority: boolean },
    { part: Amounts; yes: Amounts; majority: boolean },
    { part: Amounts; yes: Amounts; three_quarters: boolean },
  ]
  test.each([exact, oneMore])(
    'a quorum of exactly two thirds counts, and of 301 heads not: %o',
    ({ total, part, quorum }) => {
      expect(tally(ordinary, total, counts({ for: part })).quorumMet).toBe(quorum)
    },
  )

  const against = (part: Amounts, yes: Amounts): Amounts => ({
    heads: part.heads! - yes.heads!,
    area: ((Number(part.area!.replace('.', '')) - Number(yes.area!.replace('.', ''))) / 100).toFixed(2),
  })
  test.each([half, justOver])('exactly half of the area is no majority: %o', ({ part, yes, majority }) => {
    expect(tally(ordinary, part, counts({ for: yes, against: against(part, yes) })).passed).toBe(majority)
  })
  test('a hundredth of a square metre below three quarters is not three quarters', () => {
    const { part, yes, three_quarters } = threeQuarters
    expect(tally(special, part, counts({ for: yes, against: against(part, yes) })).passed).toBe(three_quarters)
    const enough = { heads: 150, area: '15000.00' }
    expect(tally(special, part, counts({ for: enough, against: against(part, enough) })).passed).toBe(true)
  })

  test('R1.4: abstaining takes part without agreeing; an invalid ballot does not take part', () => {
    const all = { heads: 3, area: '300.00' }
    const one = { heads: 1, area: '100.00' }
    const abstained = tally(ordinary, all, counts({ for: one, abstain: one }))
    expect([abstained.quorumMet, abstained.passed]).toEqual([true, false])
    expect(tally(ordinary, all, counts({ for: one, invalid: one })).quorumMet).toBe(false)
  })

  test('R1.4: under a rule by which invalid ballots take part they make the quorum and agree to nothing', () => {
    const counting: PollRule = { ...ordinary, invalid: 'participates' }
    const [all, one] = [
      { heads: 3, area: '300.00' },
      { heads: 1, area: '100.00' },
    ]
    const given = counts({ for: one, invalid: one })
    expect(tally(counting, all, given)).toMatchObject({ quorumMet: true, passed: false })
    expect(tally(counting, all, counts({ for: { heads: 2, area: '200.00' }, invalid: one })).passed).toBe(true)
    expect(POLL_RULES.filter(({ invalid }) => invalid !== 'absent')).toEqual([])
  })

  test('three quarters of nobody are not three quarters', () => {
    const nobody = { heads: 0, area: '0' }
    const { lines } = tally(special, { heads: 4, area: '400.00' }, counts({ for: nobody, abstain: nobody }))
    expect(lines.map(({ holds }) => holds)).toEqual([false, false, false, false])
  })

  test('a measure whose total is absent is not evaluated, and so never passed', () => {
    const verdict = tally(ordinary, heads(3), counts({ for: heads(3) }))
    expect([verdict.quorumMet, verdict.passed]).toEqual([false, false])
    const area = verdict.lines.filter(({ measure }) => measure === 'area')
    expect(area.map(({ holds, part }) => [holds, part])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(area[0]!.zh).toBe('面积：没有给出，未计算，不算通过 (《民法典》第二百七十八条)')
    expect(verdict.lines.filter(({ measure }) => measure === 'heads').every(({ holds }) => holds)).toBe(true)
  })
})

describe('silent ballots (V1.1, R1.30–R1.33)', () => {
  const [minhang] = vectors.court_and_press_cases
  const { heads_total, returned, delivered_unreturned } = minhang!
  const given = {
    for: returned.yes,
    against: returned.no,
    abstain: returned.abstain,
    silent: delivered_unreturned,
    proven: delivered_unreturned,
  }
  const byHeads = ({ lines }: Strict) => lines.filter(({ measure }) => measure === 'heads')

  test('strictly, 703 of 1291 are no quorum', () => {
    const [quorum] = byHeads(vote('cn-civil-code-278-ordinary', heads_total, given))
    expect(quorum).toMatchObject({ part: '703', whole: '1291', holds: minhang!.strict_quorum_met })
  })

  test('following the majority 1001 agree of 1287 who take part, and the strict figures stand beside', () => {
    const verdict = vote('cn-civil-code-278-ordinary', heads_total, given, 'follow-majority')
    expect(verdict.silent).toBe('for')
    const [quorum, majority] = byHeads(verdict)
    expect(quorum).toMatchObject({ part: '1287', whole: '1291', holds: true })
    expect(majority).toMatchObject({ part: String(minhang!.with_follow_majority_rule.yes_heads), holds: true })
    expect(byHeads(verdict.strict)[0]).toMatchObject({ part: '703', holds: false })
  })

  test('delivered counts as taking part, with no opinion', () => {
    const [quorum, majority] = byHeads(vote('cn-civil-code-278-ordinary', heads_total, given, 'delivered-counts'))
    expect([quorum!.part, majority!.part, majority!.whole]).toEqual(['1287', '417', '1287'])
  })

  test('without its proofs a silent ballot stays out', () => {
    const verdict = vote('cn-civil-code-278-ordinary', heads_total, { ...given, proven: 0 }, 'follow-majority')
    expect([verdict.silent, byHeads(verdict)[0]!.part]).toEqual(['not-proven', '703'])
    const some = vote('cn-civil-code-278-ordinary', heads_total, { ...given, proven: 100 }, 'follow-majority')
    expect(byHeads(some)[0]!.part).toBe('803')
  })

  test('where heads and area lead different ways there is no majority to follow', () => {
    const two = (n: number, area: string) => ({ heads: n, area })
    const split = {
      for: two(3, '100.00'),
      against: two(2, '400.00'),
      silent: two(4, '400.00'),
      proven: two(4, '400.00'),
    }
    const verdict = tally(rule('cn-civil-code-278-ordinary'), two(10, '1000.00'), counts(split), 'follow-majority')
    expect([verdict.silent, verdict.lines]).toEqual(['no-majority-to-follow', verdict.strict.lines])
  })
})

describe('meetings', () => {
  test('representatives: two thirds of them present, more than half of those present (R2.2)', () => {
    const verdict = vote('cn-villagers-representatives', 45, { present: 31, for: 16, against: 15 })
    expect(verdict.passed).toBe(true)
    expect(verdict.lines.map(({ zh }) => zh)).toEqual([
      '参加 31 人 ÷ 应到 45 人 ≥ 2/3？ 3×31=93 ≥ 2×45=90 ✓ (《村民委员会组织法》第二十六条)',
      '同意 16 人 ÷ 参加 31 人 > 1/2？ 2×16=32 > 31 ✓ (《村民委员会组织法》第二十六条)',
    ])
    expect(verdict.lines[0]!.en).toBe('Present 31 ÷ due 45 ≥ 2/3? 3×31=93 ≥ 2×45=90 ✓ (Villagers’ Committees Law 26)')
  })
  test.each([
    ['exactly two thirds are there', 'cn-residents-representatives', 45, { present: 30, for: 16 }, true],
    ['one fewer than two thirds', 'cn-residents-representatives', 45, { present: 29, for: 29 }, false],
    ['exactly half of those present', 'cn-residents-representatives', 45, { present: 32, for: 16 }, false],
    [
      'who sits there without a hand up counts as present',
      'show-of-hands',
      45,
      { present: 41, for: 20, against: 3 },
      false,
    ],
    ['a hand more', 'show-of-hands', 45, { present: 41, for: 21, against: 20 }, true],
    ['more than half must have come', 'show-of-hands-half', 40, { present: 20, for: 20 }, false],
    [
      'party members: more than half of those due, not of those present',
      'cn-party-members-meeting',
      30,
      { present: 20, for: 15 },
      false,
    ],
    ['party members: one more', 'cn-party-members-meeting', 30, { present: 20, for: 16 }, true],
    [
      'a committee decides by more than half of all its members (R1.44)',
      'cn-owners-committee',
      7,
      { present: 5, for: 3 },
      false,
    ],
    ['four of seven', 'cn-owners-committee', 7, { present: 4, for: 4 }, true],
    ['nobody came', 'show-of-hands', 12, { present: 0, for: 0 }, false],
  ] as const)('%s', (...[, key, electorate, given, passed]) => {
    expect(vote(key, electorate, given).passed).toBe(passed)
  })
  test.each([
    ['household-consultation-80', 79, false],
    ['household-consultation-80', 80, true],
    ['household-consultation-two-thirds', 66, false],
    ['household-consultation-two-thirds', 67, true],
    ['household-consultation-all', 99, false],
    ['household-consultation-all', 100, true],
  ])('%s with %i of 100 households: %s', (key, agreed, passed) => {
    const verdict = tally(rule(key), { households: 100 }, counts({ for: { households: agreed } }))
    expect(verdict.passed).toBe(passed)
  })
  test('where a test fails, its line says how the numbers really stand', () => {
    const [quorum] = vote('cn-residents-representatives', 45, { present: 29, for: 20 }).lines
    expect(quorum!.zh).toContain('3×29=87 < 2×45=90 ✗')
  })
})

describe('figures that cannot be true', () => {
  test.each([
    ['more votes than voters', { for: heads(6), against: heads(5) }, 'counts-exceed-electorate'],
    ['more hands than people', { present: heads(5), for: heads(4), against: heads(2) }, 'counts-exceed-present'],
    ['more people than voters', { present: heads(11), for: heads(1) }, 'counts-exceed-electorate'],
    ['more proven than silent', { for: heads(1), silent: heads(1), proven: heads(2) }, 'counts-exceed-electorate'],
  ])('%s', (_, given, code) => {
    expect(impossible(heads(10), counts(given))).toMatchObject({ refused: code })
  })
  test('a full house is possible', () => {
    expect(impossible(heads(10), counts({ present: heads(10), for: heads(4), against: heads(6) }))).toBeNull()
  })
})

type Flat = { readonly area: number; readonly says: 'for' | 'against' | 'abstain' | 'invalid' | 'silent' | 'away' }
const anyFlats = fc.array(
  fc.record({
    area: fc.integer({ min: 1, max: 40_000 }),
    says: fc.constantFrom<Flat['says']>('for', 'for', 'against', 'abstain', 'invalid', 'silent', 'away'),
  }),
  { minLength: 1, maxLength: 40 },
)
const metres = (units: number) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`
const amounts = (flats: readonly Flat[]): Amounts => ({
  heads: flats.length,
  area: metres(flats.reduce((sum, { area }) => sum + area, 0)),
})

/** The law again, ballot by ballot, in small numbers that a float holds exactly. */
const byHand = (flats: readonly Flat[], special: boolean) => {
  const sum = (of: readonly Flat['says'][], each: (flat: Flat) => number) =>
    flats.filter(({ says }) => of.includes(says)).reduce((total, flat) => total + each(flat), 0)
  return [(): number => 1, ({ area }: Flat): number => area].every((each) => {
    const all = flats.reduce((total, flat) => total + each(flat), 0)
    const part = sum(['for', 'against', 'abstain'], each)
    const yes = sum(['for'], each)
    return 3 * part >= 2 * all && part > 0 && (special ? 4 * yes >= 3 * part : 2 * yes > part)
  })
}

test.each(['ordinary', 'special'] as const)('the tally of any vote (%s) is that of a count by hand', (kind) => {
  fc.assert(
    fc.property(anyFlats, (flats) => {
      const says = (what: Flat['says']) => amounts(flats.filter((flat) => flat.says === what))
      const given = counts({
        for: says('for'),
        against: says('against'),
        abstain: says('abstain'),
        invalid: says('invalid'),
        silent: says('silent'),
      })
      expect(impossible(amounts(flats), given)).toBeNull()
      const verdict = tally(rule(`cn-civil-code-278-${kind}`), amounts(flats), given)
      expect(verdict.passed).toBe(byHand(flats, kind === 'special'))
      expect(verdict.passed).toBe(verdict.lines.every(({ holds }) => holds === true))
    }),
    { numRuns: 500 },
  )
})

test('one more for instead of against never turns a passed vote into a failed one', () => {
  const anyRule = fc.constantFrom(...POLL_RULES.filter(({ measures }) => measures.join() === 'heads'))
  const votes = fc.record({
    yes: fc.nat(40),
    no: fc.integer({ min: 1, max: 40 }),
    abstain: fc.nat(40),
    away: fc.nat(40),
  })
  fc.assert(
    fc.property(anyRule, votes, (each, { yes, no, abstain, away }) => {
      const of = (agreed: number, against: number) =>
        tally(
          each,
          heads(yes + no + abstain + away),
          counts({ for: heads(agreed), against: heads(against), abstain: heads(abstain) }),
        )
      expect(of(yes, no).passed && !of(yes + 1, no - 1).passed).toBe(false)
    }),
  )
})

test('areas beyond what a float holds are compared exactly', () => {
  const total = { heads: 3, area: '999999999999.97' }
  const two = { heads: 2, area: '666666666666.64' }
  expect(tally(rule('cn-civil-code-278-ordinary'), total, counts({ for: two })).quorumMet).toBe(false)
  expect(
    tally(rule('cn-civil-code-278-ordinary'), total, counts({ for: { ...two, area: '666666666666.65' } })).quorumMet,
  ).toBe(true)
})
