import { describe, expect, test } from 'vitest'
import { type Question, drawLotsAt, pollRuleByKey } from '@yishi/domain/poll'
import { answerTo } from './commands.ts'

const ask = (content: unknown, words = 'tally FILE') =>
  answerTo(words.split(' '), (path) =>
    path === 'FILE' ? (typeof content === 'string' ? content : JSON.stringify(content)) : null,
  )
const ordinary = {
  rule: 'cn-civil-code-278-ordinary',
  regime: 'strict',
  electorate: { heads: 300, area: '30000.00' },
  counts: {
    for: { heads: 101, area: '10000.01' },
    against: { heads: 99, area: '9999.99' },
    abstain: { heads: 0, area: '0.00' },
    invalid: { heads: 0, area: '0.00' },
    silent: { heads: 0, area: '0.00' },
  },
}

test('a passed vote, with its sums', () => {
  const { exit, answer } = ask(ordinary)
  expect(exit).toBe(0)
  expect(answer).toMatchObject({
    quorumMet: true,
    passed: true,
    silent: 'nowhere',
    measures: { heads: { quorumMet: true, passed: true }, area: { quorumMet: true, passed: true } },
    strict: { quorumMet: true, passed: true },
  })
  expect(answer['arithmetic']).toContainEqual({
    zh: '参与表决 20000.00 平方米 ÷ 全体 30000.00 平方米 ≥ 2/3？ 3×20000.00=60000.00 ≥ 2×30000.00=60000.00 ✓ (《民法典》第二百七十八条)',
    en: 'Took part 20000.00 m² ÷ all 30000.00 m² ≥ 2/3? 3×20000.00=60000.00 ≥ 2×30000.00=60000.00 ✓ (Civil Code 278)',
  })
})

test('one head more in the house, and there is no quorum; a failed vote is an answer too', () => {
  const answer = ask({ ...ordinary, electorate: { heads: 301, area: '30000.00' } })
  expect(answer).toMatchObject({ exit: 0, answer: { quorumMet: false, passed: false } })
})

test('the press case: strictly no quorum, following the majority by heads, and the area is not evaluated', () => {
  const heads = (n: number) => ({ heads: n })
  const claim = {
    rule: 'cn-civil-code-278-ordinary',
    regime: 'follow-majority',
    electorate: heads(1291),
    counts: { for: heads(417), against: heads(278), abstain: heads(8), silent: heads(584), proven: heads(584) },
  }
  expect(ask(claim)).toMatchObject({
    exit: 0,
    answer: {
      passed: false,
      silent: 'for',
      measures: {
        heads: { quorumMet: true, passed: true },
        area: { quorumMet: 'not-evaluated', passed: 'not-evaluated' },
      },
      strict: { measures: { heads: { quorumMet: false, passed: false } } },
    },
  })
})

test('R1.4: invalid ballots do not take part, unless the claim says that they do; they never agree', () => {
  const some = (n: number) => ({ heads: n, area: `${n}.00` })
  const claim = {
    rule: 'cn-civil-code-278-ordinary',
    electorate: some(300),
    counts: { for: some(110), against: some(80), invalid: some(10) },
  }
  expect(ask(claim)).toMatchObject({ exit: 0, answer: { quorumMet: false, passed: false } })
  expect(ask({ ...claim, invalid: 'absent' })).toMatchObject({ answer: { quorumMet: false } })
  expect(ask({ ...claim, invalid: 'participates' })).toMatchObject({ answer: { quorumMet: true, passed: true } })
  const barely = { ...claim, counts: { for: some(100), against: some(90), invalid: some(10) } }
  expect(ask({ ...barely, invalid: 'participates' })).toMatchObject({ answer: { quorumMet: true, passed: false } })
  expect(ask({ ...claim, invalid: 'maybe' })).toMatchObject({ exit: 2, answer: { error: 'unreadable-claim' } })
})

describe('silence with what proves it (R1.31, R1.32)', () => {
  const some = (n: number) => ({ heads: n, area: `${n}.00` })
  const proofs = { delivered: true, told: true, warned: true }
  const claim = (regime: string, held?: object) => ({
    rule: 'cn-civil-code-278-ordinary',
    regime,
    electorate: some(1291),
    counts: {
      for: some(417),
      against: some(278),
      abstain: some(8),
      silent: { ...some(584), ...(held && { proofs: held }) },
    },
  })
  test('follows the majority with all three proofs, and stays out without any one of them', () => {
    expect(ask(claim('follow-majority', proofs))).toMatchObject({
      exit: 0,
      answer: { quorumMet: true, passed: true, silent: 'for', strict: { quorumMet: false, passed: false } },
    })
    for (const proof of ['delivered', 'told', 'warned'])
      for (const held of [
        { ...proofs, [proof]: false },
        { ...proofs, [proof]: undefined },
      ])
        expect(ask(claim('follow-majority', held))).toMatchObject({
          exit: 0,
          answer: { quorumMet: false, passed: false, silent: 'not-proven' },
        })
  })
  test('takes part where delivery is enough and proved, and without proof it does not', () => {
    expect(ask(claim('delivered-counts', { delivered: true }))).toMatchObject({
      answer: { quorumMet: true, passed: false, silent: 'participate' },
    })
    for (const held of [undefined, {}, { told: true, warned: true }])
      expect(ask(claim('delivered-counts', held))).toMatchObject({ answer: { quorumMet: false, silent: 'not-proven' } })
  })
  test.each([{ delivered: 'yes' }, { seen: true }, []])('what is no proof is refused: %j', (held) => {
    expect(ask(claim('follow-majority', held))).toMatchObject({
      exit: 2,
      answer: { error: 'unreadable-claim', detail: 'counts.silent.proofs' },
    })
  })
  test('proofs and a number of proven ones beside them say two things at once', () => {
    const both = claim('follow-majority', proofs)
    expect(ask({ ...both, counts: { ...both.counts, proven: some(1) } })).toMatchObject({ exit: 2 })
  })
})

test('counts may come as text and areas as numbers, with a mark at the start of the file and lines of Windows', () => {
  const text = JSON.stringify(
    {
      ...ordinary,
      electorate: { heads: '300', area: 30000 },
      counts: { for: { heads: '101', area: 10000.01 }, against: { heads: 99, area: 9999.99 }, silent: { heads: 0 } },
      comment: '手工录入',
    },
    null,
    2,
  )
  expect(ask(text.replaceAll('\n', '\r\n'))).toEqual(ask(ordinary))
})

test('whoever counts people without their area has not told the area, and a gap is never nothing (R1.2)', () => {
  const gap = { ...ordinary.counts, against: { heads: 99 } }
  expect(ask({ ...ordinary, counts: gap })).toMatchObject({
    exit: 0,
    answer: {
      quorumMet: false,
      passed: false,
      measures: { heads: { passed: true }, area: { passed: 'not-evaluated' } },
    },
  })
  expect(ask({ ...ordinary, electorate: { heads: 300, area: null } })).toMatchObject({
    answer: { passed: false, measures: { area: { passed: 'not-evaluated' } } },
  })
})

test('a word that names nothing is named', () => {
  const misspelt = { ...ordinary, counts: { ...ordinary.counts, agianst: { heads: 1 } } }
  expect(ask(misspelt)).toMatchObject({ exit: 2, answer: { detail: 'counts.agianst' } })
})

test('a rule may be given whole, and a question of several options as a list', () => {
  const rule = pollRuleByKey('cn-residents-representatives')
  const option = (agreed: number) => ({
    rule,
    electorate: { heads: 9 },
    counts: { for: { heads: agreed }, against: { heads: 9 - agreed } },
  })
  expect(ask([option(5), option(4)])).toMatchObject({
    exit: 0,
    answer: { results: [{ passed: true }, { passed: false }] },
  })
})

test.each([
  ['no JSON', '{', 'not-json'],
  ['no claim', [], 'nothing-to-check'],
  ['no object', [7], 'unreadable-claim'],
  ['an unknown rule', { ...ordinary, rule: 'by-and-by' }, 'poll-rule-unknown'],
  ['half a rule', { ...ordinary, rule: { key: 'half' } }, 'unreadable-rule'],
  ['an unknown regime', { ...ordinary, regime: 'hopeful' }, 'regime-unknown'],
  [
    'a regime that the rule does not know',
    { ...ordinary, rule: 'show-of-hands', regime: 'follow-majority' },
    'regime-not-allowed',
  ],
  ['three decimals', { ...ordinary, electorate: { heads: 300, area: '30000.001' } }, 'unreadable-claim'],
  ['fewer than none', { ...ordinary, counts: { for: { heads: -1 } } }, 'unreadable-claim'],
  ['a word that is no count', { ...ordinary, counts: { yes: { heads: 1 } } }, 'unreadable-claim'],
  [
    'more votes than voters',
    { ...ordinary, counts: { for: { heads: 301, area: '1.00' } } },
    'counts-exceed-electorate',
  ],
  [
    'a number that no count can be',
    '{"rule":"show-of-hands","electorate":{"heads":1e400},"counts":{}}',
    'unreadable-claim',
  ],
])('bad input: %s', (_, content, error) => {
  expect(ask(content)).toMatchObject({ exit: 2, answer: { error } })
})

test.each(['tally', 'tally NOWHERE', 'tally FILE FILE'])('bad input: %s', (words) => {
  expect(ask(ordinary, words)).toMatchObject({ exit: 2, answer: { error: expect.any(String) } })
})

describe('an exported poll', () => {
  const unit = (voter: string, head: number, area: string) => ({
    voter,
    head,
    zone: '',
    amounts: { area },
    proof: 'none',
  })
  const ballot = (channel: string, choice: string, hour: string) => ({
    channel,
    choice: [choice],
    at: `2026-12-20T${hour}:00:00.000Z`,
  })
  const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
  const exported = {
    format: 'yishi-poll/1',
    poll: 'pol_1',
    rule,
    regime: 'strict',
    question: { type: 'for-against', text: '更换物业公司？', explanation: '' },
    digest: 'a'.repeat(64),
    voters: [
      {
        ...unit('vtr_1', 1, '90.00'),
        ballots: [ballot('paper', 'against', '02'), ballot('online', 'for', '03')],
      },
      { ...unit('vtr_2', 1, '60.00'), ballots: [ballot('online', 'for', '03')] },
      { ...unit('vtr_3', 2, '100.00'), ballots: [ballot('door', 'against', '04')] },
    ],
  }

  test('is counted from its ballots: two flats of one owner are one head and two areas (R1.7)', () => {
    const { exit, answer } = ask(exported)
    expect(exit).toBe(0)
    expect(answer).toMatchObject({
      passed: false,
      electorate: { heads: 2, area: '250.00' },
      reconciliation: { ballots: 4, holding: 3, replaced: 1, undelivered: 0, contradictory: 0, balanced: true },
      results: [{ choice: 'for', measures: { heads: { passed: false }, area: { passed: true } } }],
    })
  })
  test('contradictory ballots of one owner are found and do not count (R1.9)', () => {
    const voters = exported.voters.with(1, { ...exported.voters[1]!, ballots: [ballot('online', 'against', '03')] })
    expect(ask({ ...exported, voters }).answer).toMatchObject({
      reconciliation: { contradictory: 1 },
      results: [{ quorumMet: false }],
    })
  })
  test('of an order of preference comes with every round, and equal votes by the lots that were drawn', () => {
    const ranked = pollRuleByKey('residents-ranked')!
    const options = ['三菱', '日立', '通力'].map((text, index) => ({ key: `option-${index + 1}`, text }))
    const question: Question = { type: 'ranked', text: '电梯换哪个牌子？', explanation: '', options, seats: 1 }
    const digest = 'a'.repeat(64)
    const lots = drawLotsAt(question, digest, '2026-12-20T02:00:00.000Z')
    const orders = [
      ['option-1', 'option-2'],
      ['option-2', 'option-1'],
      ['option-3', 'option-2'],
    ]
    const voters = orders.map((choice, head) => ({
      ...unit(`vtr_${head}`, head, '1.00'),
      amounts: {},
      ballots: [{ ...ballot('online', '', '02'), choice }],
    }))
    const file = { ...exported, rule: ranked, question, digest, lots, voters }
    const { exit, answer } = ask(file)
    expect(exit).toBe(0)
    expect(answer).toMatchObject({
      passed: true,
      reconciliation: { balanced: true, ballots: 3 },
      results: [],
      count: { method: 'ranked', rounds: [{ tie: { taken: [lots.order[2]], round: null } }, {}] },
    })
    expect((answer['count'] as { winners: string[] }).winners).toEqual(answer['chosen'])
    const [first, ...others] = voters
    const twice = { ...first, ballots: [{ ...ballot('online', '', '02'), choice: ['option-1', 'option-1'] }] }
    expect(ask({ ...file, voters: [twice, ...others] })).toMatchObject({ exit: 2, answer: { error: 'rank-twice' } })
    const order = lots.order.toReversed()
    expect(ask({ ...file, lots: { ...lots, order } })).toMatchObject({ exit: 2, answer: { error: 'lots-unfit' } })
  })
  test.each([
    ['a unit twice on the list', { voters: [exported.voters[0]!, exported.voters[0]!] }, 'voters-out-of-order'],
    [
      'a regime that the rule does not know',
      { rule: { ...rule, silent: ['strict'] }, regime: 'follow-majority' },
      'regime-not-allowed',
    ],
    ['no list', { voters: [] }, 'unreadable-poll'],
  ])('%s cannot be read', (_, change, error) => {
    expect(ask({ ...exported, ...change })).toMatchObject({ exit: 2, answer: { error } })
  })
})

const heads = (all: number) => ({ heads: all, area: `${all * 100}.00` })
const figures = (agreed: number, against: number) => ({
  votes: { for: heads(agreed), against: heads(against) },
  abstain: heads(0),
  invalid: heads(0),
})
const zone = (name: string, agreed: number, against: number) => ({
  zone: name,
  electorate: heads(30),
  figures: figures(agreed, against),
})
/** Fifty of sixty who took part agree, and one zone of three does not. */
const zoned = {
  rule: 'owners-zone-by-zone',
  electorate: heads(90),
  counts: { for: heads(50), against: heads(10) },
  zones: [zone('一区', 25, 0), zone('二区', 25, 0), zone('三区', 0, 20)],
}

test('where every zone has to agree, one that does not stops the whole', () => {
  const { answer } = ask(zoned)
  expect(answer).toMatchObject({
    passed: false,
    measures: { heads: { passed: true }, area: { passed: true }, zones: { passed: false } },
    zones: [
      { zone: '一区', passed: true, vetoed: false },
      { zone: '二区', passed: true, vetoed: false },
      { zone: '三区', passed: false, vetoed: false },
    ],
  })
  const agreeing = { ...zoned, zones: zoned.zones.with(2, zone('三区', 20, 0)) }
  expect(ask(agreeing)).toMatchObject({ answer: { passed: true } })
})

test('of a rule that asks zones, a file without them is no file to count', () => {
  const { zones: _, ...whole } = zoned
  expect(ask(whole)).toMatchObject({ exit: 2, answer: { error: 'zones-missing' } })
  expect(ask({ ...zoned, zones: [{}] })).toMatchObject({ exit: 2, answer: { error: 'unreadable-claim' } })
})
