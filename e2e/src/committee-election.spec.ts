import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { PollFile } from '@yishi/contract/poll'
import { type Instant, DAY, later } from '@yishi/domain/kernel'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { choose, signInByPhone } from './steps.ts'

const { hall, open } = opened(openHall)

/** The owner of one of the two flats, by the roster. */
const OWNER = '13900139001'

const call = callingAs(hall)

const candidate = async (form: Locator, n: number, name: string) => {
  const one = form.getByRole('group', { name: `候选人 ${n}` })
  await one.getByLabel('姓名', { exact: true }).fill(name)
  await one.getByLabel('简介（对外公开）').fill(`${name}，住三号楼。`)
  await one.getByRole('checkbox', { name: '本人书面同意' }).check()
}
/** As the field has it: the wall clock of Shanghai. */
const field = (at: Instant): string => later(at, DAY / 3).slice(0, 16)

/** From a short list, which is not searched. */
const pick = async (desk: Page, label: string, option: string) => {
  await desk.getByRole('main').getByRole('combobox', { name: label }).click()
  await desk.locator('.ant-select-item-option', { hasText: option }).click()
}

const drawUp = async (desk: Page): Promise<string> => {
  const form = desk.getByRole('main')
  await form.getByRole('radio', { name: '按姓名选委员' }).check()
  await choose(form, '表决规则', '选举业委会委员（《民法典》第二百七十八条）')
  await form.getByLabel('表决内容').fill('选举业主委员会委员')
  await candidate(form, 1, '王建国')
  await candidate(form, 2, '李秀英')
  await form.getByRole('button', { name: '添一位候选人' }).click()
  await form.getByRole('group', { name: '候选人 3' }).getByLabel('姓名', { exact: true }).fill('张伟')
  await choose(form, '哪些户来投', '全居民区')
  await pick(desk, '表决的是哪一类事', '选举或更换业委会')
  await pick(desk, '谁召集', '居委会（代行）')
  await form.getByLabel('委员会共几位').fill('6')
  const now = hall().context.clock.now()
  await form.getByLabel('什么时候开始').fill(field(later(now, 18 * DAY)))
  await form.getByLabel('什么时候截止').fill(field(later(now, 28 * DAY)))
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await form.getByText('没有本人书面同意，不能列为候选人').waitFor()
  await candidate(form, 3, '张伟')
  expect(await lookAt(desk)).toEqual([])
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await form.getByText('业委会人数是单数').waitFor()
  await form.getByLabel('委员会共几位').fill('5')
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await desk.getByRole('heading', { level: 1, name: '选举业主委员会委员' }).waitFor()
  await form.getByText('候选人不少于席位').waitFor()
  expect(await lookAt(desk)).toEqual([])
  await form.getByRole('button', { name: '发会前公告' }).click()
  const drawer = desk.getByRole('dialog')
  expect(await drawer.getByLabel('正文').inputValue()).toContain('1. 王建国：王建国，住三号楼。')
  await drawer.getByRole('button', { name: '挂出去' }).click()
  await form.getByText('公告还挂着').waitFor()
  return new URL(desk.url()).pathname.split('/').at(-1)!
}

const mark = async (page: Page, name: string, said: string) =>
  page.getByRole('group', { name, exact: true }).getByLabel(said).check()

let matter = ''
let poll = ''

test('a committee draws up an election by name, and its candidates are shown', async () => {
  const { sessions } = hall()
  const said = { text: '业委会到期', title: '业委会换届', place: hall().lamp, channel: 'hall' }
  ;({ matter } = await call<{ matter: string }>('staff', 'matters', said))
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await call('staff', `matters/${matter}/sort`, sorting)
  const desk = await open(`/console/matters/${matter}/vote`, { ...DESK, session: sessions.staff, expected: /422/u })
  poll = await drawUp(desk)
  const visitor = await open(`/polls/${poll}`, PHONE)
  expect(await visitor.getByText('李秀英，住三号楼。').count()).toBe(1)
  expect(await lookOver(visitor, false)).toEqual([])
})

test('an owner marks every name without a script, in large type, and may go back', async () => {
  await hall().after(19 * DAY)
  await call('staff', `polls/${poll}/open`, {})
  const phone = await open(`/polls/${poll}`, { ...PHONE, javaScriptEnabled: false, expected: /422/u })
  await phone.getByRole('link', { name: '登录后投票' }).click()
  await signInByPhone(phone, OWNER)
  await phone.waitForURL(`**/polls/${poll}`)
  await phone.getByRole('button', { name: '大字版' }).click()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  expect(await phone.getByText('请先选一项').count()).toBe(1)
  await mark(phone, '王建国', '同意')
  await mark(phone, '李秀英', '反对')
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  expect(await phone.getByText('王建国：同意、李秀英：反对').count()).toBe(1)
  await phone.getByRole('link', { name: '返回重选' }).click()
  await mark(phone, '王建国', '同意')
  await mark(phone, '李秀英', '同意')
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByRole('heading', { name: '收到您的票了' }).waitFor()
})

test('a sheet is read name by name, by two', async () => {
  const { sessions, url } = hall()
  const headers = { cookie: sessions.staff.header }
  const printed = await (await fetch(`${url}/polls/${poll}/paper`, { headers })).text()
  const code = /data-code="(0002-[^"]+)"/u.exec(printed)![1]!
  for (const [who, button] of [
    ['staff', '录入'],
    ['branch', '录第二遍'],
  ] as const) {
    const entry = await open(`/console/polls/${poll}/paper`, { ...DESK, session: sessions[who] })
    await entry.getByRole('searchbox', { name: '票号' }).fill(code)
    await entry.getByRole('searchbox', { name: '票号' }).press('Enter')
    if (who === 'staff') await entry.getByRole('button', { name: '登记收回' }).click()
    await entry.getByRole('radiogroup', { name: '王建国' }).getByText('同意').click()
    await entry.getByRole('radiogroup', { name: '李秀英' }).getByText('反对').click()
    if (who === 'staff') expect(await lookAt(entry)).toEqual([])
    await entry.getByRole('button', { name: button, exact: true }).click()
    await entry.getByText(/录好了/u).waitFor()
  }
})

test('each candidate passes alone, and what stays open is voted on again from a draft that is filled in', async () => {
  const { sessions } = hall()
  await hall().after(10 * DAY)
  for (const who of ['staff', 'branch'] as const) await call(who, `polls/${poll}/count`, {})
  const notice = { title: '选举结果', text: '见附表。', days: 7, everywhere: true }
  const { objections } = await call<PollFile>('staff', `polls/${poll}/show`, notice)
  await hall().after(Date.parse(objections!.endsAt) - Date.parse(hall().context.clock.now()) + 1)
  const decided = await call<PollFile>('staff', `polls/${poll}/confirm`, {})
  expect(decided.result).toMatchObject({ chosen: ['option-1'], allocation: { open: 4 } })
  const visitor = await open(`/polls/${poll}`, PHONE)
  await visitor.getByText('选出 1 位：王建国；还有 4 席空着，要再投一次').waitFor()
  expect(await lookOver(visitor, false)).toEqual([])
  const desk = await open(`/console/polls/${poll}`, { ...DESK, session: sessions.staff })
  await desk.getByRole('link', { name: '空着的席位，再投一次' }).click()
  const form = desk.getByRole('main')
  await form.getByLabel('现在在任几位').waitFor()
  expect(await form.getByLabel('现在在任几位').inputValue()).toBe('1')
  const first = form.getByRole('group', { name: '候选人 1' })
  expect(await first.getByLabel('姓名', { exact: true }).inputValue()).toBe('李秀英')
})
