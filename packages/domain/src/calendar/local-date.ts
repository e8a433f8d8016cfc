// Days as people in China count them: text in Asia/Shanghai, and the moments at which those days begin and end.
import { z } from 'zod'
import { DAY, HOUR, type Instant, later, toInstant } from '../kernel/index.ts'

/** A day of the calendar, always as `2026-11-21`, so that the order of the text is the order of the days. */
export type LocalDate = `${string}-${string}-${string}`

// Shanghai has stood at UTC+8 without summer time since 1991-09-15; the arithmetic is written out because the domain
// has no zone tables and must give the same day on every machine.
const OFFSET = 8 * HOUR

const asDate = (utcMidnight: number): LocalDate => toInstant(utcMidnight).slice(0, 10) as LocalDate
const asUtcMidnight = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`)

const digits = (count: number) => z.string().regex(new RegExp(`^\\d{${count}}$`))

/** The shape alone, for schemas built from days. */
export const dayShape = z.templateLiteral([digits(4), '-', digits(2), '-', digits(2)])

const exists = (date: LocalDate): boolean => {
  const at = asUtcMidnight(date)
  return !Number.isNaN(at) && asDate(at) === date
}
export const localDateSchema = dayShape.refine(exists, { error: 'not a day of the calendar' })

export const localDateOf = (at: Instant): LocalDate => later(at, OFFSET).slice(0, 10) as LocalDate

/** The clock on the wall in Shanghai, `14:30`. */
export const localTimeOf = (at: Instant): string => later(at, OFFSET).slice(11, 16)

export const startOfDay = (date: LocalDate): Instant => toInstant(asUtcMidnight(date) - OFFSET)

/** 24:00 of the day, which is the first moment that no longer belongs to it. */
export const endOfDay = (date: LocalDate): Instant => later(startOfDay(date), DAY)

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))

export const addDays = (date: LocalDate, days: number): LocalDate => asDate(asUtcMidnight(date) + days * DAY)

export const daysBetween = (from: LocalDate, to: LocalDate): number => (asUtcMidnight(to) - asUtcMidnight(from)) / DAY

export const isWeekend = (date: LocalDate): boolean => [0, 6].includes(new Date(asUtcMidnight(date)).getUTCDay())

/** The corresponding day, or the last day of the month where there is none (Civil Code art. 202). */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year, month, day] = [yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8))]
  const lastOfMonth = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate()
  return asDate(Date.UTC(year, month + months, Math.min(day, lastOfMonth)))
}
