// Households choose the brand of a lift (松石苑): drawn up in the console, voted from phones that run no script and on sheets that two read, counted, told, and counted again by anybody.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { type Who, openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { COUPLE_AMONG_FOUR, ROSTER } from './roster.ts'
import { choose, openFile, signInByPhone } from './steps.ts'

/** Four homes, one of them a couple's. */
const HOMES = {
  ...ROSTER,
  units: ['101', '102', '201', '202'].map((door) => ['A-3-2', door, '住宅', '89.60']),
  owners: COUPLE_AMONG_FOUR,
}

const { hall, open } = opened((databaseUrl) => openHall(databaseUrl, HOMES))
const call = callingAs(hall)

const LIFT = '2单元电梯换哪个牌子'
const QUESTION = '2单元电梯换哪个牌子？'
const BRANDS = ['三菱', '日立', '通力'] as const
const VERIFIER = join(import.meta.dirname, '..', '..', 'packages', 'verify', 'dist', 'yishi-verify.mjs')

const atTalk = async (): Promise<void> => {
  const about = { text: LIFT, title: LIFT, place: hall().lamp, channel: 'hall' }
  const { matter } = await call<{ matter: string }>('staff', 'matters', about)
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  await call('staff', `matters/${matter}/sort`, sorting)
}

const fillDraft = async (form: Locator): Promise<void> => {
  await form.getByLabel('表决内容').fill(QUESTION)
  await form.getByRole('radio', { name: '排个先后' }).check()
  await form.getByRole('button', { name: '添一个选项' }).click()
  for (const [at, brand] of BRANDS.entries()) await form.getByLabel(`选项 ${at + 1}`, { exact: true }).fill(brand)
  await choose(form, '表决规则', '各户排序投票')
  await choose(form, '哪些户来投', '2单元')
}

/** The address of the public page. */
const draw = async (desk: Page): Promise<string> => {
  await desk.getByRole('navigation').getByRole('link', { name: '事项台账' }).click()
  await openFile(desk, LIFT)
  await desk.getByRole('link', { name: '发起表决' }).click()
  const form = desk.getByRole('main')
  await fillDraft(form)
  expect(await lookAt(desk)).toEqual([])
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await form.getByText('4 户').first().waitFor()
  await form.getByRole('button', { name: '开始表决' }).click()
  return (await form.getByRole('link', { name: '公开页面' }).getAttribute('href'))!
}

/** Signed in by a code, on a phone that runs no script. */
const quietPhone = async (address: string, number: string, expected?: RegExp): Promise<Page> => {
  const phone = await open(address, { ...PHONE, javaScriptEnabled: false, ...(expected && { expected }) })
  await phone.getByRole('link', { name: '登录后投票' }).click()
  await signInByPhone(phone, number)
  await phone.waitForURL((url) => url.pathname === address)
  return phone
}

const put = async (phone: Page, places: Readonly<Record<string, string>>): Promise<void> => {
  for (const [brand, place] of Object.entries(places)) await phone.getByLabel(brand).selectOption({ label: place })
  await phone.getByRole('button', { name: '下一步，核对' }).click()
}

const confirm = async (phone: Page): Promise<void> => {
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByRole('heading', { name: '收到您的票了' }).waitFor()
}

const enter = async (desk: Page, code: string): Promise<void> => {
  await desk.getByRole('searchbox', { name: '票号' }).fill(code)
  await desk.getByRole('searchbox', { name: '票号' }).press('Enter')
}

type Written = Readonly<Partial<Record<(typeof BRANDS)[number], number>>>

const write = async (desk: Page, written: Written, button: string): Promise<void> => {
  for (const [brand, number] of Object.entries(written))
    await desk.getByRole('spinbutton', { name: `${brand}：写了几` }).fill(String(number))
  await desk.getByRole('button', { name: button, exact: true }).click()
  await desk.getByText(/录好了/u).waitFor()
}

const paperDesk = (poll: string, who: Who): Promise<Page> =>
  open(`/console/polls/${poll}/paper`, { ...DESK, session: hall().sessions[who] })

const codesOf = (page: Page): Promise<readonly string[]> =>
  page.locator('[data-code]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['code'] ?? ''))

test('a household votes by phone, another on paper, a second person of one is refused kindly, and anybody counts again', async () => {
  const { sessions } = hall()
  await atTalk()
  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  const address = await draw(desk)
  const poll = address.split('/').at(-1)!

  const first = await quietPhone(address, '13900139001', /422/u)
  expect(await first.getByText('一户一票：不看面积').count()).toBe(1)
  await put(first, { 三菱: '第 1', 通力: '第 1' })
  expect(await first.getByText('“三菱”、“通力”都排了第 1，请改掉一个').count()).toBe(1)
  await put(first, { 三菱: '第 2' })
  await confirm(first)

  const husband = await quietPhone(address, '13900139003')
  await put(husband, { 日立: '第 1', 三菱: '第 2' })
  await confirm(husband)
  const wife = await quietPhone(address, '13900139004')
  expect(await wife.getByText('一户一票，您家这一票由家里另一位来投').count()).toBe(1)
  expect(await wife.getByText('您这次没有再记一票').count()).toBe(1)
  expect(await wife.getByRole('button', { name: '下一步，核对' }).count()).toBe(0)

  const printed = await open(`/polls/${poll}/paper`, { ...DESK, session: sessions.staff })
  expect(await printed.getByText('各户表决票').count()).toBe(4)
  expect(await printed.getByText('最想要的写 1').count()).toBe(4)
  const [, second, , fourth] = (await codesOf(printed)) as [string, string, string, string]

  const one = await paperDesk(poll, 'staff')
  await enter(one, second)
  await one.getByRole('button', { name: '登记收回' }).click()
  await one.getByRole('button', { name: '录入', exact: true }).click()
  await one.getByText('票上写了什么就录什么').waitFor()
  await one.getByRole('spinbutton', { name: '日立：写了几' }).fill('1')
  expect(await lookAt(one)).toEqual([])
  await write(one, { 日立: 1, 三菱: 2 }, '录入')
  await enter(one, fourth)
  await one.getByRole('button', { name: '登记收回' }).click()
  await one.getByRole('spinbutton', { name: '三菱：写了几' }).fill('1')
  await one.getByRole('spinbutton', { name: '通力：写了几' }).fill('1')
  await one.getByText('三菱、通力都写了 1').waitFor()
  expect(await lookAt(one)).toEqual([])
  await write(one, { 三菱: 1, 通力: 1 }, '录入')

  const early = await open(`/console/polls/${poll}`, { ...DESK, session: sessions.branch })
  await early.getByText('桌上还有 2 张收回的票没录完').waitFor()
  expect(await lookAt(early)).toEqual([])

  const other = await paperDesk(poll, 'branch')
  await enter(other, second)
  await write(other, { 日立: 1, 三菱: 2 }, '录第二遍')
  await enter(other, fourth)
  await write(other, { 三菱: 1, 通力: 1 }, '录第二遍')

  const report = await open(`/polls/${poll}/reconciliation`, { ...DESK, session: sessions.staff })
  await report.getByText('同一个名次写了两次').waitFor()
  expect(await report.getByText('共 4 户，已有有效票 4 户').count()).toBe(1)

  const main = desk.getByRole('main')
  await desk.reload()
  await main.getByText('王芳').first().waitFor()
  expect(await main.innerText()).not.toMatch(/平方米|第 0 人/u)
  await main.getByRole('button', { name: '截止收票，我来计第一遍' }).click()
  await main.getByText('还要另一个人来计').waitFor()
  const branch = await open(`/console/polls/${poll}`, { ...DESK, session: sessions.branch })
  await branch.getByRole('button', { name: '我来核对第二遍' }).click()
  await branch.getByRole('heading', { name: '第 1 轮' }).waitFor()

  const result = await open(address, { ...PHONE, javaScriptEnabled: false })
  expect(await result.getByText('选定：日立').count()).toBeGreaterThan(0)
  expect(await result.getByText('有效票 3 张').count()).toBe(1)
  const sighted = await open(address, PHONE)
  expect(await lookOver(sighted, false)).toEqual([])
  await sighted.getByRole('button', { name: '大字版' }).click()
  expect(await lookOver(sighted, true)).toEqual([])

  const directory = mkdtempSync(join(tmpdir(), 'yishi-households-'))
  const downloading = sighted.waitForEvent('download')
  await sighted.getByRole('link', { name: '下载计票数据' }).click()
  const file = join(directory, 'tally.json')
  await (await downloading).saveAs(file)
  const counted = spawnSync(process.execPath, [VERIFIER, 'rank', file], { encoding: 'utf8' })
  rmSync(directory, { recursive: true, force: true })
  expect([counted.status, counted.stderr]).toEqual([0, ''])
  expect(JSON.parse(counted.stdout)).toMatchObject({ winners: ['option-2'] })

  await first.goto('/me/ballots')
  expect(await first.getByText('第 1 通力；第 2 三菱').count()).toBe(1)
})
