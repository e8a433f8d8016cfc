// The rulebook of a meeting: in which status it may be asked what.
import { rulebook } from '../kernel/index.ts'
import type { MeetingCommand, MeetingEvent } from './command.ts'
import * as convening from './convening.ts'
import { evolve } from './evolve.ts'
import type { Meeting, MeetingRefusal } from './meeting.ts'
import * as minuting from './minuting.ts'
import * as sitting from './sitting.ts'

export const meetingRules = rulebook<Meeting, MeetingCommand, MeetingEvent, MeetingRefusal>(
  {
    absent: { CallMeeting: convening.call },
    called: {
      ChangeMeeting: convening.change,
      Invite: convening.invite,
      SignIn: sitting.signIn,
      StrikeSignIn: sitting.strikeSignIn,
      OpenMeeting: sitting.open,
      CancelMeeting: convening.cancel,
    },
    sitting: {
      Invite: convening.invite,
      SignIn: sitting.signIn,
      StrikeSignIn: sitting.strikeSignIn,
      BeginItem: sitting.beginItem,
      NoteRemark: sitting.noteRemark,
      OfferOption: sitting.offerOption,
      RecordResolution: sitting.resolve,
      CallVote: sitting.callVote,
      NoteVote: minuting.noteVote,
      StrikeLine: sitting.strikeLine,
      CloseMeeting: sitting.close,
      CancelMeeting: convening.cancel,
    },
    closed: {
      CorrectMinutes: minuting.correct,
      SignMinutes: minuting.sign,
      NoteVote: minuting.noteVote,
      NoteHandedOut: minuting.noteHandedOut,
    },
    minuted: { NoteVote: minuting.noteVote, NoteHandedOut: minuting.noteHandedOut },
    cancelled: { NoteVote: minuting.noteVote },
  },
  evolve,
)
