// The rules before a meeting begins: who may call it, for when, who is to come, and how it is called off.
import {
  type Actor,
  HOUR,
  type Instant,
  type Meta,
  type Refused,
  belongsTo,
  covers,
  holds,
  later,
  refuse,
} from '../kernel/index.ts'
import { DESK, mayOpen, stageOfMatter } from '../matter/index.ts'
import type { CommandOf, MeetingEvent, NewInvitee } from './command.ts'
import { seatsToTake } from './formats.ts'
import type { CalledMeeting, Invitee, Meeting, MeetingRefusal, SittingMeeting, StandingMeeting } from './meeting.ts'
import type { QuorumRule } from './quorum.ts'

export type Answer = readonly MeetingEvent[] | Refused<MeetingRefusal>

/** People come early: from then on they may sign in, and the meeting may begin. */
export const SIGN_IN_OPENS = 2 * HOUR

type Run = Pick<StandingMeeting, 'community' | 'path' | 'host' | 'caller'>

/** While they still work here. */
const isCaller = ({ community, path, caller }: Run, actor: Actor): boolean =>
  actor.kind === 'person' &&
  actor.person === caller &&
  actor.hats.some((hat) => hat.community === community && hat.role !== 'resident' && covers(hat.path, path))

/** The desk, the party that is responsible for the stage, and whoever called it. */
export const runs = (meeting: Run, actor: Actor): boolean =>
  holds(actor, DESK, meeting.community, meeting.path) ||
  belongsTo(actor, meeting.host, meeting.path) ||
  isCaller(meeting, actor)

/** For whoever runs the meeting. */
export const byHost =
  <State extends StandingMeeting, Command>(rule: (meeting: State, command: Command, meta: Meta) => Answer) =>
  (meeting: State, command: Command, meta: Meta): Answer =>
    runs(meeting, meta.actor) ? rule(meeting, command, meta) : refuse('not-yours-to-do')

const numbered = (invited: readonly NewInvitee[], from: number): readonly Invitee[] =>
  invited.map((each, index) => ({ ...each, number: from + index + 1 }))

const seatsHold = (invited: readonly NewInvitee[], seats: CalledMeeting['seats']): boolean =>
  invited.every(({ seat }) => seat === null || seats.some(({ key }) => key === seat))

/** A seat that must be taken, or that is counted, and to which nobody was invited: no quorum could ever be met. */
const emptySeat = ({ present, share }: QuorumRule, invited: readonly NewInvitee[]): string | undefined =>
  [...present, ...(share?.seat ? [share.seat] : [])].find((key) => !invited.some(({ seat }) => seat === key))

export const call = (_: Meeting, command: CommandOf<'CallMeeting'>, { actor, now }: Meta): Answer => {
  const { type: __, matter, share, invited, agenda, ...about } = command
  const no = mayOpen(matter, 'meeting', actor)
  if (no) return no
  if (matter.status !== 'open') return refuse('not-at-this-stage')
  if (command.when <= now) return refuse('meeting-in-the-past')
  if (!seatsHold(invited, command.seats)) return refuse('seat-not-here')
  const quorum = { present: seatsToTake(command.format, stageOfMatter(matter)), share }
  const empty = emptySeat(quorum, invited)
  if (empty) return refuse('seat-without-people', { seat: empty })
  const { community, path, course } = matter
  const called: MeetingEvent = {
    ...about,
    type: 'MeetingCalled',
    community,
    matter: matter.id,
    path,
    visit: course.visit,
    host: course.responsible,
    caller: actor.kind === 'person' ? actor.person : null,
    quorum,
    invited: numbered(invited, 0),
    agenda: agenda.map((item, index) => ({ ...item, item: index + 1 })),
  }
  return [called]
}

export const change = byHost<CalledMeeting, CommandOf<'ChangeMeeting'>>(({ sequence }, { when, where }, { now }) =>
  when <= now ? refuse('meeting-in-the-past') : [{ type: 'MeetingChanged', when, where, sequence: sequence + 1 }],
)

export const invite = byHost<CalledMeeting | SittingMeeting, CommandOf<'Invite'>>(({ seats, invited }, command) =>
  seatsHold(command.invited, seats)
    ? [{ type: 'PeopleInvited', invited: numbered(command.invited, invited.length) }]
    : refuse('seat-not-here'),
)

export const signInOpens = ({ when }: Pick<StandingMeeting, 'when'>): Instant => later(when, -SIGN_IN_OPENS)

/** By the clock when its matter has gone on without it; people whose own vote moved it on are not sent home. */
export const cancel = (
  meeting: CalledMeeting | SittingMeeting,
  { reason }: CommandOf<'CancelMeeting'>,
  { actor }: Meta,
): Answer => {
  const byClock = actor.kind === 'clock'
  if (byClock && meeting.votes.length > 0) return []
  return byClock || runs(meeting, actor) ? [{ type: 'MeetingCancelled', reason, byClock }] : refuse('not-yours-to-do')
}
