// What a poll moves: its matter, the other questions of its agenda, and the voters who are asked when it opens.
import { matterMovedByPoll, othersMovedByFirst } from '@yishi/domain/reactions'
import { matter } from '../capabilities/matter/index.ts'
import { ballot, ballotsOfVoter, isAside, othersOf, poll } from '../capabilities/poll/index.ts'
import { type Reaction, enqueue, follow, on } from '../kernel/react.ts'
import { endsWithStage } from './stage.ts'

const matterFollows = on(poll, async ({ trx, subject: { community }, state, event }) => {
  if (state.status === 'absent') return []
  const moves = matterMovedByPoll(state, event)
  if (moves.length === 0 || (await isAside(trx, state))) return []
  return moves.map(({ to, command }) => follow(matter, { community, id: to }, command))
})

const tellVoters = on(poll, ({ subject: { community, id }, state, event }) =>
  // Several questions that are asked together ask for one answer.
  event.type === 'PollOpened' && state.status !== 'absent' && state.way === 'ballots' && !state.agenda
    ? [enqueue('tell-voters', { community, poll: id })]
    : [],
)

const othersFollow = on(poll, async ({ trx, subject, state, event }) => {
  if (state.status === 'absent' || !state.assembly || state.agenda) return []
  const { community } = subject
  const others = (await othersOf(trx, subject).execute()).map(({ poll_id: id }) => id)
  return othersMovedByFirst(state, event, others).map(({ to, led }) =>
    follow(poll, { community, id: to }, { type: 'FollowFirst', first: state.id, led }),
  )
})

/** Whoever votes for a unit with several owners does so on every question of the assembly (R1.8). */
const unitFollows = on(ballot, async ({ trx, subject: { community, id }, event, actor }) => {
  // What followed already leads no further.
  if (event.type !== 'VoterChosen' || actor.kind === 'clock') return []
  const { poll: asked, voter, person, how, evidence } = event
  const all = await ballotsOfVoter(trx, { community, id: asked }, voter)
  return all
    .filter((each) => each !== id)
    .map((each) => follow(ballot, { community, id: each }, { type: 'FollowVoter', person, how, evidence }))
})

export const pollReactions: readonly Reaction[] = [
  endsWithStage('pol_', poll, { type: 'WithdrawPoll', reason: '' }),
  matterFollows,
  othersFollow,
  tellVoters,
  unitFollows,
]
