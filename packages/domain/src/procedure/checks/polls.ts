// Decisions: each names a poll rule that is known and in force, and a committee does not decide what the law leaves to all owners. RULES R1.1, R1.22, R2.8.
import { pollRuleByKey } from '../../poll/library/index.ts'
import type { Procedure, Stage } from '../schema.ts'
import { type Finding, found } from './finding.ts'

type Deciding = Extract<Stage, { act: 'decide' }>

const deciding = ({ stages }: Procedure): readonly Deciding[] =>
  stages.filter((stage): stage is Deciding => stage.act === 'decide')

const checkRule = ({ key, settings }: Deciding): Finding[] => {
  const rule = pollRuleByKey(settings.rule)
  const detail = { rule: settings.rule }
  if (!rule) return [found('poll-rule-unknown', { stage: key, detail })]
  return rule.effectiveTo === null
    ? []
    : [found('poll-rule-replaced', { stage: key, detail: { ...detail, to: rule.effectiveTo }, source: rule.source.zh })]
}

const electorateOf = ({ settings }: Deciding) => pollRuleByKey(settings.rule)?.electorate

/**
 * A procedure does not say whether its matters are the owners' own, so this cannot be refused: where the owners' committee
 * decides and all owners are asked nowhere, somebody has to see that it is not used for what the law leaves to the assembly.
 */
const ownersNotAsked = (procedure: Procedure): Finding[] => {
  const stages = deciding(procedure)
  if (stages.some((stage) => electorateOf(stage) === 'owners')) return []
  return stages
    .filter((stage) => electorateOf(stage) === 'committee-members')
    .map(({ key }) => found('owners-not-asked', { stage: key, source: 'R1.1, R1.22《民法典》第二百七十八条' }))
}

export const checkPolls = (procedure: Procedure): Finding[] => [
  ...deciding(procedure).flatMap(checkRule),
  ...ownersNotAsked(procedure),
]
