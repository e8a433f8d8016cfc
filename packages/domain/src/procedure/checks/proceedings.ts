// Meetings, votes and notices: every result has a way on, no objection is passed over, and no period is shorter than the law's.
import { type Limit, compareLimits } from '../../calendar/index.ts'
import type { GateName } from '../gates.ts'
import type { Procedure, Stage } from '../schema.ts'
import { type Finding, type FindingCode, found } from './finding.ts'
import { reachedFrom, waysOf } from './graph.ts'

const asksFor = ({ outcomes }: Stage, gate: GateName): boolean =>
  outcomes.some(({ gates }) => gates.some((each) => each.gate === gate))

const NEEDED: readonly (readonly [Stage['act'], GateName, FindingCode])[] = [
  ['decide', 'poll-passed', 'passed-poll-lost'],
  ['decide', 'poll-failed', 'failed-poll-lost'],
  ['publish', 'objection-upheld', 'upheld-objection-lost'],
]

const lostResults = (stage: Stage): Finding[] =>
  NEEDED.filter(([act, gate]) => stage.act === act && !asksFor(stage, gate)).map(([, , code]) =>
    found(code, { stage: stage.key }),
  )

/** Objections block until they are answered (PRODUCT.md section 3, publish). */
const passedOver = (stage: Stage): Finding[] =>
  stage.outcomes
    .filter(({ gates }) => gates.some(({ gate }) => gate === 'notice-elapsed'))
    .filter(({ gates }) => gates.every(({ gate }) => gate !== 'objections-answered'))
    .map(({ key }) => found('objections-passed-over', { stage: stage.key, outcome: key }))

const daysOf = (days: number): Limit => `P${days}D`

const lateNotice = (stage: Stage): Finding[] => {
  const { finish } = stage.limits
  if (stage.act !== 'publish' || !finish) return []
  const hangs = daysOf(stage.settings.days)
  return compareLimits(hangs, finish) >= 0
    ? [found('notice-past-finish', { stage: stage.key, detail: { hangs, finish } })]
    : []
}

/** The agenda of an owners' assembly is announced at least fifteen days before it (物业管理条例 art. 14). */
const AGENDA = { days: 15, votes: /^cn-civil-code-278-/, source: 'R1.15《物业管理条例》第十四条' } as const

const isAssembly = (stage: Stage | null): boolean => stage?.act === 'decide' && AGENDA.votes.test(stage.settings.rule)

const agenda = (procedure: Procedure): Finding[] => {
  const ways = waysOf(procedure).filter(({ to }) => isAssembly(to))
  const unannounced = ways
    .filter(({ from }) => from.act !== 'publish' && !isAssembly(from))
    .map(({ from, outcome }) =>
      found('assembly-unannounced', { stage: from.key, outcome: outcome.key, source: AGENDA.source }),
    )
  const short = ways.flatMap(({ from }) =>
    from.act === 'publish' && from.settings.days < AGENDA.days
      ? [
          found('notice-too-short', {
            stage: from.key,
            detail: { days: daysOf(from.settings.days), least: daysOf(AGENDA.days) },
            source: AGENDA.source,
          }),
        ]
      : [],
  )
  return [...unannounced, ...new Map(short.map((finding) => [finding.stage, finding])).values()]
}

/** A reviewer's conditions are worth something only where a later gate asks whether they were met. */
const forgottenConditions = (procedure: Procedure): Finding[] => {
  const ways = waysOf(procedure)
  const asking = procedure.stages.filter((stage) => asksFor(stage, 'conditions-met')).map(({ key }) => key)
  return procedure.stages
    .filter(({ act }) => act === 'review')
    .filter(({ key }) => {
      const ahead = reachedFrom(ways, key)
      const works = procedure.stages.some((stage) => ahead.has(stage.key) && stage.act === 'do')
      return works && !asking.some((stage) => ahead.has(stage))
    })
    .map(({ key }) => found('condition-never-asked-for', { stage: key }))
}

export const checkProceedings = (procedure: Procedure): Finding[] => [
  ...procedure.stages.flatMap((stage) => [...lostResults(stage), ...passedOver(stage), ...lateNotice(stage)]),
  ...agenda(procedure),
  ...forgottenConditions(procedure),
]
