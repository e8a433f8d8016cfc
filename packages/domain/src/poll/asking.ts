// What may be asked of whom under a rule, and what is drawn up of it: the checks that drafting, drafting anew and redrawing the list share.
import { localDateOf } from '../calendar/index.ts'
import { type Meta, type Refused, refuse } from '../kernel/index.ts'
import { againUnfit } from './election-again.ts'
import type { Assembly, Poll, PollBody, PollRefusal } from './poll.ts'
import type { AssemblyPlan } from './assembly.ts'
import { type Electorate, digestOf, isEmpty, namesTwice, totalsOf } from './electorate.ts'
import { type Question, isPreference, questionFits } from './question.ts'
import { type PollRule, type Way, asksOwners, isInForce } from './rule.ts'

export type Asked = {
  readonly rule: PollRule
  readonly way: Way
  readonly question: Question
  readonly electorate: Electorate
  readonly plan: AssemblyPlan | null
  readonly earlier?: Poll | undefined
}

export const inForce = (rule: PollRule, { now }: Pick<Meta, 'now'>): Refused<PollRefusal> | null =>
  isInForce(rule, localDateOf(now))
    ? null
    : refuse('poll-rule-not-in-force', { from: rule.effectiveFrom, to: rule.effectiveTo ?? '' })

/** Ballots of units are of units only; and whoever asks owners calls an assembly, with its notice and its dates. */
export const listUnfit = ({
  rule,
  electorate,
  plan,
}: Pick<Asked, 'rule' | 'electorate' | 'plan'>): Refused<PollRefusal> | null => {
  if ('totals' in electorate) return plan ? refuse('electorate-unfit') : null
  const ofUnits = rule.ballotOf === 'unit'
  if (electorate.voters.some(({ unit }) => (unit !== null) !== ofUnits)) return refuse('electorate-unfit')
  if (ofUnits && !asksOwners(rule)) return plan ? refuse('electorate-unfit') : null
  return ofUnits && !plan ? refuse('assembly-missing') : null
}

/** What ranks or scores is for rules of the residents' own: the law knows for and against, and one option of several. */
const questionUnfit = ({ rule, question }: Pick<Asked, 'rule' | 'question'>): Refused<PollRefusal> | null => {
  if (isPreference(question) && !rule.ties) return refuse('preference-unfit')
  return rule.questions.includes(question.type) ? null : refuse('question-unfit')
}

/** Orders and points cannot be told by totals, and no hand shows them: each ballot has to be kept. */
export const handsUnfit = ({ type }: Pick<Question, 'type'>): Refused<'hands-cannot-rank'> | null =>
  type === 'ranked' || type === 'scored' ? refuse('hands-cannot-rank') : null

const wayUnfit = ({ rule, way, question, electorate }: Asked): Refused<PollRefusal> | null => {
  const unfitting = way === 'counted' ? handsUnfit(question) : null
  if (unfitting) return unfitting
  const kept = way === 'ballots' && 'totals' in electorate
  return kept || !rule.ways.includes(way) ? refuse('way-unfit') : null
}

/** Whether a question that was found fit may be asked of this list. */
export const unfitList = (asked: Asked): Refused<PollRefusal> | null => {
  const { rule, electorate } = asked
  const no = wayUnfit(asked) ?? listUnfit(asked)
  if (no) return no
  if (isEmpty(electorate, rule)) return refuse('electorate-empty')
  return namesTwice(electorate) ? refuse('voters-twice') : null
}

/** Whether this may be asked of these voters in this way at all. */
export const unfit = (asked: Asked): Refused<PollRefusal> | null => {
  const { rule, way, question } = asked
  const unfitting = questionUnfit(asked) ?? questionFits(question)
  if (unfitting) return unfitting
  if (rule.secrecy === 'secret' && way === 'ballots') return refuse('secret-on-paper')
  return unfitList(asked) ?? againUnfit(asked)
}

export const drawnUp = (poll: PollBody['id'], { rule, electorate }: Pick<Asked, 'rule' | 'electorate'>) => ({
  electorate,
  named: 'voters' in electorate ? electorate.voters.length : null,
  totals: totalsOf(electorate, rule),
  digest: digestOf(poll, electorate),
})

export const planned = (plan: AssemblyPlan | null): Assembly | null =>
  plan && { ...plan, notice: null, extensions: 0, resultNotice: null }
