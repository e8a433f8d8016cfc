// A verdict as an answer: whether it holds in each measure, and its sums in both languages.
import type { Json } from '@yishi/domain/ledger'
import type { PollRule, Regime, Strict, Verdict } from '@yishi/domain/poll'

const lineText = ({ lines }: Strict): Json => lines.map(({ zh, en }) => ({ zh, en }))

const plain = (strict: Strict) => ({
  quorumMet: strict.quorumMet,
  passed: strict.passed,
  measures: Object.fromEntries(
    [...new Set(strict.lines.map(({ measure }) => measure))].map((measure) => {
      const own = strict.lines.filter((line) => line.measure === measure)
      const all = (lines: typeof own): Json =>
        lines.some(({ holds }) => holds === null) ? 'not-evaluated' : lines.every(({ holds }) => holds)
      return [measure, { quorumMet: all(own.filter(({ test }) => test === 'quorum')), passed: all(own) }]
    }),
  ),
})

export const verdictWords = (rule: PollRule, regime: Regime, verdict: Verdict): { readonly [key: string]: Json } => ({
  rule: rule.key,
  regime,
  ...plain(verdict),
  silent: verdict.silent,
  strict: { ...plain(verdict.strict), arithmetic: lineText(verdict.strict) },
  arithmetic: lineText(verdict),
})
