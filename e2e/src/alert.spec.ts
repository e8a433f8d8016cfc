import { axeFindings, lookOver, reflowFindings } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { choose, command, openFile, raise } from './steps.ts'

const { hall, open } = opened(openHall)

/** Sets a roster of one number by day and night. */
const keepDuty = async (desk: Page) => {
  await desk.goto('/console/duty')
  await desk.getByRole('button', { name: '添一班' }).click()
  const shift = desk.getByRole('group', { name: '第 1 班' })
  await shift.getByLabel('从', { exact: true }).fill('00:00')
  await shift.getByLabel('到', { exact: true }).fill('00:00')
  await choose(shift, '单位', '安居物业')
  await shift.getByLabel('值班电话').fill('021-57650119')
  await desk.getByRole('button', { name: '保存' }).click()
  await desk.getByText('现在值班：安居物业 021-57650119').waitFor()
}

const issue = async (desk: Page) => {
  await desk.goto('/console/alerts')
  await desk.getByRole('button', { name: '发紧急通知' }).click()
  await desk.getByText('水管爆裂', { exact: true }).click()
  expect(await desk.getByLabel('标题').inputValue()).toContain('水管爆裂')
  await choose(desk.locator('main'), '哪几处', '翠鑫苑')
  await desk.keyboard.press('Escape')
  await desk.getByLabel('预计什么时候结束').fill('2026-03-02T18:00')
  await desk.getByRole('button', { name: '发出去' }).click()
  await desk.getByRole('heading', { level: 1, name: '水管爆裂，正在抢修' }).waitFor()
}

const say = async (desk: Page, name: string, label: string, text: string) => {
  await desk.getByRole('button', { name, exact: true }).click()
  await desk.getByRole('dialog').getByLabel(label).fill(text)
  await desk.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await desk.getByText(`已记下：${name}`).waitFor()
}

test('an urgent notice goes from the desk to a scanned place without JavaScript, and the desk sees who knows', async () => {
  const { lamp, sessions, community } = hall()
  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  await keepDuty(desk)
  await issue(desk)
  await say(desk, '报进展', '现在怎么样了', '抢修队到场，正在开挖')

  const phone = await open(`/p/${lamp}`, { ...PHONE, javaScriptEnabled: false })
  const banner = phone.locator('.alert')
  expect(await banner.innerText()).toContain('抢修队到场，正在开挖')
  await banner.getByRole('button', { name: '知道了' }).click()
  expect(await phone.getByText('记下了，谢谢您。').count()).toBe(1)
  expect(await phone.getByRole('link', { name: '打电话' }).getAttribute('href')).toBe('tel:02157650119')
  await phone.goto(`/p/${lamp}`)
  await phone.locator('.alert').getByRole('button', { name: '知道了' }).click()
  await desk.reload()
  await desk.getByText('另有 1 部手机点了知道了，1 部看过').waitFor()

  const reader = await open(`/p/${lamp}`, PHONE)
  const known = async () => {
    await desk.reload()
    await desk.getByRole('table').waitFor()
    return desk.locator('#seen').innerText()
  }
  await expect.poll(known, { timeout: 20_000 }).toContain('另有 1 部手机点了知道了，2 部看过')
  await reader.locator('.alert').getByRole('link').click()
  for (const elder of [false, true]) {
    if (elder) await reader.getByRole('button', { name: '大字版' }).click()
    expect(await lookOver(reader, elder)).toEqual([])
  }

  for (const screen of ['alerts', 'alerts/new', 'duty']) {
    await desk.goto(`/console/${screen}`)
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await desk.getByRole('main').locator('.waiting').waitFor({ state: 'detached' })
    expect([...(await axeFindings(desk)), ...(await reflowFindings(desk))], screen).toEqual([])
  }

  await desk.goto('/console/alerts')
  await desk.getByRole('link', { name: '水管爆裂，正在抢修' }).click()
  expect([...(await axeFindings(desk)), ...(await reflowFindings(desk))]).toEqual([])
  await say(desk, '解除', '给大家的一句话', '已经通水')
  await phone.goto(`/c/${community}`)
  expect(await phone.locator('.alert').count()).toBe(0)
  await phone.goto(`/p/${lamp}`)
  expect(await phone.locator('.alert').count()).toBe(0)
})

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

test('the big screen changes by itself when a matter does, in both languages, and is clean for axe at every size', async () => {
  const { lamp, sessions, community } = hall()
  const title = '北门的路灯不亮了'
  const screen = await open(`/hall/${community}`, { ...DESK, viewport: SIZES[0]! })
  const english = await open('/', DESK)
  await english.getByRole('button', { name: 'EN', exact: true }).click()
  await english.goto(`/hall/${community}`)
  const board = await open(`/c/${community}`, PHONE)
  const phone = await open(`/p/${lamp}`, PHONE)
  await raise(phone, title)
  for (const page of [screen, english, board]) await page.getByText(title).first().waitFor()
  expect(await screen.locator('.hall-rows').last().innerText()).toContain('待受理')
  expect(await english.locator('.hall-rows').last().innerText()).toContain('Received')

  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  await openFile(desk, title)
  await command(desk, '分流', async (drawer) => drawer.getByRole('button', { name: '采用建议' }).click())
  await screen.locator('.hall-rows').last().getByText('处理中').waitFor()
  await english.locator('.hall-rows').last().getByText('In hand').waitFor()
  for (const size of SIZES) {
    await screen.setViewportSize(size)
    expect(
      await screen.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      `${size.width}`,
    ).toBeLessThanOrEqual(0)
    expect(await axeFindings(screen), `${size.width}`).toEqual([])
  }
  expect(await reflowFindings(screen)).toEqual([])
})
