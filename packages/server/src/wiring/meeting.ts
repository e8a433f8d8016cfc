// What a meeting moves: its matter, which may hand out what was resolved; and the people who are invited or told.
import { matterMovedByMeeting, meetingsMovedBy, voteToldBy } from '@yishi/domain/reactions'
import { matter } from '../capabilities/matter/index.ts'
import { meeting, meetingOfVote, messagesAfterMeeting } from '../capabilities/meeting/index.ts'
import { poll } from '../capabilities/poll/index.ts'
import { type Reaction, follow, on } from '../kernel/react.ts'
import { endsWithStage } from './stage.ts'

const meetingsFollow = on(matter, ({ subject: { community }, state, event }) =>
  state.status === 'absent'
    ? []
    : meetingsMovedBy(state, event).map(({ to, command }) => follow(meeting, { community, id: to }, command)),
)

const matterFollows = on(meeting, ({ subject: { community }, state, event }) =>
  state.status === 'absent'
    ? []
    : matterMovedByMeeting(state, event).map(({ to, command }) => follow(matter, { community, id: to }, command)),
)

const tellPeople = on(meeting, ({ subject, state, event, at }) =>
  state.status === 'absent' ? [] : messagesAfterMeeting(subject, state, event, at),
)

const votesAreNoted = on(poll, async ({ trx, subject: { community }, state, event }) => {
  const command = state.status === 'absent' ? null : voteToldBy(state, event)
  if (state.status === 'absent' || !command) return []
  const id = await meetingOfVote(trx, { community, matter: state.matter, poll: state.id })
  return id ? [follow(meeting, { community, id }, command)] : []
})

export const meetingReactions: readonly Reaction[] = [
  endsWithStage('mtg_', meeting, { type: 'CancelMeeting', reason: '' }),
  meetingsFollow,
  matterFollows,
  votesAreNoted,
  tellPeople,
]
