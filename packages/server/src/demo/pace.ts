// When the people of the demo do what they do: fast where life is in danger, else within days, and by day.
import { dueAt, localDateOf, startOfDay } from '@yishi/domain/calendar'
import { DAY, HOUR, type Instant, MINUTE, later, millis } from '@yishi/domain/kernel'
import { stageOfProcedure } from '@yishi/domain/procedure'
import type { Standing, Step } from './course.ts'
import type { Told } from './told.ts'

/** A meeting goes on at its own hour. */
type Paced = Exclude<Step['do'], 'meet' | 'adjourn'>

const USUAL: Readonly<Record<Paced, number>> = {
  sort: 1.5 * HOUR,
  link: 0.5 * HOUR,
  talk: 3 * DAY,
  call: 18 * HOUR,
  place: 2 * HOUR,
  accept: 3 * HOUR,
  decline: 5 * HOUR,
  report: 16 * HOUR,
  complete: 22 * HOUR,
  sign: 20 * HOUR,
  rate: 9 * HOUR,
  revisit: 3 * HOUR,
  answer: 1.5 * HOUR,
  take: 6 * MINUTE,
  codify: 20 * HOUR,
  pause: 2 * HOUR,
  list: 4 * DAY,
  nudge: 3 * DAY,
  reopen: 16 * HOUR,
  poll: 20 * HOUR,
  vote: 26 * HOUR,
  close: 30 * HOUR,
  confirm: 20 * MINUTE,
  hang: 20 * HOUR,
  object: 26 * HOUR,
}

const URGENT: Partial<Record<Paced, number>> = {
  sort: 4 * MINUTE,
  place: 3 * MINUTE,
  accept: 9 * MINUTE,
  report: 40 * MINUTE,
  complete: 5 * HOUR,
}

/** Between 0.6 and 1.4, the same in every run. */
const unevenly = (number: number): number => 0.6 + ((number * 37) % 80) / 100

const revisitFrom = (matter: Standing): Instant | null => {
  if (matter.status === 'closed') return null
  const stage = stageOfProcedure(matter.procedure, matter.course.stage)
  return stage.act === 'revisit' ? dueAt(matter.course.enteredAt, stage.settings.after).due : null
}

const waitBefore = (told: Told, done: Paced, number: number): number => {
  const urgent = told.sorting.level === 'I' ? URGENT[done] : undefined
  const slow = (done === 'talk' && told.until ? 2.8 : 1) * (done === 'complete' && told.late ? 13 : 1)
  return Math.round((urgent ?? USUAL[done] * slow) * unevenly(number))
}

/** Nobody knocks at night: before eight, or after eight in the evening, it waits for the morning. */
const byDay = (at: Instant, number: number): Instant => {
  const midnight = startOfDay(localDateOf(at))
  const hour = (millis(at) - millis(midnight)) / HOUR
  const minutes = ((number * 29) % 100) * MINUTE
  if (hour < 8) return later(midnight, 8 * HOUR + minutes)
  return hour < 20 ? at : later(midnight, 32 * HOUR + minutes)
}

const isUrgent = (told: Told): boolean => told.exact === true || told.sorting.level === 'I'

export type Moments = { readonly told: Told; readonly number: number; readonly now: Instant }

export const raisedAt = ({ told, number, now }: Moments): Instant => {
  const at = later(now, -Math.round(told.days * DAY))
  const day = isUrgent(told) || told.days < 1 ? at : byDay(at, number)
  return day < now ? day : at
}

/** When a step that is open at `from` is taken; `now` is the end of the past. */
export const takenAt = ({ told, number, now }: Moments, step: Step, matter: Standing, from: Instant): Instant => {
  if (step.do === 'meet' || step.do === 'adjourn') return from
  const opens = step.do === 'revisit' ? revisitFrom(matter) : null
  const soon = later(opens && opens > from ? opens : from, waitBefore(told, step.do, number))
  if (isUrgent(told)) return soon
  const day = byDay(soon, number)
  return day < now ? day : soon
}
