// The rules after a meeting: its minutes are corrected and signed, and what it resolved is handed out.
import { type Meta, refuse } from '../kernel/index.ts'
import type { CommandOf } from './command.ts'
import { type Answer, byHost, runs } from './convening.ts'
import type { ClosedMeeting, MinutedMeeting, Resolution, StandingMeeting } from './meeting.ts'

/** A signature stands under the words it was given for: with new words signing begins anew. */
export const correct = byHost<ClosedMeeting, CommandOf<'CorrectMinutes'>>(({ minutes }, { text }) =>
  text === minutes.text
    ? refuse('minutes-unchanged')
    : [{ type: 'MinutesWritten', version: minutes.version + 1, text }],
)

/** The minutes stand once whoever presided and one more who was there have signed them. */
export const sign = (meeting: ClosedMeeting, { attendee }: CommandOf<'SignMinutes'>, { actor }: Meta): Answer => {
  const signer = meeting.present.find(({ number }) => number === attendee)
  if (!signer) return refuse('not-present')
  const own = actor.kind === 'person' && signer.person === actor.person
  if (!own && !runs(meeting, actor)) return refuse('not-yours-to-do')
  if (meeting.signatures.some((each) => each.attendee === attendee)) return refuse('already-signed')
  const signers = [...meeting.signatures.map((each) => each.attendee), attendee]
  const complete = signers.includes(meeting.chair) && signers.length > 1
  return [{ type: 'MinutesSigned', version: meeting.minutes.version, attendee, noted: !own, complete }]
}

/** What a quorate meeting resolved for somebody to do and nobody was given yet. */
export const waiting = ({ quorate, resolutions }: ClosedMeeting | MinutedMeeting): readonly Resolution[] =>
  quorate ? resolutions.filter(({ task, order }) => task !== null && order === null) : []

/** Told by the poll, also after the meeting: tellers may still be at it when people go home. */
export const noteVote = (
  meeting: StandingMeeting,
  { poll, result }: CommandOf<'NoteVote'>,
  { actor }: Meta,
): Answer => {
  if (actor.kind !== 'clock') return refuse('not-yours-to-do')
  return meeting.votes.some((vote) => vote.poll === poll) ? [{ type: 'VoteNoted', poll, result }] : []
}

export const noteHandedOut = (
  meeting: ClosedMeeting | MinutedMeeting,
  { orders }: CommandOf<'NoteHandedOut'>,
  { actor }: Meta,
): Answer => {
  if (actor.kind !== 'clock') return refuse('not-yours-to-do')
  const resolutions = waiting(meeting).flatMap(({ number, task }) => {
    const order = orders.find(({ party }) => party === task?.party)
    return order ? [{ number, order: order.order }] : []
  })
  return resolutions.length > 0 ? [{ type: 'ResolutionsHandedOut', resolutions }] : []
}
