// What the law asks of the draft of an election: how many sit on the committee, and for how long the candidates are shown before anybody votes. RULES R1.22, R1.42, R1.60.
import { type LocalDate, localDateOf, noticeSatisfied } from '../calendar/index.ts'
import { openSeats } from './candidates.ts'
import { type LawFinding, advice, finding } from './law-finding.ts'
import { type Amounts, unitsOf } from './measure.ts'
import type { Instant } from '../kernel/index.ts'
import type { Question } from './question.ts'
import type { PollRule } from './rule.ts'

type Planned = {
  readonly rule: PollRule
  readonly question: Question
  readonly plan: { readonly opensAt: Instant }
  readonly noticeDay: LocalDate
  readonly totals?: Amounts
}

/** Where the whole is small enough, fewer are enough (上海 20). */
const leastOf = ({ committee, small }: NonNullable<PollRule['election']>, totals: Amounts): number => {
  const area = unitsOf(totals, 'area')
  const isSmall = small !== null && area !== null && area <= unitsOf({ area: small.area }, 'area')!
  return isSmall ? small.least : committee.least
}

export const electionLaw = ({ rule, question, plan, noticeDay, totals = {} }: Planned): readonly LawFinding[] => {
  const { election } = rule
  if (!election || question.type !== 'candidates') return []
  const { committee, options, tie } = question
  const fits = committee >= leastOf(election, totals) && committee <= election.committee.most
  const shown = noticeSatisfied(noticeDay, localDateOf(plan.opensAt), election.shownDays)
  return [
    finding('committee', 'R1.22, R1.42', fits),
    finding('tie-rule', 'R1.64', election.ties.includes(tie)),
    finding('candidates-shown', 'R1.60', election.shownDays === 0 || shown),
    advice('candidates-enough', 'R1.64', options.length >= openSeats(question)),
  ]
}
