// The process in which the pages of one scanned PDF are drawn, one after another as they are asked for, until the server lets go of it.
import { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { createIsomorphicCanvasFactory, extractImages, getDocumentProxy, renderPageAsImage } from 'unpdf'
import { isLoneImage } from './lone-image.ts'
import { LONGEST, MOST_POINTS } from './size.ts'

export type PdfOrder = { readonly pdf: Uint8Array } | { readonly page: number }
export type PdfAnswer =
  | { readonly pages: number }
  | { readonly picture: Uint8Array }
  | { readonly problem: string; readonly locked: boolean }

const canvasImport = () => import('@napi-rs/canvas')

/** A copy: what comes from the other process is a Buffer, which PDF.js does not take. */
const open = async (pdf: Uint8Array) =>
  getDocumentProxy(new Uint8Array(pdf), {
    CanvasFactory: await createIsomorphicCanvasFactory(canvasImport),
    maxImageSize: MOST_POINTS,
  })

let opened: Awaited<ReturnType<typeof open>> | null = null

/** It is taken as it lies there, twenty times as fast as drawing it. One that lets shine through what lies below is drawn. */
const loneImage = async (number: number): Promise<Uint8Array | null> => {
  const page = await opened!.getPage(number)
  if (page.rotate !== 0 || !(await isLoneImage(await page.getOperatorList(), page.view))) return null
  const [image] = await extractImages(opened!, number)
  if (!image || image.channels === 4) return null
  const { data, width, height, channels } = image
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

new Worker(new URL('memory-watch.ts', import.meta.url)).unref()
process.on('message', (asked) => void answerTo(asked as PdfOrder).then((answer) => process.send!(answer)))
process.on('disconnect', () => process.exit(0))
