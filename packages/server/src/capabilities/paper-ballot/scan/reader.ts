// Reads the codes of a picture aside: each in a thread of its own, two at once, so that nobody who votes waits for the desk.
import { Worker } from 'node:worker_threads'

const PATIENCE = 20_000
const AT_ONCE = 2

/** None where the picture cannot be read in time: it is kept all the same, and somebody looks at it. */
const inThread = (picture: Uint8Array): Promise<readonly string[]> =>
  new Promise((settle) => {
    const thread = new Worker(new URL('qr-thread.ts', import.meta.url), {
      workerData: picture,
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => end([]), PATIENCE)
    const end = (codes: readonly string[]): void => {
      clearTimeout(timer)
      settle(codes)
      void thread.terminate()
    }
    thread.once('message', end)
    thread.once('error', () => end([]))
  })

const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve())
let next = 0

export const readCodes = (picture: Uint8Array): Promise<readonly string[]> => {
  const lane = (next += 1) % AT_ONCE
  const answer = lanes[lane]!.then(() => inThread(picture))
  lanes[lane] = answer.catch(() => undefined)
  return answer
}
