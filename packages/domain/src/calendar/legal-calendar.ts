// The legal calendar: the State Council's yearly notices on holidays and make-up days, held as data.
import { z } from 'zod'
import { type LocalDate, addDays, dayShape, isWeekend, localDateSchema, yearOf } from './local-date.ts'

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

const endsOf = (range: DayRange): readonly [LocalDate, LocalDate] => {
  const [first, last = first] = range.split('..') as [LocalDate, LocalDate?]
  return [first, last]
}

const daysOf = (range: DayRange): readonly LocalDate[] => {
  const [first, last] = endsOf(range)
  const days: LocalDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

const exist = (range: DayRange): boolean => endsOf(range).every((end) => localDateSchema.safeParse(end).success)
const inOrder = (range: DayRange): boolean => endsOf(range)[0] <= endsOf(range)[1]
const dayRangeSchema = z
  .union([localDateSchema, z.templateLiteral([dayShape, '..', dayShape])])
  .refine((range) => exist(range) && inOrder(range), { error: 'not a range of days' })

const belongs = (day: LocalDate, year: number): boolean => yearOf(day) === year || day.startsWith(`${year - 1}-12-`)

/** What a year must look like before it is loaded into a running community. */
export const calendarYearSchema = z
  .strictObject({
    year: z.int().min(1992).max(9999),
    source: z.string().trim().min(1),
    off: z.array(dayRangeSchema).min(1),
    work: z.array(localDateSchema),
  })
  .refine(({ year, off, work }) => [...off.flatMap(endsOf), ...work].every((day) => belongs(day, year)), {
    error: 'a day outside the year of the notice',
    abort: true,
  })
  .refine(({ off, work }) => work.every((day) => isWeekend(day) && !off.flatMap(daysOf).includes(day)), {
    error: 'a make-up day that is a holiday or no weekend day',
  })

const marksOf = ({ off, work }: CalendarYear): readonly (readonly [LocalDate, 'off' | 'work'])[] => [
  ...off.flatMap(daysOf).map((day) => [day, 'off'] as const),
  ...work.map((day) => [day, 'work'] as const),
]

/** Of the same year the last one given counts; at the turn of the year the later year's notice outweighs the earlier one. */
export const legalCalendar = (years: readonly CalendarYear[]): LegalCalendar => {
  const notices = new Map(years.map((notice) => [notice.year, notice]))
  const inOrder = [...notices.values()].toSorted((a, b) => a.year - b.year)
  return { years: new Set(notices.keys()), marked: new Map(inOrder.flatMap(marksOf)) }
}
