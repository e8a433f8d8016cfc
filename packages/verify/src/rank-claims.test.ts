// `yishi rank FILE`: published elections, ties, and files that say nothing.
import { expect, test } from 'vitest'
import { answerTo } from './commands.ts'

const ask = (content: unknown, words = 'rank FILE') =>
  answerTo(words.split(' '), (path) => (path === 'FILE' ? JSON.stringify(content) : null))

const BALLOTS = [
  { ranking: ['A', 'B', 'C'], count: 35 },
  { ranking: ['C', 'B', 'A'], count: 34 },
  { ranking: ['B', 'C', 'A'], count: 31 },
]
const RUNOFF = { method: 'irv', options: ['A', 'B', 'C'], ballots: BALLOTS }

const APPROVAL = {
  method: 'approval',
  options: ['A', 'B', 'C'],
  ballots: [{ marks: ['A', 'B'], count: 2 }, { marks: ['A'] }, { marks: ['A', 'B', 'C'] }],
}
const SCORE = { method: 'score', options: ['A', 'B'], highest: 5, ballots: [{ scores: { A: 5 } }] }

test('V7.21 the runoff, round by round', () => {
  expect(ask(RUNOFF)).toEqual({
    exit: 0,
    answer: {
      method: 'ranked',
      winners: ['C'],
      quota: '51',
      rounds: [
        {
          votes: { A: '35', B: '31', C: '34' },
          exhausted: '0',
          elected: [],
          out: 'B',
          transfers: { to: { C: '31' }, exhausted: '0' },
          tie: null,
        },
        {
          votes: { A: '35', C: '65' },
          exhausted: '0',
          elected: ['C'],
          out: null,
          transfers: { to: {}, exhausted: '0' },
          tie: null,
        },
      ],
    },
  })
})

test('seats by the transferable vote, with the fractions of a surplus', () => {
  const { exit, answer } = ask({
    method: 'stv',
    options: ['a', 'b', 'c'],
    seats: 2,
    ballots: [
      { ranking: ['a', 'b'], count: 7 },
      { ranking: ['c'], count: 2 },
    ],
  })
  expect([exit, answer['winners'], answer['quota']]).toEqual([0, ['a', 'b'], '4'])
  const more = ask({
    method: 'stv',
    options: ['a', 'b', 'c', 'd'],
    seats: 2,
    ballots: [
      { ranking: ['a', 'b'], count: 5 },
      { ranking: ['a', 'c'], count: 2 },
      { ranking: ['d'], count: 3 },
    ],
  })
  expect(more.answer['rounds']).toMatchObject([
    { elected: ['a'] },
    { votes: { b: '15/7', c: '6/7', d: '3' }, out: 'c' },
    { votes: { b: '15/7', d: '3' }, exhausted: '6/7', out: 'b' },
    { votes: { d: '3' }, exhausted: '3', elected: ['d'], out: null },
  ])
})

test('points', () => {
  const ballots = [{ scores: { A: 5, B: 3 }, count: 2 }, { scores: { B: 5 } }]
  expect(ask({ method: 'score', options: ['A', 'B'], highest: 5, ballots })).toEqual({
    exit: 0,
    answer: {
      method: 'scored',
      winners: ['B'],
      points: { B: '11', A: '10' },
      averages: { A: '5', B: '11/3' },
      tie: null,
    },
  })
})

test('approvals, with a ballot that marks too much (R7.30)', () => {
  expect(ask({ ...APPROVAL, method: 'limited', most: 2, seats: 1 })).toEqual({
    exit: 0,
    answer: { method: 'approval', winners: ['A'], votes: { A: '3', B: '2', C: '0' }, spoiled: 1, tie: null },
  })
  expect(ask(APPROVAL).answer).toMatchObject({ votes: { A: '4', B: '3', C: '1' }, spoiled: 0 })
})

test('a tie is an error that names it, and an order drawn beforehand ends it', () => {
  const even = { method: 'irv', options: ['A', 'B'], ballots: [{ ranking: ['A'] }, { ranking: ['B'] }] }
  expect(ask(even)).toMatchObject({ exit: 2, answer: { error: 'tie', tied: ['A', 'B'] } })
  expect(ask({ ...even, lots: ['B', 'A'] })).toMatchObject({ exit: 0, answer: { winners: ['B'] } })
})

test.each([
  ['no object', 7, 'unreadable-claim'],
  ['a method that nobody knows', { ...RUNOFF, method: 'borda' }, 'unreadable-claim'],
  ['an option twice', { ...RUNOFF, options: ['A', 'B', 'C', 'A'] }, 'option-twice'],
  ['no ballots', { ...RUNOFF, ballots: [] }, 'no-ballots'],
  ['an unknown option', { ...RUNOFF, ballots: [{ ranking: ['X'] }] }, 'option-unknown'],
  ['an option twice on a ballot', { ...RUNOFF, ballots: [{ ranking: ['A', 'A'] }] }, 'option-twice'],
  ['lots that leave somebody out', { ...RUNOFF, lots: ['A', 'B'] }, 'lots-incomplete'],
  ['more seats than options', { ...RUNOFF, method: 'stv', seats: 4 }, 'seats-too-many'],
  ['an unknown mark', { ...APPROVAL, ballots: [{ marks: ['X'] }] }, 'option-unknown'],
  ['points beyond the highest', { ...SCORE, ballots: [{ scores: { A: 6 } }] }, 'score-out-of-range'],
  ['a count of nothing', { ...RUNOFF, ballots: [{ ranking: ['A'], count: 0 }] }, 'unreadable-claim'],
])('bad input: %s', (_, content, error) => {
  expect(ask(content)).toMatchObject({ exit: 2, answer: { error } })
})

test.each(['rank', 'rank NOWHERE', 'rank FILE FILE'])('bad input: %s', (words) => {
  expect(ask(RUNOFF, words).exit).toBe(2)
})

test('a ballot that stands for very many is counted and never written out', () => {
  const ballots = ['A', 'B', 'A'].map((first) => ({ ranking: [first], count: 1_000_000_000 }))
  const asked = { method: 'irv', options: ['A', 'B'], ballots }
  expect(ask(asked)).toMatchObject({ exit: 0, answer: { winners: ['A'], rounds: [{ votes: { A: '2000000000' } }] } })
  const scores = ballots.map(({ count }) => ({ scores: { A: 5, B: 3 }, count }))
  expect(ask({ method: 'score', options: ['A', 'B'], highest: 5, ballots: scores })).toMatchObject({
    answer: { points: { A: '15000000000', B: '9000000000' }, averages: { A: '5', B: '3' } },
  })
})
