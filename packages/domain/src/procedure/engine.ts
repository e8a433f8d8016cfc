// The engine that takes a matter along its procedure: pure, from facts to the stages that follow by themselves.
import { SHIPPED_CALENDAR } from '../calendar/index.ts'
import { CLOCK_KINDS, type Clock, startClock } from '../clock/index.ts'
import { type Instant, type OrderId, type PartyId, type Role, earliest } from '../kernel/index.ts'
import type { Act } from './acts.ts'
import { type Facts, NO_VISIT_FACTS, isUnfinished } from './facts.ts'
import { isOpen, waitedUntil } from './gates.ts'
import { type Proceeding, type ProceedingId, leftBehind } from './proceeding.ts'
import { type Outcome, type Procedure, type Stage, firstStage, seatOf, stageOfProcedure } from './schema.ts'

/** The party that fills each role in this community; the committee (`staff`) is always there. */
export type Seating = Partial<Record<Role, PartyId>> & { readonly staff: PartyId }

/** Where a matter stands: one stage, one responsible party, and the clocks that run there. */
export type Course = {
  readonly stage: string
  /** Counts the stages entered so far, so that two visits of one stage are told apart. */
  readonly visit: number
  readonly enteredAt: Instant
  readonly responsible: PartyId
  readonly clocks: readonly Clock[]
}

export type Position = {
  readonly procedure: Procedure
  readonly seating: Seating
  readonly facts: Facts
  readonly course: Course
  /** The party that leads the work, once there is one. */
  readonly lead: PartyId | null
}

/** What is unfinished when the matter leaves its stage, and so ends with it: orders are taken back, proceedings withdrawn. */
type Left = { readonly withdrawn: readonly OrderId[]; readonly leaves: readonly ProceedingId[] }

export type CourseEvent = { readonly outcome: string } & Left &
  (
    | { readonly type: 'StageEntered'; readonly course: Course }
    | { readonly type: 'MatterClosed'; readonly end: NonNullable<Outcome['end']> }
  )

const clocksOf = (stage: Stage, raisedAt: Instant, now: Instant): readonly Clock[] =>
  CLOCK_KINDS.flatMap((kind) => {
    const limit = stage.limits[kind]
    return limit ? [startClock(kind, limit, stage.since === 'raised' ? raisedAt : now, SHIPPED_CALENDAR)] : []
  })

const responsibleFor = (procedure: Procedure, stage: Stage, seating: Seating, lead: PartyId | null): PartyId => {
  const byDoer = stage.act === 'do' || (stage.act === 'revisit' && stage.settings.by === 'doer')
  if (byDoer && lead) return lead
  const roles = stage.actors.flatMap((seat) => seatOf(procedure, seat).roles)
  return roles.map((role) => seating[role]).find((party) => party !== undefined) ?? seating.staff
}

type Arrival = Pick<Position, 'procedure' | 'seating' | 'lead'> & { readonly raisedAt: Instant; readonly visit: number }

/** Begins a visit of a stage: its clocks start and somebody is responsible. */
export const enterStage = (key: string, arrival: Arrival, now: Instant): Course => {
  const stage = stageOfProcedure(arrival.procedure, key)
  return {
    stage: key,
    visit: arrival.visit,
    enteredAt: now,
    responsible: responsibleFor(arrival.procedure, stage, arrival.seating, arrival.lead),
    clocks: clocksOf(stage, arrival.raisedAt, now),
  }
}

/** Raising is the first stage's whole act, so a course begins where that stage leads. */
export const beginCourse = (procedure: Procedure, seating: Seating, now: Instant): Course => {
  const target = firstStage(procedure).outcomes[0]?.to
  if (!target) throw new Error(`procedure ${procedure.key}@${procedure.version} ends where it begins`)
  return enterStage(target, { procedure, seating, lead: null, raisedAt: now, visit: 1 }, now)
}

/** Orders go along only from handing out to doing; every other way takes back what is unfinished. */
const ordersGoAlong = (from: Stage, to: Stage): boolean => from.act === 'assign' && to.act === 'do'

const ordersOnEntering = (orders: Facts['orders'], from: Stage, to: Stage): Facts['orders'] => {
  if (ordersGoAlong(from, to)) return orders
  const newRound = to.act === 'assign' || to.act === 'do'
  return newRound ? [] : orders.map((order) => (isUnfinished(order) ? { ...order, status: 'withdrawn' } : order))
}

const WORK: readonly Act[] = ['sort', 'assign', 'discuss', 'review', 'decide', 'publish', 'do']

/** A rating below the line or a failed revisit opens the matter again: limits count anew and a new answer is owed. */
const opensAgain = (from: Stage, to: Stage): boolean =>
  (from.act === 'rate' || from.act === 'revisit') && WORK.includes(to.act)

const proceedingsOnEntering = (proceedings: Facts['proceedings'], from: Stage, to: Stage): Facts['proceedings'] => {
  const left = leftBehind(proceedings, from.act, to.act)
  const newRound = to.act === 'assign' || (to.act === 'do' && from.act !== 'inspect')
  return proceedings
    .filter(({ kind }) => !newRound || kind !== 'project')
    .map((each) => (left.includes(each) ? { ...each, status: 'withdrawn' } : each))
}

/** The facts as a new visit finds them: a round of orders ends when work is to be handed out anew. */
export const factsOnEntering = (facts: Facts, from: Stage, to: Stage, course: Course): Facts => ({
  ...facts,
  ...(opensAgain(from, to) && { raisedAt: course.enteredAt, answered: false }),
  enteredAt: course.enteredAt,
  visit: course.visit,
  orders: ordersOnEntering(facts.orders, from, to),
  proceedings: proceedingsOnEntering(facts.proceedings, from, to),
  thisVisit: NO_VISIT_FACTS,
})

export const stageNow = (position: Position): Stage => stageOfProcedure(position.procedure, position.course.stage)

export const gatesOpen = (outcome: Outcome, facts: Facts, now: Instant): boolean =>
  outcome.gates.every((gate) => isOpen(gate, facts, now))

/** The outcomes that an actor may choose now. */
export const choices = (position: Position, now: Instant): readonly Outcome[] =>
  stageNow(position).outcomes.filter((outcome) => outcome.taken === 'choice' && gatesOpen(outcome, position.facts, now))

const unfinished = ({ orders }: Facts): readonly OrderId[] => orders.filter(isUnfinished).map(({ order }) => order)

const idsOf = (proceedings: readonly Proceeding[]): readonly ProceedingId[] => proceedings.map(({ id }) => id)

/** Leaves the present stage by an outcome. */
export const take = (position: Position, { key, to, end }: Outcome, now: Instant): CourseEvent => {
  const { procedure, facts, course } = position
  const from = stageNow(position)
  if (end) {
    const leaves = idsOf(leftBehind(facts.proceedings, from.act, null))
    return { type: 'MatterClosed', outcome: key, end, withdrawn: unfinished(facts), leaves }
  }
  const target = stageOfProcedure(procedure, to!)
  const raisedAt = opensAgain(from, target) ? now : facts.raisedAt
  const next = enterStage(target.key, { ...position, raisedAt, visit: course.visit + 1 }, now)
  const withdrawn = ordersGoAlong(from, target) ? [] : unfinished(facts)
  const leaves = idsOf(leftBehind(facts.proceedings, from.act, target.act))
  return { type: 'StageEntered', outcome: key, course: next, withdrawn, leaves }
}

const MOST_STEPS = 24

/** Everything that now follows by itself; a procedure that would run in a circle is a bug that the checker refuses. */
export const settle = (start: Position, now: Instant): readonly CourseEvent[] => {
  const events: CourseEvent[] = []
  let position = start
  for (let step = 0; step < MOST_STEPS; step++) {
    const stage = stageNow(position)
    const outcome = stage.outcomes.find((each) => each.taken === 'itself' && gatesOpen(each, position.facts, now))
    if (!outcome) return events
    const event = take(position, outcome, now)
    events.push(event)
    if (event.type === 'MatterClosed') return events
    const next = stageOfProcedure(position.procedure, event.course.stage)
    const facts = factsOnEntering(position.facts, stage, next, event.course)
    position = { ...position, course: event.course, facts }
  }
  throw new Error(
    `procedure ${start.procedure.key}@${start.procedure.version} runs in a circle at ${start.course.stage}`,
  )
}

const opensByWaiting = ({ facts }: Position, { gates }: Outcome): Instant | null => {
  const waits = gates.flatMap((gate) => (gate.gate === 'waited' ? [waitedUntil(facts, gate.limit)] : []))
  const others = gates.filter(({ gate }) => gate !== 'waited')
  if (!others.every((gate) => isOpen(gate, facts, facts.enteredAt))) return null
  return waits.toSorted().at(-1) ?? null
}

/** The next moment at which waiting alone opens an outcome of this stage. */
export const nextOpening = (position: Position): Instant | null =>
  earliest(
    stageNow(position)
      .outcomes.filter((outcome) => outcome.taken === 'itself')
      .map((outcome) => opensByWaiting(position, outcome))
      .filter((at) => at !== null),
  )
