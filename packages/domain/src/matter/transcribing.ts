// The rules of what was said aloud: a matter holds its recordings, and the desk types what it hears in them.
import { type Meta, type Refused, refuse } from '../kernel/index.ts'
import type { HeldRecording, Recording, VoiceCommand, VoiceEvent } from '../recording/index.ts'
import { atDesk } from './acting.ts'
import type { ClosedMatter, EventOf, MatterRefusal, OpenMatter } from './matter.ts'

type Standing = OpenMatter | ClosedMatter

export const transcribe = (
  matter: Standing,
  { recording, text, title }: VoiceCommand,
  { actor }: Meta,
): readonly VoiceEvent[] | Refused<MatterRefusal> => {
  if (!atDesk(matter, actor)) return refuse('not-yours-to-do')
  const held = matter.recordings.find((each) => each.recording === recording)
  if (!held) return refuse('recording-unknown')
  const { isText, transcribed: again } = held
  return [{ type: 'RecordingTranscribed', recording, text, title: isText ? title : null, isText, again }]
}

const hold = (recording: Recording, isText: boolean): HeldRecording => ({ ...recording, isText, transcribed: false })

export const firstRecordings = ({ recording, text }: EventOf<'MatterRaised'>): readonly HeldRecording[] =>
  recording ? [hold(recording, text === '')] : []

export const withRemark = <M extends Standing>(matter: M, { recording }: EventOf<'RemarkAdded'>): M =>
  recording ? { ...matter, recordings: [...matter.recordings, hold(recording, false)] } : matter

export const withTranscript = <M extends Standing>(matter: M, { recording }: VoiceEvent): M => ({
  ...matter,
  recordings: matter.recordings.map((held) => (held.recording === recording ? { ...held, transcribed: true } : held)),
})
