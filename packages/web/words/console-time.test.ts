// Rests and moments read as people say them, in the legal time zone.
import { expect, test } from 'vitest'
import {
  dayOfMonth,
  weekdayText,
  dayText,
  fromLocalField,
  fullDeadline,
  restText,
  shortDeadline,
  shortMoment,
  spanText,
  toLocalField,
} from './console-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [59_000, '不到 1 分钟', 'less than 1 min'],
  [40 * MINUTE, '40 分钟', '40 min'],
  [HOUR + 40 * MINUTE, '1 小时 40 分', '1 h 40 min'],
  [5 * HOUR, '5 小时', '5 h'],
  [18 * HOUR + 20 * MINUTE, '18 小时', '18 h'],
  [71 * HOUR, '71 小时', '71 h'],
  [80 * HOUR, '3 天', '3 days'],
])('%i ms', (ms, zh, en) => {
  expect(spanText(ms, 'zh')).toBe(zh)
  expect(spanText(ms, 'en')).toBe(en)
})

test('over and left are told apart by words, not by sign alone', () => {
  expect(restText({ overdue: true, ms: 6 * HOUR }, 'zh')).toBe('超 6 小时')
  expect(restText({ overdue: false, ms: 6 * HOUR }, 'zh')).toBe('剩 6 小时')
  expect(restText({ overdue: true, ms: -6 * HOUR }, 'en')).toBe('6 h over')
})

test('a limit that ends at midnight ends with the day before', () => {
  expect(shortDeadline('2026-11-30T16:00:00.000Z')).toBe('11-30 24:00')
  expect(fullDeadline('2026-12-31T16:00:00.000Z')).toBe('2026-12-31 24:00')
  expect(shortDeadline('2026-11-30T04:00:00.000Z')).toBe('11-30 12:00')
})

test('moments are those of Shanghai on whatever machine', () => {
  expect(shortMoment('2026-11-19T16:10:00.000Z')).toBe('11-20 00:10')
  expect(dayText('2026-11-21T16:00:00.000Z', 'zh')).toBe('11 月 22 日 周日')
  expect(dayOfMonth('2026-11-21T16:00:00.000Z')).toBe('22')
  expect(weekdayText('2026-11-21T16:00:00.000Z', 'en')).toBe('Sun')
  expect(fromLocalField('2026-11-22T09:30')).toBe('2026-11-22T01:30:00.000Z')
  expect(toLocalField('2026-11-22T01:30:00.000Z')).toBe('2026-11-22T09:30')
})
