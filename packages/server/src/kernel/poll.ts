// Does a piece of work again and again, never twice at once; a failure is logged and the next turn tries again.
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from './context.ts'

export type Poll = { readonly stop: () => Promise<void> }

export const poll = (log: Log, everyMilliseconds: number, work: () => Promise<unknown>): Poll => {
  const stopping = new AbortController()
  const turn = async () => {
    while (!stopping.signal.aborted) {
      await work().catch((error: unknown) => log.error({ err: error }, 'a periodic task failed'))
      await pause(everyMilliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const ended = turn()
  return { stop: () => (stopping.abort(), ended) }
}
