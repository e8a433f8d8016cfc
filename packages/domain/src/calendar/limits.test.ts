import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE, toInstant } from '../kernel/index.ts'
import {
  type Limit,
  compareLimits,
  dueAt,
  limitInWords,
  limitSchema,
  localTimeOf,
  parseLimit,
  restInWords,
} from './index.ts'

const anyLimit = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('TM', 'TH', 'D', 'W', 'WD'))
  .map(([count, unit]): Limit => (unit.startsWith('T') ? `PT${count}${unit.slice(1)}` : `P${count}${unit}`))
const anyMoment = fc
  .date({ min: new Date('2013-01-02'), max: new Date('2029-01-01'), noInvalidDate: true })
  .map(toInstant)

test.each([
  ['PT30M', { unit: 'minute', count: 30 }],
  ['PT48H', { unit: 'hour', count: 48 }],
  ['P14D', { unit: 'day', count: 14 }],
  ['P2W', { unit: 'week', count: 2 }],
  ['P5WD', { unit: 'working-day', count: 5 }],
])('%s is %o', (text, parsed) => {
  expect(parseLimit(text)).toEqual(parsed)
  expect(limitSchema.parse(text)).toBe(text)
})

test.each([
  '',
  'P',
  'P0D',
  'P05D',
  'P5',
  'P5M',
  'P5H',
  'PT5D',
  'PT5W',
  'PT5WD',
  'PT1H30M',
  'P-1D',
  'P1.5D',
  'p5d',
  ' P5D',
  'P5D\n',
  'P10000D',
])('%j is no limit', (text) => {
  expect(parseLimit(text)).toEqual({ refused: 'limit-malformed', detail: { limit: text } })
  expect(limitSchema.safeParse(text).success).toBe(false)
})

test.each<[Limit, string, string, boolean]>([
  ['PT30M', '2026-11-20T15:45:00.000Z', '2026-11-20T16:15:00.000Z', false],
  ['PT48H', '2026-11-20T15:45:00.000Z', '2026-11-22T15:45:00.000Z', false],
  ['P14D', '2026-11-20T15:59:59.999Z', '2026-12-04T16:00:00.000Z', false],
  ['P14D', '2026-11-20T16:00:00.000Z', '2026-12-05T16:00:00.000Z', false],
  ['P2W', '2026-11-20T16:00:00.000Z', '2026-12-05T16:00:00.000Z', false],
  ['P5WD', '2026-09-30T01:00:00.000Z', '2026-10-13T16:00:00.000Z', false],
  ['P1WD', '2026-02-13T01:00:00.000Z', '2026-02-14T16:00:00.000Z', false],
  ['P1WD', '2026-12-30T16:30:00.000Z', '2027-01-01T16:00:00.000Z', true],
  ['P1WD', '2026-12-30T15:30:00.000Z', '2026-12-31T16:00:00.000Z', false],
])('%s from %s is due %s', (limit, start, due, provisional) => {
  expect(dueAt(start as `${string}Z`, limit)).toEqual({ due, provisional })
})

test.each<[Limit, Limit]>([
  ['PT30M', 'PT2H'],
  ['PT24H', 'P1D'],
  ['PT48H', 'P5WD'],
  ['P5D', 'P5WD'],
  ['P1WD', 'P1W'],
])('%s is tighter than %s', (tight, loose) => {
  expect(compareLimits(tight, loose)).toBeLessThan(0)
  expect(compareLimits(loose, tight)).toBeGreaterThan(0)
})

test('two ways to write two weeks are equal', () => {
  expect(compareLimits('P2W', 'P14D')).toBe(0)
})

test('what compares as tighter in the same unit is never due later, and days end at midnight', () => {
  const unitOf = (limit: Limit): string => limit.replace(/\d+/, '')
  fc.assert(
    fc.property(anyLimit, anyLimit, anyMoment, (a, b, start) => {
      const { due } = dueAt(start, a)
      expect(due > start).toBe(true)
      if (!a.startsWith('PT')) expect(localTimeOf(due)).toBe('00:00')
      if (unitOf(a) === unitOf(b) && compareLimits(a, b) <= 0) expect(due <= dueAt(start, b).due).toBe(true)
    }),
  )
})

test('of equally long limits, hours are due first, then days, then working days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), anyMoment, (days, start) => {
      const dues = ([`PT${24 * days}H`, `P${days}D`, `P${days}WD`] as const).map((limit) => dueAt(start, limit).due)
      expect(dues).toEqual(dues.toSorted())
    }),
  )
})

test.each<[Limit, string, string]>([
  ['PT30M', '30 分钟', '30 minutes'],
  ['PT48H', '48 小时', '48 hours'],
  ['PT1H', '1 小时', '1 hour'],
  ['P14D', '14 天', '14 days'],
  ['P2W', '2 周', '2 weeks'],
  ['P5WD', '5 个工作日', '5 working days'],
  ['P1WD', '1 个工作日', '1 working day'],
])('%s reads %s, %s', (limit, zh, en) => {
  expect([limitInWords(limit, 'zh'), limitInWords(limit, 'en')]).toEqual([zh, en])
})

test.each([
  [320, '5 小时 20 分', '5 h 20 min'],
  [51 * 60 + 59, '2 天 3 小时', '2 days 3 h'],
  [24 * 60, '1 天', '1 day'],
  [24 * 60 + 5, '1 天', '1 day'],
  [60, '1 小时', '1 h'],
  [20.9, '20 分钟', '20 min'],
  [0.5, '不到 1 分钟', 'less than 1 min'],
  [0, '不到 1 分钟', 'less than 1 min'],
])('%d minutes read %s, %s', (minutes, zh, en) => {
  expect([restInWords(minutes * MINUTE, 'zh'), restInWords(minutes * MINUTE, 'en')]).toEqual([zh, en])
})
