// What makes a poll an assembly of owners (业主大会): matter, units, who calls it, how silence counts, and from when to when. RULES R1.15, R1.32, R1.45, R1.47.
import { z } from 'zod'
import { type LocalDate, localDateOf, noticeSatisfied } from '../calendar/index.ts'
import type { Instant } from '../kernel/index.ts'
import { UNIT_USES } from '../territory/index.ts'
import type { Amounts } from './measure.ts'
import { preparationLaw, preparationSchema } from './preparation.ts'
import { type Question, isPreference } from './question.ts'
import { type PollRule, REGIMES, isInForce } from './rule.ts'
import { electionLaw } from './election-law.ts'
import { type LawFinding, advice, finding } from './law-finding.ts'
import { CALLERS, SCOPES, TOPICS, isStatutory, restsDuringReelection } from './topic.ts'

const instant = z.custom<Instant>((value) => typeof value === 'string' && /^\d{4}-.*\.\d{3}Z$/.test(value))

export const scopeSchema = z.strictObject({
  kind: z.enum(SCOPES),
  /** Of the node, `''` for the whole community. */
  path: z.string().max(200),
  /** As people call it: `12号楼`. */
  name: z.string().max(100),
  /** Which units count: whether parking does is for the rules of procedure to say (R1.10). */
  uses: z.array(z.enum(UNIT_USES)).min(1),
  /** Which nodes consent, where the rule asks zones. */
  zones: z.enum(['zone', 'building']),
})
export type Scope = z.infer<typeof scopeSchema>

export const assemblySchema = z.strictObject({
  topic: z.enum(TOPICS),
  scope: scopeSchema,
  regime: z.enum(REGIMES),
  /** The clause of the registered rules that allows the regime; empty for the strict one. */
  basis: z.string().trim().max(500),
  caller: z.enum(CALLERS),
  /** A re-election group has been formed and no new committee stands yet. */
  reelection: z.boolean(),
  opensAt: instant,
  closesAt: instant,
  /** Absent of what was drafted before it was asked. */
  preparation: preparationSchema.optional(),
})
export type AssemblyPlan = z.infer<typeof assemblySchema>

/** What is said apart of each question of an agenda; everything else is the assembly's. */
export type OwnTerms = Pick<AssemblyPlan, 'topic' | 'regime' | 'basis'>

/** Of the list: how many units have no known owner, and how many no area. */
export type ListGaps = { readonly ownersUnknown: number; readonly areasMissing: number }

type Planned = {
  readonly rule: PollRule
  readonly question: Question
  readonly plan: AssemblyPlan
  readonly gaps: ListGaps
  /** Of all who vote, where the law looks at it. */
  readonly totals?: Amounts
  /** The day on which the notice hangs or would hang. */
  readonly noticeDay: LocalDate
}

const onRegime = ({ rule, question, plan }: Planned): readonly LawFinding[] => {
  if (plan.regime === 'strict') return []
  return [
    finding('regime', 'R1.30–R1.32', rule.silent.includes(plan.regime) && plan.basis !== ''),
    finding('regime-question', 'R1.32', question.type === 'for-against'),
    advice('regime-risk', 'R1.33', false),
  ]
}

/** The rule is one for this matter: what the Civil Code leaves to owners is decided for or against, by heads and areas, and never by an order, points or ticks. */
const onTopic = ({ rule: { topics }, question, plan: { topic } }: Planned): LawFinding =>
  isPreference(question)
    ? finding('preference-alone', 'R1.1, R1.3', !isStatutory(topic))
    : finding('topic', 'R1.1, R1.3', topics.length === 0 || topics.includes(topic))

/** The draft beside the law, check by check; the console shows all of them, announcing stops at the first that does not hold. */
export const lawOf = (planned: Planned): readonly LawFinding[] => {
  const { rule, plan, gaps, noticeDay } = planned
  const { topic, scope, opensAt, closesAt } = plan
  const opening = localDateOf(opensAt)
  const rests = plan.caller === 'owners-committee' && plan.reelection && restsDuringReelection(topic)
  return [
    finding('rule-in-force', rule.source.zh, isInForce(rule, opening)),
    onTopic(planned),
    finding('scope', 'R1.47, R1.51', rule.scopes.length === 0 || rule.scopes.includes(scope.kind)),
    finding('powers', 'R1.45', !rests),
    finding('notice', 'R0.5, R1.15', rule.noticeDays === 0 || noticeSatisfied(noticeDay, opening, rule.noticeDays)),
    finding('period', 'R1.60', opensAt < closesAt),
    ...onRegime(planned),
    ...electionLaw(planned),
    ...preparationLaw(planned),
    advice('owners-unknown', 'R1.16', gaps.ownersUnknown === 0),
    advice('areas-missing', 'R1.6', gaps.areasMissing === 0),
  ]
}

export const firstBroken = (findings: readonly LawFinding[]): LawFinding | null =>
  findings.find(({ holds, advice }) => !holds && !advice) ?? null
