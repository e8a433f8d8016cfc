// The totals of an election by name counted again: each candidate by the rule, and the seats by heads and the declared tie rule.
import { recountSeats, seatFileSchema } from '@yishi/domain/poll'
import { allocationWords } from './allocation-words.ts'
import { type Outcome, badInput } from './outcome.ts'
import { verdictWords } from './verdict-words.ts'

export const isElection = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 'yishi-election/1'

export const tallyElection = (value: unknown): Outcome => {
  const parsed = seatFileSchema.safeParse(value)
  if (!parsed.success) return badInput('unreadable-poll', parsed.error.issues[0]?.path.join('.') ?? '')
  const outcome = recountSeats(parsed.data)
  if ('refused' in outcome) return { exit: 2, answer: { error: outcome.refused, detail: { ...outcome.detail } } }
  const { rule, regime, poll } = parsed.data
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
