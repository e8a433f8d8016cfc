import { meSchema } from '@yishi/contract/account'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPlace } from '../territory/index.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type Browser, openBrowser } from './testing/browser.ts'
import { type House, openHouse, passes } from './testing/house.ts'
import { MOON, SUN, settle } from './testing/people.ts'
import { closeAccount, sessionOf } from './index.ts'

let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

let number = 0
const newPhone = () => `139${String((number += 1)).padStart(8, '0')}`

const askFor = (browser: Browser, phone: string) => browser.submit('/login', { step: 'phone', phone })
const enter = (browser: Browser, phone: string, code: string, back = '') =>
  browser.submit('/login', { step: 'code', phone, code, back })
const codeFor = (phone: string) => house.sent.findLast((sent) => sent.phone === phone)!.code
const wrongFor = (phone: string) => (codeFor(phone) === '000000' ? '111111' : '000000')

const signIn = async (browser: Browser, phone: string, back = '') => {
  await askFor(browser, phone)
  return enter(browser, phone, codeFor(phone), back)
}
const me = async (browser: Browser) => {
  const answer = await browser.get('/api/me')
  return answer.status === 200 ? meSchema.parse(JSON.parse(answer.text)) : answer.status
}

test('a code to the phone signs in whoever has that number, in each community', async () => {
  const phone = newPhone()
  const here = await settle(house.ctx, SUN, { name: '王小明', phone, role: 'resident' })
  const there = await settle(house.ctx, MOON, { name: '王小明', phone, role: 'building-leader' })
  const browser = openBrowser(house)
  expect((await askFor(browser, ` ${phone.slice(0, 3)} ${phone.slice(3)}`)).page()).toMatchObject({
    page: 'login',
    props: { step: 'code', phone },
  })
  expect(codeFor(phone)).toMatch(/^\d{6}$/u)
  const answer = await enter(browser, phone, codeFor(phone), '/m/abc?new=1')
  expect([answer.status, answer.location]).toEqual([303, '/m/abc?new=1'])
  const self = await me(browser)
  expect(self).toMatchObject({
    name: '王小明',
    hats: [
      { role: 'building-leader', community: MOON, communityName: '社区com_moon' },
      { role: 'resident', community: SUN },
    ],
    communities: [
      { id: MOON, streetOffice: '翠湖街道' },
      { id: SUN, streetOffice: '翠湖街道' },
    ],
  })
  const session = await sessionOf(house.ctx, {
    headers: { cookie: [...browser.jar].map((pair) => pair.join('=')).join(';') },
  })
  expect(session?.persons.map(({ person }) => person)).toEqual([there.person, here.person])
  expect((await browser.get('/me')).page()).toMatchObject({
    page: 'me',
    props: { name: '王小明', phone: expect.stringContaining('****'), staff: true },
    signedIn: { name: '王小明' },
  })
})

test('who is new becomes a resident of the place whose code they scanned, and of no other', async () => {
  const phone = newPhone()
  const place = await inCommunities(house.ctx.db, [SUN], (trx) =>
    addPlace(
      trx,
      SUN,
      { id: house.ctx.ids('plc'), kind: 'point', key: 'GATE', name: '北门', node: null, label: null },
      house.ctx.clock.now(),
    ),
  )
  const browser = openBrowser(house)
  expect((await signIn(browser, phone, `/p/${place}`)).location).toBe(`/p/${place}`)
  expect(await me(browser)).toMatchObject({ hats: [{ role: 'resident', community: SUN }] })
  await passes(house, 2)
  await signIn(browser, phone, `/p/${place}`)
  expect(await me(browser)).toMatchObject({ hats: [{ community: SUN }] })
  const nowhere = openBrowser(house)
  await signIn(nowhere, newPhone())
  expect(await me(nowhere)).toBe(401)
})

test('the cookie is for this site and for no script; only the token in it is kept secret', async () => {
  const browser = openBrowser(house)
  await askFor(browser, newPhone())
  const { setCookies } = await enter(browser, house.sent.at(-1)!.phone, house.sent.at(-1)!.code)
  expect(setCookies).toHaveLength(1)
  expect(setCookies[0]).toMatch(
    /^yishi\.session_token=[A-Za-z0-9]{32}\.[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/u,
  )
  expect(JSON.stringify(house.noted)).not.toContain(/session_token=([^.]+)/u.exec(setCookies[0]!)![1]!)
})

test('behind https the cookie is bound to the host', async () => {
  const secure = await openHouse({ publicUrl: 'https://yishi.example' })
  const browser = openBrowser(secure)
  await browser.submit('/login', { step: 'phone', phone: '13700000001' })
  const answer = await browser.submit('/login', { step: 'code', phone: '13700000001', code: secure.sent[0]!.code })
  expect(answer.setCookies[0]).toMatch(/^__Host-yishi\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/u)
  expect(answer.setCookies[0]).not.toContain('Domain')
  expect((await browser.get('/me')).page().page).toBe('me')
  await secure.close()
})

test('a code counts once', async () => {
  const phone = newPhone()
  await signIn(openBrowser(house), phone)
  const other = openBrowser(house)
  expect((await enter(other, phone, codeFor(phone))).page().props).toMatchObject({ problems: { code: 'code-over' } })
  expect(other.jar.size).toBe(0)
})

test('of two who send the same code at once, one is signed in', async () => {
  const phone = newPhone()
  await askFor(openBrowser(house), phone)
  const all = await Promise.all(Array.from({ length: 6 }, () => enter(openBrowser(house), phone, codeFor(phone))))
  expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
})

test('a code is over after ten minutes', async () => {
  const phone = newPhone()
  await askFor(openBrowser(house), phone)
  await passes(house, 9)
  const late = newPhone()
  await askFor(openBrowser(house), late)
  await passes(house, 0.9)
  expect((await enter(openBrowser(house), phone, codeFor(phone))).status).toBe(303)
  await passes(house, 9.2)
  expect((await enter(openBrowser(house), late, codeFor(late))).page().props).toMatchObject({
    problems: { code: 'code-over' },
  })
})

test('after five wrong tries the right code is over too', async () => {
  const phone = newPhone()
  const browser = openBrowser(house)
  await askFor(browser, phone)
  for (let tries = 0; tries < 5; tries += 1)
    expect((await enter(browser, phone, wrongFor(phone))).page().props).toMatchObject({
      problems: { code: 'wrong-code' },
    })
  expect((await enter(browser, phone, codeFor(phone))).page().props).toMatchObject({ problems: { code: 'code-over' } })
})

test('ten wrong tries an hour lock a number, however many codes it is sent', async () => {
  const phone = newPhone()
  const browser = openBrowser(house)
  for (let codes = 0; codes < 2; codes += 1) {
    await askFor(browser, phone)
    for (let tries = 0; tries < 5; tries += 1) await enter(browser, phone, wrongFor(phone))
    await passes(house, 2)
  }
  await askFor(browser, phone)
  expect((await enter(browser, phone, codeFor(phone))).page().props).toMatchObject({ problems: { code: 'too-often' } })
  await passes(house, 58)
  expect((await signIn(browser, phone)).status).toBe(303)
})

test('a number is sent one code a minute and five an hour', async () => {
  const phone = newPhone()
  const browser = openBrowser(house)
  const tooOften = { page: 'login', props: { step: 'phone', problems: { phone: 'too-often' } } }
  await askFor(browser, phone)
  expect((await askFor(browser, phone)).page()).toMatchObject(tooOften)
  for (let codes = 1; codes < 5; codes += 1) {
    await passes(house, 2)
    expect((await askFor(browser, phone)).page().props).toMatchObject({ step: 'code' })
  }
  await passes(house, 2)
  expect((await askFor(browser, phone)).page()).toMatchObject(tooOften)
  expect(house.sent.filter((sent) => sent.phone === phone)).toHaveLength(5)
})

test('what is no mobile number gets no code', async () => {
  const browser = openBrowser(house)
  for (const phone of ['', '12345', '021-57651234', '<b>'])
    expect((await askFor(browser, phone)).page().props).toMatchObject({ phone, problems: { phone: 'not-a-phone' } })
})

test('signing out ends the session on the server, in every tab', async () => {
  const browser = openBrowser(house)
  await settle(house.ctx, SUN, { name: '赵一', phone: '13911110000', role: 'resident' })
  await signIn(browser, '13911110000')
  const otherTab = openBrowser(house, '203.0.113.7', new Map(browser.jar))
  const out = await browser.submit('/logout', {})
  expect(out.page()).toMatchObject({ page: 'ended', props: { why: 'signed-out' }, signedIn: null })
  expect(browser.jar.size).toBe(0)
  expect(await me(otherTab)).toBe(401)
  expect((await otherTab.get('/me')).location).toBe('/login?back=/me')
})

test('two browsers are two sessions: signing out of one leaves the other', async () => {
  await settle(house.ctx, SUN, { name: '钱二', phone: '13911110001', role: 'resident' })
  const phone = openBrowser(house)
  const desk = openBrowser(house)
  await signIn(phone, '13911110001')
  await passes(house, 2)
  await signIn(desk, '13911110001')
  await desk.submit('/logout', {})
  expect(await me(phone)).toMatchObject({ name: '钱二' })
})

test('signing in makes a new session, and the one that the browser had is gone', async () => {
  await settle(house.ctx, SUN, { name: '孙三', phone: '13911110002', role: 'resident' })
  const browser = openBrowser(house)
  await signIn(browser, '13911110002')
  const before = new Map(browser.jar)
  await passes(house, 2)
  await signIn(browser, '13911110002')
  expect(browser.jar.get('yishi.session_token')).not.toBe(before.get('yishi.session_token'))
  expect(await me(openBrowser(house, '203.0.113.7', before))).toBe(401)
  expect(await me(browser)).toMatchObject({ name: '孙三' })
})

test('a token that an attacker planted is not taken over', async () => {
  await settle(house.ctx, SUN, { name: '李四', phone: '13911110003', role: 'resident' })
  const planted = 'A'.repeat(32)
  const victim = openBrowser(house, '203.0.113.7', new Map([['yishi.session_token', `${planted}.x`]]))
  await signIn(victim, '13911110003')
  expect(await me(victim)).toMatchObject({ name: '李四' })
  expect(await me(openBrowser(house, '203.0.113.7', new Map([['yishi.session_token', `${planted}.x`]])))).toBe(401)
})

test('a hat that ends, and an account that is closed, count at the next request', async () => {
  const { person } = await settle(house.ctx, SUN, { name: '周五', phone: '13911110004', role: 'grid-worker' })
  const browser = openBrowser(house)
  await signIn(browser, '13911110004')
  expect(await me(browser)).toMatchObject({ hats: [{ role: 'grid-worker' }] })
  const ends = '2026-03-05T00:00:00.000Z'
  await inCommunities(house.ctx.db, [SUN], (trx) =>
    trx.updateTable('membership').set({ ends }).where('person_id', '=', person).execute(),
  )
  expect(await me(browser)).toMatchObject({ hats: [{ role: 'grid-worker' }] })
  await house.advanceTo(ends)
  expect(await me(browser)).toMatchObject({ name: '周五', hats: [] })
  const { rows } = await sql<{ id: string }>`select id from auth."user" where phone_number = '13911110004'`.execute(
    house.ctx.db,
  )
  await closeAccount(house.ctx, rows[0]!.id, 'per_boss')
  expect(await me(browser)).toBe(401)
  await passes(house, 2)
  expect((await signIn(browser, '13911110004')).page().props).toMatchObject({ problems: { code: 'wrong-code' } })
})

test('a resident stays signed in for thirty days and no longer', async () => {
  await settle(house.ctx, SUN, { name: '吴六', phone: '13911110005', role: 'resident' })
  const browser = openBrowser(house)
  await signIn(browser, '13911110005')
  await passes(house, 29 * 24 * 60)
  expect(await me(browser)).toMatchObject({ name: '吴六' })
  await passes(house, 24 * 60)
  expect(await me(browser)).toBe(401)
})

test('a post from another site changes nothing', async () => {
  await settle(house.ctx, SUN, { name: '郑七', phone: '13911110006', role: 'resident' })
  const browser = openBrowser(house)
  await signIn(browser, '13911110006')
  const sent = house.sent.length
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    expect((await browser.submit('/logout', {}, headers)).status).toBe(403)
    expect((await browser.submit('/login', { step: 'phone', phone: newPhone() }, headers)).status).toBe(403)
  }
  expect(house.sent).toHaveLength(sent)
  expect(await me(browser)).toMatchObject({ name: '郑七' })
})

test('after signing in one comes back to a page of this site only', async () => {
  for (const back of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', 'me']) {
    await passes(house, 2)
    expect((await signIn(openBrowser(house), newPhone(), back)).location).toBe('/me')
  }
  expect((await signIn(openBrowser(house), newPhone(), '/x//y?z=//w#v')).location).toBe('/x//y?z=//w')
})

test('the log tells of every success and failure, and names nobody', async () => {
  const kinds = new Set(house.noted.map(({ facts }) => facts['security']))
  for (const kind of ['signed-in', 'sign-in-refused', 'session-ended', 'account-closed']) expect(kinds).toContain(kind)
  const all = JSON.stringify(house.noted)
  for (const { phone, code } of house.sent) {
    expect(all).not.toContain(phone)
    expect(all).not.toContain(`"${code}"`)
  }
  expect(all).not.toMatch(/王小明|203\.0\.113/u)
})

test('no number and no code lies in plain text beside the account itself', async () => {
  const phone = newPhone()
  await askFor(openBrowser(house), phone)
  const { rows } = await sql<{
    all: string
  }>`select coalesce(json_agg(v)::text, '') || (select json_agg(t)::text from auth.turn t) as all
    from auth.verification v`.execute(house.ctx.db)
  expect(rows[0]!.all).not.toContain(phone)
})
