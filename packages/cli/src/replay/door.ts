// Asks the public interface as one of the people of a case, the way a browser would.
import type { Player } from './installation.ts'

export class Denied extends Error {
  override readonly name = 'Denied'
}

export type Ask = {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly by?: Player | null
  readonly body?: unknown
  /** Idempotency-Key; the same step is never done twice. */
  readonly key?: string
}

const headersOf = ({ by, body, key }: Ask): Record<string, string> => ({
  accept: 'application/json',
  ...(by ? { cookie: by.cookie } : {}),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(key ? { 'idempotency-key': key } : {}),
})

/** The parsed answer; a refusal is thrown with its code. */
export const ask = async <Answer>(url: string, asked: Ask): Promise<Answer> => {
  const response = await fetch(new URL(asked.path, url), {
    method: asked.method ?? 'GET',
    headers: headersOf(asked),
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
  })
  const text = await response.text()
  if (response.ok) return (text === '' ? null : JSON.parse(text)) as Answer
  throw new Denied(`${response.status} ${text.slice(0, 300)}`)
}
