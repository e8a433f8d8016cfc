// A speech engine as the house sees it: what it hears is a suggestion beside the recording, and a person decides. None is shipped.
import type { CommunityId, Language, RecordingId } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { JobDraft } from '../../kernel/job-draft.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { enqueue } from '../../kernel/react.ts'
import type { Consequence } from '../../kernel/react.ts'
import { readRecording } from './recordings.ts'
import './tables.ts'

export type Transcriber = {
  /** Shown with every suggestion, so that it is known who heard. */
  readonly name: string
  /** Null where nothing could be understood; throws to be tried again. */
  readonly transcribe: (content: Uint8Array, type: string, lang: Language) => Promise<string | null>
}

const JOB = 'suggest-transcript'

/** Asked in the transaction that holds the recording; a house without an engine lets it pass. */
export const suggestTranscript = (community: CommunityId, id: RecordingId): Consequence =>
  enqueue(JOB, { community, recording: id })

const LONGEST = 4000

const suggest =
  ({ name, transcribe }: Transcriber) =>
  async (ctx: Context, data: JobDraft['data']): Promise<void> => {
    const [community, id] = [data['community'] as CommunityId, data['recording'] as RecordingId]
    const heard = await inCommunities(ctx.db, [community], async (trx) => {
      const row = await trx
        .selectFrom('recording')
        .select('matter_id')
        .where('community_id', '=', community)
        .where('recording_id', '=', id)
        .executeTakeFirst()
      return row?.matter_id ? readRecording(ctx, trx, { community, id, matter: row.matter_id }) : null
    })
    const text = heard ? await transcribe(heard.content, heard.type, 'zh') : null
    if (!text?.trim()) return
    await inCommunities(ctx.db, [community], (trx) =>
      trx
        .updateTable('recording')
        .set({ suggestion: text.trim().slice(0, LONGEST), suggested_by: name })
        .where('community_id', '=', community)
        .where('recording_id', '=', id)
        .execute(),
    )
  }

export const transcriberJobs = (transcriber: Transcriber | null): JobHandlers => ({
  [JOB]: transcriber ? oneByOne(suggest(transcriber)) : () => Promise.resolve(),
})
