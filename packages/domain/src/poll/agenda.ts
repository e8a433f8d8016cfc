// An agenda (一会多议): several questions that one assembly of owners decides at once. Each is a poll of its own with its own rule and verdict; list, notice, dates and sheets are those of the first.
import type { LocalDate } from '../calendar/index.ts'
import { type Refused, refuse } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'
import { type AssemblyPlan, type OwnTerms, firstBroken, lawOf } from './assembly.ts'
import type { LawFinding } from './law-finding.ts'
import type { Amounts } from './measure.ts'
import type { PollBody, PollRefusal } from './poll.ts'
import type { PollRule } from './rule.ts'

/** With the first one; more do not fit on one page of A4 in a type that everybody can read. */
export const MOST_QUESTIONS = 6

/** The plan of a further question: units, caller and dates as the first has them. */
export const planBeside = (first: AssemblyPlan, { topic, regime, basis }: OwnTerms): AssemblyPlan => {
  const { scope, caller, reelection, opensAt, closesAt, preparation } = first
  const beside = { topic, regime, basis, scope, caller, reelection, opensAt, closesAt }
  return preparation ? { ...beside, preparation } : beside
}

type Ruled = Pick<PollBody, 'rule'>

/** What the rules of one sheet have in common: who opens, who counts, and which of two ballots holds stand on it once. */
const sheetTerms = ({ openers, tellers, precedence, secrecy, ballotOf }: PollRule): string =>
  canonicalText({ openers: openers.toSorted(), tellers: tellers.toSorted(), precedence, secrecy, ballotOf })

export const shareSheet = (first: PollRule, other: PollRule): boolean => sheetTerms(first) === sheetTerms(other)

type Listed = Pick<PollBody, 'way' | 'named' | 'totals' | 'assembly'>

const declared = ({ way, named, assembly }: Listed): string => {
  if (!assembly) return ''
  const { topic: _, regime: __, basis: ___, ...plan } = planBeside(assembly, assembly)
  return canonicalText({ way, named, plan })
}

/** Alike in each measure that both rules count: what owners prefer is counted by heads alone. */
const alike = (one: Amounts, other: Amounts): boolean =>
  (['heads', 'area'] as const).every(
    (measure) => one[measure] === undefined || other[measure] === undefined || one[measure] === other[measure],
  )

/** The same units with the same heads and areas, asked from the same moment to the same moment. */
export const shareAssembly = (first: Listed, other: Listed): boolean =>
  declared(first) === declared(other) && alike(first.totals, other.totals)

const NO_GAPS = { ownersUnknown: 0, areasMissing: 0 }
type Questioned = Pick<PollBody, 'rule' | 'question' | 'assembly' | 'totals'>

const brokenIn = ({ rule, question, assembly, totals }: Questioned, noticeDay: LocalDate): LawFinding | null =>
  assembly && firstBroken(lawOf({ rule, question, plan: assembly, gaps: NO_GAPS, noticeDay, totals }))

/** The whole agenda beside the law: the first thing that does not hold, and of which question (from one). */
export const lawOfAgenda = (
  questions: readonly (Questioned & Listed)[],
  noticeDay: LocalDate,
): Refused<PollRefusal> | null => {
  const [first] = questions
  for (const [index, each] of questions.entries()) {
    if (first && !(shareAssembly(first, each) && shareSheet(first.rule, each.rule))) return refuse('agenda-unfit')
    const broken = brokenIn(each, noticeDay)
    if (broken) return refuse('law-not-kept', { check: broken.check, ref: broken.ref, item: index + 1 })
  }
  return null
}

/** All may be prolonged only as often and as long as the strictest of their rules has declared (R1.60); null where one has not. */
export const extensionOf = (questions: readonly (Ruled & Pick<PollBody, 'assembly'>)[]): number | null => {
  const days = questions.map(({ rule: { extension }, assembly }) =>
    extension && assembly && assembly.extensions < extension.times ? extension.days : 0,
  )
  const least = Math.min(...days)
  return least > 0 ? least : null
}
