import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { command, signInByPhone } from './steps.ts'

const { hall, open } = opened(openHall)

const LEAK = '阿婆家厨房漏水'

const linkOfNeighbour = async (): Promise<string> => {
  const outbox = await open('/outbox', PHONE)
  const links = outbox.locator('main a[href*="/m/"]')
  await expect.poll(async () => (await outbox.reload(), links.count()), { timeout: 30_000 }).toBeGreaterThan(0)
  return (await links.first().getAttribute('href'))!
}

const raiseForNeighbour = async (page: Page): Promise<void> => {
  await page.getByLabel('怎么了？').fill(LEAK)
  await page.getByLabel('怎么称呼这位邻居').fill('王阿婆')
  await page.getByLabel('邻居的电话').fill('13700001111')
  await page.getByLabel('住哪里').fill('3 号楼 101 室')
  await page.getByLabel('读给邻居听过了，邻居同意').check()
  await page.getByRole('radio', { name: '当面同意' }).check()
  await page.getByRole('button', { name: '替邻居提交' }).click()
  await page.waitForURL(/\/help\/mat_\w+\?new=1$/u)
}

/** Neither among the helper's matters nor in their inbox. */
const forgotten = async (page: Page): Promise<void> => {
  const left = async (): Promise<number> => {
    await page.goto('/me')
    return page.getByText(LEAK).count()
  }
  await expect.poll(left, { timeout: 30_000 }).toBe(0)
}

test('a neighbour is helped with consent on record, follows by a text message, and ends it with one press', async () => {
  const helper = await open(`/p/${hall().lamp}`, { ...PHONE, expected: /404/u })
  await helper.getByRole('link', { name: '替邻居办' }).click()
  await signInByPhone(helper, '13900139009')
  await helper.waitForURL(/\/help$/u)
  expect(await helper.getByRole('main').innerText()).toContain('我随时可以不要代办')
  expect(await lookOver(helper, false)).toEqual([])
  await raiseForNeighbour(helper)
  const own = new URL(helper.url()).pathname
  await helper.getByText('替邻居说好了').waitFor()
  expect(await lookOver(helper, false)).toEqual([])
  await helper.getByRole('link', { name: '补充说明' }).click()
  await helper.getByLabel('想补充什么？').fill('她说还在滴')
  await helper.getByRole('button', { name: '送出补充说明' }).click()
  await helper.getByText('代办的邻居补充了说明').waitFor()

  const neighbour = await open(await linkOfNeighbour(), { ...PHONE, javaScriptEnabled: false })
  expect(await neighbour.getByRole('main').innerText()).toContain('邻居代为上报了这件事')
  await neighbour.getByRole('button', { name: '不要代办了' }).click()
  await neighbour.getByText('已经不再让人代办').waitFor()
  await helper.goto(own)
  await helper.getByRole('heading', { name: '这个链接打不开' }).waitFor()
  await forgotten(helper)
})

test('the helper gives it up, in large type too; or the desk ends it for a neighbour who calls', async () => {
  const helper = await open('/', { ...PHONE, expected: /404/u })
  await helper.getByRole('button', { name: '大字版' }).click()
  await helper.goto(`/p/${hall().lamp}/help`)
  await signInByPhone(helper, '13900139008')
  await helper.waitForURL(/\/help$/u)
  await raiseForNeighbour(helper)
  expect(await lookOver(helper, true)).toEqual([])
  await helper.goto('/me')
  await helper.getByRole('link', { name: LEAK }).first().click()
  await helper.getByRole('button', { name: '我不再代办' }).click()
  await helper.waitForURL(/\/me$/u)
  await forgotten(helper)

  await helper.goto(`/p/${hall().lamp}/help`)
  await raiseForNeighbour(helper)
  const own = new URL(helper.url()).pathname
  const desk = await open(`/console/matters/${own.split('/').at(-1)!}`, { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('heading', { level: 1, name: LEAK }).waitFor()
  expect(await desk.getByRole('region', { name: '居民怎么说' }).innerText()).toContain('代办人')
  await command(desk, '取消代办')
  await helper.goto(own)
  await helper.getByRole('heading', { name: '这个链接打不开' }).waitFor()
})
