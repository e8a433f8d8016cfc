// Which entity tags a reader says to have.
import { expect, test } from 'vitest'
import { knows } from './tagged.ts'

test.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a" , "c"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  ['"aa"', false],
  ['"b,W/a"', false],
])('If-None-Match %s', (header, known) => {
  expect([knows(header, '"a"'), knows(header, 'W/"a"')]).toEqual([known, known])
})
