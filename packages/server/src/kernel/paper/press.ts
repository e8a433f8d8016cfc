// Paper: a template and its data become a PDF, in a process that begins with a sheet and ends when no more comes (docs/decisions/0039).
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PressAnswer, PressOrder } from './press-process.ts'

/** Whoever prints one sheet often prints the next. */
const IDLE_MILLISECONDS = 20_000
const PROGRAM = fileURLToPath(new URL('press-process.ts', import.meta.url))

type Waiting = { readonly done: (pdf: Buffer) => void; readonly fail: (problem: Error) => void }
type Press = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null }

let press: Press | null = null
let orders = 0

/** Nobody waits for the press but those who have ordered: alone it does not keep the server running. */
const rest = ({ child, waiting }: Press) => {
  const busy = waiting.size > 0
  for (const handle of [child, child.channel])
    if (busy) handle?.ref()
    else handle?.unref()
}

const answer = (opened: Press, { order, pdf, problem }: PressAnswer) => {
  const { waiting, child } = opened
  const asked = waiting.get(order)
  waiting.delete(order)
  if (pdf) asked?.done(Buffer.from(pdf))
  else asked?.fail(new Error(problem))
  if (waiting.size === 0) opened.idle = setTimeout(() => child.disconnect(), IDLE_MILLISECONDS).unref()
  rest(opened)
}

const openPress = (): Press => {
  const child = fork(PROGRAM, [], { serialization: 'advanced', execArgv: [] })
  const opened: Press = { child, waiting: new Map(), idle: null }
  child.on('message', (message) => answer(opened, message as PressAnswer))
  const end = (why: string) => {
    if (press === opened) press = null
    for (const { fail } of opened.waiting.values()) fail(new Error(`the press ended: ${why}`))
    opened.waiting.clear()
  }
  child.on('error', ({ message }) => end(message))
  child.on('disconnect', () => end('disconnected'))
  child.on('exit', (code, signal) => end(String(code ?? signal)))
  return opened
}

/**
 * The data reach the template as JSON text, never as its language: what people typed stays text.
 * Without tags a table of thousands of rows is a fifteenth as large; who is read to needs them, or the table as a file.
 */
export const printPdf = (template: URL, data: object, { tagged = true } = {}): Promise<Buffer> =>
  new Promise((done, fail) => {
    press ??= openPress()
    const order = (orders += 1)
    if (press.idle) clearTimeout(press.idle)
    press.idle = null
    press.waiting.set(order, { done, fail })
    rest(press)
    press.child.send(
      { order, template: template.href, data: JSON.stringify(data), tagged } satisfies PressOrder,
      (problem) => {
        if (problem) fail(problem)
      },
    )
  })
