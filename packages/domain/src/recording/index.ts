// Recordings: what people say instead of typing; how long and large one may be, and what a matter keeps of it.
import type { RecordingId } from '../kernel/index.ts'

/** What a page stops at by itself, in seconds. */
export const RECORDING_SECONDS = 120

/** A recorder of the phone's own is stopped by hand, a little late. */
export const LONGEST_RECORDING = 125

/** 4 MiB: two minutes of speech at twice the rate at which phones record it. */
export const RECORDING_BYTES = 4 * 1024 * 1024

/** The bytes lie elsewhere; their digest holds them to what was said. */
export type Recording = { readonly recording: RecordingId; readonly sha256: string; readonly seconds: number }

/** Said with a recording, or without. */
export type Voiced = { readonly recording?: Recording }

export type HeldRecording = Recording & {
  /** It was said in place of any words: its transcript is the matter's text. */
  readonly isText: boolean
  readonly transcribed: boolean
}

export type WithRecordings = { readonly recordings: readonly HeldRecording[] }

/** A person listens and types; nothing is transcribed by itself. */
export type VoiceCommand = {
  readonly type: 'TranscribeRecording'
  readonly recording: RecordingId
  readonly text: string
  /** What the matter is called from now on, where it had no name but that of its place. */
  readonly title: string | null
}

export type VoiceEvent = {
  readonly type: 'RecordingTranscribed'
  readonly recording: RecordingId
  readonly text: string
  readonly title: string | null
  readonly isText: boolean
  /** A transcript before this one was wrong. */
  readonly again: boolean
}

const UNHEARD = '（待转写）'

/** What a matter is called until somebody has listened to it. */
export const unheardTitle = (place: string): string => `${['语音上报', place].filter(Boolean).join(' · ')}${UNHEARD}`

export const isUnheardTitle = (title: string): boolean => title.startsWith('语音上报') && title.endsWith(UNHEARD)
