// Gates: each can open in its stage, no two ways open together, and whoever waits is not left waiting. PRODUCT.md sections 3 and 4.
import type { Act } from '../acts.ts'
import { contradict, openTogether } from '../gate-logic.ts'
import type { Gate, GateName } from '../gates.ts'
import type { Outcome, Procedure, Stage } from '../schema.ts'
import { type Finding, found } from './finding.ts'
import { reachedFrom, waysOf } from './graph.ts'

const ACTS_OF_GATE: Partial<Record<GateName, readonly Act[]>> = {
  'talk-ended': ['discuss'],
  quorum: ['discuss', 'decide'],
  'poll-passed': ['discuss', 'decide'],
  'poll-failed': ['discuss', 'decide'],
  'draw-settled': ['discuss', 'decide'],
  'notice-elapsed': ['publish'],
  'objections-answered': ['publish'],
  'objection-upheld': ['publish'],
  'milestones-accepted': ['do', 'inspect'],
  'signed-by': ['review', 'inspect'],
  'rated-at-least': ['rate'],
  'rated-below': ['rate'],
  revisited: ['revisit'],
  'convention-recorded': ['codify', 'close'],
}

const ORDER_GATES: readonly GateName[] = ['orders-placed', 'orders-done', 'all-declined', 'evidence-attached']

/** Stages in which an order may stand: where work is handed out or done, and whatever comes after. */
const afterOrders = (procedure: Procedure): ReadonlySet<string> => {
  const ways = waysOf(procedure)
  const working = procedure.stages.filter(({ act }) => act === 'assign' || act === 'do')
  return new Set(working.flatMap(({ key }) => [...reachedFrom(ways, key)]))
}

const neverOpens = (gate: Gate, stage: Stage, withOrders: ReadonlySet<string>): boolean => {
  if (ORDER_GATES.includes(gate.gate) && !withOrders.has(stage.key)) return true
  if (gate.gate === 'orders-placed') return stage.act === 'assign' && gate.min > stage.settings.parties.max
  if (gate.gate === 'sorted-as')
    return stage.act === 'raise' || [gate.levels, gate.colours, gate.sizes].some((words) => words?.length === 0)
  return gate.gate === 'answer-given' && stage.act === 'raise'
}

const checkGate = (gate: Gate, stage: Stage, withOrders: ReadonlySet<string>): readonly Finding[] => {
  const detail = { gate: gate.gate }
  const acts = ACTS_OF_GATE[gate.gate]
  if (acts && !acts.includes(stage.act)) return [found('gate-out-of-place', { detail: { ...detail, act: stage.act } })]
  if (gate.gate === 'signed-by' && !stage.actors.includes(gate.seat))
    return [found('signer-not-here', { detail: { seat: gate.seat } })]
  return neverOpens(gate, stage, withOrders) ? [found('gate-never-opens', { detail })] : []
}

const eachGate = (procedure: Procedure): Finding[] => {
  const withOrders = afterOrders(procedure)
  return procedure.stages.flatMap((stage) =>
    stage.outcomes.flatMap((outcome) => {
      const where = { stage: stage.key, outcome: outcome.key }
      const single = outcome.gates.flatMap((gate) => checkGate(gate, stage, withOrders))
      const together = contradict(outcome.gates) ? [found('gates-contradict')] : []
      return [...single, ...together].map((finding) => ({ ...finding, ...where }))
    }),
  )
}

const alone = (outcome: Outcome): boolean => outcome.taken === 'itself'
const sameTarget = (one: Outcome, other: Outcome): boolean => one.to === other.to && one.end === other.end

/** Raising is done by being raised, so that its way out needs no gate. */
const ungated = (stage: Stage): Finding[] =>
  stage.act === 'raise'
    ? []
    : stage.outcomes
        .filter((outcome) => alone(outcome) && outcome.gates.length === 0)
        .map(({ key }) => found('opens-without-gates', { stage: stage.key, outcome: key }))

const ambiguous = (stage: Stage): Finding[] => {
  const gated = stage.outcomes.filter((outcome) => alone(outcome) && outcome.gates.length > 0)
  return gated.flatMap((one, index) =>
    gated
      .slice(index + 1)
      .filter((other) => !sameTarget(one, other) && openTogether(one.gates, other.gates))
      .map((other) =>
        found('ambiguous-outcomes', { stage: stage.key, outcome: one.key, detail: { other: other.key } }),
      ),
  )
}

export const checkGates = (procedure: Procedure): Finding[] => [
  ...eachGate(procedure),
  ...procedure.stages.flatMap((stage) => [...ungated(stage), ...ambiguous(stage)]),
]
