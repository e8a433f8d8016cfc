import type { CommunityId } from '@yishi/domain/kernel'
import { PHOTO_BYTES } from '@yishi/domain/photo'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundCommunity, testContext } from '../../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/database.ts'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { keepPhotos, readPhoto, takePhotos } from './photos.ts'

let fresh: FreshDatabase
let ctx: Context
const LANE: CommunityId = 'com_lane'

beforeAll(async () => {
  fresh = await freshDatabase()
  await foundCommunity(fresh.db, LANE)
  ;({ ctx } = testContext(fresh.db))
})
afterAll(() => fresh.drop())

/** Wide, but marked as lying on its side, with a place in its metadata. */
const fromPhone = () =>
  sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#a3301b' } })
    .jpeg()
    .withExif({ IFD0: { Model: 'SecretPhone' }, IFD3: { GPSLatitude: '31/1 13/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

test('a photo is kept upright, small and without metadata', async () => {
  const taken = await takePhotos(ctx, LANE, [await fromPhone()])
  if ('refused' in taken) throw new Error(taken.refused)
  const [photo] = taken.photos
  expect(photo).toMatchObject({ width: 800, height: 1600 })
  const read = (size: 'large' | 'small') =>
    inCommunities(fresh.db, [LANE], (trx) => readPhoto(ctx, trx, { community: LANE, id: photo!.id, size }))
  expect(await read('large')).toBeNull()
  await inCommunities(fresh.db, [LANE], (trx) => keepPhotos(ctx, trx, { community: LANE, photos: taken.photos }))
  const large = Buffer.from((await read('large'))!)
  expect(large.includes('SecretPhone')).toBe(false)
  expect((await sharp(large).metadata()).exif).toBeUndefined()
  expect(await sharp((await read('small'))!).metadata()).toMatchObject({ width: 200, height: 400, format: 'webp' })
})

test('what is no photo is told so, whatever it is called', async () => {
  const whole = await fromPhone()
  const fakes = [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
    Buffer.from('MZ this is a program'),
    Buffer.alloc(0),
    whole.subarray(0, whole.length / 2),
  ]
  for (const fake of fakes) expect(await takePhotos(ctx, LANE, [fake])).toEqual({ refused: 'not-a-photo' })
})

test('too large and too many are refused before anything is read', async () => {
  expect(await takePhotos(ctx, LANE, [new Uint8Array(PHOTO_BYTES + 1)])).toEqual({ refused: 'photo-too-large' })
  const seven = Array.from({ length: 7 }, () => new Uint8Array(1))
  expect(await takePhotos(ctx, LANE, seven)).toEqual({ refused: 'too-many-photos', detail: { most: 6 } })
})

test('a full disk is a refusal, any other failure an outage', async () => {
  const failing = (code: string): Context => ({
    ...ctx,
    files: { ...ctx.files, write: () => Promise.reject(Object.assign(new Error(code), { code })) },
  })
  const photo = await fromPhone()
  expect(await takePhotos(failing('ENOSPC'), LANE, [photo])).toEqual({ refused: 'disk-full' })
  await expect(takePhotos(failing('EIO'), LANE, [photo])).rejects.toThrow('EIO')
})
