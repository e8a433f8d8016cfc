// A running time limit as a value: it starts, pauses for a stated reason, goes on, is missed or met. PRODUCT.md section 6.
import {
  type Due,
  type LegalCalendar,
  type Limit,
  type LocalDate,
  SHIPPED_CALENDAR,
  addDays,
  addWorkingDaysProvisional,
  dueAt,
  endOfDay,
  localDateOf,
  readLimit,
  workingDaysBetween,
} from '../calendar/index.ts'
import { HOUR, type Instant, type Refused, later, millis, refuse } from '../kernel/index.ts'

export const CLOCK_KINDS = ['respond', 'control', 'finish', 'feed-back'] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

/** A pause that runs; `until` is when the clock goes on by itself. */
export type Pause = { readonly since: Instant; readonly reason: string; readonly until: Instant }

/** A pause that is over: from when to when the clock really stood still. */
export type PastPause = { readonly since: Instant; readonly to: Instant }

export type Clock = {
  readonly kind: ClockKind
  readonly limit: Limit
  readonly startedAt: Instant
  /** The first moment that is too late. */
  readonly due: Instant
  readonly provisional: boolean
  readonly paused: Pause | null
  readonly pauses: readonly PastPause[]
  /** Milliseconds by which the pauses moved the due moment; in working days not the same as the time paused. */
  readonly movedBy: number
  readonly remindAt: Instant
  readonly reminded: boolean
  /** How often a breach has been answered: 1 escalated, 2 listed. */
  readonly breaches: number
  readonly stoppedAt: Instant | null
  readonly metInTime: boolean | null
}

export type ClockRefusal = 'clock-stopped' | 'clock-paused' | 'pause-without-reason' | 'pause-already-over'

const between = (from: Instant, to: Instant): number => millis(to) - millis(from)

/** The last quarter or the last six hours, whichever is longer, but never more than half of the limit. */
const warningTime = (total: number): number => Math.min(Math.max(total / 4, 6 * HOUR), total / 2)

const dayBefore = (at: Instant): LocalDate => addDays(localDateOf(at), -1)

// The day of the pause is lost and the day of going on is not: so a pause neither breaks a limit nor mends a broken one.
const lostDays = ({ since, to }: PastPause, calendar: LegalCalendar): number =>
  workingDaysBetween(dayBefore(since), dayBefore(to), calendar)

const movedDue = ({ startedAt, limit, pauses }: Clock, due: Instant, calendar: LegalCalendar): Due => {
  const { unit, count } = readLimit(limit)
  if (unit !== 'working-day') {
    const lost = pauses.reduce((sum, { since, to }) => sum + between(since, to), 0)
    return { due: later(due, lost), provisional: false }
  }
  const lost = pauses.reduce((days, pause) => days + lostDays(pause, calendar), 0)
  const { date, provisional } = addWorkingDaysProvisional(localDateOf(startedAt), count + lost, calendar)
  return { due: endOfDay(date), provisional }
}

/** Sets due and reminder anew from the start, the limit and the pauses. */
const timed = (clock: Clock, calendar: LegalCalendar): Clock => {
  const unmoved = dueAt(clock.startedAt, clock.limit, calendar).due
  const { due, provisional } = movedDue(clock, unmoved, calendar)
  const remindAt = later(due, -Math.round(warningTime(between(clock.startedAt, unmoved))))
  return { ...clock, due, provisional, movedBy: between(unmoved, due), remindAt }
}

export const startClock = (kind: ClockKind, limit: Limit, now: Instant, calendar = SHIPPED_CALENDAR): Clock =>
  timed(
    {
      kind,
      limit,
      startedAt: now,
      due: now,
      provisional: false,
      paused: null,
      pauses: [],
      movedBy: 0,
      remindAt: now,
      reminded: false,
      breaches: 0,
      stoppedAt: null,
      metInTime: null,
    },
    calendar,
  )

export const pauseClock = (
  clock: Clock,
  { reason, until }: Pick<Pause, 'reason' | 'until'>,
  now: Instant,
): Clock | Refused<ClockRefusal> => {
  if (clock.stoppedAt) return refuse('clock-stopped')
  if (clock.paused) return refuse('clock-paused')
  if (reason.trim() === '') return refuse('pause-without-reason')
  if (until <= now) return refuse('pause-already-over', { until })
  return { ...clock, paused: { since: now, reason, until } }
}

/** Goes on; due moves by the paused time, for working-day limits by the working days lost. A running clock stays as it is. */
export const resumeClock = (clock: Clock, now: Instant, calendar = SHIPPED_CALENDAR): Clock => {
  if (!clock.paused) return clock
  const { since } = clock.paused
  if (now <= since) return { ...clock, paused: null }
  return timed({ ...clock, paused: null, pauses: [...clock.pauses, { since, to: now }] }, calendar)
}

/** The moment that counts: a paused clock stands at its pause, a stopped one at its stop. */
export const clockTime = (clock: Clock, now: Instant): Instant => clock.stoppedAt ?? clock.paused?.since ?? now

export const isBreached = (clock: Clock, now: Instant): boolean =>
  clock.metInTime === null ? clockTime(clock, now) >= clock.due : !clock.metInTime

/** The first stop stands; stopping a paused clock ends its pause. */
export const stopClock = (clock: Clock, now: Instant, calendar = SHIPPED_CALENDAR): Clock => {
  if (clock.stoppedAt) return clock
  const running = resumeClock(clock, now, calendar)
  return { ...running, stoppedAt: now, metInTime: !isBreached(running, now) }
}

/** Says that the reminder has gone out. */
export const remindClock = (clock: Clock): Clock => ({ ...clock, reminded: true })

/** Says that one more step of escalation has been taken; a reminder after it would be late. */
export const breachClock = (clock: Clock): Clock => ({ ...clock, reminded: true, breaches: clock.breaches + 1 })

/** Counts again once a missing year has been published. */
export const recomputeProvisional = (clock: Clock, calendar: LegalCalendar): Clock =>
  clock.provisional && !clock.stoppedAt ? timed(clock, calendar) : clock
