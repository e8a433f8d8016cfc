// Meetings in every state, one command of each kind, and where it leads.
import { later } from '../../kernel/index.ts'
import { type Meeting, type MeetingCommand, NO_MEETING } from '../index.ts'
import {
  COUNTED,
  OPEN,
  VOTE,
  WHEN,
  called,
  calling,
  came,
  closing,
  invitee,
  resolving,
  signingIn,
  sits,
  when,
} from './story.ts'

export const CANCEL: MeetingCommand = { type: 'CancelMeeting', reason: '停电' }
export const remark: MeetingCommand = { type: 'NoteRemark', item: 1, text: '太暗了', by: '居民代表' }
export const option: MeetingCommand = {
  type: 'OfferOption',
  item: 1,
  title: '换声控灯',
  pros: ['省电'],
  cons: ['要布线'],
  cost: '2400.00',
  by: '物业',
}
export const CLOSED = when(sits(3), remark, option, resolving(), VOTE, closing('agreed'))
const SIGNED = when(CLOSED, { type: 'SignMinutes', attendee: 1 }, { type: 'SignMinutes', attendee: 2 })
export const IN: { readonly [Status in Meeting['status']]: Meeting } = {
  absent: NO_MEETING,
  called: when(called(), ...came(1)),
  sitting: when(sits(3), remark, VOTE),
  closed: CLOSED,
  minuted: SIGNED,
  cancelled: when(sits(3), VOTE, CANCEL),
}
export const COMMANDS: { readonly [Type in MeetingCommand['type']]: MeetingCommand } = {
  CallMeeting: calling({ when: later(WHEN, 1000) }),
  ChangeMeeting: { type: 'ChangeMeeting', when: later(WHEN, 86_400_000), where: '活动室' },
  Invite: { type: 'Invite', invited: [invitee(null, '张律师')] },
  SignIn: signingIn(4, '李老师'),
  StrikeSignIn: { type: 'StrikeSignIn', attendee: 1, reason: '签错了' },
  OpenMeeting: OPEN,
  BeginItem: { type: 'BeginItem', item: 2 },
  NoteRemark: remark,
  OfferOption: option,
  RecordResolution: resolving(),
  CallVote: { type: 'CallVote', item: 2, poll: 'pol_2', question: '由物业来换，行不行？' },
  NoteVote: COUNTED,
  StrikeLine: { type: 'StrikeLine', kind: 'remark', number: 4 },
  CloseMeeting: closing('settled'),
  CorrectMinutes: { type: 'CorrectMinutes', text: '改过的纪要' },
  SignMinutes: { type: 'SignMinutes', attendee: 3 },
  CancelMeeting: CANCEL,
  NoteHandedOut: { type: 'NoteHandedOut', orders: [{ order: 'ord_1', party: 'pty_property' }] },
}

/** Where a command leads from each status; what is not named here is refused. */
export const LEADS: Record<MeetingCommand['type'], Partial<Record<Meeting['status'], Meeting['status']>>> = {
  CallMeeting: { absent: 'called' },
  ChangeMeeting: { called: 'called' },
  Invite: { called: 'called', sitting: 'sitting' },
  SignIn: { called: 'called', sitting: 'sitting' },
  StrikeSignIn: { called: 'called', sitting: 'sitting' },
  OpenMeeting: { called: 'sitting' },
  BeginItem: { sitting: 'sitting' },
  NoteRemark: { sitting: 'sitting' },
  OfferOption: { sitting: 'sitting' },
  RecordResolution: { sitting: 'sitting' },
  CallVote: { sitting: 'sitting' },
  NoteVote: { sitting: 'sitting', closed: 'closed', minuted: 'minuted', cancelled: 'cancelled' },
  StrikeLine: { sitting: 'sitting' },
  CloseMeeting: { sitting: 'closed' },
  CorrectMinutes: { closed: 'closed' },
  SignMinutes: { closed: 'closed' },
  CancelMeeting: { called: 'cancelled', sitting: 'cancelled' },
  NoteHandedOut: { closed: 'closed', minuted: 'minuted' },
}
export const byClock = (type: string) => type === 'NoteHandedOut' || type === 'NoteVote'
export const cells = Object.keys(IN).flatMap((status) =>
  Object.values(COMMANDS).map((command) => ({ status: status as Meeting['status'], command })),
)
