import { lookOver } from '@yishi/web/pages/look-over.ts'
import { inCommunities } from '@yishi/server/testing/tenancy'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { photoOf } from './steps.ts'

const { hall, open } = opened(openHall)

/** Without a network the browser itself complains of every address. */
const OFFLINE = /ERR_INTERNET_DISCONNECTED|Failed to fetch|NetworkError/u
const opening = () => ({ ...PHONE, session: hall().sessions.staff, expected: OFFLINE })

/** Kept last, so all that the page is made of is kept by then; `waitForFunction` would take the promise for the answer. */
const ready = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => (await (await caches.open('yishi-patrol')).match('/patrol')) !== undefined))
    .toBe(true)

const note = async (page: Page, text: string, photo?: Awaited<ReturnType<typeof photoOf>>) => {
  await page.getByRole('radio', { name: '3号楼 2单元' }).first().check()
  await page.getByLabel('几个字说清楚').fill(text)
  if (photo) await page.getByLabel('拍张照片').setInputFiles(photo)
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await page.locator('.outbox li', { hasText: text }).waitFor()
}

const toldOf = (page: Page, text: string) => page.locator('.outbox li', { hasText: text }).locator('[data-told]')

const arrivedOf = (words: string) =>
  inCommunities(hall().context.db, [hall().community as `com_${string}`], (trx) =>
    trx.selectFrom('matter').select(['body', 'photos', 'channel']).where('body', 'like', `%${words}%`).execute(),
  )

test('two notes and a look taken without a network wait on the phone, through a restart, and arrive once', async () => {
  const page = await open('/patrol', opening())
  await ready(page)
  const context = page.context()
  const photo = await photoOf(page)
  await context.setOffline(true)
  await note(page, '二楼堆了旧沙发', photo)
  await note(page, '三楼灯不亮')
  await page.getByRole('button', { name: '看过了，没有问题：3号楼 2单元' }).click()
  await page.locator('.round[data-seen]').waitFor()
  expect(await toldOf(page, '二楼堆了旧沙发').innerText()).toBe('在这部手机上，连上网就送出')
  await page.close()

  const again = await context.newPage()
  await again.goto('/patrol')
  await toldOf(again, '三楼灯不亮').waitFor()
  expect(await again.locator('.outbox li').count()).toBe(3)
  expect(await arrivedOf('旧沙发')).toEqual([])

  const twin = await context.newPage()
  await twin.goto('/patrol')
  await context.setOffline(false)
  await Promise.all([again, twin].map((each) => each.evaluate(() => window.dispatchEvent(new Event('online')))))
  await again.getByRole('button', { name: '现在送出' }).click()
  await expect.poll(async () => (await arrivedOf('三楼灯不亮')).length, { timeout: 20_000 }).toBe(1)
  const [sofa, ...more] = await arrivedOf('旧沙发')
  expect([sofa?.channel, sofa?.photos.length, more.length]).toEqual(['patrol', 1, 0])
  const left = () =>
    again.evaluate(
      () =>
        new Promise<number>((done) => {
          const opening = indexedDB.open('yishi-patrol')
          opening.addEventListener('success', () => {
            const count = opening.result.transaction('waiting').objectStore('waiting').count()
            count.addEventListener('success', () => done(count.result))
          })
        }),
    )
  await expect.poll(left).toBe(0)
  const lines = await Promise.all([again, twin].map((each) => each.locator('.outbox li').allInnerTexts()))
  expect(lines.flat().map((line) => /已送到( · \d{3} \d{3} \d{3})?$/u.test(line))).toEqual([true, true, true])
  await again.goto('/patrol')
  await again.getByText('今天 1 个楼道，看过 1 个').waitFor()
  expect(await again.getByText('今天记下的').isVisible()).toBe(true)
})

test('another person on the phone neither sees nor sends what waits; it goes out when its own is back', async () => {
  // The open page of the first may try to send under the session of the second: the server refuses.
  const page = await open('/patrol', { ...opening(), expected: /403|503|ERR_INTERNET_DISCONNECTED/u })
  await ready(page)
  const context = page.context()
  await context.setOffline(true)
  await note(page, '门禁刷不开')
  await context.clearCookies()
  await context.addCookies([...hall().sessions.branch.cookies])
  await context.setOffline(false)
  await page.goto('/patrol')
  await page.getByRole('heading', { level: 1, name: '巡查' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.getByText('门禁刷不开').count()).toBe(0)
  expect(await arrivedOf('门禁刷不开')).toEqual([])

  await context.clearCookies()
  await page.goto('/patrol')
  await page.waitForURL(/\/login/u)
  // Who has signed out leaves no page behind, and everything that waits.
  await context.setOffline(true)
  await page.goto('/patrol')
  await page.getByText('现在没有网络').waitFor()
  await context.setOffline(false)
  await context.addCookies([...hall().sessions.staff.cookies])
  await page.goto('/patrol')
  await expect.poll(async () => (await arrivedOf('门禁刷不开')).length, { timeout: 20_000 }).toBe(1)
})

test('a session that is over is told so, and the note stays', async () => {
  const page = await open('/patrol', { ...opening(), expected: /401|ERR_INTERNET_DISCONNECTED/u })
  await ready(page)
  await page.context().clearCookies()
  await note(page, '井盖响')
  await page.getByRole('link', { name: '重新登录' }).waitFor()
  expect(await toldOf(page, '井盖响').innerText()).toContain('记录还在手机上')
})

test('the worker answers for patrol alone', async () => {
  const page = await open('/patrol', opening())
  await ready(page)
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  expect(new URL(scope).pathname).toBe('/patrol')
  await page.goto('/')
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
})

test('the page is clean for axe, fits a narrow phone, and is large where that is wished', async () => {
  for (const elder of [false, true])
    for (const lang of ['zh', 'en']) {
      const page = await open('/', opening())
      await page.context().addCookies([
        { name: 'lang', value: lang, url: hall().url },
        { name: 'elder', value: elder ? '1' : '0', url: hall().url },
      ])
      await page.goto('/patrol')
      expect(await lookOver(page, elder)).toEqual([])
    }
})
