// Limits of service written as short texts: PT30M, PT48H, P14D, P2W, P5WD (working days), and when they fall due.
import { z } from 'zod'
import { DAY, HOUR, type Instant, MINUTE, type Refused, isRefused, later, refuse } from '../kernel/index.ts'
import { addDays, endOfDay, localDateOf } from './local-date.ts'
import { SHIPPED_CALENDAR } from './shipped-years.ts'
import { addWorkingDaysProvisional } from './working-days.ts'

/** ISO 8601 durations of one unit, with `WD` for working days, which ISO 8601 does not know. */
export type Limit = `P${string}`

export type LimitUnit = 'minute' | 'hour' | 'day' | 'week' | 'working-day'
export type ParsedLimit = { readonly unit: LimitUnit; readonly count: number }
export type LimitRefusal = 'limit-malformed'

/** The first moment at which the limit is over; provisional where a working day rests on an unpublished year. */
export type Due = { readonly due: Instant; readonly provisional: boolean }

const UNITS: Readonly<Record<string, LimitUnit>> = { TM: 'minute', TH: 'hour', D: 'day', W: 'week', WD: 'working-day' }
const PATTERN = /^P(T?)([1-9]\d{0,3})(M|H|WD|W|D)$/

export const parseLimit = (text: string): ParsedLimit | Refused<LimitRefusal> => {
  const [, time, count, letter] = PATTERN.exec(text) ?? []
  const unit = UNITS[`${time}${letter}`]
  return unit ? { unit, count: Number(count) } : refuse('limit-malformed', { limit: text.slice(0, 40) })
}

const isLimit = (text: Limit): boolean => !isRefused(parseLimit(text))
export const limitSchema = z
  .templateLiteral(['P', z.string()])
  .refine(isLimit, { error: 'not a limit such as PT30M, PT48H, P14D, P2W or P5WD' })

/** A limit was checked when it came in; a malformed one here means that the stored text itself is broken. */
export const readLimit = (limit: Limit): ParsedLimit => {
  const parsed = parseLimit(limit)
  if (isRefused(parsed)) throw new Error(`malformed limit ${limit}`)
  return parsed
}

export const isRealTime = ({ unit }: ParsedLimit): boolean => unit === 'minute' || unit === 'hour'

const LENGTH = { minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY, 'working-day': DAY } satisfies Record<
  LimitUnit,
  number
>

// Of equal least lengths, days that end at midnight never fall due before hours, nor working days before plain days.
const RANK = { minute: 0, hour: 0, day: 1, week: 1, 'working-day': 2 } satisfies Record<LimitUnit, number>

/** The least real time that a limit can last, in milliseconds. */
export const shortest = (limit: Limit): number => {
  const { unit, count } = readLimit(limit)
  return count * LENGTH[unit]
}

/** Negative where `a` is the tighter limit; for putting respond ≤ control ≤ finish to the test without a date. */
export const compareLimits = (a: Limit, b: Limit): number =>
  shortest(a) - shortest(b) || RANK[readLimit(a).unit] - RANK[readLimit(b).unit]

/** Hours run from the moment; days and working days end at 24:00 in Shanghai and leave out the day of the start. */
export const dueAt = (start: Instant, limit: Limit, calendar = SHIPPED_CALENDAR): Due => {
  const { unit, count } = readLimit(limit)
  if (unit !== 'working-day')
    return {
      due: isRealTime({ unit, count })
        ? later(start, count * LENGTH[unit])
        : endOfDay(addDays(localDateOf(start), (count * LENGTH[unit]) / DAY)),
      provisional: false,
    }
  const { date, provisional } = addWorkingDaysProvisional(localDateOf(start), count, calendar)
  return { due: endOfDay(date), provisional }
}
