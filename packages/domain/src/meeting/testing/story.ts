// Words to tell a meeting's story in tests: who was invited, who came, what was asked, and what followed.
import { type Actor, type Instant, type Refused, isRefused } from '../../kernel/index.ts'
import { STAFF } from '../../matter/testing/community.ts'
import { FORMAL } from '../../matter/testing/procedures.ts'
import { asks, given, raised, sorting } from '../../reactions/testing/story.ts'
import { WEDNESDAY } from '../../reactions/testing/world.ts'
import {
  HALF_OF_INVITED,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  NO_MEETING,
  type NewInvitee,
  type StandingMeeting,
  meetingRules,
} from '../index.ts'

/** Where a meeting may be called. */
export const AT_TALK = given(raised, asks(STAFF, sorting({}, FORMAL)))

export const WHEN: Instant = '2026-11-30T11:00:00.000Z'
export const SEATS = [
  { key: 'branch', names: { zh: '党组织', en: 'Party organisation' } },
  { key: 'property', names: { zh: '物业公司', en: 'Property company' } },
  { key: 'neighbours', names: { zh: '居民代表', en: 'Residents' } },
] as const

export const invitee = (seat: string | null, name: string, more: Partial<NewInvitee> = {}): NewInvitee => ({
  seat,
  party: null,
  person: null,
  name,
  ...more,
})
export const FIVE = [
  invitee('branch', '党总支', { party: 'pty_branch' }),
  invitee('property', '安居物业', { party: 'pty_property' }),
  invitee('neighbours', '王阿姨'),
  invitee('neighbours', '李老师'),
  invitee('neighbours', ''),
]

type Command<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>

export const calling = (change: Partial<Command<'CallMeeting'>> = {}): Command<'CallMeeting'> => ({
  type: 'CallMeeting',
  id: 'mtg_1',
  matter: AT_TALK.matter,
  format: 'joint',
  title: '楼道灯怎么换',
  when: WHEN,
  where: '居委会会议室',
  code: 'k7m2p9q4r1',
  door: '402913',
  seats: SEATS,
  invited: FIVE,
  agenda: [
    { text: '换什么灯', minutes: 20 },
    { text: '谁来换', minutes: null },
  ],
  share: HALF_OF_INVITED,
  ...change,
})

export const decide = (meeting: Meeting, command: MeetingCommand, actor: Actor = STAFF, now: Instant = WHEN) =>
  meetingRules.decide(meeting, command, { actor, now, ids: (prefix) => `${prefix}_new` })

/** The code of the refusal; null where it is allowed. */
export const refusal = (...asked: Parameters<typeof decide>): string | null => {
  const answer = decide(...asked)
  return isRefused(answer) ? answer.refused : null
}

const sure = (answer: ReturnType<typeof decide>) => {
  if (isRefused(answer)) throw new Error(`refused: ${(answer as Refused).refused}`)
  return answer
}
export const told = (...asked: Parameters<typeof decide>): readonly MeetingEvent[] => sure(decide(...asked)).events

/** All asked by the desk at the hour of the meeting. */
export const when = (meeting: Meeting, ...commands: readonly MeetingCommand[]): StandingMeeting => {
  const after = commands.reduce((so, command) => sure(decide(so, command)).state, meeting)
  if (after.status === 'absent') throw new Error('no meeting was called')
  return after
}

export const called = (change: Partial<Command<'CallMeeting'>> = {}): StandingMeeting => {
  const { state } = sure(decide(NO_MEETING, calling(change), STAFF, WEDNESDAY))
  return when(state)
}

export const signingIn = (number: number | null, name: string, door: string | null = null): Command<'SignIn'> => ({
  type: 'SignIn',
  invitee: number,
  name,
  household: '',
  person: null,
  door,
})
/** The places one to so many are taken. */
export const came = (many: number): readonly MeetingCommand[] =>
  Array.from({ length: many }, (_, index) => signingIn(index + 1, `来的人${index + 1}`))

export const OPEN: MeetingCommand = { type: 'OpenMeeting', chair: 1 }
export const closing = (result: Command<'CloseMeeting'>['result']): MeetingCommand => ({
  type: 'CloseMeeting',
  result,
})
export const resolving = (change: Partial<NonNullable<Command<'RecordResolution'>['task']>> = {}): MeetingCommand => ({
  type: 'RecordResolution',
  item: 1,
  text: '换成声控灯',
  task: {
    party: 'pty_property',
    partyName: '安居物业',
    what: '换十二盏声控灯',
    by: '2026-12-10',
    lead: true,
    ...change,
  },
})
export const sits = (many: number, change: Partial<Command<'CallMeeting'>> = {}): StandingMeeting =>
  when(called(change), ...came(many), OPEN)

export const VOTE: Command<'CallVote'> = {
  type: 'CallVote',
  item: 1,
  poll: 'pol_1',
  question: '换成声控灯，行不行？',
}
export const COUNTED: Command<'NoteVote'> = {
  type: 'NoteVote',
  poll: 'pol_1',
  result: {
    passed: true,
    counts: [
      { mark: 'for', text: '', heads: 2 },
      { mark: 'against', text: '', heads: 1 },
    ],
  },
}
