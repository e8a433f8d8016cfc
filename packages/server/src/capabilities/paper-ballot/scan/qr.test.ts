// The code of a sheet is read however it lies on the table, in bad light too, beside another one, and from pictures of every kind.
import { toBuffer } from 'qrcode'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { qrCodesIn } from './qr.ts'

const OURS = 'https://yishi.example/polls/pol_abcdefghijklmnopqrstuv#0151-7K3M9-QX2TD'
const MENU = 'https://example.com/menu'

/** A4 with codes of three centimetres. */
const page = async (...codes: readonly string[]): Promise<Buffer> => {
  const marks = await Promise.all(codes.map((text) => toBuffer(text, { width: 236, margin: 2 })))
  return sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#fdfdfa' } })
    .composite(marks.map((input, index) => ({ input, left: 1300, top: 100 + index * 900 })))
    .png()
    .toBuffer()
}
const inBadLight = async (sheet: Buffer, angle: number): Promise<Buffer> => {
  const turned = await sharp(sheet).rotate(angle, { background: '#7a6a55' }).png().toBuffer()
  return sharp(turned).blur(0.8).modulate({ brightness: 0.7 }).jpeg({ quality: 60 }).toBuffer()
}

test.each([0, 17, 90, 143, 181, 262])('turned by %i degrees', async (angle) => {
  expect(await qrCodesIn(await inBadLight(await page(OURS), angle))).toEqual([OURS])
})
test('beside another code', async () => {
  expect((await qrCodesIn(await inBadLight(await page(MENU, OURS), 7))).toSorted()).toEqual([MENU, OURS])
})
test('in grey, and in the colours of a printer', async () => {
  const sheet = await page(OURS)
  expect(await qrCodesIn(await sharp(sheet).greyscale().png().toBuffer())).toEqual([OURS])
  expect(await qrCodesIn(await sharp(sheet).toColourspace('cmyk').jpeg().toBuffer())).toEqual([OURS])
})
test('none where there is none', async () => {
  expect(await qrCodesIn(await page())).toEqual([])
})
