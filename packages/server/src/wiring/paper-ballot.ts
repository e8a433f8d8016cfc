// What a paper ballot moves: once it is settled it is handed in as its unit's ballot, like any other, and by whoever settled it.
import { paperBallot } from '../capabilities/paper-ballot/index.ts'
import { ballot } from '../capabilities/poll/index.ts'
import { type Reaction, follow, on } from '../kernel/react.ts'

const handIn = on(paperBallot, ({ subject, event, actor }) => {
  if (event.type !== 'PaperSettled') return []
  const { choice, where, readers } = event
  return [follow(ballot, subject, { type: 'NoteBallot', choice, where, readers }, actor)]
})

export const paperBallotReactions: readonly Reaction[] = [handIn]
