// The tally: from a rule, an electorate and a count to a verdict, in exact whole numbers. RULES R0.1–R0.3, R1.2–R1.4, R1.30–R1.33.
import { type Counts, isCounted } from './counts.ts'
import { type Inequality, inequalityOf } from './inequality.ts'
import { type Amounts, type Measure, unitsOf } from './measure.ts'
import type { PollRule, Regime, Threshold } from './rule.ts'

/** Where silent ballots went, and why. */
export type SilentGo = 'nowhere' | 'participate' | 'for' | 'against' | 'no-majority-to-follow' | 'not-proven'

export type Strict = {
  readonly quorumMet: boolean
  readonly passed: boolean
  readonly lines: readonly Inequality[]
}
export type Verdict = Strict & {
  readonly regime: Regime
  readonly silent: SilentGo
  /** The same count with nothing but the returned ballots: always published beside (R1.32). */
  readonly strict: Strict
}

type Figures = {
  readonly present: bigint
  readonly participants: bigint
  readonly for: bigint
  readonly against: bigint
}

const of = (amounts: Amounts, measure: Measure): bigint => unitsOf(amounts, measure) ?? 0n

/** The larger side, if it is larger in every measure that is counted; a silent ballot is one ballot and cannot go both ways. */
const largerSide = (rule: PollRule, counts: Counts): 'for' | 'against' | null => {
  const counted = rule.measures.filter((measure) => isCounted(counts, measure))
  const leads = (one: Amounts, other: Amounts) =>
    counted.length > 0 && counted.every((measure) => of(one, measure) > of(other, measure))
  if (leads(counts.for, counts.against)) return 'for'
  return leads(counts.against, counts.for) ? 'against' : null
}

const silentGo = (rule: PollRule, counts: Counts, regime: Regime): SilentGo => {
  if (regime === 'strict') return 'nowhere'
  if (regime === 'delivered-counts') return 'participate'
  if (rule.measures.every((measure) => of(counts.proven, measure) === 0n)) return 'not-proven'
  return largerSide(rule, counts) ?? 'no-majority-to-follow'
}

const figuresOf = (rule: PollRule, counts: Counts, measure: Measure, silent: SilentGo): Figures => {
  const [agreed, against, abstain, invalid] = [counts.for, counts.against, counts.abstain, counts.invalid].map((each) =>
    of(each, measure),
  ) as [bigint, bigint, bigint, bigint]
  const returned =
    agreed +
    against +
    (rule.abstaining === 'participates' ? abstain : 0n) +
    (rule.invalid === 'participates' ? invalid : 0n)
  const joined = silent === 'participate' ? of(counts.silent, measure) : 0n
  const followed = silent === 'for' || silent === 'against' ? of(counts.proven, measure) : 0n
  return {
    present: counts.present ? of(counts.present, measure) : returned,
    participants: returned + joined + followed,
    for: agreed + (silent === 'for' ? followed : 0n),
    against: against + (silent === 'against' ? followed : 0n),
  }
}

type Given = { readonly rule: PollRule; readonly electorate: Amounts; readonly counts: Counts }
type Test = { readonly test: Inequality['test']; readonly threshold: Threshold; readonly silent: SilentGo }

/** One threshold with its numbers, in each measure of the rule. */
const linesOfTest = ({ rule, electorate, counts }: Given, { test, threshold, silent }: Test): readonly Inequality[] =>
  rule.measures.map((measure) => {
    const total = unitsOf(electorate, measure)
    const asked = { test, threshold, measure, electorate: rule.electorate }
    if (total === null || !isCounted(counts, measure)) return inequalityOf(asked, null)
    const figures = { ...figuresOf(rule, counts, measure, silent), electorate: total }
    return inequalityOf(asked, { part: figures[threshold.part], whole: figures[threshold.whole] })
  })

const linesOf = (given: Given, silent: SilentGo): readonly Inequality[] => {
  const line = (test: Inequality['test']) => (threshold: Threshold) => linesOfTest(given, { test, threshold, silent })
  return [...given.rule.quorum.flatMap(line('quorum')), ...given.rule.majority.flatMap(line('majority'))]
}

/** Whether a zone with these figures stops the whole: by what was returned, whatever becomes of the silent ones. */
export const vetoLines = (given: Given, threshold: Threshold): readonly Inequality[] =>
  linesOfTest(given, { test: 'majority', threshold, silent: 'nowhere' })

const judged = (lines: readonly Inequality[]): Strict => {
  const hold = (all: readonly Inequality[]) => all.every(({ holds }) => holds === true)
  const quorumMet = hold(lines.filter(({ test }) => test === 'quorum'))
  return { quorumMet, passed: quorumMet && hold(lines), lines }
}

/** Figures that cannot be true are for `impossible` to refuse beforehand. */
export const tally = (rule: PollRule, electorate: Amounts, counts: Counts, regime: Regime = 'strict'): Verdict => {
  const given = { rule, electorate, counts }
  const silent = silentGo(rule, counts, regime)
  return { ...judged(linesOf(given, silent)), regime, silent, strict: judged(linesOf(given, 'nowhere')) }
}
