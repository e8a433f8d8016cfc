// What a paper ballot moves: once it is settled it is handed in as its unit's ballot in each question, like any other, and by whoever settled it.
import { paperBallot } from '../capabilities/paper-ballot/index.ts'
import { ballot } from '../capabilities/poll/index.ts'
import { type Reaction, follow, on } from '../kernel/react.ts'

const handIn = on(paperBallot, ({ subject: { community }, state, event, actor }) => {
  if (event.type !== 'PaperSettled' || state.status === 'absent') return []
  const { marks, where, readers } = event
  return state.questions.flatMap(({ poll, ballot: id }) => {
    const choice = marks[poll]
    return choice ? [follow(ballot, { community, id }, { type: 'NoteBallot', choice, where, readers }, actor)] : []
  })
})

export const paperBallotReactions: readonly Reaction[] = [handIn]
