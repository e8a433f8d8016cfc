import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { raise } from './steps.ts'

const { hall, open } = opened(openHall)

const LOOKS = [
  { lang: 'zh', elder: false },
  { lang: 'zh', elder: true },
  { lang: 'en', elder: false },
  { lang: 'en', elder: true },
] as const

/** By the buttons of the page itself, as a reader would. */
const choose = async (page: Page, { lang, elder }: (typeof LOOKS)[number]): Promise<void> => {
  await page.context().clearCookies({ name: /^(?:lang|elder)$/u })
  await page.goto('/')
  if (lang === 'en') await page.getByRole('button', { name: 'EN', exact: true }).click()
  if (elder) await page.getByRole('button', { name: lang === 'en' ? 'Large type' : '大字版' }).click()
  await page.waitForLoadState()
}

/** Every page in every look; what is wrong with it, line by line. */
const lookThrough = async (page: Page, pages: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = []
  for (const look of LOOKS) {
    await choose(page, look)
    const html = page.locator('html')
    expect(await html.getAttribute('lang')).toBe(look.lang === 'en' ? 'en' : 'zh-CN')
    expect(await html.getAttribute('data-elder')).toBe(look.elder ? '' : null)
    for (const path of pages) {
      await page.goto(path)
      for (const line of await lookOver(page, look.elder)) found.push(`${look.lang} ${look.elder} ${path}: ${line}`)
    }
  }
  return found
}

/** Hung by the committee itself, with an objection that waits; the addresses of both. */
const publish = async (): Promise<readonly [notice: string, objection: string]> => {
  const { url, sessions } = hall()
  const headers = { 'content-type': 'application/json', cookie: sessions.staff.header }
  const figures = [{ what: '扶手', kind: 'money', value: '4860.00' }]
  const body = JSON.stringify({ title: '公益金使用情况', text: '现公示如下。', figures, days: 7, everywhere: true })
  const hung = await fetch(`${url}/api/notices`, { method: 'POST', headers, body })
  const { notice } = (await hung.json()) as { notice: string }
  const said = new URLSearchParams({ text: '写清楚装在哪里' })
  const lodged = await fetch(`${url}/n/${notice}/objections`, { method: 'POST', body: said, redirect: 'manual' })
  return [`/n/${notice}`, lodged.headers.get('location') ?? '']
}

test('every resident page reads well in both languages and in large type: axe, sizes, and 320 px', async () => {
  const { lamp, community } = hall()
  const page = await open(`/p/${lamp}`, { ...PHONE, expected: /404|401/u })
  const link = await raise(page, '楼道灯不亮了', '13800138000')
  const pages = [
    '/',
    `/p/${lamp}`,
    `${link}?new=1`,
    `/c/${community}`,
    '/find',
    '/login',
    '/staff/login',
    '/outbox',
    `/ledger/${community}`,
    '/p/XXXXXXXX',
  ]
  expect(await lookThrough(page, pages)).toEqual([])
})

test('so do a notice, its check against the ledger, and an objection with its receipt', async () => {
  const [notice, objection] = await publish()
  const page = await open(notice, PHONE)
  expect(await lookThrough(page, [notice, `${notice}/check`, objection])).toEqual([])
})
