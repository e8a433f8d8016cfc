// What the ledger keeps of each event of a meeting: numbers, seats and results in the open; names and words sealed.
import type { EntriesOf } from '../ledger/index.ts'
import type { MeetingEvent } from './command.ts'
import type { Invitee } from './meeting.ts'

const GUEST = 'guest'
const seatsOf = (invited: readonly Invitee[]) => invited.map(({ seat }) => seat ?? GUEST)
const namesOf = (invited: readonly Invitee[]) => invited.map(({ name }) => name)

export const meetingEntry: EntriesOf<MeetingEvent> = {
  MeetingCalled: ({ matter, format, when, visit, host, quorum, invited, title, where, agenda }) => ({
    facts: {
      matter,
      format,
      when,
      visit,
      host,
      seats: seatsOf(invited),
      must: quorum.present,
      ...(quorum.share && {
        share: `${quorum.share.part}/${quorum.share.whole}`,
        strict: quorum.share.strict,
        members: quorum.share.members,
      }),
    },
    sealed: { title, where, invited: namesOf(invited), agenda: agenda.map(({ text }) => text) },
  }),
  MeetingChanged: ({ when, where, sequence }) => ({ facts: { when, sequence }, sealed: { where } }),
  PeopleInvited: ({ invited }) => ({ facts: { seats: seatsOf(invited) }, sealed: { invited: namesOf(invited) } }),
  SignedIn: ({ attendee: { number, way, name, household }, seat }) => ({
    facts: { attendee: number, seat: seat ?? GUEST, way },
    sealed: { name, household },
  }),
  SignInStruck: ({ attendee, reason }) => ({ facts: { attendee }, sealed: { reason } }),
  MeetingOpened: ({ chair }) => ({ facts: { chair }, sealed: {} }),
  ItemBegun: ({ item }) => ({ facts: { item }, sealed: {} }),
  RemarkNoted: ({ remark: { number, item, text, by } }) => ({
    facts: { line: number, item },
    sealed: { text, speaker: by },
  }),
  OptionOffered: ({ option: { number, item, title, pros, cons, cost, by } }) => ({
    facts: { line: number, item },
    sealed: { title, pros, cons, cost, offeredBy: by },
  }),
  ResolutionRecorded: ({ resolution: { number, item, text, task } }) => ({
    facts: { line: number, item, party: task?.party ?? null, by: task?.by ?? null, lead: task?.lead ?? false },
    sealed: { text, task: task?.what ?? '' },
  }),
  VoteCalled: ({ vote: { number, item, poll, question } }) => ({
    facts: { line: number, item, poll },
    sealed: { question },
  }),
  VoteNoted: ({ poll, result }) => ({ facts: { poll, passed: result?.passed ?? null }, sealed: {} }),
  LineStruck: ({ kind, number }) => ({ facts: { kind, line: number }, sealed: {} }),
  MeetingClosed: ({ quorate, result, came }) => ({ facts: { quorate, result, came }, sealed: {} }),
  MinutesWritten: ({ version, text }) => ({ facts: { version }, sealed: { minutes: text } }),
  MinutesSigned: ({ version, attendee, noted, complete }) => ({
    facts: { version, attendee, noted, complete },
    sealed: {},
  }),
  MeetingCancelled: ({ reason, byClock }) => ({ facts: { byClock }, sealed: { reason } }),
  ResolutionsHandedOut: ({ resolutions }) => ({
    facts: { lines: resolutions.map(({ number }) => number), orders: resolutions.map(({ order }) => order) },
    sealed: {},
  }),
}
