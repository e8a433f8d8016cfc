// Brands put in order beside a question of law in a browser: drafted, mended where the law says no, walked without JavaScript, printed, read by two and a third, and shown by one notice.
import type { PollFile } from '@yishi/contract/poll'
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { DAY, later } from '@yishi/domain/kernel'
import { axeFindings, lookOver, reflowFindings } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { choose, signInByPhone } from './steps.ts'

const { hall, open } = opened(openHall)
const call = callingAs(hall)

const BRANDS = ['三菱', '日立', '通力'] as const
const QUESTION = '换新的话，选哪个牌子？'

let [first, second] = ['', '']
beforeAll(async () => {
  const matter = { text: '开业主大会', title: '业主大会', place: hall().lamp, channel: 'hall' }
  const raised = await call<{ matter: string }>('staff', 'matters', matter)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await call('staff', `matters/${raised.matter}/sort`, sorting)
  const opensAt = endOfDay(localDateOf(later(hall().context.clock.now(), 18 * DAY)))
  const plan = { topic: 'fund-use', regime: 'strict', basis: '', caller: 'residents-committee', reelection: true }
  const { poll } = await call<PollFile>('staff', `matters/${raised.matter}/polls`, {
    rule: 'cn-civil-code-278-ordinary',
    way: 'ballots',
    question: { type: 'for-against', text: '用维修资金换新电梯？', explanation: '' },
    electorate: { units: { kind: 'community', node: null, uses: ['flat'] } },
    plan: { ...plan, opensAt, closesAt: later(opensAt, 10 * DAY) },
  })
  first = poll
})

test('the question is added at the desk under its own rule; given to a matter of law, the draft says no until it is mended', async () => {
  const desk = await open(`/console/polls/${first}`, { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('link', { name: '加一个议题' }).click()
  await desk.getByRole('radio', { name: '排个先后' }).check()
  await desk.getByText('按业主人数算', { exact: false }).first().waitFor()
  await desk.getByText('征求意愿（已经定下要办，选牌子、选样式）').first().waitFor()
  await desk.getByRole('textbox', { name: '表决内容' }).fill(QUESTION)
  await desk.getByRole('button', { name: '添一个选项' }).click()
  for (const [at, brand] of BRANDS.entries()) await desk.getByLabel(`选项 ${at + 1}`, { exact: true }).fill(brand)
  await choose(desk.getByRole('main'), '表决的是哪一类事', '使用维修资金')
  expect(await lookAt(desk)).toEqual([])
  await desk.getByRole('button', { name: '放进议程' }).click()
  const agenda = desk.getByRole('region', { name: '议程' })
  await agenda.getByText('不符合：排序、打分、打勾只征求意愿', { exact: false }).waitFor()
  expect(await desk.getByRole('button', { name: '发会前公告' }).count()).toBe(0)
  await agenda.getByRole('link', { name: `2. ${QUESTION}` }).click()
  const law = desk.getByRole('region', { name: '对照法规逐项核对' })
  await law.getByText('这一题只问意愿，就改成“征求意愿”', { exact: false }).waitFor()
  expect(await lookAt(desk)).toEqual([])
  await law.getByRole('link').click()
  await choose(desk.getByRole('main'), '表决的是哪一类事', '征求意愿')
  await desk.getByRole('button', { name: '放进议程' }).click()
  await agenda.getByText('核对符合').nth(1).waitFor()
  await desk.getByRole('button', { name: '发会前公告' }).click()
  const text = await desk.getByRole('dialog').getByRole('textbox', { name: '正文' }).inputValue()
  expect(text).toMatch(
    /（2）换新的话，选哪个牌子？\s+请排个先后.*\s+1\. 三菱\s+2\. 日立\s+3\. 通力\s+怎样决定：按业主人数算/u,
  )
  const file = await call<PollFile>('staff', `polls/${first}`)
  second = file.agenda!.questions[1]!.poll
  await call('staff', `polls/${first}/announce`, { title: '公告', text, days: 15, everywhere: true })
  await hall().after(19 * DAY)
  await call('staff', `polls/${first}/open`, {})
})

test('on a phone without JavaScript, in large type, the order is a screen of the walk', async () => {
  const phone = await open(`/polls/${first}`, { ...PHONE, javaScriptEnabled: false })
  await phone.getByRole('link', { name: '登录后投票' }).click()
  await signInByPhone(phone, '13900139001')
  await phone.getByRole('button', { name: '大字版' }).click()
  await phone.getByRole('radio', { name: '同意' }).check()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByText('第 2 题，共 2 题').waitFor()
  await phone.getByLabel('通力').selectOption({ label: '第 1' })
  await phone.getByLabel('三菱').selectOption({ label: '第 2' })
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByText('第 1 通力').waitFor()
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByText('2 题都投好了', { exact: false }).waitFor()
  expect(await phone.locator('code.proof').count()).toBe(2)
  for (const path of [`/polls/${second}`, `/polls/${second}/agenda`])
    expect(await lookOver(await open(path, PHONE), false)).toEqual([])
})

const enter = async (page: Page, code: string) => {
  await page.getByRole('searchbox', { name: '票号' }).fill(code)
  await page.getByRole('searchbox', { name: '票号' }).press('Enter')
}
const place = (page: Page, brand: string, number: string) => page.getByLabel(`${brand}：写了几`).fill(number)

test('one sheet with one code: a place written twice voids that question alone, and a third decides only what differs', async () => {
  const { sessions } = hall()
  const printed = await open(`/polls/${first}/paper`, { ...DESK, session: sessions.staff })
  expect([...(await axeFindings(printed)), ...(await reflowFindings(printed))]).toEqual([])
  const sheet = printed.locator('[data-code]').nth(1)
  const code = (await sheet.getAttribute('data-code'))!
  expect(await sheet.getByRole('heading').allInnerTexts()).toEqual(['1. 用维修资金换新电梯？', `2. ${QUESTION}`])
  await sheet.getByText('只这一题作废', { exact: false }).waitFor()
  const pdf = await printed.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(2)

  const read = async (page: Page, button: string, places: readonly string[]) => {
    await page
      .getByRole('radiogroup', { name: /换新电梯/u })
      .getByRole('radio', { name: '同意' })
      .check()
    for (const [at, number] of places.entries()) await place(page, BRANDS[at]!, number)
    await page.getByText('照这样录，这一题作废，别的题照算').waitFor()
    expect(await lookAt(page)).toEqual([])
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByText(/录好了/u).waitFor()
  }
  const desk = await open(`/console/polls/${first}/paper`, { ...DESK, session: sessions.staff })
  await enter(desk, code)
  await desk.getByRole('button', { name: '登记收回' }).click()
  await read(desk, '录入', ['1', '1'])
  const other = await open(`/console/polls/${second}/paper`, { ...DESK, session: sessions.branch })
  await enter(other, code)
  await read(other, '录第二遍', ['1', '1', '1'])
  const third = await open(`/console/polls/${first}/paper`, { ...DESK, session: sessions['street-office'] })
  await enter(third, code)
  await third.getByText('只定两遍不一样的题。').waitFor()
  expect(await third.getByRole('radiogroup', { name: /换新电梯/u }).count()).toBe(0)
  for (const brand of BRANDS.slice(0, 2)) await place(third, brand, '1')
  await third.getByText('照这样录，这一题作废，别的题照算').waitFor()
  await third.getByLabel('为什么这样定').fill('第三行是涂掉的')
  expect(await lookAt(third)).toEqual([])
  await third.getByRole('button', { name: '定下来' }).click()
  await third.getByText(/录好了/u).waitFor()
  const report = await open(`/polls/${second}/reconciliation`, { ...DESK, session: sessions.staff })
  await report.getByText('同一个名次写了两次').waitFor()
})

test('one notice tells both results in their own words, with every sum and every round', async () => {
  await hall().after(10 * DAY)
  for (const who of ['staff', 'branch'] as const)
    for (const poll of [first, second]) await call(who, `polls/${poll}/count`, {})
  const desk = await open(`/console/polls/${first}`, { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('button', { name: '2 题一并公示' }).click()
  const text = await desk.getByRole('dialog').getByRole('textbox', { name: '正文' }).inputValue()
  expect(text).toMatch(/（1）用维修资金换新电梯？\s+初步结果：通过。/u)
  expect(text).toMatch(/（2）换新的话，选哪个牌子？\s+初步结果：选定：通力。\s+有效票 1 张。/u)
  expect(text).toContain('第 1 轮：三菱 0 票、通力 1 票。“通力”选定。')
  expect(await lookAt(desk)).toEqual([])
  const further = await open(`/console/polls/${second}`, { ...DESK, session: hall().sessions.staff })
  await further.getByText('这一份是第 2 题的', { exact: false }).waitFor()
  expect(await lookAt(further)).toEqual([])
})
