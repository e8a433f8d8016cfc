// What a count decides: every choice is judged as if it had been asked alone, and of those that pass the most votes win.
import type { CountShown } from '../ranking/index.ts'
import { type SeatAllocation, allocateSeats, electedIn } from './election.ts'
import { type Figures, countsFor } from './figures.ts'
import { type Amounts, unitsOf } from './measure.ts'
import { choicesOf, seatsOf } from './marking.ts'
import { countPreference } from './preference.ts'
import { type PreferenceQuestion, type Question, isPreference } from './question.ts'
import type { PollRule, Regime } from './rule.ts'
import { type Verdict, tally } from './tally.ts'
import { type ZoneVerdict, withZones } from './zones.ts'

type Asking = {
  readonly rule: PollRule
  readonly electorate: Amounts
  readonly question: Question
  readonly regime?: Regime
  /** The order in which equal votes are settled, where the question ranks or scores. */
  readonly lots?: readonly string[] | null
}
export type FullVerdict = Verdict & { readonly zones?: readonly ZoneVerdict[] }

export type Outcome = {
  readonly passed: boolean
  /** What was decided: the options chosen, or `for`; empty where nothing was. */
  readonly chosen: readonly string[]
  /** Of a question that ranks or scores the quorum alone is judged, under `cast`. */
  readonly verdicts: readonly { readonly choice: string; readonly verdict: FullVerdict }[]
  /** Where people are elected by name: who has a seat, in which order, and what is voted on again. */
  readonly allocation?: SeatAllocation
  /** Where the question ranks or scores: every round or sum of the count; null where nobody named anything. */
  readonly count?: CountShown | null
}

/** Of the choices that pass, those with most votes, in the rule's first measure; a tie across the last place takes nobody in. */
const winners = ({ rule, question }: Asking, figures: Figures, passing: readonly string[]): readonly string[] => {
  const votes = (choice: string) => unitsOf(figures.votes[choice] ?? {}, rule.measures[0]!) ?? 0n
  const places = seatsOf(question)
  return passing.filter((choice) => passing.filter((other) => votes(other) >= votes(choice)).length <= places)
}

/** The verdict on one choice as if it had been asked alone, with the zones where they consent; the strict figures always beside (R1.32). */
export const verdictOn = (asking: Asking, figures: Figures, choice: string): FullVerdict => {
  const { rule, electorate, regime = 'strict' } = asking
  const verdict = tally(rule, electorate, countsFor(rule, figures, choice), regime)
  if (!rule.zones) return verdict
  const zoned = { rule, zones: figures.zones ?? [], choice }
  return withZones({ ...verdict, strict: withZones(verdict.strict, zoned, 'strict') }, zoned, regime)
}

/** Enough have to take part, as far as the rule asks; then those with most votes or points win. */
const preferred = (asking: Asking & { readonly question: PreferenceQuestion }, figures: Figures): Outcome => {
  const { rule, question, electorate, lots = null } = asking
  const count = countPreference({ question, figures, measure: rule.measures[0]!, ties: rule.ties ?? 'lot', lots })
  const verdict = tally(rule, electorate, countsFor(rule, { ...figures, votes: { cast: figures.cast ?? {} } }, 'cast'))
  const chosen = verdict.passed ? (count?.winners ?? []) : []
  const verdicts = rule.quorum.length > 0 ? [{ choice: 'cast', verdict }] : []
  return { passed: chosen.length > 0, chosen, verdicts, count }
}

export const outcomeOf = (asking: Asking, figures: Figures): Outcome => {
  const { question } = asking
  if (isPreference(question)) return preferred({ ...asking, question }, figures)
  const verdicts = choicesOf(question).map((choice) => ({ choice, verdict: verdictOn(asking, figures, choice) }))
  const passing = verdicts.filter(({ verdict }) => verdict.passed).map(({ choice }) => choice)
  if (question.type === 'candidates') {
    const allocation = allocateSeats(question, figures, passing)
    return { passed: allocation.open === 0, chosen: electedIn(allocation), verdicts, allocation }
  }
  const chosen = winners(asking, figures, passing)
  return { passed: chosen.length > 0, chosen, verdicts }
}
