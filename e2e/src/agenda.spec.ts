// Two questions of one assembly in a browser: drafted and announced at the desk, answered on a phone without JavaScript one after another, and read from one sheet of paper.
import type { PaperDesk } from '@yishi/contract/paper-ballot'
import type { PollFile } from '@yishi/contract/poll'
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { DAY, later } from '@yishi/domain/kernel'
import { axeFindings, reflowFindings } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { choose, signInByPhone } from './steps.ts'

const { hall, open } = opened(openHall)

const call = callingAs(hall)

const draftFirst = async (): Promise<string> => {
  const matter = { text: '开业主大会', title: '业主大会', place: hall().lamp, channel: 'hall' }
  const raised = await call<{ matter: string }>('staff', 'matters', matter)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await call('staff', `matters/${raised.matter}/sort`, sorting)
  const opensAt = endOfDay(localDateOf(later(hall().context.clock.now(), 18 * DAY)))
  const plan = { topic: 'property-company', regime: 'strict', basis: '', caller: 'residents-committee' }
  const { poll } = await call<PollFile>('staff', `matters/${raised.matter}/polls`, {
    rule: 'cn-civil-code-278-ordinary',
    way: 'ballots',
    question: { type: 'for-against', text: '续聘安居物业？', explanation: '合同期三年。' },
    electorate: { units: { kind: 'community', node: null, uses: ['flat'] } },
    plan: { ...plan, reelection: false, opensAt, closesAt: later(opensAt, 10 * DAY) },
  })
  return poll
}

let [first, second] = ['', '']
beforeAll(async () => void (first = await draftFirst()))

const look = async (page: Page) => expect([...(await axeFindings(page)), ...(await reflowFindings(page))]).toEqual([])

test('a question of its own rule is added at the desk; one notice tells of both, and both open at once', async () => {
  const desk = await open(`/console/polls/${first}`, { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('link', { name: '加一个议题' }).click()
  await desk.getByRole('textbox', { name: '表决内容' }).fill('筹集电梯更新资金？')
  await choose(desk.getByRole('main'), '表决规则', '业主大会特别事项')
  await choose(desk.getByRole('main'), '表决的是哪一类事', '筹集维修资金')
  await look(desk)
  await desk.getByRole('button', { name: '放进议程' }).click()
  const agenda = desk.getByRole('region', { name: '议程' })
  await agenda.getByRole('link', { name: '2. 筹集电梯更新资金？' }).waitFor()
  await look(desk)
  await desk.getByRole('button', { name: '发会前公告' }).click()
  const text = desk.getByRole('dialog').getByRole('textbox', { name: '正文' })
  expect(await text.inputValue()).toMatch(/（1）续聘安居物业？\s+合同期三年。\s+（2）筹集电梯更新资金？/u)
  const file = await call<PollFile>('staff', `polls/${first}`)
  second = file.agenda!.questions[1]!.poll
  await call('staff', `polls/${first}/announce`, { title: '公告', text: '议题两项。', days: 15, everywhere: true })
  await hall().after(19 * DAY)
  await call('staff', `polls/${first}/open`, {})
  expect((await call<PollFile>('staff', `polls/${second}`)).status).toBe('open')
})

test('on a phone without JavaScript each question has a screen; one may be left, and the overview holds the receipts', async () => {
  const phone = await open(`/polls/${first}`, { ...PHONE, javaScriptEnabled: false })
  await phone.getByRole('link', { name: '登录后投票' }).click()
  await signInByPhone(phone, '13900139001')
  await phone.getByText('第 1 题，共 2 题').waitFor()
  await phone.getByRole('link', { name: '这题先不投，看下一题' }).click()
  await phone.getByText('第 2 题，共 2 题').waitFor()
  await phone.getByRole('link', { name: '看全部题目和回执' }).click()
  await phone.getByText('一共 2 题，一题一题来。').waitFor()
  await phone.getByRole('link', { name: '去投第 1 题' }).click()
  await phone.getByRole('radio', { name: '同意' }).check()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByText('第 1 题投好了。请看这一题。').waitFor()
  await phone.getByRole('link', { name: '看全部题目和回执' }).click()
  await phone.getByText('投好 1 题，还有 1 题没投', { exact: false }).waitFor()
  await phone.getByRole('link', { name: '去投第 2 题' }).click()
  await phone.getByRole('radio', { name: '反对' }).check()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByText('2 题都投好了', { exact: false }).waitFor()
  expect(await phone.locator('code.proof').count()).toBe(2)
  for (const path of [`/polls/${second}`, `/polls/${second}/agenda`]) await look(await open(path, PHONE))
})

const codesOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-code]')
    .evaluateAll((sheets) => sheets.map((sheet) => (sheet as HTMLElement).dataset['code'] ?? ''))

const enter = async (page: Page, code: string) => {
  await page.getByRole('searchbox', { name: '票号' }).fill(code)
  await page.getByRole('searchbox', { name: '票号' }).press('Enter')
}
const mark = (page: Page, question: RegExp, choice: string) =>
  page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: choice }).check()

test('one sheet holds both questions: two enter each, and only what differs waits for a third', async () => {
  const { sessions, url } = hall()
  const printed = await open(`/polls/${first}/paper`, { ...DESK, session: sessions.staff })
  expect(await printed.locator('[data-code]').first().getByRole('heading').allInnerTexts()).toEqual([
    '1. 续聘安居物业？',
    '2. 筹集电梯更新资金？',
  ])
  await look(printed)
  const [, code] = (await codesOf(printed)) as [string, string]
  const desk = await open(`/console/polls/${first}/paper`, { ...DESK, session: sessions.staff, expected: /422/u })
  const picture = await printed.locator('.ballot').nth(1).screenshot({ type: 'jpeg', quality: 80 })
  const pictures = [
    { name: '票.jpg', mimeType: 'image/jpeg', buffer: picture },
    { name: '不是票.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7') },
  ]
  await desk.locator('input[type=file]').setInputFiles(pictures)
  await desk.getByText('对上 1 张，共 1 张').waitFor()
  await desk.getByText('不是票.jpg：', { exact: false }).waitFor()
  await enter(desk, `${url}/polls/${first}#${code}`)
  await desk.getByRole('img', { name: '照片 1' }).waitFor()
  await desk.getByRole('button', { name: '登记收回' }).click()
  await mark(desk, /续聘安居物业/u, '同意')
  await desk.getByRole('button', { name: '录入', exact: true }).click()
  await desk.getByText('请填写').first().waitFor()
  await mark(desk, /筹集电梯更新资金/u, '同意')
  await look(desk)
  await desk.getByRole('button', { name: '录入', exact: true }).click()
  await desk.getByText(/录好了/u).waitFor()
  const other = await open(`/console/polls/${second}/paper`, { ...DESK, session: sessions.branch })
  await enter(other, code)
  await mark(other, /续聘安居物业/u, '同意')
  await mark(other, /筹集电梯更新资金/u, '反对')
  await other.getByRole('button', { name: '录第二遍' }).click()
  await other.getByText(/录好了/u).waitFor()
  const third = await open(`/console/polls/${first}/paper`, { ...DESK, session: sessions['street-office'] })
  await enter(third, code)
  await third.getByText('只定两遍不一样的题。').waitFor()
  expect(await third.getByRole('radiogroup').count()).toBe(1)
  await third.getByRole('radio', { name: '反对' }).check()
  await third.getByLabel('为什么这样定').fill('勾在反对格内')
  await look(third)
  await third.getByRole('button', { name: '定下来' }).click()
  await third.getByText(/录好了/u).waitFor()
  const { total } = await call<PaperDesk>('staff', `polls/${first}/paper`)
  expect(total).toMatchObject({ of: 2, settled: 1, voted: 2 })
  const report = await open(`/polls/${second}/reconciliation`, { ...DESK, session: sessions.staff })
  await report.getByText('勾在反对格内').waitFor()
  await look(report)
})
