// How a clock is read: what is left of it, which light it shows, and when it next needs somebody's attention.
import { type LegalCalendar, type Limit, SHIPPED_CALENDAR, dueAt, isRealTime, readLimit } from '../calendar/index.ts'
import { type Instant, later, millis } from '../kernel/index.ts'
import { type Clock, clockTime, isBreached } from './clock.ts'

/** Time left, or time over where `overdue`; `share` is the part of the limit that is used up, 0 to 1. */
export type Remaining = {
  readonly overdue: boolean
  readonly paused: boolean
  readonly ms: number
  readonly share: number
}

export const remaining = (clock: Clock, now: Instant): Remaining => {
  const at = millis(clockTime(clock, now))
  const begin = millis(clock.startedAt) + clock.movedBy
  return {
    overdue: isBreached(clock, now),
    paused: clock.paused !== null,
    ms: Math.abs(millis(clock.due) - at),
    share: Math.min(1, Math.max(0, (at - begin) / (millis(clock.due) - begin))),
  }
}

export const LIGHTS = ['ok', 'warn', 'bad'] as const
export type Light = (typeof LIGHTS)[number]

/** Warns from the reminder on: the last quarter or six hours, whichever is longer, but never more than half of the limit. */
export const light = (clock: Clock, now: Instant): Light => {
  if (isBreached(clock, now)) return 'bad'
  return clock.stoppedAt === null && clockTime(clock, now) >= clock.remindAt ? 'warn' : 'ok'
}

/** After a breach: how long until the next step, and how many steps there are. */
export type Escalation = { readonly further: Limit; readonly steps: number }

/** Escalate one level at the breach, then list (PRODUCT.md section 6). */
export const defaultEscalation = (limit: Limit): Escalation => ({
  further: isRealTime(readLimit(limit)) ? 'PT24H' : 'P2WD',
  steps: 2,
})

export type ClockStep = { readonly at: Instant; readonly what: 'remind' | 'breach' | 'resume' }

const breachAt = ({ due, breaches }: Clock, further: Limit, calendar: LegalCalendar): Instant => {
  // 24:00 belongs to the day that it ends, so that steps counted in days leave out that day and no other.
  const slip = isRealTime(readLimit(further)) ? 0 : -1
  let at = due
  for (let step = 0; step < breaches; step += 1) at = dueAt(later(at, slip), further, calendar).due
  return at
}

/** What the clock waits for next; null once it is stopped or its last step is taken. */
export const nextStep = (
  clock: Clock,
  calendar = SHIPPED_CALENDAR,
  { further, steps } = defaultEscalation(clock.limit),
): ClockStep | null => {
  if (clock.stoppedAt) return null
  if (clock.paused) return { at: clock.paused.until, what: 'resume' }
  if (!clock.reminded) return { at: clock.remindAt, what: 'remind' }
  return clock.breaches < steps ? { at: breachAt(clock, further, calendar), what: 'breach' } : null
}

export const nextWake = (...read: Parameters<typeof nextStep>): Instant | null => nextStep(...read)?.at ?? null
