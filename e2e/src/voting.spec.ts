import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { lookOver } from '@yishi/web/pages/look-over.ts'
import { DESK, PHONE } from './browser.ts'
import { type Who, openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { choose, openFile } from './steps.ts'

const { hall, open } = opened(openHall)

const ask = async (who: Who, path: string, body: object): Promise<unknown> => {
  const { url, sessions } = hall()
  const headers = { 'content-type': 'application/json', cookie: sessions[who].header }
  const answer = await fetch(`${url}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true)
  return answer.json()
}

/** A matter that was talked over and now waits for its vote. */
const atVote = async (title: string): Promise<void> => {
  const raised = (await ask('staff', 'matters', { text: title, title, place: hall().lamp, channel: 'hall' })) as {
    matter: string
  }
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  await ask('staff', `matters/${raised.matter}/sort`, sorting)
  await ask('staff', `matters/${raised.matter}/record-talk`, { result: 'agreed', summary: '大家愿意' })
}

const begin = async (desk: Page, title: string): Promise<void> => {
  await desk.getByRole('navigation').getByRole('link', { name: '事项台账' }).click()
  await openFile(desk, title)
  await desk.getByRole('link', { name: '发起表决' }).click()
  await desk.getByRole('heading', { level: 1, name: '发起表决' }).waitFor()
}

const addPeople = async (form: Locator, role: string): Promise<void> => {
  await choose(form, '按身份找', role)
  await form.getByRole('button', { name: '把找到的 1 人都加上' }).click()
}

const BENCH = '花园里装两把长椅'
const LAMP = '楼道灯换成声控的'

test('a question is put to three representatives, counted by two, and moves its matter on', async () => {
  const { sessions } = hall()
  await atVote(BENCH)
  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  await begin(desk, BENCH)
  const form = desk.getByRole('main')
  await form.getByLabel('表决内容').fill('问'.repeat(300))
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await form.getByText('最多 200 个字，您写的都还在').waitFor()
  expect(await form.getByLabel('表决内容').inputValue()).toHaveLength(300)
  await form.getByLabel('表决内容').fill('装两把长椅，靠墙放？')
  await form.getByLabel('说明').fill('木头的，居民不用出钱。')
  await addPeople(form, '物业')
  await addPeople(form, '街镇')
  await form.getByLabel('花名册外的人').fill('王大爷')
  expect(await lookAt(desk)).toEqual([])
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await desk.getByRole('heading', { level: 1, name: '装两把长椅，靠墙放？' }).waitFor()
  await form.getByText('名册上 3 人').waitFor()
  await form.getByRole('link', { name: '回去改一改' }).click()
  expect(await form.getByLabel('花名册外的人').inputValue()).toBe('王大爷')
  await form.getByLabel('说明').fill('木头的，居民不用出钱，年底前装好。')
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await form.getByText('年底前装好').waitFor()
  await form.getByText('名册上 3 人').waitFor()
  await form.getByRole('button', { name: '开始表决' }).click()
  const address = (await form.getByRole('link', { name: '公开页面' }).getAttribute('href'))!
  expect(await lookAt(desk)).toEqual([])

  const phone = await open(address, { ...PHONE, session: sessions.property })
  expect(await lookOver(phone, false)).toEqual([])
  await phone.getByRole('radio', { name: '同意' }).check()
  await phone.getByRole('button', { name: '下一步，核对' }).click()
  await phone.getByRole('button', { name: '确认投票' }).click()
  await phone.getByRole('heading', { name: '收到您的票了' }).waitFor()
  await phone.getByRole('button', { name: '大字版' }).click()
  expect(await lookOver(phone, true)).toEqual([])

  const plain = await open(address, { ...PHONE, javaScriptEnabled: false, session: sessions['street-office'] })
  await plain.getByRole('button', { name: '大字版' }).click()
  await plain.getByRole('radio', { name: '反对' }).check()
  await plain.getByRole('button', { name: '下一步，核对' }).click()
  await plain.getByRole('link', { name: '返回重选' }).click()
  await plain.getByRole('radio', { name: '同意' }).check()
  await plain.getByRole('button', { name: '下一步，核对' }).click()
  await plain.getByRole('button', { name: '确认投票' }).click()
  expect(await plain.getByText('您已经投了：同意').count()).toBe(1)

  const stranger = await open(address, { ...PHONE, session: sessions.branch })
  expect(await stranger.getByText('名册里没有您').count()).toBe(1)

  await desk.reload()
  await form.getByText('已投 2 / 3').waitFor()
  await form.getByRole('button', { name: '代记：王大爷' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('radio', { name: '反对' }).check()
  await dialog.getByRole('button', { name: '代记', exact: true }).click()
  await form.getByText('已替王大爷记下').waitFor()
  await form.getByRole('button', { name: '截止收票，我来计第一遍' }).click()
  await form.getByText('还要另一个人来计').waitFor()
  expect(await form.getByRole('button', { name: '我来核对第二遍' }).count()).toBe(0)

  const branch = await open('/console/polls', { ...DESK, session: sessions.branch })
  await branch.getByRole('link', { name: '装两把长椅，靠墙放？' }).click()
  await branch.getByRole('button', { name: '我来核对第二遍' }).click()
  await branch.getByText('参加 3 人 ÷ 应到 3 人 ≥ 2/3？').waitFor()
  expect(await lookAt(branch)).toEqual([])
  await branch.getByRole('link', { name: BENCH }).click()
  await branch.getByText('表决通过：同意 2，反对 1，弃权 0').waitFor()
  expect(await branch.getByText('定下谁来办').count()).toBeGreaterThan(0)

  await phone.goto(address)
  expect(await phone.getByText('通过').count()).toBeGreaterThan(0)
  expect(await lookOver(phone, true)).toEqual([])
  await phone.getByRole('link', { name: '打印结果单' }).click()
  await phone.getByRole('heading', { level: 1, name: '表决结果公布单' }).waitFor()
})

test('a show of hands is counted by two tellers, who must agree', async () => {
  const { sessions } = hall()
  await atVote(LAMP)
  const desk = await open('/console/', { ...DESK, session: sessions.staff, expected: /422/u })
  await begin(desk, LAMP)
  const form = desk.getByRole('main')
  await form.getByLabel('表决内容').fill('换成声控灯？')
  await form.getByRole('radio', { name: '举手或纸票，由两个人计数' }).check()
  await form.getByRole('radio', { name: '只填总数' }).check()
  await form.getByLabel('总人数').fill('45')
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
  await form.getByRole('button', { name: '开始表决' }).click()
  await form.getByRole('button', { name: '填好了' }).waitFor()
  const branch = await open(new URL(desk.url()).pathname, { ...DESK, session: sessions.branch })

  const enter = async (page: Page, figures: readonly (readonly [string, string])[]) => {
    for (const [name, value] of figures) await page.getByRole('main').getByLabel(name, { exact: true }).fill(value)
    await page.getByRole('button', { name: '填好了' }).click()
  }
  const hands = (agreed: string, against: string) =>
    [
      ['到会', '31'],
      ['同意', agreed],
      ['反对', against],
      ['弃权', '0'],
      ['无效', '0'],
    ] as const
  await enter(desk, hands('20', '15'))
  await desk.getByText('几项相加不能超过到会人数').waitFor()
  expect(await desk.getByRole('main').getByLabel('同意', { exact: true }).inputValue()).toBe('20')
  await enter(desk, hands('16', '15'))
  await desk.getByText('已经计过第一遍，还要另一个人来计').waitFor()
  await enter(branch, hands('17', '14'))
  await branch.getByText('对不上 1 次').waitFor()
  await enter(branch, hands('16', '15'))
  await branch.getByText('已经计过第一遍').waitFor()
  await desk.reload()
  await enter(desk, hands('16', '15'))
  await desk.getByText('参加 31 人 ÷ 应到 45 人 ≥ 2/3？ 3×31=93 ≥ 2×45=90 ✓').waitFor()
  await desk.getByRole('link', { name: LAMP }).click()
  await desk.getByText('表决通过：同意 16，反对 15，弃权 0').waitFor()
})
