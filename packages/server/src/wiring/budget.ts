// What ends a round (once its ballots are closed, what holds is read under the same lock, and allocated), and who hears of it.
import { ballotsThatHold, budget, budgetBallot, noteIsTold, roundIsTold } from '../capabilities/budget/index.ts'
import { type Reaction, follow, on } from '../kernel/react.ts'

const allocateWhenClosed = on(budget, async ({ trx, subject, event }) =>
  event.type === 'RoundClosed'
    ? [follow(budget, subject, { type: 'AllocateRound', ballots: await ballotsThatHold(trx, subject) })]
    : [],
)

export const budgetReactions: readonly Reaction[] = [
  allocateWhenClosed,
  on(budget, ({ subject, event }) => roundIsTold(subject, event)),
  on(budgetBallot, ({ subject, event }) => noteIsTold(subject, event)),
]
