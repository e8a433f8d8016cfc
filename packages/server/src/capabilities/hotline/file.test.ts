// What strangers put into a list so that reading it keeps everybody else waiting.
import { isRefused } from '@yishi/domain/kernel'
import { expect, test } from 'vitest'
import { readListFile } from './file.ts'

const ROWS = 100

test.each([
  ['in one line', ','.repeat(20_000)],
  ['in many lines', `${';'.repeat(2_000)}\n`.repeat(10)],
])('a list of separators and little else is refused before it is cut into cells: %s', (_, text) => {
  expect(readListFile(Buffer.from(text), ROWS)).toEqual({ refused: 'list-too-large' })
})

test('a list as wide and as long as may be is read', () => {
  const line = Array.from({ length: 99 }, (_, column) => String(column)).join(',')
  const read = readListFile(Buffer.from(`${line}\n`.repeat(ROWS)), ROWS)
  expect(isRefused(read) ? read : read[0]?.rows).toHaveLength(ROWS)
})
