// Reactions around meetings: how one stands is noted on its matter, what the matter hands out is no longer open in it, and what a vote in it came to is noted.
import type { MatterId, MeetingId } from '../kernel/index.ts'
import type { ClosedMatter, MatterEvent, OpenMatter } from '../matter/index.ts'
import type { MeetingCommand, MeetingEvent, StandingMeeting, VoteResult } from '../meeting/index.ts'
import { type PollEvent, type Question, type StandingPoll, isPreference, marksOf } from '../poll/index.ts'
import type { MatterMove } from './move.ts'

export type MeetingMove = { readonly to: MeetingId; readonly command: MeetingCommand }

const toDo = ({ resolutions }: StandingMeeting) =>
  resolutions.flatMap(({ task }) =>
    task ? [{ party: task.party, lead: task.lead, task: task.what, ...(task.by && { by: task.by }) }] : [],
  )

/** A meeting that the matter itself left behind has nothing more to tell it. */
export const matterMovedByMeeting = (meeting: StandingMeeting, event: MeetingEvent): readonly MatterMove[] => {
  const note = (
    status: 'running' | 'ended' | 'withdrawn',
    { quorate, result }: Pick<Extract<MeetingEvent, { type: 'MeetingClosed' }>, 'quorate' | 'result'>,
  ): MatterMove => {
    const proceeding = { kind: 'meeting', id: meeting.id, status, quorate, result } as const
    const resolved = quorate ? toDo(meeting) : []
    return { to: meeting.matter satisfies MatterId, command: { type: 'NoteProceeding', proceeding, resolved } }
  }
  const nothing = { quorate: false, result: null }
  switch (event.type) {
    case 'MeetingCalled':
      return [note('running', nothing)]
    case 'MeetingClosed':
      return [note('ended', event)]
    case 'MeetingCancelled':
      return event.byClock ? [] : [note('withdrawn', nothing)]
    default:
      return []
  }
}

/** Orders placed anew are what a meeting resolved; one that is only handed on was placed before. */
export const meetingsMovedBy = (matter: OpenMatter | ClosedMatter, event: MatterEvent): readonly MeetingMove[] => {
  if (event.type !== 'OrdersPlaced' || event.transferredFrom !== null) return []
  const orders = event.orders.map(({ order, party }) => ({ order, party }))
  return matter.facts.proceedings.flatMap((each) =>
    each.kind === 'meeting' && each.status === 'ended'
      ? [{ to: each.id, command: { type: 'NoteHandedOut' as const, orders } }]
      : [],
  )
}

const textOf = (question: Question, mark: string): string =>
  question.type === 'for-against' ? '' : (question.options.find(({ key }) => key === mark)?.text ?? '')

type Decided = Extract<PollEvent, { type: 'PollDecided' }>

const resultOf = ({ question }: StandingPoll, { figures, outcome }: Decided): VoteResult => ({
  passed: outcome.passed,
  ...(isPreference(question) && { chosen: outcome.chosen.map((mark) => textOf(question, mark)) }),
  counts: [
    ...marksOf(question).map((mark) => ({
      mark,
      text: textOf(question, mark),
      heads: figures.votes[mark]?.heads ?? 0,
    })),
    { mark: 'abstain', text: '', heads: figures.abstain.heads ?? 0 },
  ],
})

/** What the meeting that called this vote is told, if one did; null where there is nothing to tell. */
export const voteToldBy = (
  poll: StandingPoll,
  event: PollEvent,
): Extract<MeetingCommand, { type: 'NoteVote' }> | null => {
  switch (event.type) {
    case 'PollDecided':
      return { type: 'NoteVote', poll: poll.id, result: resultOf(poll, event) }
    case 'PollWithdrawn':
      return { type: 'NoteVote', poll: poll.id, result: null }
    default:
      return null
  }
}
