import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInstant } from '../kernel/index.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  endOfDay,
  localDateOf,
  localDateSchema,
  localTimeOf,
  startOfDay,
} from './index.ts'

test('a day begins and ends at midnight in Shanghai', () => {
  expect(startOfDay('2026-11-21')).toBe('2026-11-20T16:00:00.000Z')
  expect(endOfDay('2026-11-21')).toBe('2026-11-21T16:00:00.000Z')
  expect(localDateOf('2026-11-20T15:59:59.999Z')).toBe('2026-11-20')
  expect(localDateOf('2026-11-20T16:00:00.000Z')).toBe('2026-11-21')
  expect(localTimeOf('2026-11-20T15:59:59.999Z')).toBe('23:59')
  expect(localTimeOf('2026-11-20T16:00:00.000Z')).toBe('00:00')
})

test('the written-out offset is the one of the zone tables', () => {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
  const moment = fc.date({ min: new Date('1992-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, (at) => {
      expect(`${localDateOf(toInstant(at))} ${localTimeOf(toInstant(at))}`).toBe(wall.format(at))
    }),
  )
})

test('months end on the corresponding day, else at the end of the month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(addMonths('2026-02-28', 1)).toBe('2026-03-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
})

test('days cross months and leap days', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
})

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-11-21T00:00', ''])('%j is no day', (text) => {
  expect(localDateSchema.safeParse(text).success).toBe(false)
})
