// An election of a committee counted again from its totals and from its ballots: the same seats, and a file that cannot be true is refused.
import { pollRuleByKey } from '@yishi/domain/poll'
import { electionLawByKey } from '@yishi/domain/secret-election'
import { expect, test } from 'vitest'
import { answerTo } from './commands.ts'

const ask = (content: unknown) =>
  answerTo(['tally', 'FILE'], (path) => (path === 'FILE' ? JSON.stringify(content) : null))

const rule = pollRuleByKey('cn-committee-election')!
const question = {
  type: 'candidates',
  text: '选举业主委员会委员',
  explanation: '',
  options: ['王建国', '李秀英'].map((text, index) => ({
    key: `option-${index + 1}`,
    text,
    profile: '住一号楼。',
    consented: true,
  })),
  committee: 1,
  sitting: 0,
  marking: 'each',
  tie: 'area',
  again: null,
}
const voters = [
  ['100.00', ['option-1', 'option-2:against']],
  ['100.01', ['option-2']],
  ['80.00', ['option-1', 'option-2']],
] as const
const exported = {
  format: 'yishi-poll/1',
  poll: 'pol_1',
  rule,
  regime: 'strict',
  question,
  digest: '',
  voters: voters.map(([area, choice], index) => ({
    voter: `vtr_${index}`,
    head: index,
    zone: '',
    amounts: { area },
    ballots: [{ channel: 'paper', choice, at: '2026-12-20T02:00:00.000Z' }],
    proof: 'none',
  })),
}
const of = (heads: number, area: string) => ({ heads, area })
const totals = {
  format: 'yishi-election/1',
  poll: 'pol_1',
  rule,
  regime: 'strict',
  question,
  electorate: of(3, '280.01'),
  figures: {
    votes: {
      'option-1': of(2, '180.00'),
      'option-1:against': of(0, '0.00'),
      'option-2': of(2, '180.01'),
      'option-2:against': of(1, '100.00'),
    },
    cast: of(3, '280.01'),
    abstain: of(0, '0.00'),
    invalid: of(0, '0.00'),
  },
}
const SEATED = {
  passed: true,
  chosen: ['option-2'],
  seats: 1,
  open: 0,
  ranking: [
    { choice: 'option-2', place: 1, standing: 'elected', zh: '李秀英：同意 2 人、180.01 平方米；第 1 名，当选' },
    { choice: 'option-1', place: 2, standing: 'reserve' },
  ],
}

test('from totals and from ballots the same is elected, with the sums of each', () => {
  for (const file of [totals, exported]) {
    const { exit, answer } = ask(file)
    expect(exit).toBe(0)
    expect(answer).toMatchObject(SEATED)
    expect(JSON.stringify(answer['results'])).toContain('同意 2 人 ÷ 参与表决 3 人 > 1/2？ 2×2=4 > 3 ✓')
  }
})

test('one hundredth of a square metre seats the other', () => {
  const votes = { ...totals.figures.votes, 'option-1': of(2, '180.02') }
  expect(ask({ ...totals, figures: { ...totals.figures, votes } }).answer).toMatchObject({ chosen: ['option-1'] })
})

test.each([
  ['more marks beside a name than ballots', { votes: { ...totals.figures.votes, 'option-2': of(3, '200.00') } }],
  ['a candidate without figures', { votes: { 'option-1': of(2, '180.00') } }],
])('%s: refused', (_, change) => {
  expect(ask({ ...totals, figures: { ...totals.figures, ...change } })).toMatchObject({
    exit: 2,
    answer: { error: 'counts-incomplete' },
  })
})

test.each([
  ['a rule that cannot be read', { rule: { ...rule, election: { committee: 5 } } }],
  [
    'a candidate who has not agreed',
    { question: { ...question, options: [{ ...question.options[0], consented: false }] } },
  ],
])('%s: not read', (_, change) => {
  expect(ask({ ...totals, ...change })).toMatchObject({ exit: 2, answer: { error: 'unreadable-poll' } })
})

const secret = {
  format: 'yishi-secret-election/1',
  election: 'elc_1',
  law: electionLawByKey('cn-village-election'),
  round: 1,
  seats: 1,
  candidates: [
    { key: 'c1', name: '赵国强' },
    { key: 'c2', name: '钱桂芳' },
  ],
  registered: 100,
  given: 60,
  boxes: [
    { name: '东片', count: { collected: 30, spoiled: 1, blank: 0, votes: { c1: 20, c2: 9 } } },
    { name: '西片', count: { collected: 30, spoiled: 0, blank: 0, votes: { c1: 11, c2: 19 } } },
  ],
}

test('a secret election is counted again from its boxes, one turn or all', () => {
  expect(ask(secret)).toMatchObject({ exit: 0, answer: { results: [{ elected: ['c1'], open: 0, void: null }] } })
  const [east, west] = secret.boxes
  const fewer = { ...east!, count: { ...east!.count, spoiled: 2, votes: { c1: 19, c2: 9 } } }
  expect(ask([{ ...secret, boxes: [fewer, west] }, secret])).toMatchObject({
    exit: 0,
    answer: { results: [{ elected: [], open: 1, next: ['c1', 'c2'] }, { elected: ['c1'] }] },
  })
})

test.each([
  ['more votes than ballots', { collected: 30, spoiled: 1, blank: 0, votes: { c1: 31, c2: 9 } }, 'box-impossible'],
  ['a candidate without a number', { collected: 30, spoiled: 1, blank: 0, votes: { c1: 29 } }, 'box-incomplete'],
])('a box with %s is refused', (_, count, error) => {
  expect(ask({ ...secret, boxes: [{ name: '东片', count }] })).toMatchObject({ exit: 2, answer: { error } })
})
