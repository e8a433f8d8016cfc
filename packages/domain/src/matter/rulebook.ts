// The rulebook of a matter: in which status it may be asked what.
import { dueAt } from '../calendar/index.ts'
import { type Meta, type Refused, type Role, holds, isRefused, refuse, rulebook } from '../kernel/index.ts'
import { beginCourse } from '../procedure/index.ts'
import { actsHere, onward, stageOfMatter } from './acting.ts'
import { evolve } from './evolve.ts'
import * as handling from './handling.ts'
import type { CommandOf, MatterCommand } from './command.ts'
import type { MatterEvent } from './event.ts'
import { consentTo, withdrawConsent } from './helping.ts'
import type { Channel, Matter, MatterRefusal, OpenMatter } from './matter.ts'
import { noteProceeding } from './proceeding.ts'
import * as tending from './tending.ts'
import { transcribe } from './transcribing.ts'

type Answer = readonly MatterEvent[] | Refused<MatterRefusal>

/** Channels on which somebody notes down what another person says. */
const NOTED_BY_STAFF: readonly Channel[] = ['phone', 'visit', 'door', 'hall', 'group', 'hotline', 'patrol']
export const NOTE_TAKERS: readonly Role[] = ['staff', 'branch', 'grid-worker', 'building-leader', 'volunteer']

const raise = (_: Matter, command: CommandOf<'RaiseMatter'>, { actor, now }: Meta): Answer => {
  const noted = NOTED_BY_STAFF.includes(command.channel)
  if (noted && !holds(actor, NOTE_TAKERS, command.community, command.path)) return refuse('not-yours-to-do')
  const consent = consentTo(command, actor)
  if (isRefused(consent)) return consent
  const { help: _help, ...said } = command
  const course = beginCourse(command.procedure, command.seating, now)
  return [{ ...said, type: 'MatterRaised', course }, ...consent]
}

/** Whoever did the work is responsible for this stage, where the procedure says so (谁调处谁跟进). */
const revisit = (matter: OpenMatter, command: CommandOf<'RevisitMatter'>, { actor, now }: Meta): Answer => {
  const stage = stageOfMatter(matter)
  if (stage.act !== 'revisit') return refuse('not-at-this-stage', { act: stage.act })
  if (!actsHere(matter, actor)) return refuse('not-yours-to-do')
  const from = dueAt(matter.course.enteredAt, stage.settings.after).due
  if (now < from) return refuse('too-early', { from })
  return onward(matter, [{ ...command, type: 'MatterRevisited' }], now)
}

export const matterRules = rulebook<Matter, MatterCommand, MatterEvent, MatterRefusal>(
  {
    absent: { RaiseMatter: raise },
    open: {
      SortMatter: handling.sort,
      PlaceOrders: handling.placeOrders,
      NoteOrder: handling.noteOrder,
      NoteControl: handling.noteControl,
      RecordTalk: handling.recordTalk,
      SignMatter: handling.sign,
      MeetCondition: handling.meetCondition,
      NoteProceeding: noteProceeding,
      GiveAnswer: handling.answer,
      RateMatter: tending.rate,
      RevisitMatter: revisit,
      CodifyMatter: handling.codify,
      TakeOutcome: handling.takeOutcome,
      PauseClocks: tending.pause,
      ResumeClocks: tending.resume,
      ListMatter: tending.list,
      UnlistMatter: tending.unlist,
      AddRemark: tending.remark,
      NudgeMatter: tending.nudge,
      CorrectMatter: tending.correct,
      LinkMatter: handling.link,
      WakeMatter: tending.wake,
      RecountClocks: tending.recount,
      TranscribeRecording: transcribe,
      WithdrawConsent: withdrawConsent,
    },
    closed: {
      AddRemark: tending.remark,
      CorrectMatter: tending.correct,
      ReopenMatter: tending.reopen,
      NoteProceeding: () => [],
      WakeMatter: () => [],
      TranscribeRecording: transcribe,
      WithdrawConsent: withdrawConsent,
    },
  },
  evolve,
)
