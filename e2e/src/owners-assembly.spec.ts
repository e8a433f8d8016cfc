import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PaperUnit } from '@yishi/contract/paper-ballot'
import { endOfDay, localDateOf, startOfDay } from '@yishi/domain/calendar'
import { DAY, HOUR, type Instant, later } from '@yishi/domain/kernel'
import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { type Who, openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { COUPLE_AMONG_FOUR, ROSTER } from './roster.ts'
import { choose, openFile, photoOf, signInByPhone } from './steps.ts'

/** Four flats of four buyers, one of them a couple: three votes are needed, and two thirds of 345.85 m². */
const OWNED = {
  ...ROSTER,
  units: [
    ['A-3-2', '101', '住宅', '89.60'],
    ['A-3-2', '102', '住宅', '76.25'],
    ['A-3-2', '201', '住宅', '100.00'],
    ['A-3-2', '202', '住宅', '80.00'],
  ],
  owners: COUPLE_AMONG_FOUR,
}

const { hall, open } = opened((databaseUrl) => openHall(databaseUrl, OWNED))

const QUESTION = '续聘安居物业三年，好不好？'
const VERIFIER = join(import.meta.dirname, '..', '..', 'packages', 'verify', 'dist', 'yishi-verify.mjs')

const call = callingAs(hall)

/** As a field of date and time has it in Shanghai. */
const inField = (at: Instant): string => later(at, 8 * HOUR).slice(0, 16)
const today = () => localDateOf(hall().context.clock.now())
const nightAfter = (days: number): Instant => endOfDay(localDateOf(later(startOfDay(today()), days * DAY)))

const atDiscussion = async (title: string): Promise<void> => {
  const about = { text: '合同下个月到期', title, place: hall().lamp, channel: 'hall' }
  const { matter } = await call<{ matter: string }>('staff', 'matters', about)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await call('staff', `matters/${matter}/sort`, sorting)
}

const fillPlan = async (form: Locator, opensAt: Instant) => {
  await form.getByLabel('什么时候开始').fill(inField(opensAt))
  await form.getByLabel('什么时候截止').fill(inField(later(opensAt, 10 * DAY)))
}

const pick = async (desk: Page, label: string, option: string) => {
  await desk.getByRole('combobox', { name: label }).click()
  await desk.locator('.ant-select-item-option', { hasText: option }).click()
}

const draft = async (desk: Page): Promise<void> => {
  const form = desk.getByRole('main')
  await form.getByLabel('表决内容').fill(QUESTION)
  await form.getByLabel('说明').fill('物业费不变，合同三年。')
  await choose(form, '表决规则', '业主大会一般事项')
  await choose(form, '哪些户来投', '全居民区')
  await pick(desk, '表决的是哪一类事', '选聘或解聘物业公司')
  await pick(desk, '谁召集', '居委会（代行）')
  await fillPlan(form, nightAfter(6))
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
}

const hang = async (desk: Page, button: string): Promise<void> => {
  await desk.getByRole('button', { name: button }).click()
  const drawer = desk.getByRole('dialog')
  await drawer.getByRole('button', { name: '挂出去' }).click()
  await drawer.waitFor({ state: 'hidden' })
}

const codesOf = (page: Page): Promise<readonly string[]> =>
  page.locator('[data-code]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['code'] ?? ''))

const atPaperDesk = async (poll: string, who: Who): Promise<Page> =>
  open(`/console/polls/${poll}/paper`, { ...DESK, session: hall().sessions[who] })

const enter = async (desk: Page, code: string) => {
  await desk.getByRole('searchbox', { name: '票号' }).fill(code)
  await desk.getByRole('searchbox', { name: '票号' }).press('Enter')
}

const readSheet = async (desk: Page, code: string, choice: string, button: string) => {
  await enter(desk, code)
  await desk.getByRole('radio', { name: choice }).check()
  await desk.getByRole('button', { name: button, exact: true }).click()
  await desk.getByText(/录好了/u).waitFor()
}

/** On a phone without JavaScript: signed in by a code, one look, one choice, one confirmation, one receipt. */
const voteByPhone = async (address: string) => {
  const phone = await open(address, { ...PHONE, javaScriptEnabled: false })
  await phone.getByRole('link', { name: '登录后投票' }).click()
  await signInByPhone(phone, '13900139001')
  await phone.waitForURL((url) => url.pathname === address)
  expect(await phone.getByText('算 1 人，共 89.60 平方米').count()).toBe(1)
  await phone.getByRole('radio', { name: '同意' }).check()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByRole('heading', { name: '收到您的票了' }).waitFor()
}

/** Two at the door of 102, with the signed sheet and a photo of it, on a phone without JavaScript too. */
const callAtDoor = async (poll: string) => {
  const phone = await open(`/patrol/walk/${poll}`, {
    ...PHONE,
    javaScriptEnabled: false,
    session: hall().sessions.staff,
  })
  const photo = await photoOf(phone, '票.jpg')
  await phone.getByLabel('和谁一起去').fill('李阿姨')
  await phone.getByRole('radio', { name: /102/u }).check()
  await phone.getByRole('radio', { name: '签好的票收回来了' }).check()
  await phone.getByLabel('拍张照片').setInputFiles(photo)
  await phone.getByRole('button', { name: '记下', exact: true }).click()
  await phone.getByText('记下了，已经送到。').waitFor()
}

const downloaded = async (page: Page, link: string, directory: string): Promise<string> => {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  const path = join(directory, (await downloading).suggestedFilename())
  await (await downloading).saveAs(path)
  return path
}

const tally = (file: string): string => {
  const { status, stdout } = spawnSync(process.execPath, [VERIFIER, 'tally', file], { encoding: 'utf8' })
  expect(status, stdout).toBe(0)
  return stdout
}

const objectTo = async (notice: string, text: string) => {
  const neighbour = await open(notice, { ...PHONE, javaScriptEnabled: false })
  await neighbour.getByLabel('您的意见').fill(text)
  await neighbour.getByRole('button', { name: '提交意见' }).click()
  await neighbour.waitForURL(/\/o\/[^/]+\?new=1$/u)
  return neighbour
}

const answerOn = async (desk: Page) => {
  await desk.getByRole('link', { name: '看公告' }).click()
  await desk.getByRole('button', { name: '答复' }).click()
  await desk.getByLabel('答复内容').fill('票和清点表可以到居委会看，数目没有错。')
  await desk.getByRole('radio', { name: /^不采纳/u }).check()
  await desk.getByRole('button', { name: '答复' }).click()
  await desk.getByText('已答复，没有采纳').waitFor()
}

test('an owners’ assembly, from the draft that the law turns down to the result that anybody counts again', async () => {
  const { sessions, after } = hall()
  await atDiscussion('物业合同到期')
  const desk = await open('/console/', { ...DESK, session: sessions.staff, expected: /409/u })
  await openFile(desk, '物业合同到期')
  await desk.getByRole('link', { name: '发起表决' }).click()
  await draft(desk)
  const law = desk.getByRole('region', { name: '对照法规逐项核对' })
  await law.getByRole('listitem').filter({ hasText: '会前公告满 15 天' }).getByText('不符合').waitFor()
  await law.getByText(/今天发公告，最早 \d+ 月 \d+ 日/u).waitFor()
  expect(await desk.getByRole('button', { name: '发会前公告' }).count()).toBe(0)
  expect(await lookAt(desk)).toEqual([])
  await law.getByRole('link', { name: '回去改一改' }).click()
  await fillPlan(desk.getByRole('main'), nightAfter(18))
  await desk.getByRole('button', { name: '拟好了，去核对' }).click()
  await law.waitFor()
  await expect.poll(() => law.getByText('不符合', { exact: true }).count()).toBe(0)
  await hang(desk, '发会前公告')
  await desk.getByText('公告还挂着').waitFor()
  const poll = new URL(desk.url()).pathname.split('/').at(-1)!
  const address = `/polls/${poll}`

  await after(19 * DAY)
  await desk.reload()
  await desk.getByText('公告已到期').waitFor()
  await desk.getByRole('button', { name: '开始表决' }).click()
  await desk.getByRole('link', { name: '公开页面' }).waitFor()

  await voteByPhone(address)
  const printed = await open(`${address}/paper`, { ...DESK, session: sessions.staff })
  const [, ofDoor, , onPaper] = (await codesOf(printed)) as [string, string, string, string]
  const [first, second] = [await atPaperDesk(poll, 'staff'), await atPaperDesk(poll, 'branch')]
  await enter(first, onPaper)
  await first.getByRole('button', { name: '登记收回' }).click()
  await readSheet(first, onPaper, '反对', '录入')
  await readSheet(second, onPaper, '反对', '录第二遍')
  await callAtDoor(poll)
  await readSheet(first, ofDoor, '同意', '录入')
  await readSheet(second, ofDoor, '同意', '录第二遍')
  const units = await call<PaperUnit[]>('staff', `polls/${poll}/paper/units`)
  expect(units.map(({ channel }) => channel)).toEqual(['online', 'door', null, 'paper'])
  await desk.reload()
  await desk.getByText('已投 3 / 4').waitFor()
  expect(await lookAt(desk)).toEqual([])

  await after(10 * DAY)
  await desk.reload()
  await desk.getByRole('button', { name: '截止收票，我来计第一遍' }).click()
  await desk.getByText('还要另一个人来计').waitFor()
  const branch = await open(`/console${address}`, { ...DESK, session: sessions.branch })
  await branch.getByRole('button', { name: '我来核对第二遍' }).click()
  await branch.getByText('参与表决 3 人 ÷ 全体 4 人 ≥ 2/3？').first().waitFor()
  const report = await open(`${address}/reconciliation`, { ...DESK, session: sessions.staff })
  await report.getByText('4 户').first().waitFor()
  expect(await lookAt(report)).toEqual([])

  await desk.reload()
  await hang(desk, '公示初步结果')
  await desk.getByText('公告还挂着').waitFor()
  const owner = await open(address, PHONE)
  await owner.getByText('这是初步结果，公示期内可以提异议。').waitFor()
  const notice = (await owner.getByRole('link', { name: '结果公示与异议' }).getAttribute('href'))!
  const neighbour = await objectTo(notice, '201 那一户没有投，怎么也算？')
  await after(9 * DAY)
  await desk.reload()
  await desk.getByRole('button', { name: '确认结果' }).click()
  await desk
    .getByText(/异议.*(没有答复|没答复|待答复)/u)
    .first()
    .waitFor()
  await answerOn(desk)
  await neighbour.reload()
  expect(await neighbour.getByText('数目没有错').count()).toBe(1)
  await desk.goto(`/console${address}`)
  await desk.getByRole('button', { name: '确认结果' }).click()
  await desk.getByRole('link', { name: '打印结果单' }).waitFor()

  await owner.reload()
  expect(await lookOver(owner, false)).toEqual([])
  const directory = mkdtempSync(join(tmpdir(), 'yishi-tally-'))
  expect(tally(await downloaded(owner, '下载计票数据', directory))).toContain('2×165.85=331.70 > 245.85')
  expect(tally(await downloaded(desk, '下载全部票据（核对用，不含姓名）', directory))).toMatch(/165\.85/u)
  rmSync(directory, { recursive: true })
  await owner.getByRole('link', { name: '打印结果单' }).click()
  await owner.getByRole('heading', { level: 1, name: '表决结果公布单' }).waitFor()
})
