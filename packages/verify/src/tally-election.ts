// The totals of an election by name counted again: each candidate by the rule, and the seats by heads and the declared tie rule.
import {
  type Figures,
  REGIMES,
  amountsSchema,
  figuresSchema,
  outcomeOf,
  pollRuleSchema,
  questionSchema,
  wrongFigures,
} from '@yishi/domain/poll'
import { z } from 'zod'
import { allocationWords } from './allocation-words.ts'
import { type Outcome, badInput } from './outcome.ts'
import { verdictWords } from './verdict-words.ts'

const electionFileSchema = z.strictObject({
  format: z.literal('yishi-election/1'),
  poll: z.string().max(60),
  rule: pollRuleSchema,
  regime: z.enum(REGIMES),
  question: questionSchema,
  electorate: amountsSchema,
  figures: figuresSchema,
})

export const isElection = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 'yishi-election/1'

export const tallyElection = (value: unknown): Outcome => {
  const parsed = electionFileSchema.safeParse(value)
  if (!parsed.success) return badInput('unreadable-poll', parsed.error.issues[0]?.path.join('.') ?? '')
  const { rule, regime, poll, question, electorate } = parsed.data
  const figures: Figures = parsed.data.figures
  if (!rule.silent.includes(regime)) return badInput('regime-not-allowed', regime)
  const no = wrongFigures({ rule, electorate, question }, figures, false)
  if (no) return { exit: 2, answer: { error: no.refused, detail: { ...no.detail } } }
  const outcome = outcomeOf({ rule, question, regime, electorate }, figures)
  return {
    exit: 0,
    answer: {
      poll,
      passed: outcome.passed,
      chosen: [...outcome.chosen],
      ...allocationWords(outcome),
      results: outcome.verdicts.map(({ choice, verdict }) => ({ choice, ...verdictWords(rule, regime, verdict) })),
    },
  }
}
