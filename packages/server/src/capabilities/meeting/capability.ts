// What the kernel has to know about meetings.
import {
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingRefusal,
  meetingEntry,
  meetingRules,
} from '@yishi/domain/meeting'
import type { Capability } from '../../kernel/capability.ts'
import { matterOfMeeting, meetingStore } from './store.ts'

export const meeting: Capability<Meeting, MeetingCommand, MeetingEvent, MeetingRefusal> = {
  name: 'meeting',
  rulebook: meetingRules,
  store: meetingStore,
  toEntry: meetingEntry,
  async parent(trx, subject, command) {
    const matter = command?.type === 'CallMeeting' ? null : await matterOfMeeting(trx, subject)
    return matter ? { capability: 'matter', community: subject.community, id: matter } : null
  },
}
