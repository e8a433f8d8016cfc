// What comes as a PDF: no mark that lies over a picture is lost, and no file takes the machine with it.
import { readFileSync, readdirSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pdfOf, stream } from '../testing/scanned-pdf.ts'
import { eachPage } from './pdf.ts'
import { LONGEST, MOST_MEMORY } from './size.ts'

const GREY = 200
const [WIDTH, HEIGHT] = [600, 850]
const sheet = await sharp({
  create: { width: WIDTH, height: HEIGHT, channels: 3, background: { r: GREY, g: GREY, b: GREY } },
})
  .jpeg()
  .toBuffer()

const image = (
  content: Buffer,
  { width = WIDTH, height = HEIGHT, how = '/ColorSpace/DeviceRGB/Filter/DCTDecode' } = {},
) => stream(`/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8${how}`, content)

type Page = {
  readonly box?: string
  readonly draws: string
  readonly picture?: Buffer
  readonly over?: Buffer
  readonly more?: string
}

/** `Im` is the picture, `Ov` what lies over it. */
const onePage = ({ box = '0 0 595 842', draws, picture = image(sheet), over = Buffer.from('null'), more = '' }: Page) =>
  pdfOf([
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Count 1/Kids[3 0 R]>>'),
    Buffer.from(
      `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<</XObject<</Im 5 0 R/Ov 6 0 R>>>>${more}>>`,
    ),
    stream('', Buffer.from(draws)),
    picture,
    over,
  ])

const WHOLE = 'q 595 0 0 842 0 0 cm /Im Do Q'

const taken = async (pdf: Buffer) => {
  const pictures: Buffer[] = []
  const refused = await eachPage(pdf, (picture) => {
    pictures.push(picture)
    return Promise.resolve(null)
  })
  return { refused, pictures }
}

/** The first colour at a place, from 0 to 1 of each side, from the top left. */
const brightnessAt = async (picture: Buffer, x: number, y: number): Promise<number> => {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data[Math.floor(y * info.height) * info.width + Math.floor(x * info.width)]!
}

const sizeOf = async (picture: Buffer) => {
  const { width, height } = await sharp(picture).metadata()
  return [width, height]
}

describe('a page', () => {
  test('that is one picture and nothing else is taken as it lies there, wherever the page has its corner', async () => {
    for (const page of [
      { draws: WHOLE },
      { box: '100 50 695 892', draws: 'q 1 0 0 1 100 50 cm 595 0 0 842 0 0 cm /Im Do Q' },
    ])
      expect(await sizeOf((await taken(onePage(page))).pictures[0]!)).toEqual([WIDTH, HEIGHT])
  })

  const mark = (draws: string, more: Partial<Page> = {}): Page => ({ draws: `${WHOLE} ${draws}`, ...more })
  const stamp = stream(
    '/Type/XObject/Subtype/Image/Width 8/Height 8/ImageMask true/BitsPerComponent 1',
    Buffer.alloc(8),
  )
  const ink = '/Annots[<</Type/Annot/Subtype/Ink/Rect[100 100 300 300]/InkList[[100 200 300 200]]/AP<</N 6 0 R>>/F 4>>]'
  const pen = stream('/Type/XObject/Subtype/Form/BBox[0 0 200 200]', Buffer.from('0 g 0 0 200 200 re f'))
  test.each([
    [
      'a layer of black, as scanners that save room write',
      mark('q 0 g 200 0 0 200 100 100 cm /Ov Do Q', { over: stamp }),
    ],
    ['a line of the page itself', mark('0 g 100 100 200 200 re f')],
    ['the pen of a tablet', { draws: WHOLE, over: pen, more: ink }],
  ])('keeps what lies over its picture: %s', async (_, page) => {
    const [picture] = (await taken(onePage(page))).pictures
    expect(Math.max(...(await sizeOf(picture!)).map(Number))).toBe(LONGEST)
    expect(await brightnessAt(picture!, 200 / 595, 1 - 200 / 842)).toBeLessThan(40)
    expect(await brightnessAt(picture!, 0.8, 0.2)).toBeGreaterThan(150)
  })

  test('with a small picture on it is drawn whole, also where its corner lies below nought', async () => {
    const page = { box: '-595 -842 0 0', draws: 'q 60 0 0 85 -500 -500 cm /Im Do Q' }
    expect(Math.max(...(await sizeOf((await taken(onePage(page))).pictures[0]!)).map(Number))).toBe(LONGEST)
  })
})

/** The most that a process which this one has started ever had in its memory, in bytes. */
const peakOf = async (work: () => Promise<unknown>): Promise<number> => {
  let peak = 0
  const look = () => {
    for (const running of readdirSync('/proc').filter((name) => /^\d+$/u.test(name)))
      try {
        const status = readFileSync(`/proc/${running}/status`, 'utf8')
        if (!status.includes(`PPid:\t${process.pid}\n`)) continue
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) * 1024)
      } catch {
        // It has ended since it was listed.
      }
  }
  const looking = setInterval(look, 50)
  await work()
  clearInterval(looking)
  return peak
}

describe('a file that swells', () => {
  const claimed = { width: 60_000, height: 60_000, how: '/ColorSpace/DeviceGray/Filter/FlateDecode' }
  /** A gigabyte and more of nothing, packed twice. */
  const nothing = () =>
    deflateSync(Buffer.concat(Array.from({ length: 8 }, () => Buffer.alloc(100_000_000))), { level: 9 })

  test.skipIf(process.platform !== 'linux')(
    'is given up before it eats up the memory',
    { timeout: 60_000 },
    async () => {
      for (const picture of [image(nothing(), claimed), image(sheet, { width: 60_000, height: 60_000 })])
        expect(await peakOf(() => taken(onePage({ draws: WHOLE, picture })))).toBeLessThan(MOST_MEMORY / 2)
      const packed = deflateSync(nothing())
      const twice = pdfOf([
        Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
        Buffer.from('<</Type/Pages/Count 1/Kids[3 0 R]>>'),
        Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R 4 0 R 4 0 R 4 0 R]>>'),
        stream('/Filter[/FlateDecode/FlateDecode]', packed),
      ])
      let refused: unknown
      expect(await peakOf(async () => ({ refused } = await taken(twice)))).toBeLessThan(MOST_MEMORY * 1.3)
      expect(refused).toEqual({ refused: 'pdf-unreadable' })
    },
  )

  test('and the next one is read as if nothing had been', async () => {
    expect((await taken(onePage({ draws: WHOLE }))).pictures).toHaveLength(1)
  })
})

test('of two at once each has its own pages', async () => {
  const dark = await sharp(sheet).linear(0, 10).jpeg().toBuffer()
  const both = await Promise.all([
    taken(onePage({ draws: WHOLE })),
    taken(onePage({ draws: WHOLE, picture: image(dark) })),
  ])
  expect(await Promise.all(both.map(({ pictures }) => brightnessAt(pictures[0]!, 0.5, 0.5)))).toEqual([GREY, 10])
})
