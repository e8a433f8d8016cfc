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
  /** Files and fields instead of a body. */
  readonly form?: FormData
  /** Idempotency-Key; the same step is never done twice. */
  readonly key?: string
  /** The answer is no JSON. */
  readonly as?: 'text'
}

type From = Pick<Ask, 'path' | 'by'>

const cookieOf = (by: Player | null | undefined): Record<string, string> => (by ? { cookie: by.cookie } : {})

const headersOf = ({ by, body, key }: Ask): Record<string, string> => ({
  accept: 'application/json',
  ...cookieOf(by),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(key ? { 'idempotency-key': key } : {}),
})

const textOf = async (response: Response): Promise<string> => {
  const text = await response.text()
  if (response.ok || response.status === 303) return text
  throw new Denied(`${response.status} ${text.slice(0, 300)}`)
}

/** The parsed answer; a refusal is thrown with its code. */
export const ask = async <Answer>(url: string, asked: Ask): Promise<Answer> => {
  const response = await fetch(new URL(asked.path, url), {
    method: asked.method ?? 'GET',
    headers: headersOf(asked),
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    ...(asked.form ? { body: asked.form } : {}),
  })
  const text = await textOf(response)
  return (asked.as === 'text' ? text : text === '' ? null : JSON.parse(text)) as Answer
}

/** Sends a form as a browser without JavaScript does; the answer is a page or the way to one. */
export const send = async (url: string, { path, by }: From, form: FormData | URLSearchParams): Promise<string> =>
  textOf(await fetch(new URL(path, url), { method: 'POST', headers: cookieOf(by), body: form, redirect: 'manual' }))

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** What a page says, without its marks. */
export const readPage = async (url: string, { path, by }: From): Promise<string> => {
  const html = await textOf(await fetch(new URL(path, url), { headers: { accept: 'text/html', ...cookieOf(by) } }))
  return html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
}
