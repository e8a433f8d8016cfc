import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { signInByPhone } from './steps.ts'

const { hall, open } = opened(openHall)

const DAY = 24 * 3_600_000
/** An owner who lives in building 3, by the roster. */
const RESIDENT = '13900139001'

const project = async (form: Locator, n: number, [name, cost, place]: readonly [string, string, string]) => {
  const one = form.getByRole('group', { name: `项目 ${n}` })
  await one.getByLabel('项目名称').fill(name)
  await one.getByLabel('费用').fill(cost)
  await one.getByLabel('地点').fill(place)
}

const drawUp = async (desk: Page): Promise<string> => {
  await desk.getByRole('navigation').getByRole('link', { name: '共享预算' }).click()
  await desk.getByRole('button', { name: '发起预算投票' }).click()
  const form = desk.getByRole('main')
  await form.getByLabel('名称', { exact: true }).fill('十万元怎么花')
  await form.getByLabel('总金额').fill('50,000')
  await form.getByLabel('投票截止日').fill('2026-03-06')
  await project(form, 1, ['长椅', '20000', '3 号楼前'])
  await project(form, 2, ['充电棚', '60000.50', '西侧'])
  await project(form, 3, ['健身角', '50000', '花园'])
  expect(await lookAt(desk)).toEqual([])
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await form.getByText('有个项目的费用超过了总金额').waitFor()
  await form.getByLabel('总金额').fill('100,000')
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await desk.getByRole('heading', { level: 1, name: '十万元怎么花' }).waitFor()
  await form.getByRole('link', { name: '修改' }).click()
  expect(await form.getByLabel('总金额').inputValue()).toBe('100000')
  await form.getByLabel('这笔钱从哪来').fill('区里给的品质提升资金。')
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await form.getByText('区里给的品质提升资金。').waitFor()
  await form.getByRole('button', { name: '开始投票' }).click()
  await form.getByText('0 / 1 人已投').waitFor()
  expect(await lookAt(desk)).toEqual([])
  return (await form.getByRole('link', { name: '打开居民看到的页面' }).getAttribute('href'))!
}

test('a committee shares a budget, a resident votes without a script and reads what her share paid for', async () => {
  const { sessions, after, url, community } = hall()
  const desk = await open('/console/', { ...DESK, session: sessions.staff, expected: /422/u })
  const address = await drawUp(desk)

  const visitor = await open(`/c/${community}`, PHONE)
  await visitor.getByRole('link', { name: '十万元怎么花' }).click()
  expect(await lookOver(visitor, false)).toEqual([])
  await visitor.getByRole('button', { name: 'EN' }).click()
  await visitor.getByRole('heading', { name: 'How it is computed' }).waitFor()
  expect(await lookOver(visitor, false)).toEqual([])

  const phone = await open(address, { ...PHONE, javaScriptEnabled: false, expected: /422/u })
  await phone.getByRole('link', { name: '登录后投票' }).click()
  await signInByPhone(phone, RESIDENT)
  await phone.waitForURL(`**${address}`)
  await phone.getByRole('button', { name: '大字版' }).click()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  expect(await phone.getByText('请先勾一个想做的项目').count()).toBe(1)
  await phone.getByLabel('充电棚').check()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByRole('link', { name: '返回重选' }).click()
  await phone.getByLabel('长椅').check()
  await phone.getByLabel('健身角').check()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  expect(await phone.getByText('您勾了 2 个项目').count()).toBe(1)
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByRole('heading', { name: '收到您的票了' }).waitFor()

  const stranger = await open(address, { ...PHONE, session: sessions.branch })
  expect(await stranger.getByText('名册里没有您').count()).toBe(1)
  await desk.reload()
  await desk.getByText('1 / 1 人已投').waitFor()

  await after(5 * DAY)
  await phone.goto(address)
  await phone.getByRole('heading', { name: '您的份额用在了哪里' }).waitFor()
  expect(await phone.getByText('长椅：您出了 20,000 元').count()).toBe(1)
  expect(await phone.getByText('健身角：您出了 50,000 元').count()).toBe(1)
  await stranger.reload()
  expect(await lookOver(stranger, false)).toEqual([])
  await desk.reload()
  await desk.getByRole('link', { name: '下载选票文件' }).waitFor()
  expect(await desk.getByRole('region', { name: '接下来' }).getByRole('link').count()).toBe(2)
  expect(await lookAt(desk)).toEqual([])
  const file = await (await fetch(`${url}${address}/ballots.pb`)).text()
  expect(file).toContain('VOTES\nvoter_id;vote\n1;1,3\n')
})
