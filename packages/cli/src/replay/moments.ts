// When the steps of the scripts happen: every step of every case in one order of time, because a clock runs only forward.
import { addDays, localDateOf } from '@yishi/domain/calendar'
import { type Instant, byTime, toInstant } from '@yishi/domain/kernel'
import type { Script, ScriptCase, ScriptMoment, ScriptStep } from './script.ts'

const inShanghai = (date: string, time: string): Instant => toInstant(new Date(`${date}T${time}:00+08:00`))

export const momentOf = (raisedAt: Instant, at: ScriptMoment): Instant => {
  const [, days, time] = /^\+(\d+) (\d\d:\d\d)$/u.exec(at) ?? []
  return days && time ? inShanghai(addDays(localDateOf(raisedAt), Number(days)), time) : toInstant(new Date(at))
}

export const raisedAt = ({ raise }: ScriptCase): Instant => toInstant(new Date(raise.at))

/** `step` null is the raising itself. */
export type Deed = {
  readonly script: Script
  readonly told: ScriptCase
  readonly step: ScriptStep | null
  readonly number: number
  readonly at: Instant
  readonly last: boolean
}

const deedsOf = (script: Script, told: ScriptCase): readonly Deed[] =>
  [null, ...told.steps].map((step, number) => ({
    script,
    told,
    step,
    number,
    at: step ? momentOf(raisedAt(told), step.at) : raisedAt(told),
    last: number === told.steps.length,
  }))

/** Steps of one moment keep the order in which they are written. */
export const timeline = (scripts: readonly Script[]): readonly Deed[] =>
  scripts.flatMap((script) => script.cases.flatMap((told) => deedsOf(script, told))).toSorted(byTime)
