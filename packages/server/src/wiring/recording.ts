// What a recording moves: a speech engine is asked what it hears, where the house has one.
import { matter } from '../capabilities/matter/index.ts'
import { suggestTranscript } from '../capabilities/recording/index.ts'
import { type Reaction, on } from '../kernel/react.ts'

const voicesAreHeard = on(matter, ({ subject, event }) =>
  (event.type === 'MatterRaised' || event.type === 'RemarkAdded') && event.recording
    ? [suggestTranscript(subject.community, event.recording.recording)]
    : [],
)

export const recordingReactions: readonly Reaction[] = [voicesAreHeard]
