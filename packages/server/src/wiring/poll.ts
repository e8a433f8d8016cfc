// What a poll moves: its matter, and the voters who are asked when it opens.
import { matterMovedByPoll, othersMovedByFirst } from '@yishi/domain/reactions'
import { matter } from '../capabilities/matter/index.ts'
import { othersOf, poll } from '../capabilities/poll/index.ts'
import { type Reaction, enqueue, follow, on } from '../kernel/react.ts'
import { endsWithStage } from './stage.ts'

const matterFollows = on(poll, ({ subject: { community }, state, event }) =>
  state.status === 'absent'
    ? []
    : matterMovedByPoll(state, event).map(({ to, command }) => follow(matter, { community, id: to }, command)),
)

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

export const pollReactions: readonly Reaction[] = [
  endsWithStage('pol_', poll, { type: 'WithdrawPoll', reason: '' }),
  matterFollows,
  othersFollow,
  tellVoters,
]
