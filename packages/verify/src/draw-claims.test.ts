import { expect, test } from 'vitest'
import vectors from '../../domain/src/draw/vectors/rfc3797.json' with { type: 'json' }
import { answerTo } from './commands.ts'

const ask = (content: unknown, words = 'draw FILE') =>
  answerTo(words.split(' '), (path) =>
    path === 'FILE' ? (typeof content === 'string' ? content : JSON.stringify(content)) : null,
  )

const { pool_names: pool, key_string: key, rounds, key_string_formatting: formatting } = vectors
const sources = [[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]]
const names = rounds.map(({ name }) => name)
const example = { pool, sources, count: 25 }

test('the example of RFC 3797, digest by digest', () => {
  expect(ask(example, 'draw FILE --hash md5')).toEqual({ exit: 0, answer: { key, selected: names } })
  const { answer } = ask(example, 'draw FILE --hash md5 --steps')
  expect(answer).toMatchObject({ key, selected: names, hash: 'md5' })
  expect(answer['steps']).toEqual(
    rounds.map(({ md5, divisor, selected }) => expect.objectContaining({ digest: md5, divisor, position: selected })),
  )
})

test('with sources as the vector gives them, and a pool of numbers', () => {
  const numbered = { pool: pool.map((_, index) => index + 1), sources: vectors.sources_in_order, count: 11 }
  expect(ask(numbered, 'draw --hash md5 FILE')).toMatchObject({
    exit: 0,
    answer: { key, selected: vectors.published_selection_confirmed.first_11 },
  })
})

test('text is drawn as the published example does', () => {
  const [, text] = formatting
  expect(ask({ pool: text!.pool, sources: text!.sources, count: text!.select }, 'draw FILE --hash md5')).toMatchObject({
    exit: 0,
    answer: { key: text!.key_string, selected: text!.result },
  })
})

test('without a word about it, SHA-256 draws', () => {
  const { exit, answer } = ask(example, 'draw FILE --steps')
  expect(exit).toBe(0)
  expect(answer).toMatchObject({ key, hash: 'sha256' })
  expect(answer['selected']).not.toEqual(names)
  expect(ask(example, 'draw FILE --hash sha256 --steps').answer).toEqual(answer)
})

test('a file that says what it came to is believed only where that is so', () => {
  const claim = { ...example, key, selected: names }
  expect(ask(claim, 'draw FILE --hash md5')).toMatchObject({ exit: 0, answer: { holds: true } })
  expect(ask(claim)).toMatchObject({ exit: 1, answer: { holds: false } })
  const [first, second, ...rest] = names
  const swapped = { ...claim, selected: [second, first, ...rest] }
  expect(ask(swapped, 'draw FILE --hash md5')).toMatchObject({ exit: 1, answer: { holds: false, selected: names } })
  expect(ask({ ...claim, key: '9319./' }, 'draw FILE --hash md5')).toMatchObject({ exit: 1 })
})

test('several rounds are several draws, and each of them must hold', () => {
  const claim = { ...example, selected: names }
  expect(ask([claim, claim], 'draw FILE --hash md5')).toMatchObject({
    exit: 0,
    answer: { holds: true, results: [{ key, selected: names }, { key }] },
  })
  expect(ask([claim, { ...claim, count: 2 }], 'draw FILE --hash md5')).toMatchObject({
    exit: 1,
    answer: { holds: false, results: [{ holds: true }, { holds: false }] },
  })
})

test('a count may come as text, and decimals of a source in any order (RFC 3797 section 4)', () => {
  const asked = { pool: ['a', 'b', 'c'], sources: ['3021.50', [2.5, 1]], count: '2' }
  expect(ask(asked)).toMatchObject({ exit: 0, answer: { key: '3021.5/1.2.5/', selected: { length: 2 } } })
})

test('decimals beyond what a number holds are read exactly', () => {
  const text = '{"pool":["a","b"],"sources":[0.12345678901234567891],"count":1}'
  expect(ask(text)).toMatchObject({ exit: 0, answer: { key: '0.12345678901234567891/' } })
})

test('numbers beyond what a number holds are read exactly', () => {
  const text = '{"pool":["a","b"],"sources":[12345678901234567891,[3,20]],"count":1}'
  expect(ask(text)).toMatchObject({ exit: 0, answer: { key: '12345678901234567891./3.20./' } })
})

test.each([
  ['no JSON', '{', 'not-json'],
  ['nothing', [], 'nothing-to-check'],
  ['no object', [7], 'unreadable-claim'],
  ['no pool', { ...example, pool: undefined }, 'unreadable-claim'],
  ['an empty pool', { ...example, pool: [] }, 'unreadable-claim'],
  ['a nameless lot', { ...example, pool: ['a', ' '] }, 'unreadable-claim'],
  ['a lot twice', { ...example, pool: ['a', 'b', 'a'], count: 1 }, 'lot-twice'],
  ['a lot as number and as text', { ...example, pool: [1, '1', 2], count: 1 }, 'lot-twice'],
  ['a lot in two spellings of the same letters', { ...example, pool: ['é', 'e\u0301'], count: 1 }, 'lot-twice'],
  ['no sources', { ...example, sources: [] }, 'unreadable-claim'],
  ['a source of nothing', { ...example, sources: [[9319], []] }, 'unreadable-claim'],
  ['a source below nothing', { ...example, sources: [-1] }, 'unreadable-claim'],
  ['a word among numbers', { ...example, sources: [['x', 3]] }, 'unreadable-claim'],
  ['a source of signs alone', { ...example, sources: ['?!'] }, 'unreadable-claim'],
  ['a source that is an object', { ...example, sources: [{}] }, 'unreadable-claim'],
  ['nobody to draw', { ...example, count: 0 }, 'unreadable-claim'],
  ['half a person to draw', { ...example, count: 1.5 }, 'unreadable-claim'],
  ['no count', { pool, sources }, 'unreadable-claim'],
  ['more than the pool', { ...example, count: 26 }, 'count-exceeds-pool'],
])('bad input: %s', (_, content, error) => {
  expect(ask(content)).toMatchObject({ exit: 2, answer: { error } })
})

test('a pool larger than the rounds can be numbered', () => {
  const large = { pool: Array.from({ length: 65_536 }, (_, index) => index), sources, count: 1 }
  expect(ask(large)).toMatchObject({ exit: 2, answer: { error: expect.any(String) } })
})

test.each(['draw', 'draw NOWHERE', 'draw FILE FILE', 'draw FILE --hash sha1', 'draw FILE --loud'])(
  'bad input: %s',
  (words) => {
    expect(ask(example, words)).toMatchObject({ exit: 2, answer: { error: expect.any(String) } })
  },
)
