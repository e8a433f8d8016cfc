// Headers, cookies, addresses to come back to, and words that want to be code: none of them opens a door or runs anywhere.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_URL, type Town, ask, openTown } from './town.ts'
import { layGround, raise, sortAs } from './ground.ts'
import { SUN } from './building.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const ELSEWHERE = [
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'https://evil.example',
  '/%0d%0aset-cookie:x',
]

test.each(ELSEWHERE)('no form leads back to %j', async (back) => {
  const prefs = await town.as('visitor', { method: 'POST', url: '/prefs', form: { lang: 'en', back } })
  expect(String(prefs.headers['location'])).toMatch(/^\/(?![/\\\t])/u)
  expect(String(prefs.headers['location'])).not.toMatch(/[\r\n]/u)
  for (const url of ['/login', '/staff/login']) {
    const page = await town.as('visitor', { method: 'GET', url: `${url}?back=${encodeURIComponent(back)}` })
    const leads = [...page.text.matchAll(/name="back" value="([^"]*)"/gu)].map(([, value = '']) => value)
    expect(leads.filter((value) => !/^(?:$|\/(?![/\\\t.]))/u.test(value))).toEqual([])
  }
})

test('links and plates carry the address of this house, whatever the request calls it', async () => {
  const headers = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
  }
  const plates = await town.as('staff', { method: 'GET', url: '/api/plates', headers })
  expect((plates.json() as { url: string }[]).every(({ url }) => url.startsWith(`${PUBLIC_URL}/p/`))).toBe(true)
  const { link } = await raise(town)
  const pages = [`${link}?new=1`, '/', `/c/${SUN}`, `/ledger/${SUN}`, '/plates', '/login', '/me']
  for (const url of pages) {
    const page = await town.as('staff', { method: 'GET', url, headers })
    expect(`${page.text} ${JSON.stringify(page.headers)}`, url).not.toContain('evil.example')
  }
})

test('a write that another site makes a browser send is refused before anything looks at it', async () => {
  const { matter } = await raise(town)
  const json = { text: '别站' }
  const sites: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ]
  for (const headers of sites)
    for (const url of [`/api/matters/${matter}/remark`, '/api/matters', '/logout', '/prefs', '/login'])
      expect((await town.as('staff', { method: 'POST', url, json, headers })).status, url).toBe(403)
})

test.each([
  'yishi.session_token=%00',
  'yishi.session_token=%ff',
  'yishi.session_token=',
  'yishi.session_token=a.b; yishi.session_token=c.d',
  `yishi.session_token=${'a'.repeat(6000)}`,
  "yishi.session_token=' or true --",
  '__proto__=1; constructor=2; lang=<script>; elder=__proto__',
  ';;;=;=',
])('the cookie %s is nobody', async (cookie) => {
  const me = await ask(town.app, { method: 'GET', url: '/api/me', cookie })
  expect(me.status).toBe(401)
  expect((await ask(town.app, { method: 'GET', url: '/', cookie })).status).toBe(200)
})

test('the demo shows its outbox on its own machine only, and the house to its desk without the links', async () => {
  const { link } = await raise(town)
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
  const outbox = { method: 'GET', url: '/outbox' } as const
  expect((await ask(town.demo, outbox)).text).toContain(link)
  expect((await ask(town.demo, { ...outbox, from: '192.0.2.7' })).status).toBe(401)
  expect(
    (await ask(town.demo, { ...outbox, from: '192.0.2.7', headers: { 'x-forwarded-for': '127.0.0.1' } })).status,
  ).toBe(401)
  const desk = await town.as('staff', outbox)
  expect(desk.text).toContain('139****0001')
  expect(desk.text).not.toContain(link)
})

const CODE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "';alert(1)//",
  '</title><svg onload=alert(1)>',
  'javascript:alert(1)',
  '${7*7}{{7*7}}',
  '</script><script>alert(1)</script>',
  '<!--',
]

test('words that look like code stay words on every page', async () => {
  const nasty = CODE.join(' ')
  const more = { title: CODE[0], where: CODE[1], name: '<b>名</b>', text: nasty }
  const ground = await layGround(town, more)
  await town.as('link-holder', { method: 'POST', url: `/api/follow/${ground.token}/remark`, json: { text: nasty } })
  const form = { text: nasty, where: 'x'.repeat(200), name: nasty, phone: nasty, key: nasty, kept: nasty }
  const pages = [
    await town.as('visitor', { method: 'GET', url: `/m/${ground.token}?new=1&said=${encodeURIComponent(nasty)}` }),
    await town.as('visitor', { method: 'GET', url: `/c/${SUN}` }),
    await town.as('visitor', { method: 'GET', url: `/find?code=${encodeURIComponent(nasty)}` }),
    await town.as('visitor', { method: 'GET', url: `/find?code=${ground.code}` }),
    await town.as('raiser', { method: 'GET', url: '/me' }),
    await town.as('visitor', { method: 'POST', url: `/p/${town.plate}`, form }),
    await town.as('visitor', {
      method: 'POST',
      url: `/m/${ground.token}/rate`,
      form: { text: nasty, score: nasty, kept: nasty, key: nasty },
    }),
    await town.as('visitor', { method: 'POST', url: '/login', form: { step: 'phone', phone: nasty, back: nasty } }),
    await town.as('visitor', { method: 'GET', url: `/nowhere/${encodeURIComponent(nasty)}` }),
  ]
  for (const [index, page] of pages.entries()) {
    expect(page.type, String(index)).toContain('text/html')
    expect(page.text, String(index)).not.toMatch(/<script>alert|<img src=x|<svg onload|<b>名/u)
    expect(page.text, String(index)).not.toMatch(/(?:href|src|action|formaction)="\s*javascript:/iu)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
  }
})

test('JSON is told as JSON and is never looked into for a page', async () => {
  const { matter } = await raise(town, { title: CODE[0], text: CODE.join(' ') })
  await sortAs(town, matter)
  const file = await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })
  expect(file.type).toContain('application/json')
  expect(file.headers['x-content-type-options']).toBe('nosniff')
  const problem = await town.as('staff', { method: 'GET', url: `/api/matters/${encodeURIComponent(CODE[0]!)}` })
  expect(problem.type).toContain('application/problem+json')
})

test('what somebody may see is kept by nothing between', async () => {
  const { matter, link } = await raise(town)
  const own = [`/api/matters/${matter}`, '/api/board', '/api/inbox', '/api/me', '/api/parties', '/me', '/outbox']
  for (const url of [...own, link, `/api/follow/${link.slice(3)}`])
    expect((await town.as('staff', { method: 'GET', url })).headers['cache-control'], url).toMatch(/no-store/u)
})

test('paths lead out of neither photos nor assets', async () => {
  for (const path of [
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/console/assets/..%5c..%5cpackage.json',
    '/photos/com_sun/..%2f..%2fsecret',
    '/photos/..%2f..%2f/pho_1',
    '/.git/config',
    '/assets/.env',
    '/console/..%2f..%2f..%2fpackage.json',
  ]) {
    const answer = await town.as('visitor', { method: 'GET', url: path })
    expect(answer.text, path).not.toMatch(/"name": "@?yishi|\[core\]/u)
    expect(answer.status, path).toBeLessThan(500)
  }
})
