// Reactions between a matter and its meetings: how a meeting stands is noted on its matter, and what the matter hands out is no longer open in the meeting.
import type { MatterId, MeetingId } from '../kernel/index.ts'
import type { ClosedMatter, MatterEvent, OpenMatter } from '../matter/index.ts'
import type { MeetingCommand, MeetingEvent, StandingMeeting } from '../meeting/index.ts'
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
