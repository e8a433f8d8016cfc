// The rules of the meeting itself: who signs in, what is talked about, what lies side by side, what is resolved, how it ends.
import { localDateOf } from '../calendar/index.ts'
import { type Meta, type Refused, refuse } from '../kernel/index.ts'
import type { CommandOf, MeetingEvent } from './command.ts'
import { type Answer, byHost, runs, signInOpens } from './convening.ts'
import { evolve } from './evolve.ts'
import type { CalledMeeting, MeetingRefusal, Resolution, SittingMeeting } from './meeting.ts'
import { draftMinutes } from './minutes.ts'
import { quorumOf } from './quorum.ts'

type Gathering = CalledMeeting | SittingMeeting
type Refusal = Refused<MeetingRefusal>

/** Households tell namesakes apart. */
const isHere = ({ present }: Gathering, { name, household, person }: CommandOf<'SignIn'>): boolean =>
  present.some((each) => (each.name === name && each.household === household) || (person && each.person === person))

const maySignIn = (meeting: Gathering, { door }: CommandOf<'SignIn'>, { actor, now }: Meta): Refusal | null => {
  if (meeting.status === 'called' && now < signInOpens(meeting))
    return refuse('sign-in-not-open', { from: signInOpens(meeting) })
  if (door === null) return runs(meeting, actor) ? null : refuse('not-yours-to-do')
  return door === meeting.door ? null : refuse('wrong-door-code')
}

export const signIn = (meeting: Gathering, command: CommandOf<'SignIn'>, meta: Meta): Answer => {
  const no = maySignIn(meeting, command, meta)
  if (no) return no
  const { invitee, name, household, person, door } = command
  const invited = meeting.invited.find(({ number }) => number === invitee)
  if (invitee !== null && !invited) return refuse('seat-not-here')
  if (invited && meeting.present.some((each) => each.invitee === invited.number)) return refuse('seat-taken')
  if (isHere(meeting, command)) return refuse('already-signed-in')
  const way = door === null ? ('desk' as const) : ('phone' as const)
  const attendee = { number: meeting.lastNumber + 1, invitee, name, household, person, way, at: meta.now }
  return [{ type: 'SignedIn', attendee, seat: invited?.seat ?? null }]
}

const comes = (meeting: Gathering, attendee: number): boolean =>
  meeting.present.some(({ number }) => number === attendee)

export const strikeSignIn = byHost<Gathering, CommandOf<'StrikeSignIn'>>((meeting, { attendee, reason }) =>
  comes(meeting, attendee) && !(meeting.status === 'sitting' && meeting.chair === attendee)
    ? [{ type: 'SignInStruck', attendee, reason }]
    : refuse('not-present'),
)

export const open = byHost<CalledMeeting, CommandOf<'OpenMeeting'>>((meeting, { chair }, { now }) =>
  comes(meeting, chair) ? [{ type: 'MeetingOpened', chair, at: now }] : refuse('not-present'),
)

type OnAgenda = { readonly item: number }

/** About a point of the agenda. */
const onAgenda = <Command extends OnAgenda>(rule: (meeting: SittingMeeting, command: Command, meta: Meta) => Answer) =>
  byHost<SittingMeeting, Command>((meeting, command, meta) =>
    meeting.agenda.some(({ item }) => item === command.item) ? rule(meeting, command, meta) : refuse('item-unknown'),
  )

export const beginItem = onAgenda<CommandOf<'BeginItem'>>((_, { item }, { now }) => [
  { type: 'ItemBegun', item, at: now },
])

export const noteRemark = onAgenda<CommandOf<'NoteRemark'>>(({ lastNumber }, { item, text, by }) => [
  { type: 'RemarkNoted', remark: { number: lastNumber + 1, item, text, by } },
])

export const offerOption = onAgenda<CommandOf<'OfferOption'>>(({ lastNumber }, command) => {
  const { type: _, ...option } = command
  return [{ type: 'OptionOffered', option: { ...option, number: lastNumber + 1 } }]
})

const tasksOf = (resolutions: readonly Resolution[]) => resolutions.flatMap(({ task }) => (task ? [task] : []))

/** Each party one task, one of them in the lead, none with a last day that has gone: they become orders as they stand. */
const taskRefusal = (
  meeting: SittingMeeting,
  { task }: CommandOf<'RecordResolution'>,
  { now }: Meta,
): Refusal | null => {
  if (!task) return null
  const others = tasksOf(meeting.resolutions)
  if (others.some(({ party }) => party === task.party)) return refuse('same-party-twice')
  if (task.lead && others.some(({ lead }) => lead)) return refuse('one-lead-needed')
  return task.by !== null && task.by < localDateOf(now) ? refuse('by-date-past', { by: task.by }) : null
}

const tooFew = (meeting: Gathering): Refusal | null => {
  const { quorate, requirements } = quorumOf(meeting)
  if (quorate) return null
  const missing = requirements.find(({ met }) => !met)
  const numbers = missing && missing.kind !== 'seat' ? { present: missing.present, needed: missing.needed } : {}
  return refuse('not-quorate', missing?.kind === 'seat' ? { seat: missing.seat } : numbers)
}

/** Without a quorum people may talk, but not resolve. */
export const resolve = onAgenda<CommandOf<'RecordResolution'>>((meeting, command, meta) => {
  const no = tooFew(meeting) ?? taskRefusal(meeting, command, meta)
  if (no) return no
  const { type: _, ...resolution } = command
  return [{ type: 'ResolutionRecorded', resolution: { ...resolution, number: meeting.lastNumber + 1, order: null } }]
})

/** Those who count for the quorum have a hand to raise. */
export const callVote = onAgenda<CommandOf<'CallVote'>>((meeting, { item, poll, question }) => {
  const vote = { number: meeting.lastNumber + 1, item, poll, question, result: null }
  return tooFew(meeting) ?? [{ type: 'VoteCalled', vote }]
})

const LINES = { remark: 'remarks', option: 'options', resolution: 'resolutions' } as const

export const strikeLine = byHost<SittingMeeting, CommandOf<'StrikeLine'>>((meeting, { kind, number }) =>
  meeting[LINES[kind]].some((line) => line.number === number)
    ? [{ type: 'LineStruck', kind, number }]
    : refuse('line-unknown'),
)

/** Where too few came there is no result, whatever was said; the minutes are drafted in the same breath. */
export const close = byHost<SittingMeeting, CommandOf<'CloseMeeting'>>((meeting, { result }, { now }) => {
  const no = tooFew(meeting)
  if (no && result !== null) return no
  if (!no && result === null) return refuse('result-needed')
  const closed: MeetingEvent = {
    type: 'MeetingClosed',
    at: now,
    quorate: no === null,
    result,
    came: meeting.present.length,
  }
  const after = evolve(meeting, closed)
  if (after.status !== 'closed') throw new Error('a closed meeting is closed')
  return [closed, { type: 'MinutesWritten', version: 1, text: draftMinutes(after) }]
})
