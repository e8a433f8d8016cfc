import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LegalCalendar, type Limit, SHIPPED_CALENDAR, SHIPPED_YEARS, legalCalendar } from '../calendar/index.ts'
import { DAY, HOUR, type Instant, MINUTE, isRefused, later, millis, toInstant } from '../kernel/index.ts'
import {
  type Clock,
  breachClock,
  isBreached,
  light,
  nextStep,
  nextWake,
  pauseClock,
  recomputeProvisional,
  remaining,
  remindClock,
  resumeClock,
  startClock,
  stopClock,
} from './index.ts'

/** 2026-11-18 is a Wednesday; times are Shanghai's. */
const at = (day: string, time = '10:00'): Instant => toInstant(Date.parse(`${day}T${time}:00.000+08:00`))
const paused = (clock: Clock, now: Instant): Clock => {
  const answer = pauseClock(clock, { reason: 'waiting for the spare part', until: later(now, 30 * DAY) }, now)
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const anyLimit = fc.constantFrom<Limit>('PT30M', 'PT2H', 'PT48H', 'P1D', 'P14D', 'P2W', 'P1WD', 'P5WD', 'P15WD')
const anyMoment = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  .map(toInstant)
const anySpan = fc.integer({ min: 0, max: 40 * DAY })

test('a clock starts unbroken, unpaused and with a reminder before it is due', () => {
  expect(startClock('finish', 'PT48H', at('2026-11-18'))).toEqual({
    kind: 'finish',
    limit: 'PT48H',
    startedAt: at('2026-11-18'),
    due: at('2026-11-20'),
    provisional: false,
    paused: null,
    pauses: [],
    movedBy: 0,
    remindAt: at('2026-11-19', '22:00'),
    reminded: false,
    breaches: 0,
    stoppedAt: null,
    metInTime: null,
  })
})

test.each<[Limit, Instant, Instant]>([
  ['PT30M', at('2026-11-18', '10:15'), at('2026-11-18', '10:30')],
  ['PT2H', at('2026-11-18', '11:00'), at('2026-11-18', '12:00')],
  ['PT20H', at('2026-11-19', '00:00'), at('2026-11-19', '06:00')],
  ['PT48H', at('2026-11-19', '22:00'), at('2026-11-20')],
  ['P4WD', at('2026-11-23', '08:30'), at('2026-11-25', '00:00')],
])('%s warns from %s and is too late from %s', (limit, warns, due) => {
  const clock = startClock('finish', limit, at('2026-11-18'))
  expect([clock.remindAt, clock.due]).toEqual([warns, due])
  expect(light(clock, later(warns, -1))).toBe('ok')
  expect(light(clock, warns)).toBe('warn')
  expect(light(clock, later(due, -1))).toBe('warn')
  expect(light(clock, due)).toBe('bad')
  expect([isBreached(clock, later(due, -1)), isBreached(clock, due)]).toEqual([false, true])
})

test('the rest of a clock, before and after its due moment', () => {
  const clock = startClock('finish', 'PT48H', at('2026-11-18'))
  expect(remaining(clock, at('2026-11-18', '22:00'))).toEqual({
    overdue: false,
    paused: false,
    ms: 36 * HOUR,
    share: 0.25,
  })
  expect(remaining(clock, at('2026-11-20', '11:00'))).toEqual({ overdue: true, paused: false, ms: HOUR, share: 1 })
})

test('a paused clock stands still, does not breach, and wakes when its pause ends', () => {
  const clock = paused(startClock('finish', 'PT2H', at('2026-11-18')), at('2026-11-18', '10:30'))
  const muchLater = at('2026-11-25')
  expect(remaining(clock, muchLater)).toEqual({ overdue: false, paused: true, ms: 90 * MINUTE, share: 0.25 })
  expect(isBreached(clock, muchLater)).toBe(false)
  expect(light(clock, muchLater)).toBe('ok')
  expect(nextStep(clock)).toEqual({ at: later(at('2026-11-18', '10:30'), 30 * DAY), what: 'resume' })
  const resumed = resumeClock(clock, muchLater)
  expect(remaining(resumed, muchLater)).toEqual({ overdue: false, paused: false, ms: 90 * MINUTE, share: 0.25 })
})

test.each([
  [at('2026-11-18', '10:00'), at('2026-11-18', '17:00'), at('2026-11-26', '00:00'), 'hours of one day'],
  [at('2026-11-18', '10:00'), at('2026-11-19', '09:00'), at('2026-11-27', '00:00'), 'to the next day'],
  [at('2026-11-20', '10:00'), at('2026-11-23', '09:00'), at('2026-11-27', '00:00'), 'Friday to Monday'],
  [at('2026-11-21', '10:00'), at('2026-11-22', '09:00'), at('2026-11-26', '00:00'), 'within a weekend'],
  [at('2026-11-18', '10:00'), at('2026-11-21', '09:00'), at('2026-12-01', '00:00'), 'Wednesday to Saturday'],
  [at('2026-11-21', '10:00'), at('2026-11-23', '09:00'), at('2026-11-26', '00:00'), 'Saturday to Monday'],
  [at('2026-11-18', '10:00'), at('2026-11-25', '09:00'), at('2026-12-03', '00:00'), 'a week'],
])('P5WD paused from %s to %s is due %s: %s', (since, to, due) => {
  const clock = startClock('finish', 'P5WD', at('2026-11-18', '09:00'))
  expect(clock.due).toBe(at('2026-11-26', '00:00'))
  expect(resumeClock(paused(clock, since), to).due).toBe(due)
})

test('the working days lost leave out the holiday', () => {
  const clock = startClock('finish', 'P5WD', at('2026-09-30', '09:00'))
  expect(resumeClock(paused(clock, at('2026-10-01')), at('2026-10-07')).due).toBe(clock.due)
  expect(resumeClock(paused(clock, at('2026-09-30')), at('2026-10-07')).due).toBe(at('2026-10-15', '00:00'))
})

test.each([
  [
    'a stopped clock',
    { clock: stopClock(startClock('finish', 'PT2H', at('2026-11-18')), at('2026-11-18')) },
    'clock-stopped',
  ],
  [
    'a paused clock',
    { clock: paused(startClock('finish', 'PT2H', at('2026-11-18')), at('2026-11-18')) },
    'clock-paused',
  ],
  ['a pause without a reason', { reason: '  ' }, 'pause-without-reason'],
  ['a pause that ends at once', { until: at('2026-11-18', '10:30') }, 'pause-already-over'],
])('%s is not paused', (_, change, refused) => {
  const ask = {
    clock: startClock('finish', 'PT2H', at('2026-11-18')),
    reason: 'waiting',
    until: at('2026-11-19'),
    ...change,
  }
  expect(pauseClock(ask.clock, ask, at('2026-11-18', '10:30'))).toMatchObject({ refused })
})

test('a stop is in time until the last millisecond, a second stop changes nothing', () => {
  const clock = startClock('respond', 'PT30M', at('2026-11-18'))
  const inTime = stopClock(clock, later(clock.due, -1))
  expect(inTime).toMatchObject({ metInTime: true, stoppedAt: later(clock.due, -1) })
  expect(stopClock(inTime, at('2026-12-18'))).toEqual(inTime)
  expect([isBreached(inTime, at('2026-12-18')), light(inTime, at('2026-12-18')), nextWake(inTime)]).toEqual([
    false,
    'ok',
    null,
  ])
  const late = stopClock(clock, clock.due)
  expect([late.metInTime, isBreached(late, clock.due), light(late, clock.due)]).toEqual([false, true, 'bad'])
})

test('work done during a pause is in time when the clock had time left', () => {
  const clock = paused(startClock('finish', 'PT2H', at('2026-11-18')), at('2026-11-18', '11:00'))
  expect(stopClock(clock, at('2026-11-20'))).toMatchObject({
    metInTime: true,
    paused: null,
    stoppedAt: at('2026-11-20'),
  })
})

test('a clock wakes to remind, to escalate, to list, and then no more', () => {
  const clock = startClock('finish', 'P5WD', at('2026-11-18'))
  const reminded = remindClock(clock)
  const escalated = breachClock(reminded)
  expect(nextStep(clock)).toEqual({ at: clock.remindAt, what: 'remind' })
  expect(nextStep(reminded)).toEqual({ at: at('2026-11-26', '00:00'), what: 'breach' })
  expect(nextStep(escalated)).toEqual({ at: at('2026-11-28', '00:00'), what: 'breach' })
  expect(nextStep(breachClock(escalated))).toBeNull()
})

test('hours escalate after a day, or as the procedure says', () => {
  const breached = breachClock(startClock('respond', 'PT30M', at('2026-11-20')))
  expect(nextWake(breached)).toBe(at('2026-11-21', '10:30'))
  expect(nextWake(breached, SHIPPED_CALENDAR, { further: 'P1WD', steps: 3 })).toBe(at('2026-11-24', '00:00'))
  expect(nextWake(breachClock(breached), SHIPPED_CALENDAR, { further: 'PT2H', steps: 3 })).toBe(
    at('2026-11-20', '14:30'),
  )
})

test('a provisional clock says so and is counted again when the year is published', () => {
  const clock = startClock('finish', 'P5WD', at('2026-12-30'))
  expect(clock).toMatchObject({ due: at('2027-01-07', '00:00'), provisional: true })
  const published: LegalCalendar = legalCalendar([
    ...SHIPPED_YEARS,
    { year: 2027, source: 'an invented notice', off: ['2027-01-01..2027-01-03', '2027-01-04'], work: ['2027-01-09'] },
  ])
  expect(recomputeProvisional(clock, SHIPPED_CALENDAR)).toEqual(clock)
  expect(recomputeProvisional(clock, published)).toMatchObject({ due: at('2027-01-09', '00:00'), provisional: false })
  const pausedBefore = resumeClock(paused(clock, at('2026-12-31')), at('2027-01-05'))
  expect(pausedBefore.due).toBe(at('2027-01-12', '00:00'))
  expect(recomputeProvisional(pausedBefore, published).due).toBe(at('2027-01-10', '00:00'))
})

test('a certain or a stopped clock is not counted again', () => {
  const certain = startClock('finish', 'P5WD', at('2026-11-18'))
  const stopped = stopClock(startClock('finish', 'P5WD', at('2026-12-30')), at('2026-12-31'))
  const other = legalCalendar([{ year: 2027, source: 'an invented notice', off: ['2027-01-01'], work: [] }])
  expect(recomputeProvisional(certain, other)).toBe(certain)
  expect(recomputeProvisional(stopped, other)).toBe(stopped)
})

test('pausing and going on at once changes nothing', () => {
  fc.assert(
    fc.property(anyLimit, anyMoment, anySpan, (limit, start, span) => {
      const clock = startClock('finish', limit, start)
      const now = later(start, span)
      expect(resumeClock(paused(clock, now), now)).toEqual(clock)
    }),
  )
})

test('a clock in hours or days that was paused for a time is due that much later, and reminds that much later', () => {
  const unworked = anyLimit.filter((limit) => !limit.endsWith('WD'))
  fc.assert(
    fc.property(unworked, anyMoment, anySpan, anySpan, (limit, start, span, pause) => {
      const clock = startClock('finish', limit, start)
      const since = later(start, span)
      const resumed = resumeClock(paused(clock, since), later(since, pause))
      expect(resumed.due).toBe(later(clock.due, pause))
      expect(resumed.remindAt).toBe(later(clock.remindAt, pause))
      expect(remaining(resumed, later(since, pause)).ms).toBe(remaining(clock, since).ms)
    }),
  )
})

test('two pauses in a row are one pause', () => {
  fc.assert(
    fc.property(anyLimit, anyMoment, anySpan, anySpan, (limit, start, first, second) => {
      const [middle, end] = [later(start, first), later(start, first + second)]
      const clock = startClock('finish', limit, start)
      const twice = resumeClock(paused(resumeClock(paused(clock, start), middle), middle), end)
      expect(twice.due).toBe(resumeClock(paused(clock, start), end).due)
    }),
  )
})

test('a pause neither breaks a limit nor mends a broken one, however it ends', () => {
  fc.assert(
    fc.property(anyLimit, anyMoment, anySpan, anySpan, (limit, start, span, pause) => {
      const [since, now] = [later(start, span), later(start, span + pause)]
      const clock = startClock('finish', limit, start)
      const stopped = stopClock(paused(clock, since), now)
      expect(isBreached(resumeClock(paused(clock, since), now), now)).toBe(isBreached(clock, since))
      expect(stopped).toEqual(stopClock(resumeClock(paused(clock, since), now), now))
      expect(remaining(stopped, later(now, DAY))).toEqual(remaining(stopped, now))
    }),
  )
})

test('whatever happens, the reminder comes within the last half of the limit and the share stays between 0 and 1', () => {
  fc.assert(
    fc.property(anyLimit, anyMoment, anySpan, anySpan, (limit, start, span, pause) => {
      const since = later(start, span)
      const whole = startClock('finish', limit, start)
      const clock = resumeClock(paused(whole, since), later(since, pause))
      const warning = millis(clock.due) - millis(clock.remindAt)
      expect(warning).toBeGreaterThan(0)
      expect(warning).toBeLessThanOrEqual((millis(whole.due) - millis(start)) / 2 + 1)
      const { share } = remaining(clock, later(since, pause))
      expect(share >= 0 && share <= 1).toBe(true)
    }),
  )
})
