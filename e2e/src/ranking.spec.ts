// The lift of 松石苑 (lift brand): put in order by residents whose browsers run no script, counted by two, and told round by round.
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { countRanked, rankedClaimSchema } from '@yishi/domain/ranking'
import { axeFindings, lookOver, reflowFindings } from '@yishi/web/pages/look-over.ts'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { choose, openFile } from './steps.ts'

const { hall, open } = opened(openHall)

const LIFT = '3 号楼电梯换哪个牌子'
const BRANDS = ['三菱', '日立', '通力'] as const

/** A matter that is being talked over. */
const atTalk = async (): Promise<void> => {
  const { url, sessions } = hall()
  const headers = { 'content-type': 'application/json', cookie: sessions.staff.header }
  const ask = async (path: string, body: object) => {
    const answer = await fetch(`${url}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(answer.ok, `${path}: ${answer.status}`).toBe(true)
    return answer.json() as Promise<{ matter: string }>
  }
  const { matter } = await ask('matters', { text: LIFT, title: LIFT, place: hall().lamp, channel: 'hall' })
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  await ask(`matters/${matter}/sort`, sorting)
}

const addPeople = async (form: Locator, role: string): Promise<void> => {
  await choose(form, '按身份找', role)
  await form.getByRole('button', { name: '把找到的 1 人都加上' }).click()
}

const drafted = async (desk: Page): Promise<string> => {
  await desk.getByRole('navigation').getByRole('link', { name: '事项台账' }).click()
  await openFile(desk, LIFT)
  await desk.getByRole('link', { name: '发起表决' }).click()
  const form = desk.getByRole('main')
  await form.getByLabel('表决内容').fill('电梯换哪个牌子？')
  await form.getByRole('radio', { name: '排个先后' }).check()
  await form.getByRole('button', { name: '添一个选项' }).click()
  for (const [at, brand] of BRANDS.entries()) await form.getByLabel(`选项 ${at + 1}`, { exact: true }).fill(brand)
  await form.getByText('先看每张票排第 1 的').first().waitFor()
  expect([...(await axeFindings(desk)), ...(await reflowFindings(desk))]).toEqual([])
  for (const role of ['物业', '街镇']) await addPeople(form, role)
  await form.getByLabel('花名册外的人').fill('王大爷')
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await form.getByRole('button', { name: '开始表决' }).click()
  return (await form.getByRole('link', { name: '公开页面' }).getAttribute('href'))!
}

const put = async (phone: Page, places: Readonly<Record<string, string>>): Promise<void> => {
  for (const [brand, place] of Object.entries(places)) await phone.getByLabel(brand).selectOption({ label: place })
  await phone.getByRole('button', { name: '下一步，核对' }).click()
}

test('options are put in order without a script, noted in the hall, counted by two, and every round is told', async () => {
  const { sessions } = hall()
  await atTalk()
  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  const address = await drafted(desk)

  const quiet = { ...PHONE, javaScriptEnabled: false }
  const first = await open(address, { ...quiet, session: sessions.property, expected: /422/u })
  await put(first, { 三菱: '第 1', 日立: '第 1' })
  expect(await first.getByText('“三菱”、“日立”都排了第 1，请改掉一个').count()).toBe(1)
  await put(first, { 日立: '第 3' })
  expect(await first.getByText('还没有排第 2').count()).toBe(1)
  expect(await first.getByLabel('日立').inputValue()).toBe('3')
  await put(first, { 日立: '第 2' })
  expect(await first.locator('.chosen').innerText()).toBe('第 1 三菱\n第 2 日立')
  await first.getByRole('button', { name: '确认投票' }).click()
  expect(await first.getByRole('heading', { name: '收到您的票了' }).count()).toBe(1)

  const second = await open(address, { ...quiet, session: sessions['street-office'] })
  await second.getByRole('button', { name: '大字版' }).click()
  await put(second, { 通力: '第 1' })
  await second.getByRole('button', { name: '确认投票' }).click()
  await second.goto(address)
  await put(second, { 通力: '不排', 日立: '第 1', 三菱: '第 2' })
  await second.getByRole('button', { name: '确认投票' }).click()
  expect(await second.getByText('您已经投了：第 1 日立；第 2 三菱').count()).toBe(1)
  const sighted = await open(address, { ...PHONE, session: sessions['street-office'] })
  expect(await lookOver(sighted, false)).toEqual([])
  await sighted.getByRole('button', { name: '大字版' }).click()
  expect(await lookOver(sighted, true)).toEqual([])

  const main = desk.getByRole('main')
  await desk.reload()
  await main.getByRole('button', { name: '代记：王大爷' }).click()
  const dialog = desk.getByRole('dialog')
  await choose(dialog, '第 1', '通力')
  await choose(dialog, '第 2', '日立')
  await dialog.getByRole('combobox', { name: '第 3' }).waitFor()
  await dialog.getByRole('button', { name: '代记', exact: true }).click()
  await main.getByText('已替王大爷记下').waitFor()
  await main.getByRole('button', { name: '截止收票，我来计第一遍' }).click()
  await main.getByText('还要另一个人来计').waitFor()

  const branch = await open('/console/polls', { ...DESK, session: sessions.branch })
  await branch.getByRole('link', { name: '电梯换哪个牌子？' }).click()
  await branch.getByRole('button', { name: '我来核对第二遍' }).click()
  await branch.getByRole('heading', { name: '第 1 轮' }).waitFor()
  expect([...(await axeFindings(branch)), ...(await reflowFindings(branch))]).toEqual([])

  await sighted.goto(address)
  const chosen = (await sighted.getByText('选定：').first().innerText()).replace('选定：', '').trim()
  expect(await sighted.getByText('票数一样：按抽好的先后').count()).toBeGreaterThan(0)
  expect(await lookOver(sighted, true)).toEqual([])
  const [download] = await Promise.all([
    sighted.waitForEvent('download'),
    sighted.getByRole('link', { name: '下载计票数据' }).click(),
  ])
  const claim = rankedClaimSchema.parse(JSON.parse(readFileSync(await download.path(), 'utf8')))
  const counted = countRanked(claim)
  expect('winners' in counted && counted.winners.map((key) => BRANDS[claim.options.indexOf(key)])).toEqual([chosen])
})
