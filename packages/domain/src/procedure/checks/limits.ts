// Limits: a due time always exists, and no limit contradicts another of its stage. PRODUCT.md sections 3 and 6.
import { compareLimits } from '../../calendar/index.ts'
import type { Procedure, Stage } from '../schema.ts'
import { type Finding, found } from './finding.ts'

const ORDER = ['respond', 'control', 'finish'] as const

/** Every limit but `finish` can be met while the stage goes on, and then nothing is due. Nobody stands at raising. */
const withoutLimit = ({ key, act, limits }: Stage): Finding[] => {
  if (Object.values(limits).every((limit) => limit === undefined)) return [found('no-limit', { stage: key })]
  return limits.finish || act === 'raise' ? [] : [found('no-finish-limit', { stage: key })]
}

const contradicting = ({ key, limits }: Stage): Finding[] =>
  ORDER.flatMap((earlier, index) =>
    ORDER.slice(index + 1).flatMap((later) => {
      const [first, second] = [limits[earlier], limits[later]]
      return first && second && compareLimits(first, second) > 0
        ? [found('limits-contradict', { stage: key, detail: { earlier, later, first, second } })]
        : []
    }),
  )

const lateRevisit = (stage: Stage): Finding[] => {
  const { finish } = stage.limits
  if (stage.act !== 'revisit' || !finish || compareLimits(stage.settings.after, finish) <= 0) return []
  return [found('revisit-after-finish', { stage: stage.key, detail: { after: stage.settings.after, finish } })]
}

/** Where waiting is a way out, it must open before the stage itself counts as late. */
const lateWaiting = ({ key, limits, outcomes }: Stage): Finding[] =>
  outcomes.flatMap((outcome) =>
    outcome.gates.flatMap((gate) =>
      gate.gate === 'waited' && limits.finish && compareLimits(gate.limit, limits.finish) >= 0
        ? [
            found('waits-past-finish', {
              stage: key,
              outcome: outcome.key,
              detail: { waited: gate.limit, finish: limits.finish },
            }),
          ]
        : [],
    ),
  )

export const checkLimits = (procedure: Procedure): Finding[] =>
  procedure.stages.flatMap((stage) => [
    ...withoutLimit(stage),
    ...contradicting(stage),
    ...lateRevisit(stage),
    ...lateWaiting(stage),
  ])
