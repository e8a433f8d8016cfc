import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createInvitation, createLoginLink, sweepAccounts } from './index.ts'
import { type Browser, openBrowser } from './testing/browser.ts'
import { type House, openHouse, passes } from './testing/house.ts'
import { MOON, SUN, authenticatorCode, settle } from './testing/people.ts'

let house: House
beforeAll(async () => void (house = await openHouse({ demo: true })))
afterAll(() => house.close())

const HERE = '127.0.0.1'
const path = (url: string) => new URL(url).pathname
const unknown = { page: 'ended', props: { why: 'link-unknown' } }

const newLink = async (at = house) => {
  const person = await settle(at.ctx, SUN, { name: '卫十', phone: null, role: 'staff' })
  return createLoginLink(at.ctx, person)
}

test('a link of the demo signs in once, with all hats', async () => {
  const url = await newLink()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/demo\/login\/[\w-]{43}$/u)
  const browser = openBrowser(house, HERE)
  const answer = await browser.get(path(url))
  expect([answer.status, answer.location]).toEqual([303, '/console/'])
  expect(JSON.parse((await browser.get('/api/me')).text)).toMatchObject({ name: '卫十', hats: [{ role: 'staff' }] })
  expect((await openBrowser(house, HERE).get(path(url))).page()).toMatchObject(unknown)
})

test('only the socket tells where somebody is; a header does not, and a try from afar uses nothing up', async () => {
  const url = path(await newLink())
  const headers = { 'x-forwarded-for': HERE, 'x-real-ip': HERE, forwarded: `for=${HERE}`, host: HERE }
  expect((await openBrowser(house, '203.0.113.7').get(url, headers)).page()).toMatchObject(unknown)
  expect((await openBrowser(house, '::1').get(url)).status).toBe(303)
})

test('looking ahead at a link does not use it up', async () => {
  const url = path(await newLink())
  expect((await house.app.inject({ method: 'HEAD', url, remoteAddress: HERE })).statusCode).toBe(404)
  expect((await openBrowser(house, HERE).get(url)).status).toBe(303)
})

test('a link is over after a day', async () => {
  const [early, late] = [path(await newLink()), path(await newLink())]
  await passes(house, 24 * 60 - 1)
  expect((await openBrowser(house, HERE).get(early)).status).toBe(303)
  await passes(house, 2)
  expect((await openBrowser(house, HERE).get(late)).page()).toMatchObject(unknown)
})

test('of many who open a link at once, one gets in', async () => {
  const url = path(await newLink())
  const all = await Promise.all(Array.from({ length: 5 }, () => openBrowser(house, HERE).get(url)))
  expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
})

test('outside the demo no link opens anything', async () => {
  const real = await openHouse()
  expect((await openBrowser(real, HERE).get(path(await newLink(real)))).page()).toMatchObject(unknown)
  await real.close()
})

test('a proxy in front does not make strangers local', async () => {
  const behind = await openHouse({ demo: true, publicUrl: 'https://yishi.example' })
  const url = await newLink(behind)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\//u)
  expect((await openBrowser(behind, '10.0.0.2').get(path(url), { 'x-forwarded-for': HERE })).page()).toMatchObject(
    unknown,
  )
  await behind.close()
})

test('an invited person sets a password, adds the second factor, and is in; the invitation is used up', async () => {
  const person = await settle(house.ctx, SUN, { name: '蒋一一', phone: '13500000001', role: 'staff' })
  const url = path(await createInvitation(house.ctx, person))
  const browser = openBrowser(house)
  expect((await browser.get(url)).page()).toMatchObject({
    page: 'staff-factor',
    props: { step: 'password', name: '蒋一一', phone: '13500000001' },
  })
  expect((await browser.submit(url, { password: '12345678' })).page().props).toMatchObject({
    problems: { password: 'weak-password' },
  })
  expect((await browser.submit(url, { password: '巷口的猫今天没有来' })).location).toBe('/staff/factor')
  const { factor } = (await browser.get('/staff/factor')).page().props as { factor: { secret: string } }
  await browser.submit('/staff/factor', { code: authenticatorCode(factor.secret) })
  expect(JSON.parse((await browser.get('/api/me')).text)).toMatchObject({ name: '蒋一一', hats: [{ role: 'staff' }] })
  expect((await browser.get(url)).page()).toMatchObject({ page: 'ended', props: { why: 'link-expired' } })
  expect((await browser.submit(url, { password: '巷口的猫今天又来了' })).page()).toMatchObject({ page: 'ended' })
})

test('an invitation is over after seven days, and is no login link', async () => {
  const person = await settle(house.ctx, SUN, { name: '沈一二', phone: '13500000002', role: 'staff' })
  const url = path(await createInvitation(house.ctx, person))
  const token = url.split('/').at(-1)
  expect((await openBrowser(house, HERE).get(`/demo/login/${token}`)).page()).toMatchObject(unknown)
  await passes(house, 7 * 24 * 60 - 1)
  expect((await openBrowser(house).get(url)).status).toBe(200)
  await passes(house, 2)
  expect((await openBrowser(house).get(url)).status).toBe(404)
  const login = path(await newLink())
    .split('/')
    .at(-1)
  expect((await openBrowser(house).get(`/staff/invitation/${login}`)).status).toBe(404)
})

test('who comes by a link and later by a code to the phone is the same person', async () => {
  const person = await settle(house.ctx, SUN, { name: '韩一三', phone: '13500000003', role: 'resident' })
  const browser = openBrowser(house, HERE)
  expect((await browser.get(path(await createLoginLink(house.ctx, person)))).location).toBe('/me')
  const other = openBrowser(house)
  await other.submit('/login', { step: 'phone', phone: '13500000003' })
  await other.submit('/login', {
    step: 'code',
    phone: '13500000003',
    code: house.sent.at(-1)!.code,
    back: '/c/com_sun',
  })
  const me = JSON.parse((await other.get('/api/me')).text) as { person: string }
  expect(me.person).toBe(person.person)
  expect(me).toMatchObject({ hats: [{ role: 'resident' }] })
})

const staffAt = (community: CommunityId, name: string, phone: string) =>
  settle(house.ctx, community, { name, phone, role: 'staff' })
const accept = async (browser: Browser, url: string, password: string) => {
  await browser.submit(url, { password })
  const { factor } = (await browser.get('/staff/factor')).page().props as { factor: { secret: string } }
  return browser.submit('/staff/factor', { code: authenticatorCode(factor.secret) })
}
const signInByPhone = async (browser: Browser, phone: string, back = '') => {
  await browser.submit('/login', { step: 'phone', phone })
  return browser.submit('/login', { step: 'code', phone, code: house.sent.at(-1)!.code, back })
}
const hatsOf = async (browser: Browser) => {
  const { status, text } = await browser.get('/api/me')
  if (status !== 200) return status
  return (JSON.parse(text) as { hats: { role: string; community: string }[] }).hats.map(
    (hat) => `${hat.role} ${hat.community}`,
  )
}

test('an invitation gives no password to an account that somebody else has', async () => {
  await settle(house.ctx, MOON, { name: '杨一四', phone: '13500000004', role: 'grid-worker' })
  await signInByPhone(openBrowser(house), '13500000004')
  const attacker = openBrowser(house)
  const url = path(await createInvitation(house.ctx, await staffAt(SUN, '杨一四', '13500000004')))
  expect((await attacker.get(url)).location).toBe(`/login?back=${encodeURIComponent(url)}`)
  expect((await attacker.submit(url, { password: '巷口的猫今天没有来' })).location).toMatch(/^\/login/u)
  await passes(house, 2)
  const owner = openBrowser(house)
  expect((await signInByPhone(owner, '13500000004', url)).location).toBe(url)
  await accept(owner, url, '巷口的猫今天没有来')
  expect(await hatsOf(owner)).toEqual([`grid-worker ${MOON}`, `staff ${SUN}`])
})

test('a password set for a number that was not proved ends when its owner proves it', async () => {
  const attacker = openBrowser(house)
  await accept(
    attacker,
    path(await createInvitation(house.ctx, await staffAt(SUN, '朱一五', '13500000005'))),
    '巷口的猫今天没有来',
  )
  expect(await hatsOf(attacker)).toEqual([`staff ${SUN}`])
  await settle(house.ctx, MOON, { name: '朱一五', phone: '13500000005', role: 'grid-worker' })
  const owner = openBrowser(house)
  await signInByPhone(owner, '13500000005')
  expect(await hatsOf(owner)).toEqual([`grid-worker ${MOON}`])
  expect(await hatsOf(attacker)).toBe(401)
  const again = await attacker.submit('/staff/login', {
    step: 'password',
    phone: '13500000005',
    password: '巷口的猫今天没有来',
  })
  expect(again.page().props).toMatchObject({ problems: { password: 'wrong-password' } })
})

test('who is signed in with both factors may prove the number and keeps the password', async () => {
  const browser = openBrowser(house)
  await accept(
    browser,
    path(await createInvitation(house.ctx, await staffAt(SUN, '秦一六', '13500000006'))),
    '巷口的猫今天没有来',
  )
  await signInByPhone(browser, '13500000006')
  const again = await browser.submit('/staff/login', {
    step: 'password',
    phone: '13500000006',
    password: '巷口的猫今天没有来',
  })
  expect(again.page().props).toMatchObject({ step: 'second-factor' })
})

test('what is over is swept away, what counts stays', async () => {
  const kept = path(await newLink())
  await passes(house, 23 * 60)
  const newer = path(await newLink())
  await passes(house, 61)
  await sweepAccounts(house.ctx)
  const { rows } = await sql<{ links: number; turns: number }>`select (select count(*) from auth.entry_link) as links,
    (select count(*) from auth.turn) as turns`.execute(house.ctx.db)
  expect(rows[0]).toMatchObject({ turns: 0 })
  expect((await openBrowser(house, HERE).get(kept)).page()).toMatchObject(unknown)
  expect((await openBrowser(house, HERE).get(newer)).status).toBe(303)
})
