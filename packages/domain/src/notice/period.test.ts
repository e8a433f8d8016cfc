// How long a notice hangs: whole days, never ending on a holiday, never shorter than the law; over every day around holidays and month ends.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type LocalDate,
  SHIPPED_YEARS,
  addDays,
  daysBetween,
  endOfDay,
  isWorkingDay,
  startOfDay,
} from '../calendar/index.ts'
import { type Instant, later } from '../kernel/index.ts'
import { BASES, BASIS_KEYS, type BasisKey, isInForce, noticePeriod } from './index.ts'

const NOON = 12 * 3_600_000
const hung = (day: LocalDate): Instant => later(startOfDay(day), NOON)
const lastDay = (day: LocalDate, days: number, basis: BasisKey | null = null) =>
  noticePeriod(hung(day), { days, basis })

test.each<[LocalDate, number, LocalDate, string]>([
  ['2026-11-02', 7, '2026-11-09', 'the day it is hung does not count'],
  ['2026-11-06', 15, '2026-11-23', 'a Saturday moves to Monday'],
  ['2026-09-24', 7, '2026-10-08', 'the National Day moves to the day after the holiday'],
  ['2026-01-28', 3, '2026-02-02', 'the last of a month, a Saturday'],
  ['2026-02-10', 4, '2026-02-14', 'a Saturday that is worked stays'],
  ['2024-02-22', 7, '2024-02-29', 'a leap day'],
])('hung on %s for %i days it hangs to %s: %s', (day, days, last) => {
  expect(lastDay(day, days)).toEqual({ days, lastDay: last, endsAt: endOfDay(last) })
})

test('the first and the last second of the day count the same', () => {
  const [early, late] = [startOfDay('2026-11-02'), later(endOfDay('2026-11-02'), -1)]
  expect(noticePeriod(early, { days: 7, basis: null })).toEqual(noticePeriod(late, { days: 7, basis: null }))
  expect(noticePeriod(endOfDay('2026-11-02'), { days: 7, basis: null })).toMatchObject({ lastDay: '2026-11-10' })
})

const [first] = SHIPPED_YEARS
/** Days at most three before or after a holiday, a make-up day or the end of a month; each in a shipped year. */
const turns = SHIPPED_YEARS.flatMap(({ year, off, work }) => [
  ...off.flatMap((range) => range.split('..') as LocalDate[]),
  ...work,
  ...Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01` as LocalDate),
])
const anyTurn = fc
  .tuple(fc.constantFrom(...turns), fc.integer({ min: -3, max: 3 }))
  .map(([day, by]) => addDays(day, by))
  .filter((day) => day >= `${first!.year}-01-01`)
const anyMoment = fc.integer({ min: 0, max: 86_399_999 })

describe('around every holiday and month end', () => {
  test('it hangs at least as many whole days as were said, ends on a working day, and on the first such', () => {
    fc.assert(
      fc.property(anyTurn, anyMoment, fc.integer({ min: 1, max: 60 }), (day, moment, days) => {
        const period = noticePeriod(later(startOfDay(day), moment), { days, basis: null })
        if ('refused' in period) throw new Error(period.refused)
        expect(daysBetween(day, period.lastDay)).toBeGreaterThanOrEqual(days)
        expect(period.endsAt).toBe(endOfDay(period.lastDay))
        if (period.lastDay > '2026-12-31') return
        expect(isWorkingDay(period.lastDay)).toBe(true)
        for (let between = addDays(day, days); between < period.lastDay; between = addDays(between, 1))
          expect(isWorkingDay(between)).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  test('longer never ends earlier, nor does hanging it later', () => {
    fc.assert(
      fc.property(anyTurn, fc.integer({ min: 1, max: 59 }), (day, days) => {
        const [one, longer, tomorrow] = [lastDay(day, days), lastDay(day, days + 1), lastDay(addDays(day, 1), days)]
        if ('refused' in one || 'refused' in longer || 'refused' in tomorrow) throw new Error('refused')
        expect(longer.endsAt >= one.endsAt && tomorrow.endsAt >= one.endsAt).toBe(true)
      }),
    )
  })

  test('what rests on a statute is as long as the law says, or refused', () => {
    fc.assert(
      fc.property(anyTurn, fc.constantFrom(...BASIS_KEYS), fc.integer({ min: 1, max: 60 }), (day, basis, days) => {
        const { rule, minDays } = BASES[basis]
        const period = noticePeriod(hung(day), { days, basis })
        if (!isInForce(basis, day)) expect(period).toEqual({ refused: 'basis-not-in-force', detail: { rule } })
        else if (days < minDays)
          expect(period).toEqual({ refused: 'period-too-short', detail: { rule, least: minDays, days } })
        else if ('refused' in period)
          expect(period).toEqual({ refused: 'calendar-year-missing', detail: { year: 2027 } })
        else expect(daysBetween(day, period.lastDay)).toBeGreaterThanOrEqual(minDays)
      }),
    )
  })
})

test('a year that is not published stops what rests on a statute, and nothing else', () => {
  expect(lastDay('2026-12-20', 15, 'owners-meeting')).toEqual({
    refused: 'calendar-year-missing',
    detail: { year: 2027 },
  })
  expect(lastDay('2026-12-20', 15)).toMatchObject({ lastDay: '2027-01-04' })
})

test.each<[string, BasisKey, number]>([
  ['R1.15', 'owners-meeting', 15],
  ['R1.22', 'committee-agenda', 7],
  ['R1.41', 'first-assembly-drafts', 15],
  ['R1.48', 'yearly-audit', 30],
  ['R1.16', 'undelivered-ballots', 7],
  ['R1.60', 'committee-candidates', 7],
  ['R1.61', 'electronic-vote-result', 15],
  ['R2.4', 'villagers-roll', 20],
])('%s: %s hangs for %i whole days at least', (id, key, least) => {
  const day: LocalDate = key === 'villagers-roll' ? '2025-11-03' : '2026-11-03'
  expect(BASES[key].rule).toBe(id)
  expect(lastDay(day, least - 1, key)).toEqual({
    refused: 'period-too-short',
    detail: { rule: id, least, days: least - 1 },
  })
  expect(lastDay(day, least, key)).toMatchObject({ days: least })
})

test('of rules whose text nobody has read, it is said', () => {
  expect(BASIS_KEYS.filter((key) => BASES[key].caution !== null)).toEqual(['committee-agenda'])
})

test('a rule holds from the day it came into force to the day it went out', () => {
  const inForce = (day: LocalDate) => isInForce('villagers-roll', day)
  expect([inForce('2018-12-28'), inForce('2018-12-29'), inForce('2025-12-31'), inForce('2026-01-01')]).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test.each(BASIS_KEYS)('%s names its rule and its source', (key) => {
  const { rule, source, minDays, names } = BASES[key]
  expect(rule).toMatch(/^R\d\.\d+$/u)
  expect([source, names.zh, names.en].every((words) => words.length > 3)).toBe(true)
  expect(minDays).toBeGreaterThan(0)
})
