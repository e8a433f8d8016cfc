// Form: keys that are used once, names that exist, and a beginning that every procedure shares.
import type { Procedure, Stage } from '../schema.ts'
import { type Finding, found } from './finding.ts'
import { reachedFrom, waysOf } from './graph.ts'

const twice = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key, index) => keys.indexOf(key) !== index)),
]

const repeatedKeys = (procedure: Procedure): Finding[] => [
  ...twice(procedure.stages.map(({ key }) => key)).map((stage) => found('stage-key-twice', { stage })),
  ...twice(procedure.seats.map(({ key }) => key)).map((seat) => found('seat-key-twice', { detail: { seat } })),
  ...procedure.stages.flatMap((stage) =>
    twice(stage.outcomes.map(({ key }) => key)).map((outcome) =>
      found('outcome-key-twice', { stage: stage.key, outcome }),
    ),
  ),
]

const signers = (stage: Stage): readonly string[] =>
  stage.outcomes.flatMap(({ gates }) => gates.flatMap((gate) => (gate.gate === 'signed-by' ? [gate.seat] : [])))

const present = (stage: Stage): readonly string[] => (stage.act === 'discuss' ? stage.settings.present : [])

const seatsOf = (stage: Stage): readonly string[] => [...stage.actors, ...signers(stage), ...present(stage)]

const names = (procedure: Procedure): Finding[] => {
  const stages = new Set(procedure.stages.map(({ key }) => key))
  const seats = new Set(procedure.seats.map(({ key }) => key))
  const used = new Set(procedure.stages.flatMap(seatsOf))
  const unknownStages = procedure.stages.flatMap((stage) =>
    stage.outcomes
      .filter(({ to }) => to !== undefined && !stages.has(to))
      .map(({ key, to }) => found('unknown-stage', { stage: stage.key, outcome: key, detail: { to: to! } })),
  )
  const unknownSeats = procedure.stages.flatMap((stage) =>
    [...new Set(seatsOf(stage))]
      .filter((seat) => !seats.has(seat))
      .map((seat) => found('unknown-seat', { stage: stage.key, detail: { seat } })),
  )
  const idle = [...seats].filter((seat) => !used.has(seat))
  return [...unknownStages, ...unknownSeats, ...idle.map((seat) => found('seat-without-use', { detail: { seat } }))]
}

/** A matter may change its procedure while it is sorted, so that `raise` and `sort` are the same two stages everywhere. */
const beginning = ({ stages: [first, second, ...later] }: Procedure): Finding[] => {
  const shared =
    first?.key === 'raise' &&
    first.act === 'raise' &&
    second?.key === 'sort' &&
    second.act === 'sort' &&
    first.outcomes.length === 1 &&
    first.outcomes[0]!.to === 'sort'
  return [
    ...(shared ? [] : [found('begins-otherwise', { detail: { first: first?.act ?? '', second: second?.act ?? '' } })]),
    ...later
      .filter(({ act }) => act === 'raise' || act === 'sort')
      .map(({ key, act }) => found('act-out-of-place', { stage: key, detail: { act } })),
  ]
}

const WORK = ['assign', 'discuss', 'review', 'do']

const reopening = (procedure: Procedure): Finding[] => {
  const { reopensAt, stages } = procedure
  const stage = stages.find(({ key }) => key === reopensAt)
  if (!stage || stage.act === 'raise') return [found('reopens-at-unknown-stage', { detail: { to: reopensAt } })]
  const reached = reachedFrom(waysOf(procedure), reopensAt)
  const works = stages.some(({ key, act }) => reached.has(key) && WORK.includes(act))
  return works ? [] : [found('reopens-past-the-work', { stage: reopensAt })]
}

export const checkForm = (procedure: Procedure): Finding[] => [
  ...repeatedKeys(procedure),
  ...names(procedure),
  ...beginning(procedure),
  ...reopening(procedure),
]
