// Counting the ballots that hold, each with the amounts of its voter.
import { type Amounts, sumOf } from './measure.ts'
import type { Figures } from './figures.ts'
import { type Question, marksOf } from './question.ts'
import type { PollRule } from './rule.ts'

export type Marked = { readonly choice: readonly string[]; readonly amounts: Amounts }

/** Whoever hands in a ballot is there; who says nothing in the hall is noted as abstaining. */
export const countBallots = (
  { rule, question }: { readonly rule: PollRule; readonly question: Question },
  ballots: readonly Marked[],
): Figures => {
  const sum = (marked: (choice: readonly string[]) => boolean) =>
    sumOf(
      ballots.filter(({ choice }) => marked(choice)).map(({ amounts }) => amounts),
      rule.measures,
    )
  const named = marksOf(question)
  const votes = Object.fromEntries(named.map((key) => [key, sum((choice) => choice.includes(key))]))
  return {
    present: sum(() => true),
    votes,
    ...(question.type === 'choose-some' && { cast: sum((choice) => choice.some((key) => named.includes(key))) }),
    abstain: sum((choice) => choice.includes('abstain')),
    invalid: sum((choice) => choice.includes('invalid')),
  }
}
