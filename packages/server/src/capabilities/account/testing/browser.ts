// A browser as far as signing in needs one: it keeps cookies and says where its forms come from.
import type { House } from './house.ts'

export type Page = { readonly page: string; readonly props: Record<string, unknown>; readonly signedIn: unknown }
export type Answer = {
  readonly status: number
  readonly location: string | undefined
  readonly setCookies: readonly string[]
  readonly text: string
  readonly page: () => Page
}

type Asking = { readonly method: 'GET' | 'POST'; readonly url: string; readonly payload?: string }

export type Browser = {
  readonly jar: Map<string, string>
  readonly get: (url: string, headers?: Record<string, string>) => Promise<Answer>
  readonly submit: (url: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Answer>
}

const keep = (jar: Map<string, string>, setCookies: readonly string[]) => {
  for (const cookie of setCookies) {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    if (/max-age=0/iu.test(cookie)) jar.delete(pair.slice(0, at))
    else jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

export const openBrowser = (
  { app }: House,
  remoteAddress = '203.0.113.7',
  jar = new Map<string, string>(),
): Browser => {
  const ask = async (asking: Asking, headers: Record<string, string>): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.inject({
      ...asking,
      remoteAddress,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
    })
    const setCookies = [answer.headers['set-cookie'] ?? []].flat()
    keep(jar, setCookies)
    const { location } = answer.headers
    return {
      status: answer.statusCode,
      location: typeof location === 'string' ? location : undefined,
      setCookies,
      text: answer.body,
      page: () => JSON.parse(answer.body) as Page,
    }
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  return {
    jar,
    get: (url, headers = {}) => ask({ method: 'GET', url }, headers),
    submit: (url, fields, headers = {}) =>
      ask({ method: 'POST', url, payload: new URLSearchParams(fields).toString() }, { ...form, ...headers }),
  }
}
