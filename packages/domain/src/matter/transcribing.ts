// The rule of what was said aloud: the desk types what it hears.
import { type Meta, type Refused, refuse } from '../kernel/index.ts'
import type { VoiceCommand, VoiceEvent } from '../recording/index.ts'
import { atDesk } from './acting.ts'
import type { ClosedMatter, MatterRefusal, OpenMatter } from './matter.ts'

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
