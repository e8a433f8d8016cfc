// Counts a vote again, from its totals or from an exported poll: the same tally that decided it, on anybody's own machine.
import {
  type Amounts,
  type Counts,
  type FullVerdict,
  type PollRule,
  REGIMES,
  type Regime,
  type ZoneFigures,
  figuresSchema,
  impossible,
  pollRuleByKey,
  pollRuleSchema,
  tally,
  verdictOn,
} from '@yishi/domain/poll'
import { exactJson } from './exact-json.ts'
import { type Command, type Outcome, badInput, isOutcome } from './outcome.ts'
import { isElection, tallyElection } from './tally-election.ts'
import { isSecret, tallySecret } from './tally-secret.ts'
import { isExported, tallyExported } from './tally-exported.ts'
import { type ClaimedCounts, countsIn, electorateIn } from './tally-figures.ts'
import { verdictWords } from './verdict-words.ts'

const USAGE = 'yishi tally FILE'

type Fields = Readonly<Record<string, unknown>>
type Claim = {
  readonly rule: PollRule
  readonly regime: Regime
  readonly electorate: Amounts
  readonly counts: Counts
  readonly silence: ClaimedCounts['silence']
  /** Where the rule asks zones: the figures of each. */
  readonly zones?: readonly ZoneFigures[] | undefined
}

const ruleIn = ({ rule }: Fields): PollRule | Outcome => {
  if (typeof rule === 'string') return pollRuleByKey(rule) ?? badInput('poll-rule-unknown', rule)
  const parsed = pollRuleSchema.safeParse(rule)
  return parsed.success ? parsed.data : badInput('unreadable-rule', parsed.error.issues[0]?.path.join('.') ?? '')
}

const regimeIn = ({ regime = 'strict' }: Fields, { silent }: PollRule): Regime | Outcome => {
  const known = REGIMES.find((each) => each === regime)
  if (known === undefined) return badInput('regime-unknown', String(regime))
  return silent.includes(known) ? known : badInput('regime-not-allowed', known)
}

/** Whether invalid ballots take part: as the rule has it, unless the claim says otherwise (R1.4). */
const withInvalid = (rule: PollRule, { invalid = rule.invalid }: Fields): PollRule | Outcome =>
  invalid === 'participates' || invalid === 'absent' ? { ...rule, invalid } : badInput('unreadable-claim', 'invalid')

const claimIn = (value: unknown): Claim | Outcome => {
  if (typeof value !== 'object' || value === null) return badInput('unreadable-claim', 'it is no object')
  const fields = value as Fields
  const named = ruleIn(fields)
  const rule = isOutcome(named) ? named : withInvalid(named, fields)
  if (isOutcome(rule)) return rule
  const regime = regimeIn(fields, rule)
  if (typeof regime === 'object') return regime
  const electorate = electorateIn(fields['electorate'])
  if (isOutcome(electorate)) return electorate
  const claimed = countsIn(fields['counts'])
  if (isOutcome(claimed)) return claimed
  const no = impossible(electorate, claimed.counts)
  if (no) return { exit: 2, answer: { error: no.refused, detail: { ...no.detail } } }
  const zones = figuresSchema.shape.zones.safeParse(fields['zones'])
  if (!zones.success) return badInput('unreadable-claim', ['zones', ...zones.error.issues[0]!.path].join('.'))
  if (rule.zones && !zones.data) return badInput('zones-missing', rule.key)
  return { rule, regime, electorate, ...claimed, zones: zones.data }
}

const QUESTION = { type: 'for-against', text: '-', explanation: '' } as const

/** Nobody has shown that the silent ones were reached: they take no part. */
const withoutSilence = (verdict: FullVerdict): FullVerdict =>
  verdict.silent === 'participate' ? { ...verdict, silent: 'not-proven' } : verdict

/** Rules that ask zones know questions for or against alone. */
const verdictOf = ({ rule, regime, electorate, counts, silence, zones }: Claim): FullVerdict => {
  if (!rule.zones && silence === 'none')
    return withoutSilence(tally(rule, electorate, { ...counts, silent: {} }, regime))
  if (!rule.zones) return tally(rule, electorate, counts, regime)
  const { for: agreed, against, ...apart } = counts
  const figures = { ...apart, votes: { for: agreed, against }, zones: [...(zones ?? [])] }
  return verdictOn({ rule, electorate, question: QUESTION, regime }, figures, 'for')
}

const words = (claim: Claim) => {
  const { rule, regime } = claim
  const verdict = verdictOf(claim)
  const zones = verdict.zones?.map(({ zone, passed, vetoed }) => ({ zone, passed, vetoed }))
  return { ...verdictWords(rule, regime, verdict), ...(zones && { zones }) }
}

/** One claim, or one for each option of a question: each is judged as if it had been asked alone. */
const run: Command['run'] = ([path, ...more], read) => {
  if (path === undefined || more.length > 0) return badInput('usage', USAGE)
  const text = read(path)
  if (text === null) return badInput('unreadable-file', path)
  const value = exactJson(text)
  if (value === undefined) return badInput('not-json', path)
  if (isExported(value)) return tallyExported(value)
  if (isElection(value)) return tallyElection(value)
  if (isSecret(value)) return tallySecret(value)
  const claims = [value].flat().map(claimIn)
  if (claims.length === 0) return badInput('nothing-to-check', path)
  const wrong = claims.find(isOutcome)
  if (wrong) return wrong
  const answers = (claims as readonly Claim[]).map(words)
  return { exit: 0, answer: Array.isArray(value) ? { results: answers } : answers[0]! }
}

export const tallyClaims: Command = { usage: USAGE, run }
