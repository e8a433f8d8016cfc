// What follows where two rows that voted were one person: the desk hears of it, with what to do.
import { ballot } from '../capabilities/poll/index.ts'
import { budgetBallot } from '../capabilities/budget/index.ts'
import { type Reaction, on } from '../kernel/react.ts'
import { rowWasSetAside } from '../voted-twice.ts'

export const samePersonReactions: readonly Reaction[] = [
  on(ballot, ({ subject, event }) =>
    event.type === 'BallotSetAside' ? [rowWasSetAside(subject, { ...event, list: event.poll, kind: 'poll' })] : [],
  ),
  on(budgetBallot, ({ subject, event }) =>
    event.type === 'BudgetBallotSetAside'
      ? [rowWasSetAside(subject, { ...event, list: event.budget, kind: 'budget' })]
      : [],
  ),
]
