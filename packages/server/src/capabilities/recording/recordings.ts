// Recordings of people's voices: taken in with what they send, given to one matter for ever, forgotten where nothing was sent.
import { createHash } from 'node:crypto'
import { type CommunityId, HOUR, type MatterId, type RecordingId, type Refused } from '@yishi/domain/kernel'
import { isRefused, later, refuse } from '@yishi/domain/kernel'
import { RECORDING_BYTES, type Recording, type Voiced } from '@yishi/domain/recording'
import type { RecordingView } from '@yishi/contract/recording'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { everyCommunity } from '../../kernel/communities.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { renewSound } from './audio.ts'
import type { SoundRefusal } from './sound.ts'
import './tables.ts'

export type RecordingRefusal = SoundRefusal | 'recording-too-large' | 'disk-full'

/** By the recording's own id, so that one person's voice goes with one row. */
const placeOf = (community: CommunityId, id: RecordingId) => `${community}/voice/${id}`

const writeFile = async (ctx: Context, path: string, content: Uint8Array): Promise<Refused<'disk-full'> | null> => {
  try {
    await ctx.files.write(path, content)
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return refuse('disk-full')
    throw error
  }
}

/** The file comes before the row that names it. */
export const storeRecording = async (
  ctx: Context,
  community: CommunityId,
  given: Uint8Array,
): Promise<RecordingView | Refused<RecordingRefusal>> => {
  if (given.length > RECORDING_BYTES) return refuse('recording-too-large')
  const sound = await renewSound(given)
  if (isRefused(sound)) return sound
  const { content, type, seconds } = sound
  const id = ctx.ids('rec')
  const full = await writeFile(ctx, placeOf(community, id), content)
  if (full) return full
  const sha256 = createHash('sha256').update(content).digest('hex')
  const row = { community_id: community, recording_id: id, matter_id: null, type, sha256, seconds }
  await inCommunities(ctx.db, [community], (trx) =>
    trx
      .insertInto('recording')
      .values({ ...row, at: ctx.clock.now(), suggestion: null, suggested_by: null })
      .execute(),
  )
  return { id, seconds }
}

type Named = { readonly community: CommunityId; readonly id: RecordingId }

const rowOf = (trx: Transaction, { community, id }: Named) =>
  trx.selectFrom('recording').where('community_id', '=', community).where('recording_id', '=', id)

/** One that was taken in and has not been sent with anything yet. */
export const unsentRecording = async (trx: Transaction, named: Named): Promise<Recording | null> => {
  const row = await rowOf(trx, named).select(['sha256', 'seconds']).where('matter_id', 'is', null).executeTakeFirst()
  return row ? { recording: named.id, ...row } : null
}

/** What is said aloud with a command, if anything is; it is claimed when the command is written. */
export const voiceOf = async (
  trx: Transaction,
  community: CommunityId,
  id: string | undefined,
): Promise<Voiced | Refused<'recording-unknown'>> => {
  if (id === undefined) return {}
  const recording = await unsentRecording(trx, { community, id: id as RecordingId })
  return recording ? { recording } : refuse('recording-unknown')
}

type Claim = Named & { readonly matter: MatterId }

/** PostgreSQL's own word to one of two who got into each other's way: the kernel asks again, and is refused. */
const CAME_SECOND = '40001'

/** They belong to these matters from now on; what another matter has can be had by nobody else. */
export const claimRecordings = async (trx: Transaction, claims: readonly Claim[]): Promise<void> => {
  if (claims.length === 0) return
  const of = (key: keyof Claim) => claims.map((claim) => claim[key])
  const { rows } = await sql`
    update app.recording as r set matter_id = claim.matter
    from unnest(${of('community')}::text[], ${of('id')}::text[], ${of('matter')}::text[]) as claim (community, id, matter)
    where r.community_id = claim.community and r.recording_id = claim.id and r.matter_id is null
    returning r.recording_id`.execute(trx)
  if (rows.length < claims.length)
    throw Object.assign(new Error('a recording was sent with something else at the same moment'), { code: CAME_SECOND })
}

/** The bytes of a recording of this matter; who may hear it is decided before. */
export const readRecording = async (
  { files }: Pick<Context, 'files'>,
  trx: Transaction,
  { matter, ...named }: Named & { readonly matter: MatterId },
): Promise<{ readonly type: string; readonly content: Uint8Array } | null> => {
  const row = await rowOf(trx, named).select('type').where('matter_id', '=', matter).executeTakeFirst()
  const content = row ? await files.read(placeOf(named.community, named.id)) : null
  return row && content ? { type: row.type, content } : null
}

/** What a speech engine heard in these, where it has heard anything. */
export const suggestionsFor = async (trx: Transaction, community: CommunityId, ids: readonly RecordingId[]) => {
  const rows = await trx
    .selectFrom('recording')
    .select(['recording_id', 'suggestion', 'suggested_by'])
    .where('community_id', '=', community)
    .where('recording_id', 'in', ids)
    .execute()
  return new Map(
    rows.flatMap(({ recording_id: id, suggestion: text, suggested_by: by }) =>
      text !== null && by !== null ? [[id, { text, by }] as const] : [],
    ),
  )
}

/** A form that nobody sent is given up after a day, and a voice is not kept without a reason. */
const UNSENT_LASTS = 24 * HOUR

export const sweepRecordings = async (ctx: Context): Promise<void> => {
  const before = later(ctx.clock.now(), -UNSENT_LASTS)
  for (const community of await everyCommunity(ctx.db)) {
    const gone = await inCommunities(ctx.db, [community], (trx) =>
      trx
        .deleteFrom('recording')
        .where('community_id', '=', community)
        .where('matter_id', 'is', null)
        .where('at', '<', before)
        .returning('recording_id')
        .execute(),
    )
    for (const { recording_id: id } of gone) await ctx.files.remove(placeOf(community, id))
  }
}
