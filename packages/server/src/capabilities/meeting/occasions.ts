// Who hears of a meeting: those invited when it is called, changed or called off; whoever raised the matter as well.
import type { Instant } from '@yishi/domain/kernel'
import type { MeetingEvent, StandingMeeting } from '@yishi/domain/meeting'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'

/** From which invitation on people are told; null where nobody is. */
const toldFrom = ({ invited }: StandingMeeting, event: MeetingEvent): number | null => {
  switch (event.type) {
    case 'MeetingCalled':
    case 'MeetingChanged':
    case 'MeetingCancelled':
      return 1
    case 'PeopleInvited':
      return invited.length - event.invited.length + 1
    default:
      return null
  }
}

/** `at` tells two changes of one meeting apart. */
export const messagesAfterMeeting = (
  { community, id: meeting }: Subject,
  state: StandingMeeting,
  event: MeetingEvent,
  at: Instant,
): readonly Consequence[] => {
  const from = toldFrom(state, event)
  if (from === null) return []
  const { type } = event
  const told = enqueue('tell-invited', { community, meeting, type, at, from: String(from) })
  return type === 'PeopleInvited'
    ? [told]
    : [told, enqueue('tell-raiser', { community, matter: state.matter, type, at })]
}
