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

const law = electionLawByKey('cn-village-election')
const stand = (...all: readonly (readonly [key: string, name: string])[]) =>
  all.map(([key, name]) => ({ key, name, written: key.startsWith('w') }))
const secret = {
  format: 'yishi-secret-election/2',
  election: 'elc_1',
  law,
  round: 1,
  registered: 100,
  given: 60,
  sections: [
    { post: 'p1', title: '主任', seats: 1, candidates: stand(['c1', '赵国强'], ['c2', '钱桂芳'], ['w1', '孙*']) },
    { post: 'p2', title: '委员', seats: 1, candidates: stand(['c3', '赵国强'], ['c4', '李桂兰']) },
  ],
  boxes: [
    {
      name: '东片',
      count: {
        collected: 30,
        spoiled: 1,
        posts: {
          p1: { spoiled: 0, blank: 0, votes: { c1: 20, c2: 7, w1: 2 } },
          p2: { spoiled: 0, blank: 4, votes: { c3: 16, c4: 9 } },
        },
      },
    },
    {
      name: '西片',
      count: {
        collected: 30,
        spoiled: 0,
        posts: {
          p1: { spoiled: 1, blank: 0, votes: { c1: 11, c2: 17, w1: 1 } },
          p2: { spoiled: 0, blank: 0, votes: { c3: 15, c4: 15 } },
        },
      },
    },
  ],
  kept: [{ name: '赵国强', post: 'p1' }],
} as const

test('a secret election is counted again from its boxes, post by post, one turn or all, with what was found of somebody elected twice', () => {
  expect(ask(secret)).toMatchObject({
    exit: 0,
    answer: {
      results: [
        {
          void: null,
          open: 1,
          doubles: [],
          sections: [
            { elected: ['c1'], open: 0 },
            { elected: [], open: 1, next: ['c4'], candidates: [{ standing: 'elsewhere' }, { votes: 24 }] },
          ],
        },
      ],
    },
  })
  expect(ask([{ ...secret, kept: [] }, secret])).toMatchObject({
    answer: { results: [{ open: 0, doubles: [{ name: '赵国强', posts: ['p1', 'p2'] }] }, { open: 1 }] },
  })
})

test('votes for a higher post are added to a lower one where the file declares it, line by line; a box that names somebody twice on a ballot is refused', () => {
  const noted = secret.sections.map((section) => ({
    ...section,
    candidates: section.candidates.map((each) => ({ ...each, woman: each.written ? null : false })),
  }))
  const [, members] = noted
  const both = {
    ...members!,
    candidates: [...members!.candidates, { key: 'c5', name: '钱桂芳', written: false, woman: true }],
  }
  const box = (collected: number, head: readonly number[], member: readonly number[]) => ({
    collected,
    spoiled: 0,
    posts: {
      p1: { spoiled: 0, blank: collected - head[0]! - head[1]!, votes: { c1: head[0]!, c2: head[1]!, w1: 0 } },
      p2: {
        spoiled: 0,
        blank: collected - member[0]! - member[1]! - member[2]!,
        votes: { c3: member[0]!, c4: member[1]!, c5: member[2]! },
      },
    },
  })
  const file = {
    ...secret,
    format: 'yishi-secret-election/3',
    sections: [noted[0]!, both],
    boxes: [{ name: '东片', count: box(60, [35, 20], [0, 32, 13]) }],
    kept: [],
    addsDown: true,
    reserved: null,
  }
  expect(ask(file)).toMatchObject({
    exit: 0,
    answer: {
      results: [
        {
          sections: [
            { elected: ['c1'] },
            {
              elected: ['c5'],
              candidates: [{ key: 'c5', votes: 13, added: [{ post: 'p1', title: '主任', votes: 20 }] }, {}, {}],
            },
          ],
        },
      ],
    },
  })
  expect(JSON.stringify(ask(file).answer)).toContain(
    '钱桂芳 得票 13＋20（主任） ＝ 33 ÷ 收回的票 60 > 1/2？ 2×33=66 > 60 ✓',
  )
  expect(ask({ ...file, addsDown: false })).toMatchObject({
    answer: { results: [{ sections: [{}, { elected: ['c4'] }] }] },
  })
  const twice = { ...file, boxes: [{ name: '东片', count: box(60, [30, 30], [0, 10, 31]) }] }
  expect(ask(twice)).toMatchObject({ exit: 2, answer: { error: 'box-named-twice' } })
})

const [east] = secret.boxes
const eastWith = (p1: object) => ({ name: '东片', count: { ...east.count, posts: { ...east.count.posts, p1 } } })
test.each([
  ['more votes than ballots', eastWith({ spoiled: 0, blank: 0, votes: { c1: 30, c2: 0, w1: 0 } }), 'box-impossible'],
  ['more names than seats', eastWith({ spoiled: 0, blank: 0, votes: { c1: 20, c2: 8, w1: 2 } }), 'box-impossible'],
  ['a written name without a number', eastWith({ spoiled: 0, blank: 0, votes: { c1: 22, c2: 7 } }), 'box-incomplete'],
])('a box with %s is refused', (_, box, error) => {
  expect(ask({ ...secret, boxes: [box] })).toMatchObject({ exit: 2, answer: { error } })
})

test('a file of the time of one list is counted as it was', () => {
  const old = {
    format: 'yishi-secret-election/1',
    election: 'elc_1',
    law: { ...law, writeIns: undefined },
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
  expect(ask(old)).toMatchObject({
    exit: 0,
    answer: { results: [{ void: null, open: 0, sections: [{ elected: ['c1'], spoiled: 1 }] }] },
  })
})
