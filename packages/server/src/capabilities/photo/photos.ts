// Photos of people: read whatever a phone makes, written anew small, upright and without a trace of where and with what they were taken.
import { createHash } from 'node:crypto'
import { type Actor, type CommunityId, type PhotoId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { MOST_PHOTOS, PHOTO_BYTES } from '@yishi/domain/photo'
import sharp, { type OutputInfo } from 'sharp'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { claim, keepAnswer, askedOnce } from '../../kernel/once.ts'
import './tables.ts'

export type PhotoRefusal = 'not-a-photo' | 'photo-too-large' | 'too-many-photos' | 'disk-full'

export type Photo = {
  readonly id: PhotoId
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

const LARGE = 1600
const SMALL = 400
/** A picture of more points than any phone's camera is a trap that unpacks into gigabytes. */
const MOST_POINTS = 120_000_000
const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff'])

type Size = 'large' | 'small'

const placeOf = (community: CommunityId, sha256: string, size: Size) =>
  `${community}/${sha256.slice(0, 2)}/${sha256}${size === 'small' ? '-small' : ''}.webp`

const shrink = (content: Uint8Array, longest: number) =>
  sharp(content, { limitInputPixels: MOST_POINTS, failOn: 'error' })
    .autoOrient()
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })

const renew = async (content: Uint8Array) => {
  try {
    const { format } = await sharp(content, { limitInputPixels: MOST_POINTS }).metadata()
    if (!FORMATS.has(format)) return refuse('not-a-photo')
    const large = await shrink(content, LARGE)
    return { large, small: await shrink(large.data, SMALL) }
  } catch {
    return refuse('not-a-photo') // sharp says in many ways that this is no picture, or half of one
  }
}

/** Files come before the row that names them: a file without a row does no harm, a row without a file would. */
const store = async (
  { files, ids }: Context,
  community: CommunityId,
  { large, small }: { large: { data: Buffer; info: OutputInfo }; small: { data: Buffer } },
): Promise<Photo | Refused<'disk-full'>> => {
  const sha256 = createHash('sha256').update(large.data).digest('hex')
  try {
    await files.write(placeOf(community, sha256, 'large'), large.data)
    await files.write(placeOf(community, sha256, 'small'), small.data)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return refuse('disk-full')
    throw error
  }
  const { width, height, size } = large.info
  return { id: ids('pho'), sha256, width, height, bytes: size }
}

const takeOne = async (
  ctx: Context,
  community: CommunityId,
  content: Uint8Array,
): Promise<Photo | Refused<PhotoRefusal>> => {
  if (content.length > PHOTO_BYTES) return refuse('photo-too-large')
  const renewed = await renew(content)
  return isRefused(renewed) ? renewed : store(ctx, community, renewed)
}

/** All or the first refusal; nothing is in the database before `keepPhotos`. */
export const takePhotos = async (
  ctx: Context,
  community: CommunityId,
  contents: readonly Uint8Array[],
): Promise<{ readonly photos: readonly Photo[] } | Refused<PhotoRefusal>> => {
  if (contents.length > MOST_PHOTOS) return refuse('too-many-photos', { most: MOST_PHOTOS })
  const photos: Photo[] = []
  for (const content of contents) {
    const photo = await takeOne(ctx, community, content)
    if (isRefused(photo)) return photo
    photos.push(photo)
  }
  return { photos }
}

export const keepPhotos = async (
  ctx: Pick<Context, 'clock'>,
  trx: Transaction,
  { community, photos }: { readonly community: CommunityId; readonly photos: readonly Photo[] },
): Promise<void> => {
  if (photos.length === 0) return
  const at = ctx.clock.now()
  await trx
    .insertInto('photo')
    .values(photos.map(({ id, ...rest }) => ({ community_id: community, photo_id: id, ...rest, at })))
    .execute()
}

/** The bytes of a kept photo (webp), or null; who may see it is decided before. */
export const readPhoto = async (
  { files }: Pick<Context, 'files'>,
  trx: Transaction,
  { community, id, size }: { readonly community: CommunityId; readonly id: PhotoId; readonly size: Size },
): Promise<Uint8Array | null> => {
  const row = await trx
    .selectFrom('photo')
    .select('sha256')
    .where('community_id', '=', community)
    .where('photo_id', '=', id)
    .executeTakeFirst()
  return row ? files.read(placeOf(community, row.sha256, size)) : null
}

/** Takes in and keeps what came with a form. */
export const storePhotos = async (
  ctx: Context,
  community: CommunityId,
  contents: readonly Uint8Array[],
): Promise<readonly PhotoId[] | Refused<PhotoRefusal>> => {
  if (contents.length === 0) return []
  const taken = await takePhotos(ctx, community, contents)
  if (isRefused(taken)) return taken
  const { photos } = taken
  await inCommunities(ctx.db, [community], (trx) => keepPhotos(ctx, trx, { community, photos }))
  return photos.map(({ id }) => id)
}

/** `of` tells the photos as they were sent: written anew, the same photo may differ after an update. */
type Sending = { readonly actor: Actor; readonly key: string; readonly of: readonly string[] }

/** The same photos sent again under the same key are the same photos. */
const keepOnce = async (ctx: Context, trx: Transaction, kept: Parameters<typeof keepPhotos>[2], sending: Sending) => {
  const { community, photos } = kept
  const asked = askedOnce(sending.actor, { ...sending, key: `photo:${sending.key}` })
  const claimed = await claim(trx, community, { ...asked, at: ctx.clock.now() })
  if (claimed.state === 'reused') return refuse('idempotency-key-reused')
  if (claimed.state === 'again') return (claimed.answer as { readonly photos: readonly PhotoId[] }).photos
  await keepPhotos(ctx, trx, kept)
  const ids = photos.map(({ id }) => id)
  await keepAnswer(trx, community, { key: asked.key, answer: { photos: ids } })
  return ids
}

export const storePhotosOnce = async (
  ctx: Context,
  community: CommunityId,
  contents: readonly Uint8Array[],
  sender: Omit<Sending, 'of'>,
): Promise<readonly PhotoId[] | Refused<PhotoRefusal | 'idempotency-key-reused'>> => {
  const taken = await takePhotos(ctx, community, contents)
  if (isRefused(taken)) return taken
  const kept = { community, photos: taken.photos }
  const of = contents.map((content) => createHash('sha256').update(content).digest('hex'))
  return inCommunities(ctx.db, [community], (trx) => keepOnce(ctx, trx, kept, { ...sender, of }))
}

/** Photos are named by ids that this community's upload gave out. */
export const knowsPhotos = async (
  trx: Transaction,
  community: CommunityId,
  photos: readonly string[],
): Promise<boolean> => {
  if (photos.length === 0) return true
  const known = await trx
    .selectFrom('photo')
    .select('photo_id')
    .where('community_id', '=', community)
    .where('photo_id', 'in', [...photos] as PhotoId[])
    .execute()
  return known.length === new Set(photos).size
}
