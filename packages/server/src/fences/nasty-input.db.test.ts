// No input makes the house stumble: whatever stands in addresses, queries, bodies and headers is refused or kept as plain words.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { EXPECTATIONS, LAST } from './expectations.ts'
import type { Ask } from './expectations/rows.ts'
import { type WholeGround, layWholeGround } from './ground.ts'
import { type Town, openTown } from './town.ts'

let town: Town
let ground: WholeGround
beforeAll(async () => {
  town = await openTown()
  ground = await layWholeGround(town)
})
beforeEach(() => void town.lines.splice(0))
afterAll(() => town.close())

const ROUTES = Object.keys(EXPECTATIONS).filter((route) => !LAST.has(route))
const askedAt = (route: string): Ask => {
  const asked = EXPECTATIONS[route]!.ask(ground, 'link-holder')
  return { ...asked, url: asked.url.replace(':plate', town.plate) }
}

const faults = () => town.lines.filter((line) => line.startsWith('unexpected'))

const IN_PATH = [
  '%00',
  'a%00b',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5cwindows',
  "'%20or%201=1;--",
  '%ff%fe',
  '__proto__',
  'constructor',
  '9'.repeat(60),
  '-1',
  'x'.repeat(190),
  'x'.repeat(5000),
  '%F0%9F%8F%AE',
]

test.each(ROUTES.filter((route) => route.includes(':')))('%s bears whatever stands in its path', async (route) => {
  const [method, pattern] = route.split(' ') as ['GET' | 'POST', string]
  for (const nasty of IN_PATH) {
    const url = pattern.replaceAll(/:[a-z]+/gu, nasty)
    const answer = await town.as('staff', { ...askedAt(route), method, url })
    expect(answer.status, `${url.slice(0, 80)} ${answer.text.slice(0, 200)}`).toBeLessThan(500)
  }
  expect(faults()).toEqual([])
})

const QUERIES = [
  'page=1e308&perPage=1e308&skip=1e300&most=1e300&size=1e300&from=1e300&to=1e300',
  'page=99999999999999999999&skip=9007199254740991&size=9007199254740991&from=9007199254740991&to=9007199254740991',
  'page=-1&skip=-1&size=-1&from=-1&to=-1',
  'page=1&page=2&code=1&code=2&community=a&community=b&back=/a&back=/b&search=a&search=b&new=1&new=1&said=a&said=b&kind=a&kind=b',
  'code[]=1&search[a]=1&page[b]=1&__proto__[admin]=1&constructor=1',
  'code=%00&search=%00&community=%00&node=%00&kind=%00&back=%00&said=%00',
  "search='%20or%201%3D1&search=%5C&community='&node='",
  'search=%27%27%5C%5C%3A*%26%7C!%3C-%3E()',
]
test.each(ROUTES.filter((route) => route.startsWith('GET')))('%s bears whatever stands in its query', async (route) => {
  for (const query of QUERIES) {
    const asked = askedAt(route)
    const url = `${asked.url}${asked.url.includes('?') ? '&' : '?'}${query}`
    for (const caller of ['visitor', 'staff'] as const) {
      const answer = await town.as(caller, { ...asked, url })
      expect(answer.status, `${caller} ${url} ${answer.text.slice(0, 200)}`).toBeLessThan(500)
    }
  }
  expect(faults()).toEqual([])
})

const WORDS = ['\u0000', 'a\u0000b', '\ud800', 'a\udc00b', '\u202e倒', '\uffff', '__proto__', 'é'.repeat(300_000)]
const replaced = (value: unknown, word: string): unknown => {
  if (typeof value === 'string') return word
  if (Array.isArray(value)) return value.map((each) => replaced(each, word))
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, word)]))
    : value
}
/** The same body with one of its words spoilt, and with all of them. */
const spoilt = (body: object, word: string): readonly object[] => [
  ...Object.keys(body).map((name) => ({ ...body, [name]: replaced((body as Record<string, unknown>)[name], word) })),
  replaced(body, word) as object,
]
const RAW = [
  '{"__proto__":{"isAdmin":true},"text":"x"}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '[]',
  'null',
  '"x"',
  '1e999',
  '{"a":'.repeat(5000) + '1' + '}'.repeat(5000),
  '{"text":',
  '',
]
const WRITES = ROUTES.filter((route) => route.startsWith('POST'))

test.each(WRITES)('%s bears whatever stands in its body', async (route) => {
  const { form, ...asked } = askedAt(route)
  const body = (asked.json ?? form ?? {}) as Record<string, string>
  for (const word of WORDS)
    for (const json of spoilt(body, word)) {
      const answer = await town.as(
        'staff',
        form ? { ...asked, form: json as Record<string, string> } : { ...asked, json },
      )
      expect(answer.status, `${JSON.stringify(json).slice(0, 200)} ${answer.text.slice(0, 300)}`).toBeLessThan(500)
    }
  const { json: _, ...plain } = asked
  for (const payload of RAW) {
    const headers = { 'content-type': 'application/json' }
    const answer = await town.as('staff', { ...plain, payload, headers })
    expect(answer.status, `${payload.slice(0, 60)} ${answer.text.slice(0, 300)}`).toBeLessThan(500)
  }
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  expect(faults()).toEqual([])
})

test.each(WRITES)('%s is not reached by another method or by a disguised one', async (route) => {
  const { url } = askedAt(route)
  for (const method of ['PUT', 'PATCH', 'DELETE'] as const)
    expect((await town.as('staff', { method, url })).status, method).toBe(404)
  const headers = { 'x-http-method-override': 'POST', 'x-method-override': 'POST' }
  const read = await town.as('staff', { method: 'GET', url: `${url}?_method=POST`, headers })
  expect(ROUTES.includes(route.replace('POST', 'GET')) ? read.status : 404).toBe(read.status)
})
