// The HTTP promise about recordings: what is shown of one, and what a file says of those that the matter holds.
import { z } from 'zod'

/** Where it is heard depends on who listens: below the matter's file, below its link, or below the helper's page. */
export const recordingViewSchema = z.object({ id: z.string(), seconds: z.number() })
export type RecordingView = z.infer<typeof recordingViewSchema>

export const heldRecordingSchema = recordingViewSchema.extend({
  /** It was said in place of any words. */
  isText: z.boolean(),
  transcript: z.string().nullable(),
  /** What a speech engine heard, if the house has one: to be checked by a person, never applied by itself. */
  suggestion: z.object({ text: z.string(), by: z.string() }).nullable(),
})
export type HeldRecordingView = z.infer<typeof heldRecordingSchema>
