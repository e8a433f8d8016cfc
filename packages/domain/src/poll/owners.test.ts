// Owners' votes by the letter: who is one head, which electorate a question has, what an assembly has to keep, zones that consent, and what is missing while it runs.
import { describe, expect, test } from 'vitest'
import { type Ids, type Instant, isRefused } from '../kernel/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import {
  type Amounts,
  type Ballot,
  type BallotCommand,
  type Figures,
  type PollRule,
  type ListedBallot,
  amountOfVoters,
  ballotRules,
  countBallots,
  headsOf,
  isChoice,
  lawOf,
  marksOf,
  outcomeOf,
  pollRuleByKey,
  rehearse,
  tally,
  countsSchema,
} from './index.ts'
import { planFrom, unitsOf } from './testing/assembly.ts'
import { blankBallot } from './testing/blank.ts'

const NOW: Instant = '2026-11-18T02:00:00.000Z'
const ids: Ids = (prefix) => `${prefix}_new`
const rule = (key: string): PollRule => pollRuleByKey(key)!
const ordinary = rule('cn-civil-code-278-ordinary')
const COMPANY = { type: 'for-against', text: '换物业？', explanation: '' } as const

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

const ballot = (head: number, area: string, choice: string | null, more: Partial<ListedBallot> = {}): ListedBallot => ({
  head,
  zone: '',
  amounts: { area },
  choice: choice === null ? null : [choice],
  proof: 'none',
  ...more,
})
const counted = (listed: readonly ListedBallot[], under = ordinary): Figures =>
  countBallots({ rule: under, question: COMPANY }, listed)

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

describe('co-owners', () => {
  const shared = (more: object = {}) =>
    blankBallot({
      person: null,
      owners: ['per_ann', 'per_bob'],
      closesAt: '2026-11-19T00:00:00.000Z',
      question: COMPANY,
      rule: ordinary,
      ...more,
    })
  const as = (name: string) => ({ kind: 'person', person: `per_${name}`, hats: [] }) as const
  const decide = (ballot: Ballot, command: BallotCommand, who = as('ann') as typeof STAFF, now = NOW) =>
    ballotRules.decide(ballot, command, { actor: who, now, ids })
  const cast: BallotCommand = { type: 'CastBallot', choice: ['for'] }
  const refusal = (...asked: Parameters<typeof decide>) => {
    const answer = decide(...asked)
    return isRefused(answer) ? answer.refused : null
  }
  test('R1.8: the first to cast is the one who votes; the other is told so', () => {
    const answer = decide(shared(), cast)
    expect(isRefused(answer) ? null : answer.events.map(({ type }) => type)).toEqual(['VoterChosen', 'BallotCast'])
    const chosen = shared({ person: 'per_ann' })
    expect(refusal(chosen, cast, as('bob') as typeof STAFF)).toBe('co-owner-votes')
    expect(refusal(chosen, cast)).toBeNull()
    expect(refusal(shared(), cast, as('eve') as typeof STAFF)).toBe('not-your-ballot')
  })
  test('who has the vote may hand it to another owner, and a teller notes whom all have chosen; nobody else', () => {
    const choose = (person: string): BallotCommand => ({
      type: 'ChooseVoter',
      person: `per_${person}`,
      evidence: '推选书第 3 号',
    })
    const chosen = shared({ person: 'per_ann' })
    expect(refusal(chosen, choose('bob'))).toBeNull()
    expect(refusal(chosen, choose('bob'), as('bob') as typeof STAFF)).toBe('not-your-poll')
    expect(refusal(chosen, choose('bob'), STAFF)).toBeNull()
    expect(refusal(chosen, choose('eve'), STAFF)).toBe('no-owner')
    expect(refusal(shared({ pollStatus: 'counting' }), choose('bob'), STAFF)).toBe('poll-not-open')
  })
  test('where one of them has voted a teller chooses another only knowing that; sheets on paper are nobody’s own', () => {
    const choose = (more: object = {}): BallotCommand =>
      ({ type: 'ChooseVoter', person: 'per_bob', evidence: '推选书', ...more }) as const
    const voted = { status: 'cast', number: 1, channel: 'online', person: 'per_ann' }
    expect(refusal(shared(voted), choose(), STAFF)).toBe('co-owner-voted')
    expect(refusal(shared(voted), choose({ replaces: true }), STAFF)).toBeNull()
    expect(refusal(shared(voted), choose())).toBeNull()
    expect(refusal(shared({ ...voted, channel: 'paper', person: null }), choose(), STAFF)).toBeNull()
    const elsewhere = { beside: { person: 'per_ann', cast: true } }
    expect(refusal(shared(elsewhere), choose(), STAFF)).toBe('co-owner-voted')
    expect(refusal(shared({ beside: { person: 'per_bob', cast: true } }), choose(), STAFF)).toBeNull()
  })
  test('R1.8: whoever votes for the unit on one question of an agenda does so on all of them', () => {
    const beside = { beside: { person: 'per_ann', cast: true } }
    expect(refusal(shared(beside), cast, as('bob') as typeof STAFF)).toBe('co-owner-votes')
    expect(refusal(shared(beside), cast)).toBeNull()
    const clock = { kind: 'clock' } as unknown as typeof STAFF
    const follow = (how: 'first' | 'signed'): BallotCommand => ({
      type: 'FollowVoter',
      person: 'per_ann',
      how,
      evidence: '',
    })
    const taken = shared({ person: 'per_bob' })
    expect(refusal(shared(), follow('first'), clock)).toBeNull()
    expect(refusal(shared(), follow('first'), STAFF)).toBe('not-your-poll')
    expect(refusal(taken, follow('first'), clock)).toBe('co-owner-votes')
    expect(refusal(taken, follow('signed'), clock)).toBeNull()
    const over = decide(shared({ pollStatus: 'counting' }), follow('signed'), clock)
    expect(isRefused(over) ? over : over.events).toEqual([])
  })
  test('to the last millisecond, and at the moment of closing no more', () => {
    expect(refusal(shared(), cast, undefined, '2026-11-18T23:59:59.999Z')).toBeNull()
    expect(refusal(shared(), cast, undefined, '2026-11-19T00:00:00.000Z')).toBe('poll-not-open')
  })
})
