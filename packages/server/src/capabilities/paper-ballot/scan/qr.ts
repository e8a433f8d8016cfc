// Reads the QR codes in a picture of a sheet, however it lies on the table.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import sharp from 'sharp'
import { MOST_POINTS } from './size.ts'

/** Of the longer side: a code of three centimetres on A4 then has more than 200 points, and reading takes a fraction of a second. */
const LONGEST = 2400
const MOST_CODES = 8

let prepared: Promise<unknown> | null = null

/** From the package itself: it would else be fetched from the internet. */
const prepare = (): Promise<unknown> =>
  (prepared ??= readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))).then((file) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer }, fireImmediately: true }),
  ))

/** What stands in each, every one once; none where nothing can be read. */
export const qrCodesIn = async (picture: Uint8Array): Promise<readonly string[]> => {
  await prepare()
  const { data, info } = await sharp(picture, { limitInputPixels: MOST_POINTS, failOn: 'error' })
    .autoOrient()
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const image = { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height }
  const found = await readBarcodes(image as Parameters<typeof readBarcodes>[0], {
    formats: ['QRCode'],
    maxNumberOfSymbols: MOST_CODES,
  })
  return [...new Set(found.flatMap(({ isValid, text }) => (isValid ? [text] : [])))]
}
