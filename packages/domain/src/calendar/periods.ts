// Periods of law: how long a period runs and when a notice came early enough. Civil Code arts. 201-204.
import type { Refused } from '../kernel/index.ts'
import { type LocalDate, addDays, addMonths, daysBetween } from './local-date.ts'
import { SHIPPED_CALENDAR } from './shipped-years.ts'
import { type CalendarRefusal, addWorkingDays, workingDayFrom } from './working-days.ts'

export type Period = { readonly unit: 'day' | 'week' | 'month' | 'year' | 'working-day'; readonly count: number }

const lastDay = (start: LocalDate, { unit, count }: Exclude<Period, { unit: 'working-day' }>): LocalDate => {
  switch (unit) {
    case 'week':
      return addDays(start, 7 * count)
    case 'month':
      return addMonths(start, count)
    case 'year':
      return addMonths(start, 12 * count)
    default:
      return addDays(start, count)
  }
}

/** The last day of the period; one that falls on a holiday or a weekend ends on the next working day (art. 203). */
export const periodEnd = (
  start: LocalDate,
  period: Period,
  calendar = SHIPPED_CALENDAR,
): LocalDate | Refused<CalendarRefusal> =>
  period.unit === 'working-day'
    ? addWorkingDays(start, period.count, calendar)
    : workingDayFrom(lastDay(start, period), calendar)

export type NoticeMode = 'safe' | 'lenient'

const APART = { safe: 1, lenient: 0 } as const

/**
 * Was "at least so many days before" kept? Safe: that many whole days lie between notice and meeting;
 * lenient: the day of the meeting closes the count.
 */
export const noticeSatisfied = (
  noticeDay: LocalDate,
  meetingDay: LocalDate,
  days: number,
  mode: NoticeMode = 'safe',
): boolean => daysBetween(noticeDay, meetingDay) >= days + APART[mode]

/** The first day for which a notice that hangs on this one is early enough. */
export const earliestMeeting = (noticeDay: LocalDate, days: number, mode: NoticeMode = 'safe'): LocalDate =>
  addDays(noticeDay, days + APART[mode])
