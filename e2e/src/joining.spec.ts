import { lookOver } from '@yishi/web/pages/look-over.ts'
import { MINUTE } from '@yishi/domain/kernel'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { command, openFile, raise } from './steps.ts'

const { hall, open } = opened(openHall)

const SWING = '健身器材的螺丝松了'
const SAME = '健身器材螺丝松了，怕伤到孩子'

const say = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('怎么了？').fill(text)
  await page.getByRole('button', { name: '提交这件事' }).click()
}

test('without JavaScript a neighbour is asked once, joins, and hears how it goes', async () => {
  const { lamp, sessions, after } = hall()
  const plain = { ...PHONE, javaScriptEnabled: false }
  await raise(await open(`/p/${lamp}`, plain), SWING)

  const phone = await open(`/p/${lamp}`, plain)
  await phone.getByLabel('手机号').fill('13800138066')
  await say(phone, SAME)
  expect(await phone.getByText('这里有人说过差不多的事，是同一件吗？').isVisible()).toBe(true)
  await phone.getByText('您写的', { exact: true }).click()
  expect(await phone.getByLabel('怎么了？').inputValue()).toBe(SAME)
  expect(await phone.getByLabel('手机号').inputValue()).toBe('13800138066')
  await phone.getByRole('radio', { name: SWING }).check()
  await phone.getByRole('button', { name: '提交这件事' }).click()
  await phone.waitForURL(/\/j\/[^/]+\?new=1$/u)
  expect(await phone.getByRole('heading', { name: '收到了，算您一份' }).isVisible()).toBe(true)
  expect(await phone.getByText('2 户都遇到了').isVisible()).toBe(true)
  const link = new URL(phone.url()).pathname

  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  await openFile(desk, SWING)
  expect(await desk.getByText(SAME).isVisible()).toBe(true)
  await command(desk, '分流', (drawer) => drawer.getByRole('button', { name: '采用建议' }).click())
  await phone.goto(link)
  expect(await phone.getByText('正在安排人来办').isVisible()).toBe(true)
  const outbox = await open('/outbox', PHONE)
  await expect
    .poll(async () => (await outbox.reload(), outbox.getByText('发给 138****8066').count()), { timeout: 30_000 })
    .toBeGreaterThan(0)
  await after(MINUTE)
})

test('with JavaScript what may be the same shows while one types; another thing is sent as it is', async () => {
  const phone = await open(`/p/${hall().lamp}`, PHONE)
  await phone.getByLabel('怎么了？').fill('健身器材螺丝又松了')
  await phone.getByRole('radio', { name: SWING }).check()
  await phone.getByRole('button', { name: '提交这件事' }).click()
  await phone.waitForURL(/\/j\/[^/]+\?new=1$/u)
  expect(await phone.getByText('3 户都遇到了').isVisible()).toBe(true)

  const other = await open(`/p/${hall().lamp}`, PHONE)
  await say(other, '健身器材的螺丝松')
  await other.getByRole('radio', { name: '是另一件事' }).check()
  await other.getByRole('button', { name: '提交这件事' }).click()
  await other.waitForURL(/\/m\/[^/]+\?new=1$/u)
})

test('the question and the page of whoever joined read well in large type and in both languages', async () => {
  const found: string[] = []
  for (const lang of ['zh', 'en'] as const) {
    const page = await open('/', PHONE)
    if (lang === 'en') await page.getByRole('button', { name: 'EN', exact: true }).click()
    await page.getByRole('button', { name: lang === 'en' ? 'Large type' : '大字版' }).click()
    await page.waitForLoadState()
    await page.goto(`/p/${hall().lamp}`)
    await page.getByLabel(lang === 'en' ? 'What is wrong?' : '怎么了？').fill(SAME)
    const send = page.getByRole('button', { name: lang === 'en' ? 'Send this matter' : '提交这件事' })
    await send.click()
    await page.getByRole('radio', { name: lang === 'en' ? 'It is another thing' : '是另一件事' }).waitFor()
    for (const line of await lookOver(page, true)) found.push(`${lang} question: ${line}`)
    await page.getByRole('radio').first().check()
    await send.click()
    await page.waitForURL(/\/j\/[^/]+\?new=1$/u)
    for (const line of await lookOver(page, true)) found.push(`${lang} joined: ${line}`)
  }
  expect(found).toEqual([])
})
