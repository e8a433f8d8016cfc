// Which recordings a matter holds, as its events tell, and which of them somebody has listened to.
import type { HeldRecording, Recording, VoiceEvent } from '../recording/index.ts'
import type { EventOf } from './event.ts'
import type { ClosedMatter, OpenMatter } from './matter.ts'

type Standing = OpenMatter | ClosedMatter

const hold = (recording: Recording, isText: boolean): HeldRecording => ({ ...recording, isText, transcribed: false })

export const firstRecordings = ({ recording, text }: EventOf<'MatterRaised'>): readonly HeldRecording[] =>
  recording ? [hold(recording, text === '')] : []

export const withRemark = <M extends Standing>(matter: M, { recording }: EventOf<'RemarkAdded'>): M =>
  recording ? { ...matter, recordings: [...matter.recordings, hold(recording, false)] } : matter

export const withTranscript = <M extends Standing>(matter: M, { recording }: VoiceEvent): M => ({
  ...matter,
  recordings: matter.recordings.map((held) => (held.recording === recording ? { ...held, transcribed: true } : held)),
})
