// An exported poll counted again: list, ballots and proofs are reconciled, and the verdict follows from them and from nothing else.
import type { Json } from '@yishi/domain/ledger'
import { type Amounts, exportedPollSchema, recountPoll } from '@yishi/domain/poll'
import { allocationWords } from './allocation-words.ts'
import { type Outcome, badInput } from './outcome.ts'
import { countWords } from './count-words.ts'
import { verdictWords } from './verdict-words.ts'

export const isExported = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 'yishi-poll/1'

const amountsWords = ({ ...amounts }: Amounts): Json => JSON.parse(JSON.stringify(amounts)) as Json

export const tallyExported = (value: unknown): Outcome => {
  const parsed = exportedPollSchema.safeParse(value)
  if (!parsed.success) return badInput('unreadable-poll', parsed.error.issues[0]?.path.join('.') ?? '')
  const { rule, regime, poll, digest } = parsed.data
  if (!rule.silent.includes(regime)) return badInput('regime-not-allowed', regime)
  const found = recountPoll(parsed.data)
  if ('refused' in found) return { exit: 2, answer: { error: found.refused, detail: { ...found.detail } } }
  const { reconciliation, electorate, outcome } = found
  const results = outcome.verdicts.map(({ choice, verdict }) => ({
    choice,
    ...verdictWords(rule, regime, verdict),
    ...(verdict.zones && {
      zones: verdict.zones.map(({ zone, passed, vetoed }) => ({ zone, passed, vetoed })),
    }),
  }))
  return {
    exit: reconciliation.balanced ? 0 : 1,
    answer: {
      poll,
      electorateDigest: digest,
      passed: outcome.passed,
      chosen: [...outcome.chosen],
      ...allocationWords(outcome),
      ...(outcome.count && { count: countWords(outcome.count) }),
      electorate: amountsWords(electorate),
      reconciliation: { ...reconciliation },
      results,
    },
  }
}
