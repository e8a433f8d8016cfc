// What stands on file before an assembly is announced: who was told and heard, who proposed it, which clause counts parking, where paper is had.
// RULES R1.10, R1.14, R1.15, R1.18, R1.43, R1.49, R1.60, R1.61.
import { z } from 'zod'
import type { UnitUse } from '../territory/index.ts'
import { type LawFinding, advice, finding } from './law-finding.ts'
import { type Amounts, amountsSchema, unitsOf } from './measure.ts'
import type { PollRule } from './rule.ts'
import type { ScopeKind, Topic } from './topic.ts'

/** The owners who ask for an extraordinary meeting (临时会议): how many, with what area, and where their signatures are kept. */
const proposalSchema = z.strictObject({
  owners: amountsSchema.pick({ heads: true, area: true }).required(),
  evidence: z.string().trim().min(1).max(500),
})

export const preparationSchema = z.strictObject({
  /** When and how the housing authority and the residents' committee were told in writing, and what they said (上海 25, R1.43; 条例 14, R1.15). */
  told: z.string().trim().max(500).default(''),
  /** Where whoever has no phone is given a ballot on paper and hands it in (R1.60, R1.61). */
  paper: z.string().trim().max(200).default(''),
  /** The clause of the rules of procedure by which parking counts (R1.10). */
  parking: z.string().trim().max(500).default(''),
  proposal: proposalSchema.nullable().default(null),
})
export type Preparation = z.infer<typeof preparationSchema>

/** Of a draft that was drawn up before any of this was asked. */
export const UNPREPARED: Preparation = { told: '', paper: '', parking: '', proposal: null }

type Prepared = {
  readonly rule: PollRule
  readonly plan: {
    readonly topic: Topic
    readonly scope: { readonly kind: ScopeKind; readonly uses: readonly UnitUse[] }
    readonly preparation?: Preparation | undefined
  }
  readonly totals?: Amounts
}

/** At least the share (以上 includes it), in every measure that the rule names. */
const isEnough = (
  { share: [part, whole], measures }: NonNullable<PollRule['proposal']>,
  owners: Amounts,
  totals: Amounts,
): boolean =>
  measures.every((measure) => {
    const [asking, all] = [unitsOf(owners, measure), unitsOf(totals, measure)]
    return asking !== null && all !== null && asking * BigInt(whole) >= all * BigInt(part)
  })

const onProposal = ({ rule, plan, totals = {} }: Prepared): readonly LawFinding[] => {
  const proposal = plan.preparation?.proposal ?? null
  if (!proposal || !rule.proposal) return []
  return [finding('proposal', 'R1.14', isEnough(rule.proposal, proposal.owners, totals))]
}

/** Parking counts where the rules of procedure say so, and its clause is named. */
const onParking = ({ plan: { scope, preparation = UNPREPARED } }: Prepared): readonly LawFinding[] =>
  scope.uses.includes('parking') ? [finding('parking', 'R1.10', preparation.parking !== '')] : []

/** Said whenever such a thing is asked: nobody can see from a question whether it is an emergency, or who can prove that it affects them. */
const onTopic = ({ plan: { topic, scope } }: Prepared): readonly LawFinding[] => {
  if (topic === 'fund-use') return [advice('emergency', 'R1.49', false)]
  return topic === 'use-change' ? [advice('same-building', 'R1.18', scope.kind === 'building')] : []
}

export const preparationLaw = (prepared: Prepared): readonly LawFinding[] => {
  const { told, paper } = prepared.plan.preparation ?? UNPREPARED
  return [
    ...onProposal(prepared),
    ...onParking(prepared),
    advice('authorities-told', 'R1.15, R1.43', told !== ''),
    advice('paper-offered', 'R1.60, R1.61', paper !== ''),
    ...onTopic(prepared),
  ]
}
