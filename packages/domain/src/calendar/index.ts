// Legal time: local days, the State Council's calendar, periods of law, and limits of service.
export {
  type CalendarYear,
  type DayRange,
  type LegalCalendar,
  calendarYearSchema,
  legalCalendar,
} from './legal-calendar.ts'
export {
  type Due,
  type Limit,
  type LimitRefusal,
  type LimitUnit,
  type ParsedLimit,
  compareLimits,
  dueAt,
  isRealTime,
  limitSchema,
  parseLimit,
  readLimit,
} from './limits.ts'
export {
  type LocalDate,
  addDays,
  addMonths,
  daysBetween,
  endOfDay,
  localDateOf,
  localDateSchema,
  localTimeOf,
  startOfDay,
} from './local-date.ts'
export { type NoticeMode, type Period, earliestMeeting, noticeSatisfied, periodEnd } from './periods.ts'
export { SHIPPED_CALENDAR, SHIPPED_YEARS } from './shipped-years.ts'
export { limitInWords, restInWords } from './wording.ts'
export {
  type CalendarRefusal,
  type CountedDay,
  addWorkingDays,
  addWorkingDaysProvisional,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.ts'
