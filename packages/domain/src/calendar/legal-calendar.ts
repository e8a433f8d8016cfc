// The legal calendar: the State Council's yearly notices on holidays and make-up days, held as data.
import { z } from 'zod'
import { type LocalDate, addDays, isWeekend, localDateSchema, yearOf } from './local-date.ts'

export type DayRange = LocalDate | `${LocalDate}..${LocalDate}`

/** One year's notice; it may also set days at the end of the year before (2018-12-29 stands in the notice for 2019). */
export type CalendarYear = {
  readonly year: number
  readonly source: string
  readonly off: readonly DayRange[]
  readonly work: readonly LocalDate[]
}

export type LegalCalendar = {
  readonly years: ReadonlySet<number>
  readonly marked: ReadonlyMap<LocalDate, 'off' | 'work'>
}

const endsOf = (range: string): readonly [LocalDate, LocalDate] => {
  const [first, last = first] = range.split('..') as [LocalDate, LocalDate?]
  return [first, last]
}

const daysOf = (range: DayRange): readonly LocalDate[] => {
  const [first, last] = endsOf(range)
  const days: LocalDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

const isRange = (text: string): boolean => {
  const [first, last] = endsOf(text)
  const written = first === last ? first : `${first}..${last}`
  return text === written && first <= last && [first, last].every((end) => localDateSchema.safeParse(end).success)
}

const belongs = (day: LocalDate, year: number): boolean => yearOf(day) === year || day.startsWith(`${year - 1}-12-`)

/** What a year must look like before it is loaded into a running community. */
export const calendarYearSchema = z
  .strictObject({
    year: z.int().min(1992).max(9999),
    source: z.string().trim().min(1),
    off: z
      .array(
        z
          .string()
          .refine(isRange, { error: 'not a range of days' })
          .transform((text) => text as DayRange),
      )
      .min(1),
    work: z.array(localDateSchema),
  })
  .refine(({ year, off, work }) => [...off.flatMap(endsOf), ...work].every((day) => belongs(day, year)), {
    error: 'a day outside the year of the notice',
    abort: true,
  })
  .refine(({ off, work }) => work.every((day) => isWeekend(day) && !off.flatMap(daysOf).includes(day)), {
    error: 'a make-up day that is a holiday or no weekend day',
  })

/** Years in any order; a later year's notice outweighs an earlier one, and of the same year the last one given. */
export const legalCalendar = (years: readonly CalendarYear[]): LegalCalendar => ({
  years: new Set(years.map(({ year }) => year)),
  marked: new Map(
    years
      .toSorted((a, b) => a.year - b.year)
      .flatMap(({ off, work }) => [
        ...off.flatMap(daysOf).map((day) => [day, 'off'] as const),
        ...work.map((day) => [day, 'work'] as const),
      ]),
  ),
})
