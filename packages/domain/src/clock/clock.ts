// A running time limit as a value: it starts, pauses for a stated reason, goes on, is missed or met. PRODUCT.md section 6.
import {
  type LegalCalendar,
  type Limit,
  SHIPPED_CALENDAR,
  addWorkingDaysProvisional,
  dueAt,
  endOfDay,
  localDateOf,
  readLimit,
  workingDaysBetween,
} from '../calendar/index.ts'
import { HOUR, type Instant, type Refused, later, millis, refuse } from '../kernel/index.ts'

export const CLOCK_KINDS = ['respond', 'control', 'finish', 'feed-back', 'revisit'] as const
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
  readonly remindAt: Instant
  readonly reminded: boolean
  /** How often a breach has been answered: 1 escalated, 2 listed. */
  readonly breaches: number
  readonly stoppedAt: Instant | null
  readonly metInTime: boolean | null
}

export type ClockRefusal = 'clock-stopped' | 'clock-paused' | 'pause-without-reason' | 'pause-already-over'

const between = (from: Instant, to: Instant): number => millis(to) - millis(from)

/** Real time that pauses took out of the clock. */
export const pausedTime = (pauses: readonly PastPause[]): number =>
  pauses.reduce((sum, { since, to }) => sum + between(since, to), 0)

/** The last quarter or the last six hours, whichever is longer, but never more than half of the limit. */
const warningTime = (total: number): number => Math.min(Math.max(total / 4, 6 * HOUR), total / 2)

const dueAfter = (
  { startedAt, limit, pauses }: Pick<Clock, 'startedAt' | 'limit' | 'pauses'>,
  calendar: LegalCalendar,
): Pick<Clock, 'due' | 'provisional'> => {
  const first = dueAt(startedAt, limit, calendar)
  if (readLimit(limit).unit !== 'working-day') return { ...first, due: later(first.due, pausedTime(pauses)) }
  const lost = pauses.reduce(
    (days, { since, to }) => days + workingDaysBetween(localDateOf(since), localDateOf(to), calendar),
    0,
  )
  const { date, provisional } = addWorkingDaysProvisional(
    localDateOf(startedAt),
    readLimit(limit).count + lost,
    calendar,
  )
  return { due: endOfDay(date), provisional }
}

/** Sets due and reminder anew from the start, the limit and the pauses. */
const timed = (clock: Clock, calendar: LegalCalendar): Clock => {
  const { due, provisional } = dueAfter(clock, calendar)
  const total = between(clock.startedAt, due) - pausedTime(clock.pauses)
  return { ...clock, due, provisional, remindAt: later(due, -Math.round(warningTime(total))) }
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

/** The first stop stands. */
export const stopClock = (clock: Clock, now: Instant): Clock =>
  clock.stoppedAt ? clock : { ...clock, paused: null, stoppedAt: now, metInTime: !isBreached(clock, now) }

/** Says that the reminder has gone out. */
export const remindClock = (clock: Clock): Clock => ({ ...clock, reminded: true })

/** Says that one more step of escalation has been taken; a reminder after it would be late. */
export const breachClock = (clock: Clock): Clock => ({ ...clock, reminded: true, breaches: clock.breaches + 1 })

/** Counts again once a missing year has been published. */
export const recomputeProvisional = (clock: Clock, calendar: LegalCalendar): Clock =>
  clock.provisional && !clock.stoppedAt ? timed(clock, calendar) : clock
