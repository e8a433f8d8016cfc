// What a poll moves: its matter, and the voters who are asked when it opens.
import { matterMovedByPoll } from '@yishi/domain/reactions'
import { matter } from '../capabilities/matter/index.ts'
import { poll } from '../capabilities/poll/index.ts'
import { type Reaction, enqueue, follow, on } from '../kernel/react.ts'
import { endsWithStage } from './stage.ts'

const matterFollows = on(poll, ({ subject: { community }, state, event }) =>
  state.status === 'absent'
    ? []
    : matterMovedByPoll(state, event).map(({ to, command }) => follow(matter, { community, id: to }, command)),
)

const tellVoters = on(poll, ({ subject: { community, id }, state, event }) =>
  event.type === 'PollOpened' && state.status !== 'absent' && state.way === 'ballots'
    ? [enqueue('tell-voters', { community, poll: id })]
    : [],
)

export const pollReactions: readonly Reaction[] = [
  endsWithStage('pol_', poll, { type: 'WithdrawPoll', reason: '' }),
  matterFollows,
  tellVoters,
]
