import { createHmac } from 'node:crypto'
import type { Pages } from '@yishi/contract/pages'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountRoutes, newAuthSecret, openAccounts, whoAsks } from './capabilities/account/index.ts'
import { rosterRoutes } from './capabilities/roster/index.ts'
import { largeRoster } from './capabilities/roster/testing/large-roster.ts'
import { workbookOf } from './capabilities/roster/index.ts'
import { foundingRoutes, territoryRoutes } from './capabilities/territory/index.ts'
import { foundingDoor } from './founding-door.ts'
import { type App, newApp } from './kernel/http/app.ts'
import { sendProblem } from './kernel/http/problem.ts'
import type { Served } from './kernel/http/served.ts'
import { testContext } from './testing/context.ts'
import { type FreshDatabase, freshDatabase } from './testing/database.ts'
import { performer } from './wiring.ts'

const unprinted = () => {
  throw new Error('nothing is printed here')
}

let fresh: FreshDatabase
let app: App

beforeEach(async () => {
  fresh = await freshDatabase()
  const { ctx } = testContext(fresh.db)
  const accounts = openAccounts(ctx, { secret: newAuthSecret(), demo: false, sendCode: () => Promise.resolve() })
  app = await newApp({
    settings: ctx.settings,
    log: ctx.log,
    tell: (reply, code, more) => sendProblem(reply, code, more),
  })
  // What a page was given, instead of its HTML: the look is proved elsewhere.
  const renderPage = <K extends keyof Pages>(page: K, props: Pages[K]) => JSON.stringify({ page, props })
  const pages = {
    boardSheet: () => [],
    budgetSentence: () => '',
    electionSentence: () => '',
    drawSentence: () => '',
    renderBoard: () => '',
    cardOwedSentence: () => '',
    claimSentence: () => ({ title: '', body: '' }),
    termSentence: () => ({ title: '', body: '' }),
    courtBundleSentence: () => ({ title: '', body: '' }),
    votedTwiceSentence: () => ({ title: '', body: '' }),
    alertText: () => '',
    renderPage,
    storySentence: () => '',
    handlerSentence: () => '',
    nextSentence: () => '',
    replyCard: () => ({ text: '', svg: '', width: 0, height: 0 }),
    voterSentence: () => '',
    meetingSentence: () => '',
    noticeSentence: () => '',
    posterSheet: unprinted,
    drawPosterSheet: unprinted,
    resultPaper: unprinted,
    agendaPaper: unprinted,
    courtRegisters: unprinted,
    courtReport: unprinted,
  }
  const served: Served = { ctx, performer, pages, webDirectory: '', whoAsks: whoAsks(ctx) }
  accountRoutes(app, {
    served,
    accounts,
    mine: () => Promise.resolve({ matters: [], inbox: [], homes: [], votes: [] }),
  })
  foundingRoutes(app, served, foundingDoor(accounts))
  territoryRoutes(app, served, () => Promise.resolve([]))
  rosterRoutes(app, served)
  await app.ready()
})
afterEach(async () => {
  await app.close()
  await fresh.drop()
})

const WHO = {
  step: 'who',
  streetOffice: '佘山镇',
  community: '翠鑫苑',
  name: '赵六',
  phone: '13700137000',
  password: 'Kahle-Muschel-42-Regen',
}

const openBrowser = () => {
  const jar = new Map<string, string>()
  const ask = async (request: {
    method: 'GET' | 'POST'
    url: string
    payload?: string | Buffer
    headers?: Record<string, string>
  }) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie ? { cookie } : {}), 'sec-fetch-site': 'same-origin', ...request.headers }
    const answer = await app.inject({ ...request, headers })
    for (const pair of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = pair.split(';')[0]!.split(/=(.*)/su)
      jar.set(name, value)
    }
    return answer
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    get: (url: string) => ask({ method: 'GET', url }),
    submit: (url: string, fields: Record<string, string>) =>
      ask({ method: 'POST', url, payload: new URLSearchParams(fields).toString(), headers: form }),
    post: (url: string, body: object) =>
      ask({ method: 'POST', url, payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    upload: (url: string, name: string, content: Buffer) => {
      const head = `--b\r\ncontent-disposition: form-data; name="${name}"; filename="r.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')])
      return ask({ method: 'POST', url, payload, headers: { 'content-type': 'multipart/form-data; boundary=b' } })
    },
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** RFC 6238 with the values that authenticators use. */
const codeOf = (secret: string): string => {
  const bits = Array.from(secret, (letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest[19]! & 15
  return String((digest.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

const foundBy = async (browser: ReturnType<typeof openBrowser>) => {
  const who = await browser.submit('/found', WHO)
  const { secret } = who.json().props.factor as { secret: string }
  return browser.submit('/found', { step: 'second-factor', code: codeOf(secret) })
}

test('an empty installation is founded in three steps, and its founder works at once', async () => {
  const browser = openBrowser()
  expect((await browser.get('/found')).json()).toMatchObject({ page: 'found', props: { step: 'who' } })
  const who = await browser.submit('/found', WHO)
  expect(who.json()).toMatchObject({ page: 'found', props: { step: 'second-factor', problems: {} } })
  const wrong = await browser.submit('/found', { step: 'second-factor', code: '000000' })
  expect(wrong.json().props).toMatchObject({ step: 'second-factor', problems: { code: 'wrong-code' } })
  const { secret } = wrong.json().props.factor as { secret: string }
  const done = await browser.submit('/found', { step: 'second-factor', code: codeOf(secret) })
  expect(done.json().props).toMatchObject({ step: 'done', community: '翠鑫苑' })
  expect((done.json().props.recoveryCodes as string[]).length).toBeGreaterThan(4)
  const parties = (await browser.get('/api/parties')).json() as { name: string; role: string }[]
  expect(parties.map(({ name, role }) => `${role} ${name}`)).toEqual(['staff 翠鑫苑居委会', 'street-office 佘山镇'])
  expect((await browser.get('/found')).statusCode).toBe(303)
})

test('of two browsers that found at once exactly one wins, and the other is told', async () => {
  const answers = await Promise.all(
    Array.from({ length: 4 }, (_, n) =>
      openBrowser().submit('/found', { ...WHO, community: `苑${n}`, phone: `1370013700${n}` }),
    ),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  const losers = answers.filter(({ statusCode }) => statusCode !== 200)
  expect(losers.map((answer) => answer.json().code)).toEqual(['already-founded', 'already-founded', 'already-founded'])
  expect(await fresh.db.selectFrom('community').select('id').execute()).toHaveLength(1)
  expect(await fresh.db.selectFrom('street_office').select('street_office_id').execute()).toHaveLength(1)
})

test('what is wrong is told beside its field, nothing is founded and nothing is lost', async () => {
  const browser = openBrowser()
  const empty = await browser.submit('/found', { step: 'who', community: '翠鑫苑' })
  expect(empty.statusCode).toBe(422)
  expect(empty.json().props.problems).toEqual({
    streetOffice: 'missing',
    name: 'missing',
    phone: 'missing',
    password: 'missing',
  })
  expect(empty.json().props.draft.community).toBe('翠鑫苑')
  const weak = await browser.submit('/found', { ...WHO, password: '123' })
  expect(weak.json().props.problems).toEqual({ password: 'too-short' })
  const landline = await browser.submit('/found', { ...WHO, phone: '021-57651234' })
  expect(landline.json().props.problems).toEqual({ phone: 'not-a-phone' })
  const twins = await browser.submit('/found', { ...WHO, streetOffice: '翠鑫苑居委会' })
  expect(twins.json().props.problems).toEqual({ streetOffice: 'malformed' })
  expect(await fresh.db.selectFrom('community').select('id').execute()).toEqual([])
  expect(await fresh.db.selectFrom('auth.user').select('id').execute()).toEqual([])
})

test('one request founds as well, and only once', async () => {
  const { step: _, ...asked } = WHO
  const browser = openBrowser()
  const founded = await browser.post('/api/found', { ...asked, streetOfficeToo: true })
  expect(founded.statusCode).toBe(201)
  expect(founded.json()).toMatchObject({
    community: expect.stringMatching(/^com_/u),
    person: expect.stringMatching(/^per_/u),
  })
  expect((await browser.post('/api/found', asked)).json().code).toBe('already-founded')
  expect((await openBrowser().get('/api/parties')).statusCode).toBe(401)
})

test('the founder uploads the roster, sees it, confirms it and prints the plates', async () => {
  const browser = openBrowser()
  await foundBy(browser)
  const template = await browser.get('/api/import/template')
  expect(template.headers['content-type']).toContain('spreadsheetml')
  const shown = (await browser.upload('/api/import/preview', 'workbook', await workbookOf(largeRoster(200)))).json()
  expect(shown).toMatchObject({ counts: { error: 0 }, problems: [], preview: expect.stringMatching(/^imp_/u) })
  const { community, preview } = shown as { community: string; preview: string }
  const done = await browser.post('/api/import/confirm', { community, preview })
  expect(done.json()).toEqual({ preview, counts: shown.counts })
  const plates = (await browser.get('/api/plates?kind=stairway&node=a-1')).json() as {
    name: string
    url: string
    code: string
  }[]
  expect(plates.map(({ name }) => name)).toEqual(['翠鑫苑 1号楼 1单元', '翠鑫苑 1号楼 2单元', '翠鑫苑 1号楼 3单元'])
  expect((await openBrowser().get(`/api/places/${plates[0]!.code}`)).json()).toMatchObject({
    kind: 'stairway',
    open: [],
  })
  const tree = (await browser.get('/api/territory')).json()
  expect(tree.children[0]).toMatchObject({
    key: 'A',
    children: [{ key: 'G1', places: [{ kind: 'grid' }, { kind: 'lamp-post' }] }],
  })
  const printed = (await browser.get('/plates?kind=lamp-post&per=2')).json()
  expect(printed).toMatchObject({ page: 'plates', props: { perSheet: 2, plates: [{ kind: 'lamp-post' }] } })
})

test('a stranger sees no list and uploads nothing; a wrong file is told by name', async () => {
  const browser = openBrowser()
  await foundBy(browser)
  const stranger = openBrowser()
  for (const url of ['/api/parties', '/api/plates', '/api/territory'])
    expect((await stranger.get(url)).statusCode).toBe(401)
  expect((await stranger.get('/plates')).headers.location).toBe('/staff/login?back=%2Fplates')
  const upload = (content: Buffer) => browser.upload('/api/import/preview', 'workbook', content)
  expect((await stranger.upload('/api/import/preview', 'workbook', Buffer.from('x'))).statusCode).toBe(401)
  expect((await upload(Buffer.from('x'))).json().code).toBe('not-a-workbook')
  expect((await upload(Buffer.alloc(21 * 1024 * 1024))).json().code).toBe('workbook-too-large')
  expect((await browser.post('/api/import/preview', {})).json().code).toBe('not-a-workbook')
  expect((await browser.get('/api/parties?community=com_elsewhere')).statusCode).toBe(403)
  expect((await browser.get('/api/places/ABCDEFGH')).json().code).toBe('place-unknown')
})
