// Keeps a number of connections busy for some seconds and tells how many requests a second were answered, and how late.
import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

export const CONNECTIONS = 32

export type Load = { readonly perSecond: number; readonly p99: number }

type Asked = {
  readonly url: string
  readonly seconds: number
  readonly cookie?: string
  /** Posted as JSON, each time under a fresh Idempotency-Key. */
  readonly body?: object
}

export const load = async ({ url, seconds, cookie, body }: Asked): Promise<Load> => {
  const headers = { ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}) }
  const posting = body && {
    method: 'POST' as const,
    body: JSON.stringify(body),
    requests: [
      {
        setupRequest: (request: { headers?: Readonly<Record<string, string>> }) => ({
          ...request,
          headers: { ...request.headers, 'idempotency-key': randomUUID() },
        }),
      },
    ],
  }
  const { requests, duration, latency, errors, non2xx } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers,
    ...posting,
  })
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} refusals`)
  return { perSecond: requests.total / duration, p99: latency.p99 }
}

/** The same for any piece of work in this process. */
export const keepBusy = async (seconds: number, work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  let done = 0
  const worker = async () => {
    for (; performance.now() - began < seconds * 1000; done += 1) await work()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  return done / ((performance.now() - began) / 1000)
}
