// Recordings: taken in by other capabilities with what people send, heard only where their matter may be read.
export {
  type RecordingRefusal,
  claimRecordings,
  readRecording,
  storeRecording,
  suggestionsFor,
  sweepRecordings,
  unsentRecording,
  voiceOf,
} from './recordings.ts'
export { sendSound } from './playing.ts'
export { recordingRoutes } from './routes.ts'
export { type Transcriber, suggestTranscript, transcriberJobs } from './transcriber.ts'
