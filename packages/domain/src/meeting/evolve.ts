// How each event changes a meeting: the fold that turns its story into its present state.
import { during } from '../kernel/index.ts'
import type { EventOf, MeetingEvent } from './command.ts'
import type { ClosedMeeting, LineKind, Meeting, SittingMeeting, StandingMeeting } from './meeting.ts'

const called = (event: EventOf<'MeetingCalled'>): Meeting => {
  const { type: _, ...about } = event
  const nothingYet = { sequence: 0, present: [], lastNumber: 0, remarks: [], options: [], resolutions: [], votes: [] }
  return { ...about, ...nothingYet, status: 'called' }
}

const gathering = (meeting: Meeting) => during(meeting, 'called', 'sitting')
const sitting = (meeting: Meeting): SittingMeeting => during(meeting, 'sitting')
const standing = (meeting: Meeting): StandingMeeting =>
  during(meeting, 'called', 'sitting', 'closed', 'minuted', 'cancelled')

/** Struck lines are gone from the state; that they were there is in the story. */
const without = (meeting: SittingMeeting, kind: LineKind, number: number): SittingMeeting => {
  const keep = (line: { readonly number: number }) => line.number !== number
  switch (kind) {
    case 'remark':
      return { ...meeting, remarks: meeting.remarks.filter(keep) }
    case 'option':
      return { ...meeting, options: meeting.options.filter(keep) }
    case 'resolution':
      return { ...meeting, resolutions: meeting.resolutions.filter(keep) }
  }
}

const closed = (meeting: SittingMeeting, { at, quorate, result }: EventOf<'MeetingClosed'>): ClosedMeeting => ({
  ...meeting,
  status: 'closed',
  now: null,
  closedAt: at,
  quorate,
  result,
  minutes: { version: 0, text: '' },
  signatures: [],
})

const signed = (meeting: ClosedMeeting, { attendee, noted, complete }: EventOf<'MinutesSigned'>): Meeting => {
  const signatures = [...meeting.signatures, { attendee, noted }]
  return complete ? { ...meeting, signatures, status: 'minuted' } : { ...meeting, signatures }
}

const handedOut = (meeting: StandingMeeting, { resolutions }: EventOf<'ResolutionsHandedOut'>): StandingMeeting => ({
  ...meeting,
  resolutions: meeting.resolutions.map((each) => ({
    ...each,
    order: resolutions.find(({ number }) => number === each.number)?.order ?? each.order,
  })),
})

/** A vote that was given up leaves no line. */
const voted = (meeting: StandingMeeting, { poll, result }: EventOf<'VoteNoted'>): StandingMeeting => ({
  ...meeting,
  votes: meeting.votes.flatMap((vote) => (vote.poll === poll ? (result ? [{ ...vote, result }] : []) : [vote])),
})

const folds: { readonly [Type in MeetingEvent['type']]: (meeting: Meeting, event: EventOf<Type>) => Meeting } = {
  MeetingCalled: (_, event) => called(event),
  MeetingChanged: (meeting, { when, where, sequence }) => ({ ...during(meeting, 'called'), when, where, sequence }),
  PeopleInvited: (meeting, { invited }) => ({
    ...gathering(meeting),
    invited: [...gathering(meeting).invited, ...invited],
  }),
  SignedIn: (meeting, { attendee }) => ({
    ...gathering(meeting),
    present: [...gathering(meeting).present, attendee],
    lastNumber: attendee.number,
  }),
  SignInStruck: (meeting, { attendee }) => ({
    ...gathering(meeting),
    present: gathering(meeting).present.filter(({ number }) => number !== attendee),
  }),
  MeetingOpened: (meeting, { chair, at }) => ({
    ...during(meeting, 'called'),
    status: 'sitting',
    chair,
    openedAt: at,
    now: null,
  }),
  ItemBegun: (meeting, { item, at }) => ({ ...sitting(meeting), now: { item, since: at } }),
  RemarkNoted: (meeting, { remark }) => ({
    ...sitting(meeting),
    remarks: [...sitting(meeting).remarks, remark],
    lastNumber: remark.number,
  }),
  OptionOffered: (meeting, { option }) => ({
    ...sitting(meeting),
    options: [...sitting(meeting).options, option],
    lastNumber: option.number,
  }),
  ResolutionRecorded: (meeting, { resolution }) => ({
    ...sitting(meeting),
    resolutions: [...sitting(meeting).resolutions, resolution],
    lastNumber: resolution.number,
  }),
  VoteCalled: (meeting, { vote }) => ({
    ...sitting(meeting),
    votes: [...sitting(meeting).votes, vote],
    lastNumber: vote.number,
  }),
  VoteNoted: (meeting, event) => voted(standing(meeting), event),
  LineStruck: (meeting, { kind, number }) => without(sitting(meeting), kind, number),
  MeetingClosed: (meeting, event) => closed(sitting(meeting), event),
  MinutesWritten: (meeting, { version, text }) => ({
    ...during(meeting, 'closed'),
    minutes: { version, text },
    signatures: [],
  }),
  MinutesSigned: (meeting, event) => signed(during(meeting, 'closed'), event),
  MeetingCancelled: (meeting, { reason }) => ({ ...gathering(meeting), status: 'cancelled', reason }),
  ResolutionsHandedOut: (meeting, event) => handedOut(standing(meeting), event),
}

export const evolve = (meeting: Meeting, event: MeetingEvent): Meeting =>
  (folds[event.type] as (meeting: Meeting, event: MeetingEvent) => Meeting)(meeting, event)
