// The tally against the vectors of the law and its boundary cases.
import { describe, expect, test } from 'vitest'
import { type Amounts, POLL_RULES, type PollRule, type Strict, impossible, sumPartsOf, tally } from './index.ts'
import { counts, heads, rule, vote } from './testing/tallying.ts'
import vectors from './vectors/owners-vote.json' with { type: 'json' }

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

describe('a line', () => {
  test('falls into what is asked, how the numbers stand, and the article', () => {
    const [line] = vote('cn-villagers-representatives', 45, { present: 31, for: 16, against: 15 }).lines
    expect(sumPartsOf(line!.zh)).toEqual({
      claim: '参加 31 人 ÷ 应到 45 人 ≥ 2/3？',
      sum: '3×31=93 ≥ 2×45=90 ✓',
      article: '《村民委员会组织法》第二十六条',
    })
  })
  test.each(POLL_RULES.map((each) => [each.key, each] as const))('does so under %s, in both languages', (_, each) => {
    const of = (n: number): Amounts => ({ heads: n, households: n, area: `${n}.00` })
    const articles = [...each.quorum, ...each.majority].map(({ article }) => article)
    const { lines } = tally(each, of(2), counts({ present: of(1), for: of(1), against: of(0) }))
    for (const { holds, zh, en } of lines) {
      expect(articles).toContainEqual({ zh: sumPartsOf(zh)?.article, en: sumPartsOf(en)?.article })
      expect([sumPartsOf(zh)?.sum.at(-1), sumPartsOf(en)?.sum.at(-1)]).toEqual(holds ? ['✓', '✓'] : ['✗', '✗'])
    }
  })
  test('without a total is left whole', () => {
    const [line] = tally(rule('cn-civil-code-278-ordinary'), heads(9), counts({ for: heads(8) })).lines.filter(
      ({ holds }) => holds === null,
    )
    expect([line!.zh, sumPartsOf(line!.zh)]).toEqual([expect.stringContaining('没有给出'), null])
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

test('areas beyond what a float holds are compared exactly', () => {
  const total = { heads: 3, area: '999999999999.97' }
  const two = { heads: 2, area: '666666666666.64' }
  expect(tally(rule('cn-civil-code-278-ordinary'), total, counts({ for: two })).quorumMet).toBe(false)
  expect(
    tally(rule('cn-civil-code-278-ordinary'), total, counts({ for: { ...two, area: '666666666666.65' } })).quorumMet,
  ).toBe(true)
})
