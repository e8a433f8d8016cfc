// Counting working days: Monday to Friday not listed off, or a listed make-up day; the start day is not counted (Civil Code art. 201).
import { type Refused, isRefused, refuse } from '../kernel/index.ts'
import type { LegalCalendar } from './legal-calendar.ts'
import { type LocalDate, addDays, isWeekend, yearOf } from './local-date.ts'
import { SHIPPED_CALENDAR } from './shipped-years.ts'

export type CalendarRefusal = 'calendar-year-missing'

/** A day that rests on Monday to Friday alone, wherever the count met a year without a notice, is provisional. */
export type CountedDay = { readonly date: LocalDate; readonly provisional: boolean }

const isWorked = (date: LocalDate, calendar: LegalCalendar): boolean =>
  calendar.marked.has(date) ? calendar.marked.get(date) === 'work' : !isWeekend(date)

type Walk = { readonly date: LocalDate; readonly missing: number | null }

/** Day after day; `missing` is the first year on the way without a notice, at which a statutory count ends. */
const walk = (from: LocalDate, count: number, calendar: LegalCalendar, beyond: 'stop' | 'go-on'): Walk => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  let [date, missing, left]: [LocalDate, number | null, number] = [from, null, count]
  while (left > 0) {
    date = addDays(date, 1)
    if (missing === null && !calendar.years.has(yearOf(date))) missing = yearOf(date)
    if (missing !== null && beyond === 'stop') break
    if (isWorked(date, calendar)) left -= 1
  }
  return { date, missing }
}

/** A statutory question: a year without a published notice is refused, never guessed. */
export const isWorkingDay = (date: LocalDate, calendar = SHIPPED_CALENDAR): boolean | Refused<CalendarRefusal> =>
  calendar.years.has(yearOf(date)) ? isWorked(date, calendar) : refuse('calendar-year-missing', { year: yearOf(date) })

/** For statutory periods: counts no further than the notices go. */
export const addWorkingDays = (
  from: LocalDate,
  count: number,
  calendar = SHIPPED_CALENDAR,
): LocalDate | Refused<CalendarRefusal> => {
  const { date, missing } = walk(from, count, calendar, 'stop')
  return missing === null ? date : refuse('calendar-year-missing', { year: missing })
}

/** For service limits: goes on with Monday to Friday where the year is not published, and says so. */
export const addWorkingDaysProvisional = (from: LocalDate, count: number, calendar = SHIPPED_CALENDAR): CountedDay => {
  const { date, missing } = walk(from, count, calendar, 'go-on')
  return { date, provisional: missing !== null }
}

/** Working days after `from` up to and including `to`; Monday to Friday where the year is not published. */
export const workingDaysBetween = (from: LocalDate, to: LocalDate, calendar = SHIPPED_CALENDAR): number => {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorked(day, calendar)) count += 1
  return count
}

/** The day itself if it is a working day, else the first one after it. */
export const workingDayFrom = (date: LocalDate, calendar = SHIPPED_CALENDAR): LocalDate | Refused<CalendarRefusal> => {
  const working = isWorkingDay(date, calendar)
  if (isRefused(working)) return working
  return working ? date : addWorkingDays(date, 1, calendar)
}
