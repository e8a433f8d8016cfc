import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerTo } from './commands.ts'

const ask = (content: string | null, more = '') =>
  answerTo(`allocate FILE ${more}`.trim().split(' '), (path) => (path === 'FILE' ? content : null))
const file = (ballots: readonly string[], budget = '10') => `META
key;value
budget;${budget}
vote_type;approval
PROJECTS
project_id;cost
a;6
b;4
c;4.5
VOTES
voter_id;vote
${ballots.map((vote, at) => `${at + 1};${vote}`).join('\n')}
`
const BALLOTS = ['a', 'a', 'b', 'b,c', 'c']

test('what is bought, what it costs, and the share of everybody', () => {
  expect(ask(file(BALLOTS))).toEqual({ exit: 0, answer: { winners: ['b'], cost: 4, share: '2' } })
  expect(ask(file([...BALLOTS, '']))).toMatchObject({ answer: { winners: [], cost: 0, share: '10/6' } })
  expect(ask(file(['a', 'a', 'a', 'b', 'b', 'c']), '--completion add1')).toEqual({
    exit: 0,
    answer: { winners: ['a', 'b'], cost: 10, share: '2' },
  })
  expect(ask(file(BALLOTS), '--completion utilitarian --ties cost,votes')).toEqual({
    exit: 0,
    answer: { winners: ['b', 'c'], cost: 8.5, share: '2' },
  })
})

test('the two ends of raising the share give different winners', () => {
  const dear = file(['a,b', 'b', 'b'], '8').replace('a;6', 'a;2').replace('b;4', 'b;8')
  const raised = (stop: string) => ask(dear, `--completion add1 --stop ${stop}`).answer
  expect(raised('exhaustive')).toEqual({ winners: ['a'], cost: 2, share: '2' })
  expect(raised('first')).toEqual({ winners: ['b'], cost: 8, share: '4' })
  expect(ask(dear, '--completion add1').answer).toEqual(raised('exhaustive'))
})

test('a tie is an error that names the projects', () => {
  const tie = ask(file(['b,c', 'b,c'], '4.5').replace('c;4.5', 'c;4'))
  expect(tie).toEqual({
    exit: 2,
    answer: { error: 'tie', tied: ['b', 'c'], detail: 'nothing decides between b, c: declare an order with --ties' },
  })
  expect(ask(file(['b,c', 'b,c'], '4.5').replace('c;4.5', 'c;4'), '--ties cost,votes,listed')).toMatchObject({
    exit: 0,
    answer: { winners: ['b'] },
  })
})

test('a file that cannot be read: the line, and what to do', () => {
  expect(ask(file(BALLOTS).replace('b;4', 'b'))).toEqual({
    exit: 2,
    answer: {
      error: 'pb-columns-differ',
      detail: { line: 8, expected: 2, found: 1 },
      advice:
        'Give this line as many cells as its section has columns; put a cell with a semicolon in quotation marks.',
    },
  })
  expect(ask(null)).toEqual({ exit: 2, answer: { error: 'unreadable-file', detail: 'FILE' } })
})

test.each([
  '--completion greedy',
  '--stop never',
  '--ties cost,luck',
  '--increment 0',
  '--increment -1',
  '--loud',
  'FILE',
])('bad input: %s', (more) => {
  expect(ask(file(BALLOTS), more)).toMatchObject({ exit: 2, answer: { error: 'usage' } })
})

test('points, from a file that pabutools has counted too', () => {
  const vectors = new URL('../../domain/src/budget/vectors/', import.meta.url)
  const reference = JSON.parse(readFileSync(new URL('points-reference.json', vectors), 'utf8')) as Record<
    string,
    { winners: string[] }
  >
  for (const [path, { winners }] of Object.entries(reference)) {
    const name = path.split('/').at(-1)!.replaceAll('_', '-')
    const { exit, answer } = ask(readFileSync(new URL(name, vectors), 'utf8'))
    expect(exit).toBe(0)
    expect((answer['winners'] as string[]).toSorted()).toEqual(winners)
  }
})
