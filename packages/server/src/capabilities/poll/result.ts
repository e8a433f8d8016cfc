// What a poll came to, for readers: figures and sums, the strict ones beside another regime, and what each regime would have made of it (R1.32).
import type { PollResult } from '@yishi/contract/poll-result'
import { type FullVerdict, type Outcome, type Strict, outcomeOf } from '@yishi/domain/poll'
import type { Selectable } from 'kysely'
import type { PollRow } from './tables.ts'

type Counted = Pick<Selectable<PollRow>, 'figures' | 'outcome' | 'rule' | 'question' | 'totals' | 'lots'>

const linesOf = ({ lines }: Strict) => lines.map(({ zh, en, holds, test }) => ({ zh, en, holds, test }))

const verdictOf = (choice: string, verdict: FullVerdict): PollResult['verdicts'][number] => ({
  choice,
  passed: verdict.passed,
  lines: linesOf(verdict),
  strict: verdict.regime === 'strict' ? null : { passed: verdict.strict.passed, lines: linesOf(verdict.strict) },
  zones: (verdict.zones ?? []).map(({ zone, passed, vetoed }) => ({ zone, passed, vetoed })),
})

/** The same document, in lists that an answer may carry. */
const countOf = ({ count }: Outcome): PollResult['count'] =>
  count ? (structuredClone(count) as PollResult['count']) : null

export const resultOf = ({ figures, outcome, rule, question, totals, lots }: Counted): PollResult | null =>
  figures &&
  outcome && {
    passed: outcome.passed,
    chosen: [...outcome.chosen],
    figures,
    count: countOf(outcome),
    verdicts: outcome.verdicts.map(({ choice, verdict }) => verdictOf(choice, verdict)),
    allocation: outcome.allocation
      ? {
          ...outcome.allocation,
          ranking: [...outcome.allocation.ranking],
          again: [...outcome.allocation.again],
        }
      : null,
    regimes: rule.silent.map((regime) => ({
      regime,
      passed: outcomeOf({ rule, question, electorate: totals, regime, lots: lots?.order ?? null }, figures).passed,
    })),
  }
