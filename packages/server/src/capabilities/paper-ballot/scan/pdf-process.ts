// The process in which the pages of one scanned PDF are drawn, one after another as they are asked for, until the server lets go of it.
import sharp from 'sharp'
import { createIsomorphicCanvasFactory, extractImages, getDocumentProxy, renderPageAsImage } from 'unpdf'
import { LONGEST } from './size.ts'

export type PdfOrder = { readonly pdf: Uint8Array } | { readonly page: number }
export type PdfAnswer =
  | { readonly pages: number }
  | { readonly picture: Uint8Array }
  | { readonly problem: string; readonly locked: boolean }

const POINTS_AN_INCH = 72
/** To the inch, over the whole page: a picture smaller than that is a part of one. */
const LEAST_DOTS = 100

const canvasImport = () => import('@napi-rs/canvas')

/** A copy: what comes from the other process is a Buffer, which PDF.js does not take. */
const open = async (pdf: Uint8Array) =>
  getDocumentProxy(new Uint8Array(pdf), { CanvasFactory: await createIsomorphicCanvasFactory(canvasImport) })

let opened: Awaited<ReturnType<typeof open>> | null = null

/** What most scanners write: a page that is one picture and nothing else. It is taken as it lies there, twenty times as fast as drawing it. */
const loneImage = async (page: number): Promise<Uint8Array | null> => {
  const { rotate, view } = await opened!.getPage(page)
  const [image, ...more] = await extractImages(opened!, page)
  if (!image || more.length > 0 || rotate !== 0) return null
  const { data, width, height, channels } = image
  const least = (Math.max(...view) / POINTS_AN_INCH) * LEAST_DOTS
  if (Math.max(width, height) < least) return null
  return sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer()
}

const drawn = async (page: number): Promise<Uint8Array> => {
  const { width, height } = (await opened!.getPage(page)).getViewport({ scale: 1 })
  const scale = LONGEST / Math.max(width, height)
  return new Uint8Array(await renderPageAsImage(opened!, page, { canvasImport, scale }))
}

const draw = async (page: number): Promise<PdfAnswer> => ({ picture: (await loneImage(page)) ?? (await drawn(page)) })

const answerTo = async (asked: PdfOrder): Promise<PdfAnswer> => {
  try {
    if ('page' in asked) return await draw(asked.page)
    opened = await open(asked.pdf)
    return { pages: opened.numPages }
  } catch (error) {
    const { name, message } = error as Error
    return { problem: message, locked: name === 'PasswordException' }
  }
}

process.on('message', (asked) => void answerTo(asked as PdfOrder).then((answer) => process.send!(answer)))
process.on('disconnect', () => process.exit(0))
