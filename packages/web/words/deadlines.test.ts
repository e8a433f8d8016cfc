import { expect, test } from 'vitest'
import { endDay } from './moments.ts'
import { paperBallotWords } from './paper-ballot.ts'

const MIDNIGHT = '2026-12-03T16:00:00.000Z'

test('what ends at midnight ends with the day before, on a sheet and among the dates of a result', () => {
  expect(paperBallotWords.zh.deadline(MIDNIGHT)).toBe('2026年12月3日 24:00')
  expect(paperBallotWords.en.deadline(MIDNIGHT)).toBe('3 Dec 2026, 24:00')
  expect(paperBallotWords.zh.deadline('2026-12-03T10:00:00.000Z')).toBe('2026年12月3日 18:00')
  expect(endDay(MIDNIGHT)).toBe('2026-12-03')
  expect(endDay('2026-12-03T10:00:00.000Z')).toBe('2026-12-03')
})
