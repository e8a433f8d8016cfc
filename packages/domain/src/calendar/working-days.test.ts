import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import {
  type LocalDate,
  SHIPPED_CALENDAR,
  SHIPPED_YEARS,
  addDays,
  addWorkingDays,
  addWorkingDaysProvisional,
  calendarYearSchema,
  isWorkingDay,
  legalCalendar,
  workingDaysBetween,
} from './index.ts'
import cases from './vectors/add-working-days.json' with { type: 'json' }
import published from './vectors/holidays-2024-2026.json' with { type: 'json' }

const anyDay = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2013-01-01', days))
const anyCount = fc.integer({ min: 0, max: 30 })
const daysOfYear = (year: number): LocalDate[] =>
  Array.from({ length: 366 }, (_, day) => addDays(`${year}-01-01`, day)).filter((day) => day.startsWith(`${year}-`))
const plus = (date: LocalDate, count: number): LocalDate => {
  const sum = addWorkingDays(date, count)
  if (isRefused(sum)) throw new Error('outside the shipped years')
  return sum
}

test.each(cases.cases)('$start and $n working days is $due', ({ start, n, due }) => {
  expect(addWorkingDays(start as LocalDate, n)).toBe(due)
})

test.each([
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, total) => {
  expect(daysOfYear(year).filter((day) => isWorkingDay(day) === true)).toHaveLength(total)
})

test.each(Object.entries(published))(
  'the days of %s are the published ones',
  (year, { off_days, make_up_workdays }) => {
    const marked = [...SHIPPED_CALENDAR.marked].filter(([day]) => day.startsWith(year))
    expect(marked.flatMap(([day, kind]) => (kind === 'off' ? [day] : [])).sort()).toEqual(off_days)
    expect(marked.flatMap(([day, kind]) => (kind === 'work' ? [day] : [])).sort()).toEqual(make_up_workdays)
  },
)

test('every year from 2013 to 2026 is shipped, well-formed and of a likely length', () => {
  expect(SHIPPED_YEARS.map(({ year }) => year)).toEqual(Array.from({ length: 14 }, (_, index) => 2013 + index))
  for (const notice of SHIPPED_YEARS) {
    expect(calendarYearSchema.safeParse(notice).error).toBeUndefined()
    const total = daysOfYear(notice.year).filter((day) => isWorkingDay(day) === true).length
    expect(total).toBeGreaterThanOrEqual(248)
    expect(total).toBeLessThanOrEqual(251)
  }
})

test.each<[LocalDate, boolean, string]>([
  ['2026-02-14', true, 'a Saturday made up for'],
  ['2025-01-26', true, 'a Sunday made up for'],
  ['2026-02-16', false, 'a Monday in the Spring Festival'],
  ['2026-11-21', false, 'a plain Saturday'],
  ['2026-11-20', true, 'a plain Friday'],
  ['2020-01-31', false, 'the Spring Festival made longer in 2020'],
  ['2018-12-29', true, 'a Saturday set by the notice for the year after'],
  ['2018-12-31', false, 'a Monday set by the notice for the year after'],
])('%s works: %s (%s)', (day, works) => {
  expect(isWorkingDay(day)).toBe(works)
})

test('a statutory count refuses a year that has no notice, and names it', () => {
  const refused = { refused: 'calendar-year-missing', detail: { year: 2027 } }
  expect(isWorkingDay('2027-01-04')).toEqual(refused)
  expect(addWorkingDays('2026-12-31', 1)).toEqual(refused)
  expect(addWorkingDays('2026-12-30', 1)).toBe('2026-12-31')
  expect(isWorkingDay('2012-12-31')).toEqual({ refused: 'calendar-year-missing', detail: { year: 2012 } })
})

test('a service count goes on with Monday to Friday, and says so', () => {
  expect(addWorkingDaysProvisional('2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false })
  expect(addWorkingDaysProvisional('2026-12-31', 1)).toEqual({ date: '2027-01-01', provisional: true })
  expect(addWorkingDaysProvisional('2026-12-31', 2)).toEqual({ date: '2027-01-04', provisional: true })
})

test('a year loaded again replaces its days', () => {
  const first = { year: 2027, source: 'first', off: ['2027-01-01..2027-01-05'], work: [] } as const
  const second = { year: 2027, source: 'second', off: ['2027-01-01'], work: ['2027-01-02'] } as const
  const calendar = legalCalendar([...SHIPPED_YEARS, first, second])
  expect(addWorkingDays('2026-12-31', 2, calendar)).toBe('2027-01-04')
  expect(addWorkingDays('2026-12-31', 2, legalCalendar([...SHIPPED_YEARS, second, first]))).toBe('2027-01-07')
})

test('at the turn of the year the later notice outweighs the earlier one, in whatever order they come', () => {
  const earlier = { year: 2027, source: 'earlier', off: ['2027-01-01'], work: ['2027-12-25'] } as const
  const later = { year: 2028, source: 'later', off: ['2027-12-25..2028-01-01'], work: [] } as const
  expect(isWorkingDay('2027-12-25', legalCalendar([earlier]))).toBe(true)
  expect(isWorkingDay('2027-12-25', legalCalendar([earlier, later]))).toBe(false)
  expect(isWorkingDay('2027-12-25', legalCalendar([later, earlier]))).toBe(false)
})

test.each([
  ['a make-up day in the week', { off: ['2027-01-01'], work: ['2027-01-04'] }],
  ['a make-up day that is off', { off: ['2027-01-01..2027-01-03'], work: ['2027-01-02'] }],
  ['a day of another year', { off: ['2028-01-01'], work: [] }],
  ['a range backwards', { off: ['2027-01-03..2027-01-01'], work: [] }],
  ['a day that does not exist', { off: ['2027-02-29'], work: [] }],
  ['no holiday at all', { off: [], work: [] }],
])('a year is not loaded with %s', (_, days) => {
  expect(calendarYearSchema.safeParse({ year: 2027, source: 'notice', ...days }).success).toBe(false)
})

test('adding in two steps is adding at once', () => {
  fc.assert(fc.property(anyDay, anyCount, anyCount, (day, a, b) => plus(plus(day, a), b) === plus(day, a + b)))
})

test('a count ends on a working day, with as many working days passed', () => {
  fc.assert(
    fc.property(anyDay, anyCount, (day, count) => {
      const end = plus(day, count + 1)
      expect(isWorkingDay(end)).toBe(true)
      expect(workingDaysBetween(day, end)).toBe(count + 1)
    }),
  )
})

test('a count ends at the first year without a notice, however far it was to go', () => {
  expect(addWorkingDays('9999-12-30', 10_000)).toMatchObject({ refused: 'calendar-year-missing' })
  expect(addWorkingDays('2026-12-30', 1_000_000)).toEqual({ refused: 'calendar-year-missing', detail: { year: 2027 } })
})
