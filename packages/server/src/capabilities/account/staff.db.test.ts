import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccountId, closeAccount, createStaffAccount, removeFactor } from './index.ts'
import { type Browser, openBrowser } from './testing/browser.ts'
import { type House, openHouse, passes } from './testing/house.ts'
import { MOON, SUN, authenticatorCode, settle } from './testing/people.ts'
import { takeTurn } from './turns.ts'

const PASSWORD = '楼下的石榴又红了三颗'

let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

let number = 0
const newPhone = () => `136${String((number += 1)).padStart(8, '0')}`

type Staff = { readonly phone: string; readonly account: AccountId; readonly person: string }

const hire = async (role: 'staff' | 'street-office' = 'staff', password = PASSWORD): Promise<Staff> => {
  const phone = newPhone()
  const person = await settle(house.ctx, SUN, { name: '陈主任', phone, role })
  const made = await createStaffAccount(house.ctx, { person, phone, password })
  if ('refused' in made) throw new Error(made.refused)
  return { phone, account: made.account, person: person.person }
}
const giveAs = (browser: Browser, phone: string, password = PASSWORD, back = '') =>
  browser.submit('/staff/login', { step: 'password', phone, password, back })
const giveCode = (browser: Browser, code: string, back = '') =>
  browser.submit('/staff/login', { step: 'second-factor', code, back })
const me = async (browser: Browser) => {
  const { status, text } = await browser.get('/api/me')
  return status === 200 ? (JSON.parse(text) as { hats: { role: string; community: string }[] }) : status
}
const secretOf = async (browser: Browser) =>
  ((await browser.get('/staff/factor')).page().props as { factor: { secret: string; qr: string } }).factor.secret

/** Signs in for the first time, adds the factor, and hands back its secret and the recovery codes. */
const enrol = async (phone: string) => {
  const browser = openBrowser(house)
  await giveAs(browser, phone)
  const secret = await secretOf(browser)
  const done = await browser.submit('/staff/factor', { code: authenticatorCode(secret) })
  const { recoveryCodes } = done.page().props as { recoveryCodes: string[] }
  await passes(house, 3)
  return { browser, secret, recoveryCodes }
}

test('who has no second factor adds it before anything else', async () => {
  const { phone } = await hire()
  const browser = openBrowser(house)
  const answer = await giveAs(browser, phone)
  expect([answer.status, answer.location]).toEqual([303, '/staff/factor'])
  expect(await me(browser)).toBe(401)
  expect((await browser.get('/me')).location).toBe('/staff/factor')
  const shown = (await browser.get('/staff/factor')).page()
  expect(shown).toMatchObject({ page: 'staff-factor', props: { step: 'second-factor', problems: {} }, signedIn: null })
  expect(JSON.stringify(shown.props)).toContain('<svg')
  const secret = await secretOf(browser)
  expect((await browser.submit('/staff/factor', { code: '000000' })).page().props).toMatchObject({
    problems: { code: 'wrong-code' },
    factor: { secret },
  })
  const before = new Map(browser.jar)
  const done = (await browser.submit('/staff/factor', { code: authenticatorCode(secret) })).page()
  expect(done.props).toMatchObject({ step: 'done' })
  expect(new Set(done.props['recoveryCodes'] as string[]).size).toBe(10)
  expect(await me(browser)).toMatchObject({ name: '陈主任', hats: [{ role: 'staff', community: SUN }] })
  expect(await me(openBrowser(house, '203.0.113.7', before))).toBe(401)
  expect((await browser.get('/staff/factor')).location).toBe('/staff/login')
})

test('a password alone is nobody: the second factor makes the session', async () => {
  const { phone } = await hire()
  const { secret } = await enrol(phone)
  const browser = openBrowser(house)
  expect((await giveAs(browser, phone)).page().props).toMatchObject({ step: 'second-factor' })
  expect(await me(browser)).toBe(401)
  expect((await browser.get('/staff/factor')).location).toBe('/staff/login')
  const wrong = await giveCode(browser, '000000')
  expect(wrong.page().props).toMatchObject({ step: 'second-factor', problems: { code: 'wrong-code' } })
  const code = authenticatorCode(secret)
  expect((await giveCode(browser, `${code.slice(0, 3)} ${code.slice(3)}`, '/console/board')).location).toBe(
    '/console/board',
  )
  expect(await me(browser)).toMatchObject({ hats: [{ role: 'staff' }] })
})

test("an authenticator's code counts once, in whichever browser", async () => {
  const { phone } = await hire()
  const { secret } = await enrol(phone)
  const code = authenticatorCode(secret)
  const first = openBrowser(house)
  await giveAs(first, phone)
  expect((await giveCode(first, code)).status).toBe(303)
  const second = openBrowser(house)
  await giveAs(second, phone)
  expect((await giveCode(second, code)).page().props).toMatchObject({ problems: { code: 'wrong-code' } })
  expect(await me(second)).toBe(401)
  expect(await me(first)).toMatchObject({ hats: [{ role: 'staff' }] })
})

test('a recovery code opens the door once', async () => {
  const { phone } = await hire()
  const { recoveryCodes } = await enrol(phone)
  const lost = openBrowser(house)
  await giveAs(lost, phone)
  expect((await giveCode(lost, recoveryCodes[3]!)).status).toBe(303)
  expect(await me(lost)).toMatchObject({ hats: [{ role: 'staff' }] })
  const again = openBrowser(house)
  await giveAs(again, phone)
  expect((await giveCode(again, recoveryCodes[3]!)).page().props).toMatchObject({ problems: { code: 'wrong-code' } })
})

test('five wrong codes end the attempt, ten lock the account for a quarter of an hour', async () => {
  const { phone } = await hire()
  const { secret } = await enrol(phone)
  for (let rounds = 0; rounds < 2; rounds += 1) {
    const browser = openBrowser(house)
    await giveAs(browser, phone)
    for (let tries = 0; tries < 5; tries += 1) await giveCode(browser, '000000')
    expect((await giveCode(browser, authenticatorCode(secret))).page().props).toMatchObject({
      problems: { code: 'too-often' },
    })
    expect(await me(browser)).toBe(401)
  }
  const browser = openBrowser(house)
  await giveAs(browser, phone)
  expect((await giveCode(browser, authenticatorCode(secret))).page().props).toMatchObject({
    problems: { code: 'too-often' },
  })
  await passes(house, 16)
  const later = openBrowser(house)
  await giveAs(later, phone)
  expect((await giveCode(later, authenticatorCode(secret))).status).toBe(303)
})

test('a second factor without a password before it is of no use', async () => {
  const { phone } = await hire()
  const { secret } = await enrol(phone)
  expect((await giveCode(openBrowser(house), authenticatorCode(secret))).page()).toMatchObject({
    page: 'ended',
    props: { why: 'session-over' },
  })
})

test('a code to the phone does not open the work of staff', async () => {
  const { phone } = await hire()
  const { secret } = await enrol(phone)
  const browser = openBrowser(house)
  await browser.submit('/login', { step: 'phone', phone })
  await browser.submit('/login', { step: 'code', phone, code: house.sent.at(-1)!.code })
  expect(await me(browser)).toMatchObject({ name: '陈主任', hats: [] })
  expect((await browser.submit('/staff/factor', { code: authenticatorCode(secret) })).location).toBe('/staff/login')
  expect(await me(browser)).toMatchObject({ hats: [] })
})

test('a session sent along with the challenge neither lifts the limit of tries nor keeps its own rights', async () => {
  const { phone } = await hire()
  const { secret } = await enrol(phone)
  const byCode = openBrowser(house)
  await byCode.submit('/login', { step: 'phone', phone })
  await byCode.submit('/login', { step: 'code', phone, code: house.sent.at(-1)!.code })
  const both = async () => {
    const browser = openBrowser(house)
    await giveAs(browser, phone)
    for (const [name, value] of byCode.jar) browser.jar.set(name, value)
    return browser
  }
  const guessing = await both()
  for (let tries = 0; tries < 5; tries += 1) await giveCode(guessing, '000000')
  expect((await giveCode(guessing, authenticatorCode(secret))).page().props).toMatchObject({
    problems: { code: 'too-often' },
  })
  const knowing = await both()
  expect((await giveCode(knowing, authenticatorCode(secret))).status).toBe(303)
  expect(await me(knowing)).toMatchObject({ hats: [{ role: 'staff' }] })
  expect(await me(byCode)).toBe(401)
})

test('unknown number, resident without password, wrong password: one answer', async () => {
  const { phone } = await hire()
  const resident = newPhone()
  await settle(house.ctx, SUN, { name: '冯八', phone: resident, role: 'resident' })
  for (const given of [newPhone(), resident, phone, 'nobody', '']) {
    const { page, props } = (await giveAs(openBrowser(house), given, '另一句完全不同的话')).page()
    expect({ page, ...props }).toEqual({
      page: 'staff-login',
      step: 'password',
      phone: given,
      back: '',
      problems: { password: 'wrong-password' },
    })
  }
})

test('ten wrong passwords in a quarter of an hour lock the number, from wherever they come', async () => {
  const { phone } = await hire()
  for (let tries = 0; tries < 10; tries += 1)
    await giveAs(openBrowser(house, `198.51.100.${tries}`), phone, '另一句完全不同的话')
  const browser = openBrowser(house)
  expect((await giveAs(browser, phone)).page().props).toMatchObject({ problems: { password: 'too-often' } })
  await passes(house, 16)
  expect((await giveAs(browser, phone)).location).toBe('/staff/factor')
})

test('one address tries a hundred passwords in a quarter of an hour, no more', async () => {
  const address = '192.0.2.99'
  const { phone } = await hire()
  for (let tries = 0; tries < 100; tries += 1)
    expect(await takeTurn(house.accounts, 'password-from-address', address)).toBe(true)
  expect((await giveAs(openBrowser(house, address), phone)).page().props).toMatchObject({
    problems: { password: 'too-often' },
  })
  expect((await giveAs(openBrowser(house), phone)).location).toBe('/staff/factor')
})

test('of many tries at once no more are let through than of many one after another', async () => {
  const phone = newPhone()
  const take = () => takeTurn(house.accounts, 'password-of-phone', phone)
  const all = await Promise.all(Array.from({ length: 30 }, take))
  expect(all.filter(Boolean)).toHaveLength(10)
})

test('staff are signed out after eight hours without a request, and after twelve in any case', async () => {
  const { phone } = await hire()
  const { secret } = await enrol(phone)
  const signIn = async () => {
    const browser = openBrowser(house)
    await giveAs(browser, phone)
    await giveCode(browser, authenticatorCode(secret))
    return browser
  }
  const idle = await signIn()
  await passes(house, 7 * 60 + 55)
  expect(await me(idle)).toMatchObject({ hats: [{ role: 'staff' }] })
  await passes(house, 4 * 60)
  expect(await me(idle)).toMatchObject({ hats: [{ role: 'staff' }] })
  await passes(house, 10)
  expect(await me(idle)).toBe(401)
  const away = await signIn()
  await passes(house, 8 * 60 + 1)
  expect(await me(away)).toBe(401)
})

test('a street office wears its hat in each of its communities, and no other role does', async () => {
  const office = await hire('street-office')
  const { browser } = await enrol(office.phone)
  const self = await me(browser)
  expect(self).toMatchObject({
    hats: [
      { role: 'street-office', community: MOON },
      { role: 'street-office', community: SUN },
    ],
  })
  const { browser: committee } = await enrol((await hire()).phone)
  expect(await me(committee)).toMatchObject({ hats: [{ role: 'staff', community: SUN }] })
})

test('a closed account and a removed factor end every session at once', async () => {
  const closed = await hire()
  const { browser } = await enrol(closed.phone)
  await closeAccount(house.ctx, closed.account, 'per_boss')
  expect(await me(browser)).toBe(401)
  expect((await giveAs(browser, closed.phone)).page().props).toMatchObject({ problems: { password: 'wrong-password' } })
  const lost = await hire()
  const { browser: old, secret } = await enrol(lost.phone)
  await removeFactor(house.accounts, lost.account, 'per_boss')
  expect(await me(old)).toBe(401)
  await giveAs(old, lost.phone)
  expect(await secretOf(old)).not.toBe(secret)
})

test('a password must be long and not guessed first; a number has one account with a password', async () => {
  const phone = newPhone()
  const person = await settle(house.ctx, SUN, { name: '褚九', phone, role: 'staff' })
  const tryWith = (password: string, given = phone) =>
    createStaffAccount(house.ctx, { person, phone: given, password, own: ['褚九'] })
  expect(await tryWith('short7!')).toEqual({ refused: 'too-short' })
  expect(await tryWith('password123')).toEqual({ refused: 'weak-password' })
  expect(await tryWith(`${phone}`)).toEqual({ refused: 'weak-password' })
  expect(await tryWith(PASSWORD, '021-57651234')).toEqual({ refused: 'not-a-phone' })
  expect(await tryWith(PASSWORD)).toMatchObject({ account: expect.any(String) })
  expect(await tryWith('另一句完全不同的话')).toEqual({ refused: 'taken' })
  const { rows } = await sql<{ password: string }>`select password from auth.account`.execute(house.ctx.db)
  expect(rows.every(({ password }) => /^[0-9a-f]{32}:[0-9a-f]{128}$/u.test(password))).toBe(true)
})

test('the log tells of each second factor that was added or removed', () => {
  const kinds = new Set(house.noted.map(({ facts }) => facts['security']))
  for (const kind of ['second-factor-added', 'second-factor-removed', 'password-set', 'sign-in-refused'])
    expect(kinds).toContain(kind)
  expect(JSON.stringify(house.noted)).not.toMatch(/136000|陈主任|石榴/u)
})
