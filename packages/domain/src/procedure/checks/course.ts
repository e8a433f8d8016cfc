// Course: every stage is reached and left, no circle runs by itself, no end comes without an answer. PRODUCT.md section 3.
import { lasts, looksAt } from '../gate-logic.ts'
import type { Procedure, Stage } from '../schema.ts'
import { type Finding, found } from './finding.ts'
import { type Way, type WayFilter, onCircle, reachedFrom, waysOf } from './graph.ts'

const startsOf = (procedure: Procedure): readonly string[] =>
  [procedure.stages[0]!.key, procedure.reopensAt].filter((start) => procedure.stages.some(({ key }) => key === start))

const reached = (procedure: Procedure, passes?: WayFilter): ReadonlySet<string> =>
  new Set(startsOf(procedure).flatMap((start) => [...reachedFrom(waysOf(procedure), start, passes)]))

const lost = (procedure: Procedure): Finding[] => {
  const ways = waysOf(procedure)
  const visited = reached(procedure)
  const leavesFor = (stage: Stage): boolean => {
    const ahead = reachedFrom(ways, stage.key)
    return ways.some((way) => way.to === null && ahead.has(way.from.key))
  }
  return [
    ...procedure.stages.filter(({ key }) => !visited.has(key)).map(({ key }) => found('unreachable', { stage: key })),
    ...procedure.stages.filter((stage) => !leavesFor(stage)).map(({ key }) => found('dead-end', { stage: key })),
  ]
}

/** Work is handed out anew on this way, so that earlier orders no longer count (the engine's new round). */
const newRound = ({ from, to }: Way): boolean => to?.act === 'assign' || (to?.act === 'do' && from.act !== 'assign')

const byItself = ({ outcome }: Way): boolean => outcome.taken === 'itself'
const onLasting = ({ outcome }: Way): boolean => outcome.gates.every(lasts)
const onOrders = ({ outcome }: Way): boolean => outcome.gates.some((gate) => looksAt(gate) === 'orders')

/** A circle stands still only at a gate that the new visit closes: a fact of the visit, or orders after a new round. */
const circles = (procedure: Procedure): Finding[] => {
  const ways = waysOf(procedure)
  const running: readonly WayFilter[] = [
    (way) => byItself(way) && onLasting(way) && !onOrders(way),
    (way) => byItself(way) && onLasting(way) && !newRound(way),
  ]
  const stages = new Set(running.flatMap((passes) => onCircle(ways, passes)))
  return [...stages].map((stage) => found('runs-in-a-circle', { stage }))
}

/** "A matter is closed only with an answer": no end is reached without passing an `answer-given` gate, reopened or not. */
const unanswered = (procedure: Procedure): Finding[] => {
  const silent: WayFilter = ({ outcome }) => !outcome.gates.some(({ gate }) => gate === 'answer-given')
  const visited = reached(procedure, silent)
  return waysOf(procedure)
    .filter((way) => way.to === null && visited.has(way.from.key) && silent(way))
    .map((way) => found('ends-without-answer', { stage: way.from.key, outcome: way.outcome.key }))
}

export const checkCourse = (procedure: Procedure): Finding[] => [
  ...lost(procedure),
  ...circles(procedure),
  ...unanswered(procedure),
]
