// What follows from a term: the committee before it is succeeded, and people hear of it.
import { runningAt, term, termIsTold } from '../capabilities/term/index.ts'
import { type Reaction, follow, on } from '../kernel/react.ts'

const oldOnesGo = on(term, async ({ trx, subject: { community, id }, event }) => {
  if (event.type !== 'TermBegun') return []
  const others = (await runningAt(trx, community, event.path)).filter((other) => other !== id)
  return others.map((other) => follow(term, { community, id: other }, { type: 'SucceedTerm' }))
})

export const termReactions: readonly Reaction[] = [
  oldOnesGo,
  on(term, ({ subject, event }) => termIsTold(subject, event)),
]
