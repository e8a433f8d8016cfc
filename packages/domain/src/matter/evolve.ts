// How each event changes a matter: the fold that turns a story into its present state.
import { type Clock, stopClock } from '../clock/index.ts'
import { type Instant, during } from '../kernel/index.ts'
import {
  type Facts,
  type OrderFact,
  type VisitFacts,
  factsOnEntering,
  firstFacts,
  stageOfProcedure,
  standingOrders,
} from '../procedure/index.ts'
import type { EventOf, MatterEvent } from './event.ts'
import { firstRecordings, withRemark, withTranscript } from './holding.ts'
import type { ClosedMatter, Matter, OpenMatter } from './matter.ts'

const raised = (event: EventOf<'MatterRaised'>): OpenMatter => ({
  status: 'open',
  id: event.id,
  community: event.community,
  path: event.path,
  procedure: event.procedure,
  seating: event.seating,
  course: event.course,
  facts: firstFacts(event.course.enteredAt, event.course.visit),
  raiser: event.raiser,
  firstAsked: null,
  lead: null,
  escalation: 0,
  listed: false,
  missed: false,
  nudgedAt: null,
  recordings: firstRecordings(event),
  help: null,
})

const withFacts = (matter: OpenMatter, facts: Partial<Facts>): OpenMatter => ({
  ...matter,
  facts: { ...matter.facts, ...facts },
})

const inVisit = (matter: OpenMatter, facts: Partial<VisitFacts>): OpenMatter =>
  withFacts(matter, { thisVisit: { ...matter.facts.thisVisit, ...facts } })

const withClocks = (matter: OpenMatter, clocks: readonly Clock[]): OpenMatter => ({
  ...matter,
  course: { ...matter.course, clocks },
})

/** Stops the clocks of a kind; the moment comes with the event that meets them. */
export const stopKind = (clocks: readonly Clock[], kind: Clock['kind'], at: Instant): readonly Clock[] =>
  clocks.map((clock) => (clock.kind === kind && clock.stoppedAt === null ? stopClock(clock, at) : clock))

const replaceClock = (matter: OpenMatter, clock: Clock): OpenMatter =>
  withClocks(
    matter,
    matter.course.clocks.map((each) => (each.kind === clock.kind ? clock : each)),
  )

const entered = (matter: OpenMatter, { course }: EventOf<'StageEntered'>): OpenMatter => {
  const from = stageOfProcedure(matter.procedure, matter.course.stage)
  const to = stageOfProcedure(matter.procedure, course.stage)
  return { ...matter, course, facts: factsOnEntering(matter.facts, from, to, course) }
}

const placed = (matter: OpenMatter, event: EventOf<'OrdersPlaced'>): OpenMatter => {
  const orders = event.orders.map(({ order, party, lead }) => ({
    order,
    party,
    lead,
    status: 'placed' as const,
    photos: 0,
    visit: matter.course.visit,
  }))
  const lead = orders.find((order) => order.lead)?.party ?? null
  const working = stageOfProcedure(matter.procedure, matter.course.stage).act === 'do'
  const course = lead && working ? { ...matter.course, responsible: lead } : matter.course
  return { ...withFacts(matter, { orders: [...matter.facts.orders, ...orders] }), course, lead: lead ?? matter.lead }
}

const sorted = (
  matter: OpenMatter,
  { sorting, procedure, stage, firstAsked }: EventOf<'MatterSorted'>,
): OpenMatter => ({
  ...withFacts(matter, { sorting }),
  procedure,
  course: { ...matter.course, stage },
  firstAsked: matter.firstAsked ?? firstAsked,
})

const signed = (matter: OpenMatter, { seat, verdict, conditions }: EventOf<'MatterSigned'>): OpenMatter => {
  const others = matter.facts.thisVisit.signatures.filter((signature) => signature.seat !== seat)
  const set = conditions.map(({ condition }) => ({ condition, seat, met: false }))
  return withFacts(inVisit(matter, { signatures: [...others, { seat, verdict }] }), {
    conditions: [...matter.facts.conditions, ...set],
  })
}

/** What a quorate meeting comes to is the result of the talk. */
const proceeded = (matter: OpenMatter, { proceeding }: EventOf<'ProceedingNoted'>): OpenMatter => {
  const { proceedings, thisVisit } = matter.facts
  const known = proceedings.some(({ id }) => id === proceeding.id)
  const after = withFacts(matter, {
    proceedings: known
      ? proceedings.map((each) => (each.id === proceeding.id ? proceeding : each))
      : [...proceedings, proceeding],
  })
  const talked = proceeding.kind === 'meeting' && proceeding.visit === matter.course.visit && proceeding.quorate
  return talked ? inVisit(after, { talk: proceeding.result ?? thisVisit.talk }) : after
}

/** Whoever gave its order back leads no longer: until another does, the committee answers for the work. */
const withoutLead = (matter: OpenMatter, { party }: OrderFact): OpenMatter => {
  const { lead, course, facts, seating } = matter
  if (lead !== party || standingOrders(facts).some((order) => order.lead)) return matter
  const responsible = course.responsible === party ? seating.staff : course.responsible
  return { ...matter, lead: null, course: { ...course, responsible } }
}

const noted = (matter: OpenMatter, { order, status, photos }: EventOf<'OrderNoted'>): OpenMatter => {
  const orders = matter.facts.orders.map((each) => (each.order === order ? { ...each, status, photos } : each))
  const before = matter.facts.orders.find((each) => each.order === order)
  const gaveBack = status === 'declined' || status === 'withdrawn'
  const after = withFacts(matter, { orders })
  return before?.lead && gaveBack ? withoutLead(after, before) : after
}

const closed = (matter: OpenMatter, end: ClosedMatter['end']): ClosedMatter => ({ ...matter, status: 'closed', end })

/** A reopened matter is as new: what was said and done before is its story, and opens no gate. */
const reopened = (matter: ClosedMatter, { course }: EventOf<'MatterReopened'>): OpenMatter => {
  const { end: _, ...standing } = matter
  const anew = firstFacts(course.enteredAt, course.visit)
  const sortedAgain = stageOfProcedure(matter.procedure, course.stage).act === 'sort'
  const facts = { ...anew, sorting: sortedAgain ? null : matter.facts.sorting }
  return { ...standing, status: 'open', course, facts, lead: null }
}

const open = (matter: Matter): OpenMatter => during(matter, 'open')

const raisedOnce = (matter: Matter): OpenMatter | ClosedMatter => during(matter, 'open', 'closed')

const same = (matter: Matter): Matter => matter

const folds: { readonly [Type in MatterEvent['type']]: (matter: Matter, event: EventOf<Type>) => Matter } = {
  MatterRaised: (_, event) => raised(event),
  MatterSorted: (matter, event) => sorted(open(matter), event),
  OrdersPlaced: (matter, event) => placed(open(matter), event),
  OrderNoted: (matter, event) => noted(open(matter), event),
  ControlReported: same,
  TalkRecorded: (matter, { result }) => inVisit(open(matter), { talk: result }),
  MatterSigned: (matter, event) => signed(open(matter), event),
  ConditionMet: (matter, { condition }) =>
    withFacts(open(matter), {
      conditions: open(matter).facts.conditions.map((each) =>
        each.condition === condition ? { ...each, met: true } : each,
      ),
    }),
  ProceedingNoted: (matter, event) => proceeded(open(matter), event),
  AnswerGiven: (matter) => withFacts(inVisit(open(matter), { answered: true }), { answered: true }),
  MatterRated: (matter, { score }) => inVisit(open(matter), { rating: score }),
  MatterRevisited: (matter, { found }) => inVisit(open(matter), { revisit: found }),
  ConventionRecorded: (matter, { convention }) =>
    withFacts(open(matter), { conventions: [...open(matter).facts.conventions, convention] }),
  StageEntered: (matter, event) => entered(open(matter), event),
  MatterClosed: (matter, { end }) => closed(open(matter), end),
  ClosedByLink: (matter, { end }) => closed(open(matter), end),
  ClocksPaused: (matter, { clocks }) => withClocks(open(matter), clocks),
  ClocksResumed: (matter, { clocks }) => withClocks(open(matter), clocks),
  ClocksRecounted: (matter, { clocks }) => withClocks(open(matter), clocks),
  ClocksStopped: (matter, { clocks }) => withClocks(open(matter), clocks),
  ClockReminded: (matter, { clock }) => replaceClock(open(matter), clock),
  ClockBreached: (matter, { clock }) => ({ ...replaceClock(open(matter), clock), missed: true }),
  MatterEscalated: (matter, { level }) => ({ ...open(matter), escalation: level }),
  MatterListed: (matter) => ({ ...open(matter), listed: true }),
  MatterUnlisted: (matter) => ({ ...open(matter), listed: false }),
  RemarkAdded: (matter, event) => withRemark(raisedOnce(matter), event),
  MatterNudged: (matter, { at }) => ({ ...open(matter), nudgedAt: at }),
  MatterCorrected: same,
  MatterLinked: same,
  MatterReopened: (matter, event) => reopened(during(matter, 'closed'), event),
  RecordingTranscribed: (matter, event) => withTranscript(raisedOnce(matter), event),
  ConsentGiven: (matter, { helper, consent }) => ({ ...raisedOnce(matter), help: { helper, consent } }),
  ConsentWithdrawn: (matter) => ({ ...raisedOnce(matter), help: null }),
}

export const evolve = (matter: Matter, event: MatterEvent): Matter =>
  (folds[event.type] as (matter: Matter, event: MatterEvent) => Matter)(matter, event)
