import { expect, test } from 'vitest'
import { type LocalDate, type Period, addDays, earliestMeeting, noticeSatisfied, periodEnd } from './index.ts'

test.each<[LocalDate, Period, LocalDate, string]>([
  ['2026-11-02', { unit: 'day', count: 7 }, '2026-11-09', 'the start day is not counted'],
  ['2026-11-06', { unit: 'day', count: 15 }, '2026-11-23', 'a Saturday moves to Monday'],
  ['2026-09-24', { unit: 'week', count: 1 }, '2026-10-08', 'the National Day moves to the day after the holiday'],
  ['2026-01-14', { unit: 'month', count: 1 }, '2026-02-14', 'a Saturday that is worked stays'],
  ['2026-01-31', { unit: 'month', count: 1 }, '2026-02-28', 'the end of the month, a worked Saturday'],
  ['2025-05-30', { unit: 'year', count: 1 }, '2026-06-01', 'a Saturday a year later'],
  ['2026-09-30', { unit: 'working-day', count: 5 }, '2026-10-13', 'working days'],
])('from %s, %o ends on %s: %s', (start, period, end) => {
  expect(periodEnd(start, period)).toBe(end)
})

test('a period that ends in an unpublished year is refused', () => {
  const refused = { refused: 'calendar-year-missing', detail: { year: 2027 } }
  expect(periodEnd('2026-12-20', { unit: 'day', count: 15 })).toEqual(refused)
  expect(periodEnd('2026-12-20', { unit: 'working-day', count: 15 })).toEqual(refused)
})

test('fifteen days before means sixteen days apart, or fifteen in the lenient count', () => {
  const kept = (noticeDay: LocalDate) => [
    noticeSatisfied(noticeDay, '2026-11-21', 15),
    noticeSatisfied(noticeDay, '2026-11-21', 15, 'lenient'),
  ]
  expect(kept('2026-11-05')).toEqual([true, true])
  expect(kept('2026-11-06')).toEqual([false, true])
  expect(kept('2026-11-07')).toEqual([false, false])
})

test.each(['safe', 'lenient'] as const)(
  'the earliest meeting (%s) is the first day for which the notice is early enough',
  (mode) => {
    const [today, days] = ['2026-11-05', 15] as const
    const first = earliestMeeting(today, days, mode)
    expect(first).toBe(mode === 'safe' ? '2026-11-21' : '2026-11-20')
    expect(noticeSatisfied(today, first, days, mode)).toBe(true)
    expect(noticeSatisfied(today, addDays(first, -1), days, mode)).toBe(false)
  },
)
