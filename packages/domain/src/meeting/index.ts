// Meetings: people sit down about one matter, and what they resolve becomes work.
export type { MeetingCommand, MeetingEvent, NewInvitee } from './command.ts'
export { signInOpens } from './convening.ts'
export { meetingEntry } from './entry.ts'
export {
  type FormatSeat,
  HALF_OF_INVITED,
  MEETING_FORMATS,
  type MeetingFormat,
  partyFor,
  seatsAt,
  seatsToTake,
} from './formats.ts'
export {
  type Attendee,
  type CalledMeeting,
  type ClosedMeeting,
  type Invitee,
  LINE_KINDS,
  MEETING_STATUSES,
  type Meeting,
  type MeetingRefusal,
  type MeetingSeat,
  type MeetingVote,
  NO_MEETING,
  type Resolution,
  SIGN_IN_WAYS,
  type StandingMeeting,
  type VoteResult,
} from './meeting.ts'
export { waiting } from './minuting.ts'
export { MORE_THAN_HALF, type Quorum, type Requirement, type Share, handsIn, quorumOf } from './quorum.ts'
export { meetingRules } from './rulebook.ts'
export { requirementInWords, shareInWords, sumInWords } from './wording.ts'
