// Photos and a recording that come with a form are taken in first, so that a mistake elsewhere in it does not lose them.
import type { PhotoView } from '@yishi/contract/matter'
import type { FieldProblem } from '@yishi/contract/pages'
import type { RecordingView } from '@yishi/contract/recording'
import { type CommunityId, type RecordingId, isRefused } from '@yishi/domain/kernel'
import { MOST_PHOTOS } from '@yishi/domain/photo'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Form } from '../../kernel/http/form.ts'
import { storePhotos } from '../photo/index.ts'
import { storeRecording, unsentRecording } from '../recording/index.ts'
import { photoView } from './views.ts'

type Problems<Field extends string> = { readonly [F in Field]?: FieldProblem }

export type TakenIn = {
  readonly photos: readonly PhotoView[]
  readonly recording: RecordingView | null
  readonly problems: Problems<'photos' | 'recording'>
}

type Taking = { readonly ctx: Context; readonly community: CommunityId; readonly form: Form }
type Photos = { readonly photos: readonly PhotoView[]; readonly problems: Problems<'photos'> }
type Voice = { readonly recording: RecordingView | null; readonly problems: Problems<'recording'> }

const takePhotos = async ({ ctx, community, form }: Taking): Promise<Photos> => {
  const kept = form.fields('kept').map((id) => photoView(community, id))
  if (kept.length + form.photos.length > MOST_PHOTOS) return { photos: kept, problems: { photos: 'too-many-photos' } }
  const stored = await storePhotos(ctx, community, form.photos)
  if (isRefused(stored)) return { photos: kept, problems: { photos: stored.refused } }
  return { photos: [...kept, ...stored.map((id) => photoView(community, id))], problems: {} }
}

/** A new recording takes the place of one that was kept. */
const takeVoice = async ({ ctx, community, form }: Taking): Promise<Voice> => {
  const given = form.file('recording')
  const id = form.field('recordingKept') as RecordingId
  const held = id ? await inCommunities(ctx.db, [community], (trx) => unsentRecording(trx, { community, id })) : null
  const kept = held && { id, seconds: held.seconds }
  if (!given) return { recording: kept, problems: {} }
  const stored = await storeRecording(ctx, community, given)
  return isRefused(stored)
    ? { recording: kept, problems: { recording: stored.refused } }
    : { recording: stored, problems: {} }
}

export const takeIn = async (taking: Taking): Promise<TakenIn> => {
  const [{ photos, problems }, voice] = [await takePhotos(taking), await takeVoice(taking)]
  return { photos, recording: voice.recording, problems: { ...problems, ...voice.problems } }
}
