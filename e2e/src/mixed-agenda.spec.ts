// A committee elected beside another question in a browser: added at the desk, walked on a phone without JavaScript in large type, printed on pages of one sheet, and read by two and a third.
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
import { signInByPhone } from './steps.ts'

const { hall, open } = opened(openHall)
const call = callingAs(hall)

const NAMES = Array.from({ length: 16 }, (_, index) => `候选${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[index]}`)
const options = NAMES.map((text) => ({ text, profile: `${text}，住三号楼。`, consented: true }))
const election = {
  type: 'candidates',
  text: '选举业委会委员',
  options,
  committee: 5,
  sitting: 0,
  marking: 'each',
  tie: 'revote',
  again: null,
}

let [first, second] = ['', '']
beforeAll(async () => {
  const matter = { text: '开业主大会', title: '业主大会', place: hall().lamp, channel: 'hall' }
  const raised = await call<{ matter: string }>('staff', 'matters', matter)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await call('staff', `matters/${raised.matter}/sort`, sorting)
  const opensAt = endOfDay(localDateOf(later(hall().context.clock.now(), 18 * DAY)))
  const plan = { topic: 'covenant', regime: 'strict', basis: '', caller: 'residents-committee', reelection: true }
  const { poll } = await call<PollFile>('staff', `matters/${raised.matter}/polls`, {
    rule: 'cn-civil-code-278-ordinary',
    way: 'ballots',
    question: { type: 'for-against', text: '通过管理规约？', explanation: '' },
    electorate: { units: { kind: 'community', node: null, uses: ['flat'] } },
    plan: { ...plan, opensAt, closesAt: later(opensAt, 10 * DAY) },
  })
  first = poll
})

const candidate = async (desk: Page, n: number, name: string) => {
  const one = desk.getByRole('group', { name: `候选人 ${n}` })
  await one.getByLabel('姓名', { exact: true }).fill(name)
  await one.getByLabel('简介（对外公开）').fill(`${name}，住三号楼。`)
  await one.getByRole('checkbox', { name: '本人书面同意' }).check()
}

test('the election is added at the desk under its own rule, and one notice tells of both with everybody who stands', async () => {
  const desk = await open(`/console/polls/${first}`, { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('link', { name: '加一个议题' }).click()
  await desk.getByRole('radio', { name: '按姓名选委员' }).check()
  await desk.getByText('选举业委会委员（《民法典》第二百七十八条）').first().waitFor()
  await desk.getByRole('textbox', { name: '表决内容' }).fill('选举业委会委员')
  await candidate(desk, 1, '候选甲')
  await candidate(desk, 2, '候选乙')
  expect(await lookAt(desk)).toEqual([])
  await desk.getByRole('button', { name: '放进议程' }).click()
  const agenda = desk.getByRole('region', { name: '议程' })
  await agenda.getByRole('link', { name: '2. 选举业委会委员' }).waitFor()
  expect(await agenda.getByText('核对符合').count()).toBe(2)
  const file = await call<PollFile>('staff', `polls/${first}`)
  second = file.agenda!.questions[1]!.poll
  const { assembly } = await call<PollFile>('staff', `polls/${second}`)
  const { scope, notice: _, resultNotice: __, extensions: ___, ...plan } = assembly!
  const electorate = { units: { kind: scope.kind, node: null, uses: scope.uses } }
  await call('staff', `polls/${second}/redraft`, { way: 'ballots', question: election, electorate, plan })
  await desk.reload()
  await desk.getByRole('button', { name: '发会前公告' }).click()
  const text = await desk.getByRole('dialog').getByRole('textbox', { name: '正文' }).inputValue()
  expect(text).toMatch(/（1）通过管理规约？\s+（2）选举业委会委员\s+选 5 位委员/u)
  expect(text).toContain('16. 候选巳：候选巳，住三号楼。')
  expect(await lookAt(desk)).toEqual([])
  await call('staff', `polls/${first}/announce`, { title: '公告', text, days: 15, everywhere: true })
  const visitor = await open(`/polls/${second}`, PHONE)
  await visitor.getByText('候选巳，住三号楼。').waitFor()
  expect(await lookOver(visitor, false)).toEqual([])
  await hall().after(19 * DAY)
  await call('staff', `polls/${first}/open`, {})
})

test('on a phone without JavaScript, in large type, the names are a screen of the walk', async () => {
  const phone = await open(`/polls/${first}`, { ...PHONE, javaScriptEnabled: false })
  await phone.getByRole('link', { name: '登录后投票' }).click()
  await signInByPhone(phone, '13900139001')
  await phone.getByRole('button', { name: '大字版' }).click()
  await phone.getByRole('radio', { name: '同意' }).check()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByText('第 1 题投好了。请看这一题。').waitFor()
  await phone.getByText('第 2 题，共 2 题').waitFor()
  const names = phone.getByRole('group', { name: '候选甲', exact: true })
  // By the keyboard alone.
  await names.getByLabel('同意').focus()
  await phone.keyboard.press('Space')
  expect(await names.getByLabel('同意').isChecked()).toBe(true)
  await phone.keyboard.press('ArrowRight')
  expect(await names.getByLabel('反对').isChecked()).toBe(true)
  await phone.getByRole('group', { name: '候选乙', exact: true }).getByLabel('同意').check()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByText('候选甲：反对、候选乙：同意').waitFor()
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByText('2 题都投好了', { exact: false }).waitFor()
  expect(await phone.locator('code.proof').count()).toBe(2)
})

const enter = async (page: Page, code: string) => {
  await page.getByRole('searchbox', { name: '票号' }).fill(code)
  await page.getByRole('searchbox', { name: '票号' }).press('Enter')
}
const besides = (page: Page, name: string) => page.getByRole('radiogroup', { name, exact: true })

test('pages of one sheet with one code: taken back whole, read by two, and the third finds only the name that differs open', async () => {
  const { sessions } = hall()
  const printed = await open(`/polls/${first}/paper`, { ...DESK, session: sessions.staff })
  expect([...(await axeFindings(printed)), ...(await reflowFindings(printed))]).toEqual([])
  const sheet = printed.locator('[data-code]').nth(1)
  const code = (await sheet.getAttribute('data-code'))!
  const further = printed.locator(`[data-page-of="${code}"]`)
  expect(await further.getByRole('heading').allInnerTexts()).toEqual(['2. 选举业委会委员'])
  await further.getByText('第 2 页，共 2 页').waitFor()
  const pdf = await printed.pdf({ preferCSSPageSize: true })
  // Two sheets of two pages each, and nothing that runs over.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(4)

  const desk = await open(`/console/polls/${first}/paper`, { ...DESK, session: sessions.staff })
  await enter(desk, code)
  await desk.getByRole('button', { name: '登记收回' }).click()
  await desk.getByText('缺页的票不登记收回').waitFor()
  await desk.getByRole('checkbox', { name: '2 页都在' }).check()
  expect(await lookAt(desk)).toEqual([])
  await desk.getByRole('button', { name: '登记收回' }).click()
  const read = async (page: Page, button: string, name: string) => {
    await page
      .getByRole('radiogroup', { name: /通过管理规约/u })
      .getByRole('radio', { name: '同意' })
      .check()
    await besides(page, '候选甲').getByText('同意').click()
    await besides(page, name).getByText('反对').click()
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByText(/录好了/u).waitFor()
  }
  await read(desk, '录入', '候选乙')
  const other = await open(`/console/polls/${second}/paper`, { ...DESK, session: sessions.branch })
  await enter(other, code)
  await read(other, '录第二遍', '候选丙')
  const third = await open(`/console/polls/${first}/paper`, { ...DESK, session: sessions['street-office'] })
  await enter(third, code)
  await third.getByText('只定两遍不一样的题。').waitFor()
  expect(await besides(third, '候选甲').getByRole('radio', { name: '同意' }).isChecked()).toBe(true)
  for (const name of ['候选乙', '候选丙'])
    expect(await besides(third, name).getByRole('radio', { checked: true }).count(), name).toBe(0)
  await third.getByLabel('为什么这样定').fill('第二行打勾')
  await third.getByRole('button', { name: '定下来' }).click()
  await third.getByText('请填写').first().waitFor()
  await besides(third, '候选乙').getByText('反对').click()
  await besides(third, '候选丙').getByText('弃权').click()
  expect(await lookAt(third)).toEqual([])
  await third.getByRole('button', { name: '定下来' }).click()
  await third.getByText(/录好了/u).waitFor()
})

test('one notice tells both results in their own words', async () => {
  await hall().after(10 * DAY)
  for (const who of ['staff', 'branch'] as const)
    for (const poll of [first, second]) await call(who, `polls/${poll}/count`, {})
  const desk = await open(`/console/polls/${first}`, { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('button', { name: '2 题一并公示' }).click()
  const text = await desk.getByRole('dialog').getByRole('textbox', { name: '正文' }).inputValue()
  expect(text).toMatch(/（1）通过管理规约？\s+初步结果：通过。/u)
  expect(text).toMatch(/（2）选举业委会委员\s+初步结果：没有选出委员；还有 5 席空着，要再投一次。/u)
  expect(text).toContain('候选甲：同意 1 人')
  expect(await lookAt(desk)).toEqual([])
})
