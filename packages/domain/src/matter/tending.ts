// The rules around the acts: clocks that wake, pause and escalate; listed supervision; remarks, nudges, corrections, reopening.
import { SHIPPED_CALENDAR, localDateOf } from '../calendar/index.ts'
import {
  type Clock,
  type ClockStep,
  breachClock,
  nextStep,
  nextWake,
  pauseClock,
  recomputeProvisional,
  remindClock,
  resumeClock,
} from '../clock/index.ts'
import {
  type Instant,
  type Meta,
  type Refused,
  type Role,
  byTime,
  earliest,
  isRefused,
  refuse,
} from '../kernel/index.ts'
import { enterStage, nextOpening, settle } from '../procedure/index.ts'
import { DESK, actsHere, atDesk, isRaiser, needsClock, onward, stageOfMatter, wears } from './acting.ts'
import { evolve } from './evolve.ts'
import type { CommandOf } from './command.ts'
import type { MatterEvent } from './event.ts'
import type { ClosedMatter, Matter, MatterRefusal, OpenMatter } from './matter.ts'

type Answer = readonly MatterEvent[] | Refused<MatterRefusal>

/** Who keeps an eye on a place may say what they saw there, whoever does the work. */
const KEEPERS: readonly Role[] = ['grid-worker', 'building-leader', 'street-office']

const SUPERVISORS: readonly Role[] = [...DESK, 'street-office']

/** One level up each time: from the doer to the committee, to the branch, to the street office. */
const LADDER: readonly Role[] = ['staff', 'branch', 'street-office']

/** The next rung on which somebody sits who is not responsible already. */
const escalated = ({ escalation, seating, course }: OpenMatter): readonly MatterEvent[] => {
  const rungs = LADDER.map((role, index) => ({ level: index + 1, to: seating[role] }))
  const next = rungs.find(({ level, to }) => level > escalation && to && to !== course.responsible)
  return next?.to ? [{ type: 'MatterEscalated', level: next.level, to: next.to }] : []
}

const breached = (matter: OpenMatter, clock: Clock): readonly MatterEvent[] => {
  const told: MatterEvent = { type: 'ClockBreached', clock: breachClock(clock) }
  const steps = stageOfMatter(matter).onBreach
  const up = steps.includes('escalate') ? escalated(matter) : []
  const list = clock.breaches > 0 && steps.includes('list') && !matter.listed
  return list ? [told, ...up, { type: 'MatterListed', reason: '', byClock: true }] : [told, ...up]
}

/** The clock that has something to say first. */
const firstClock = ({ course }: OpenMatter): (ClockStep & { readonly clock: Clock }) | null => {
  const steps = course.clocks.flatMap((clock) => {
    const step = nextStep(clock)
    return step ? [{ ...step, clock }] : []
  })
  return steps.toSorted(byTime)[0] ?? null
}

const STEPS: {
  readonly [What in ClockStep['what']]: (matter: OpenMatter, clock: Clock, now: Instant) => readonly MatterEvent[]
} = {
  resume: (matter, _, now) => resumed(matter, now),
  remind: (_, clock) => [{ type: 'ClockReminded', clock: remindClock(clock) }],
  breach: breached,
}

/** What time brings first; where a limit passes as a waiting outcome opens, the matter has gone on in time. */
const brought = (matter: OpenMatter, now: Instant): readonly MatterEvent[] => {
  const [step, opens] = [firstClock(matter), nextOpening(matter)]
  const clockFirst = step && step.at <= now && (opens === null || step.at < opens)
  return clockFirst ? STEPS[step.what](matter, step.clock, now) : settle(matter, now)
}

/** Does everything that time alone brings: a pause ends, a limit nears or passes, a waiting outcome opens. */
export const wake = (matter: OpenMatter, _: CommandOf<'WakeMatter'>, { actor, now }: Meta): Answer => {
  const no = needsClock(actor)
  if (no) return no
  const events: MatterEvent[] = []
  let after: Matter = matter
  while (after.status === 'open') {
    const more = brought(after, now)
    if (more.length === 0) break
    events.push(...more)
    after = more.reduce(evolve, after as Matter)
  }
  return events
}

/** The next moment at which time alone changes the matter. */
export const wakesAt = (matter: OpenMatter): Instant | null =>
  earliest([...matter.course.clocks.map((clock) => nextWake(clock)), nextOpening(matter)].filter((at) => at !== null))

const resumed = (matter: OpenMatter, now: Instant): readonly MatterEvent[] => [
  { type: 'ClocksResumed', clocks: matter.course.clocks.map((clock) => resumeClock(clock, now)) },
]

/** Once the State Council has published a year, the limits that ran provisionally through it are counted anew. */
export const recount = (matter: OpenMatter, _: CommandOf<'RecountClocks'>, { actor }: Meta): Answer => {
  const no = needsClock(actor)
  if (no) return no
  const clocks = matter.course.clocks.map((clock) => recomputeProvisional(clock, SHIPPED_CALENDAR))
  const moved = clocks.some(({ due, provisional }, index) => {
    const before = matter.course.clocks[index]!
    return due !== before.due || provisional !== before.provisional
  })
  return moved ? [{ type: 'ClocksRecounted', clocks }] : []
}

export const pause = (
  matter: OpenMatter,
  { reason, until }: CommandOf<'PauseClocks'>,
  { actor, now }: Meta,
): Answer => {
  if (!actsHere(matter, actor)) return refuse('not-yours-to-do')
  const running = matter.course.clocks.filter(({ stoppedAt }) => stoppedAt === null)
  if (running.some(({ paused }) => paused)) return refuse('already-paused')
  const clocks: Clock[] = []
  for (const clock of matter.course.clocks) {
    const answer = clock.stoppedAt ? clock : pauseClock(clock, { reason, until }, now)
    if (isRefused(answer)) return refuse('pause-in-the-past')
    clocks.push(answer)
  }
  return [{ type: 'ClocksPaused', reason, until, clocks }]
}

export const resume = (matter: OpenMatter, _: CommandOf<'ResumeClocks'>, { actor, now }: Meta): Answer => {
  if (!actsHere(matter, actor)) return refuse('not-yours-to-do')
  return matter.course.clocks.some(({ paused }) => paused) ? resumed(matter, now) : refuse('not-paused')
}

export const list = (matter: OpenMatter, { reason }: CommandOf<'ListMatter'>, { actor }: Meta): Answer => {
  if (!wears(matter, actor, SUPERVISORS)) return refuse('not-yours-to-do')
  return matter.listed ? refuse('already-listed') : [{ type: 'MatterListed', reason, byClock: false }]
}

export const unlist = (matter: OpenMatter, { reason }: CommandOf<'UnlistMatter'>, { actor }: Meta): Answer => {
  if (!wears(matter, actor, SUPERVISORS)) return refuse('not-yours-to-do')
  return matter.listed ? [{ type: 'MatterUnlisted', reason }] : refuse('not-listed')
}

export const remark = (matter: OpenMatter | ClosedMatter, said: CommandOf<'AddRemark'>, { actor }: Meta): Answer => {
  const byRaiser = isRaiser(matter, actor)
  const may =
    byRaiser ||
    (matter.status === 'open' ? actsHere(matter, actor) || wears(matter, actor, KEEPERS) : atDesk(matter, actor))
  return may ? [{ ...said, type: 'RemarkAdded', byRaiser }] : refuse('not-yours-to-do')
}

/** Whoever raised the matter may hurry it once a day, unless it waits for their own rating. */
export const nudge = (matter: OpenMatter, _: CommandOf<'NudgeMatter'>, { actor, now }: Meta): Answer => {
  if (!isRaiser(matter, actor)) return refuse('not-yours-to-do')
  if (stageOfMatter(matter).act === 'rate') return refuse('not-at-this-stage', { act: 'rate' })
  if (matter.nudgedAt && localDateOf(matter.nudgedAt) === localDateOf(now)) return refuse('nudged-today')
  return [{ type: 'MatterNudged', at: now }]
}

export const correct = (
  matter: OpenMatter | ClosedMatter,
  { field, value, reason }: CommandOf<'CorrectMatter'>,
  { actor }: Meta,
): Answer => (atDesk(matter, actor) ? [{ type: 'MatterCorrected', field, value, reason }] : refuse('not-yours-to-do'))

/** The raiser rates; the desk writes down what the raiser said on the phone or at the door, and it is marked so. */
export const rate = (matter: OpenMatter, { score, text }: CommandOf<'RateMatter'>, { actor, now }: Meta): Answer => {
  if (stageOfMatter(matter).act !== 'rate') return refuse('not-at-this-stage', { act: stageOfMatter(matter).act })
  const byRaiser = isRaiser(matter, actor)
  if (!byRaiser && !atDesk(matter, actor)) return refuse('not-yours-to-do')
  return onward(matter, [{ type: 'MatterRated', score, text, noted: !byRaiser }], now)
}

export const reopen = (matter: ClosedMatter, { reason }: CommandOf<'ReopenMatter'>, { actor, now }: Meta): Answer => {
  if (!isRaiser(matter, actor) && !atDesk(matter, actor)) return refuse('not-yours-to-do')
  const { procedure, seating, facts } = matter
  const arrival = { procedure, seating, lead: null, raisedAt: now, visit: facts.visit + 1 }
  return [{ type: 'MatterReopened', reason, course: enterStage(procedure.reopensAt, arrival, now) }]
}
