// Walks a path through the engine by making true what its gates ask for: proof that a drawn way is a way that is really taken.
import { HOUR, type Instant, later } from '../kernel/index.ts'
import {
  type CourseEvent,
  type Position,
  type Seating,
  beginCourse,
  choices,
  factsOnEntering,
  settle,
  stageNow,
  take,
} from './engine.ts'
import { type Facts, type OrderFact, firstFacts } from './facts.ts'
import { type Gate, type GateName, type GateOf, isOpen, waitedUntil } from './gates.ts'
import type { Path, Step } from './paths.ts'
import type { Proceeding } from './proceeding.ts'
import { type Outcome, type Procedure, firstStage, stageOfProcedure } from './schema.ts'

const orderOf = (facts: Facts, number: number): OrderFact => ({
  order: `ord_${facts.visit}-${number}`,
  party: `pty_${number}`,
  lead: number === 0,
  status: 'placed',
  photos: 0,
  visit: facts.visit,
})

const ordersAtLeast = (facts: Facts, least: number): readonly OrderFact[] =>
  Array.from(
    { length: Math.max(least, facts.orders.length) },
    (_, number) => facts.orders[number] ?? orderOf(facts, number),
  )

const withOrders = (facts: Facts, change: Partial<OrderFact>): Facts => ({
  ...facts,
  orders: ordersAtLeast(facts, 1).map((order) => ({ ...order, ...change })),
})

const inVisit = (facts: Facts, change: Partial<Facts['thisVisit']>): Facts => ({
  ...facts,
  thisVisit: { ...facts.thisVisit, ...change },
})

type Held = Proceeding extends infer P ? (P extends Proceeding ? Omit<P, 'visit' | 'status'> : never) : never

const held = (facts: Facts, proceeding: Held, status: Proceeding['status'] = 'ended'): Facts => ({
  ...facts,
  proceedings: [...facts.proceedings, { ...proceeding, visit: facts.visit, status } as Proceeding],
})

const makeTrue: { readonly [Name in GateName]: (facts: Facts, gate: GateOf<Name>) => Facts } = {
  'sorted-as': (facts, { levels, colours, sizes }) => ({
    ...facts,
    sorting: {
      level: levels?.[0] ?? facts.sorting?.level ?? 'II',
      colour: colours?.[0] ?? facts.sorting?.colour ?? 'yellow',
      size: sizes?.[0] ?? facts.sorting?.size ?? 'small',
      kind: facts.sorting?.kind ?? 'other',
    },
  }),
  'orders-placed': (facts, { min }) => ({ ...facts, orders: ordersAtLeast(facts, min) }),
  'orders-done': (facts) => withOrders(facts, { status: 'done' }),
  'all-declined': (facts) => withOrders(facts, { status: 'declined' }),
  'evidence-attached': (facts, { min }) => withOrders(facts, { photos: min }),
  'talk-ended': (facts, gate) => inVisit(facts, { talk: gate.as }),
  'signed-by': (facts, { seat, verdict }) =>
    inVisit(facts, { signatures: [...facts.thisVisit.signatures, { seat, verdict }] }),
  quorum: (facts) => held(facts, { kind: 'meeting', id: 'mtg_walked', quorate: true, result: 'agreed' }),
  'conditions-met': (facts) => ({ ...facts, conditions: facts.conditions.map((each) => ({ ...each, met: true })) }),
  'poll-passed': (facts) => held(facts, { kind: 'poll', id: 'pol_walked', passed: true }),
  'poll-failed': (facts) => held(facts, { kind: 'poll', id: 'pol_walked', passed: false }),
  'draw-settled': (facts) => held(facts, { kind: 'draw', id: 'drw_walked' }),
  'notice-elapsed': (facts) => held(facts, { kind: 'notice', id: 'ntc_walked', unanswered: 0, upheld: 0 }),
  'objections-answered': (facts) =>
    held(facts, { kind: 'notice', id: 'ntc_walked', unanswered: 0, upheld: 0 }, 'running'),
  'objection-upheld': (facts) => held(facts, { kind: 'notice', id: 'ntc_walked', unanswered: 0, upheld: 1 }, 'running'),
  'milestones-accepted': (facts) => held(facts, { kind: 'project', id: 'prj_walked' }),
  'answer-given': (facts) => inVisit({ ...facts, answered: true }, { answered: true }),
  'rated-at-least': (facts, { score }) => inVisit(facts, { rating: score }),
  'rated-below': (facts, { score }) => inVisit(facts, { rating: score - 1 }),
  revisited: (facts, gate) => inVisit(facts, { revisit: gate.found }),
  'convention-recorded': (facts) => ({ ...facts, conventions: [...facts.conventions, 'cnv_walked'] }),
  waited: (facts) => facts,
}

/** The least that has to happen for all these gates to be open; time is passed on by itself. */
const opened = (facts: Facts, gates: readonly Gate[], now: Instant): Facts =>
  gates.reduce(
    (so, gate) => (isOpen(gate, so, now) ? so : (makeTrue[gate.gate] as (facts: Facts, gate: Gate) => Facts)(so, gate)),
    facts,
  )

const timeFor = (facts: Facts, gates: readonly Gate[], now: Instant): Instant =>
  gates.reduce<Instant>((at, gate) => {
    const until = gate.gate === 'waited' ? waitedUntil(facts, gate.limit) : at
    return until > at ? until : at
  }, now)

const moved = (position: Position, event: CourseEvent): Position => {
  if (event.type === 'MatterClosed') return position
  const to = stageOfProcedure(position.procedure, event.course.stage)
  const facts = factsOnEntering(position.facts, stageNow(position), to, event.course)
  return { ...position, course: event.course, facts }
}

const eventsOf = (position: Position, outcome: Outcome, now: Instant): readonly CourseEvent[] => {
  const byThemselves = settle(position, now)
  if (outcome.taken === 'itself' || byThemselves.length > 0) return byThemselves
  return choices(position, now).includes(outcome) ? [take(position, outcome, now)] : []
}

const start = (procedure: Procedure, now: Instant): Position => {
  const seating: Seating = { staff: 'pty_staff' }
  const course = beginCourse(procedure, seating, now)
  return { procedure, seating, facts: firstFacts(now, course.visit), course, lead: null }
}

/** What the engine did, step by step: where it follows the path these are the path's own steps, and its arrival. */
export type Walked = { readonly steps: readonly Step[]; readonly arrives: Path['arrives'] }

/** A course begins where raising leads. Walks until the path's steps are used up; stops early where the engine goes another way. */
export const walk = (procedure: Procedure, path: Path, from: Instant): Walked => {
  let position = start(procedure, from)
  let now = from
  const raised = firstStage(procedure)
  const steps: Step[] = [{ stage: raised.key, outcome: raised.outcomes[0]!.key }]
  while (steps.length < path.steps.length) {
    const wanted = path.steps[steps.length]!
    const outcome = stageNow(position).outcomes.find(({ key }) => key === wanted.outcome)
    if (!outcome || wanted.stage !== position.course.stage) break
    now = timeFor(position.facts, outcome.gates, later(now, HOUR))
    position = { ...position, facts: opened(position.facts, outcome.gates, now) }
    const events = eventsOf(position, outcome, now).slice(0, path.steps.length - steps.length)
    if (events.length === 0) break
    for (const event of events) {
      steps.push({ stage: position.course.stage, outcome: event.outcome })
      if (event.type === 'MatterClosed') return { steps, arrives: { end: event.end } }
      position = moved(position, event)
    }
  }
  return { steps, arrives: { backAt: position.course.stage } }
}
