// What a story tells of recordings.
import type { VoiceEvent } from '@yishi/domain/recording'
import { dictionary } from './dictionary.ts'
import type { Teller } from './telling.ts'

export const recordingTellers = dictionary<Record<VoiceEvent['type'], Teller>>(
  { RecordingTranscribed: (item) => (item.facts['again'] ? '更正了录音的文字' : '听录音，写成了文字') },
  {
    RecordingTranscribed: (item) =>
      item.facts['again'] ? 'The text of the recording was corrected' : 'The recording was listened to and typed',
  },
)
