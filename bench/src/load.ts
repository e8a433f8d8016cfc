// Keeps a number of connections busy for some seconds and tells how many requests a second were answered, and how late.
import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

export const CONNECTIONS = 32

export type Load = { readonly perSecond: number; readonly p99: number }

type Asked = {
  readonly url: string
  readonly seconds: number
  readonly cookie?: string
  /** Instead of one for all: in turns. */
  readonly cookies?: readonly string[]
  /** Posted as JSON, each time under a fresh Idempotency-Key. */
  readonly body?: object
  /** Posted as a form, each time with a fresh `key`; answered by leading on to a page. */
  readonly form?: Readonly<Record<string, string>>
}

type Changing = { readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

const inTurns = (all: readonly string[]) => {
  let turn = -1
  return () => all[(turn += 1) % all.length] ?? ''
}

/** What changes from one request to the next. */
const anew = ({ body, form, cookies }: Asked) => {
  const next = cookies && inTurns(cookies)
  return (request: Changing): Changing => {
    const headers = { ...request.headers, ...(next && { cookie: next() }) }
    if (form) return { ...request, headers, body: new URLSearchParams({ ...form, key: randomUUID() }).toString() }
    return body ? { ...request, headers: { ...headers, 'idempotency-key': randomUUID() } } : { ...request, headers }
  }
}

const posting = (asked: Asked) => {
  const { body, form } = asked
  return body || form
    ? { method: 'POST' as const, body: JSON.stringify(body ?? {}), requests: [{ setupRequest: anew(asked) }] }
    : {}
}

const typeOf = ({ body, form }: Asked): Record<string, string> => {
  if (body) return { 'content-type': 'application/json' }
  return form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
}

export const load = async (asked: Asked): Promise<Load> => {
  const { url, seconds, cookie, form } = asked
  const headers = { ...(cookie ? { cookie } : {}), ...typeOf(asked) }
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers, ...posting(asked) })
  const { requests, duration, latency, errors, non2xx } = result
  const refusals = form ? requests.total - result['3xx'] : non2xx
  if (errors + refusals > 0) throw new Error(`${url}: ${errors} errors, ${refusals} refusals`)
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
