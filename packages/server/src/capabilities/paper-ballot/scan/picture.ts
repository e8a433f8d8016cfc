// A picture of a sheet, written anew: upright, large enough to read the marks, and without a trace of where and with what it was taken.
import { createHash } from 'node:crypto'
import type { Picture } from '@yishi/domain/paper-ballot'
import { type CommunityId, type Refused, refuse } from '@yishi/domain/kernel'
import sharp from 'sharp'
import type { Context } from '../../../kernel/context.ts'
import { LONGEST, MOST_POINTS } from './size.ts'

export type PictureRefusal = 'not-a-photo' | 'disk-full'

const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif', 'tiff'])

const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

export const placeOfScan = (community: CommunityId, sha256: string): string =>
  `${community}/scans/${sha256.slice(0, 2)}/${sha256}.webp`

const renew = async (content: Uint8Array) => {
  try {
    const { format } = await sharp(content, { limitInputPixels: MOST_POINTS }).metadata()
    if (!FORMATS.has(format)) return null
    return await sharp(content, { limitInputPixels: MOST_POINTS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
  } catch {
    return null // sharp says in many ways that this is no picture, or half of one
  }
}

/** The file comes before the row that names it: a file without a row does no harm. */
export const keepPicture = async (
  { files, ids }: Context,
  community: CommunityId,
  content: Uint8Array,
): Promise<Picture | Refused<PictureRefusal>> => {
  const renewed = await renew(content)
  if (!renewed) return refuse('not-a-photo')
  const { data, info } = renewed
  const sha256 = digest(data)
  try {
    await files.write(placeOfScan(community, sha256), data)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return refuse('disk-full')
    throw error
  }
  return { scan: ids('scn'), sent: digest(content), sha256, width: info.width, height: info.height }
}
