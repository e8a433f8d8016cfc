// The pages of a scanned PDF as pictures. They are drawn in a process of its own, one file at a time: whatever a file does to its reader, the server goes on.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { PdfAnswer, PdfOrder } from './pdf-process.ts'

export type PdfRefusal = 'pdf-unreadable' | 'pdf-locked' | 'pdf-too-long'

/** A staple of sheets; longer ones are sent in parts, so that nobody waits for minutes and in doubt. */
export const MOST_PAGES = 100
const PATIENCE_MILLISECONDS = 30_000
/** Of one file: others wait for it. A hundred plain pages take a few minutes. */
const MOST_MILLISECONDS = 10 * 60_000
const PROGRAM = fileURLToPath(new URL('pdf-process.ts', import.meta.url))

export const isPdf = (content: Uint8Array): boolean => Buffer.from(content.subarray(0, 1024)).includes('%PDF-')

type Drawing = { readonly child: ChildProcess; readonly over: AbortSignal }

/** Null where it has ended or says nothing in time. */
const ask = async ({ child, over }: Drawing, order: PdfOrder): Promise<PdfAnswer | null> => {
  const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS)
  const gone = new AbortController()
  const end = () => gone.abort()
  child.once('exit', end)
  try {
    const answered = once(child, 'message', { signal: AbortSignal.any([patience, over, gone.signal]) })
    child.send(order, (problem) => problem && end())
    return (await answered)[0] as PdfAnswer
  } catch {
    return null
  } finally {
    child.off('exit', end)
  }
}

const unread = (answer: PdfAnswer | null): Refused<PdfRefusal> =>
  refuse(answer && 'problem' in answer && answer.locked ? 'pdf-locked' : 'pdf-unreadable')

const drawAll = async (
  drawing: Drawing,
  pdf: Uint8Array,
  take: (picture: Buffer) => Promise<Refused | null>,
): Promise<Refused | null> => {
  const opened = await ask(drawing, { pdf })
  if (!opened || !('pages' in opened)) return unread(opened)
  if (opened.pages > MOST_PAGES) return refuse('pdf-too-long')
  for (let page = 1; page <= opened.pages; page += 1) {
    const drawn = await ask(drawing, { page })
    if (!drawn || !('picture' in drawn)) return unread(drawn)
    const refused = await take(Buffer.from(drawn.picture))
    if (isRefused(refused)) return refused
  }
  return null
}

let last: Promise<unknown> = Promise.resolve()

/** Each page in its order; what was taken before one that cannot be drawn stays taken. */
export const eachPage = (
  pdf: Uint8Array,
  take: (picture: Buffer) => Promise<Refused | null>,
): Promise<Refused | null> => {
  const drawing = last.then(async () => {
    const child = fork(PROGRAM, [], {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=512'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    try {
      return await drawAll({ child, over: AbortSignal.timeout(MOST_MILLISECONDS) }, pdf, take)
    } finally {
      child.kill('SIGKILL')
    }
  })
  last = drawing.catch(() => undefined)
  return drawing
}
