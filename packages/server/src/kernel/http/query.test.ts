import { expect, test } from 'vitest'
import { queryPage, queryText } from './query.ts'

test('a name that is absent, given twice or nested says nothing', () => {
  expect(queryText({ query: { code: 'K7MQ2' } }, 'code')).toBe('K7MQ2')
  expect(queryText({ query: {} }, 'code')).toBe('')
  expect(queryText({ query: { code: ['K7MQ2', 'A1'] } }, 'code')).toBe('')
  expect(queryText({ query: { code: 'x'.repeat(2000) } }, 'code')).toHaveLength(500)
})

test.each([
  ['3', 3],
  ['2.9', 2],
  ['0', 1],
  ['-4', 1],
  ['', 1],
  ['next', 1],
  ['Infinity', 1_000_000],
])('page %s is page %i', (page, number) => {
  expect(queryPage({ query: { page } })).toBe(number)
})
