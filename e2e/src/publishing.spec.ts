import { DAY } from '@yishi/domain/kernel'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { openFile, raise } from './steps.ts'

const { hall, open } = opened(openHall)
const TREES = '三号楼北侧的香樟挡光，想移走'
const AGREED = '楼里都同意移到中心花园东侧，费用物业承担'

/** Sorted, then talked over with whoever asked and in the building, as the desk would write it down. */
const bringToPublish = async (matter: string): Promise<void> => {
  const { url, sessions } = hall()
  const say = async (command: string, body: object) => {
    const headers = { 'content-type': 'application/json', cookie: sessions.staff.header }
    const answer = await fetch(`${url}/api/matters/${matter}/${command}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${command}: ${answer.status} ${await answer.text()}`)
  }
  const sorting = { level: 'III', colour: 'yellow', size: 'small', kind: 'greening' }
  await say('sort', { ...sorting, procedure: 'layered-coordination' })
  for (const summary of ['想移到花园东侧', AGREED]) await say('record-talk', { result: 'agreed', summary })
}

test('a plan hangs until it has hung its days and the objection is answered; then the matter goes on and the result is told', async () => {
  const { lamp, sessions, after } = hall()
  const phone = await open(`/p/${lamp}`, PHONE)
  const follow = await raise(phone, TREES, '13800138000')
  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  await openFile(desk, TREES)
  await bringToPublish(new URL(desk.url()).pathname.split('/').at(-1)!)
  await desk.reload()
  await desk.getByRole('region', { name: '公示' }).getByRole('button', { name: '挂一份公示' }).click()
  const form = desk.getByRole('dialog')
  expect(await form.getByLabel('标题').inputValue()).toContain('关于“')
  expect(await form.getByLabel('正文').inputValue()).toBe(AGREED)
  await form.getByLabel('标题').fill('长'.repeat(300))
  await form.getByRole('button', { name: '挂出去' }).click()
  await form.getByText('现在 300 个字').waitFor()
  await form.getByLabel('标题').fill('三号楼香樟移栽方案')
  await form.getByRole('button', { name: '挂出去' }).click()
  await desk.getByRole('region', { name: '公示' }).getByRole('link', { name: '三号楼香樟移栽方案' }).waitFor()

  await phone.goto(follow)
  const notice = await phone.getByRole('link', { name: '三号楼香樟移栽方案' }).getAttribute('href')
  const neighbour = await open(notice!, { ...PHONE, javaScriptEnabled: false })
  expect(await neighbour.getByText('正在公示').innerText()).toContain('还有')
  await neighbour.getByLabel('您的意见').fill('移到东侧会挡住二楼晾衣架')
  await neighbour.getByRole('button', { name: '提交意见' }).click()
  await neighbour.waitForURL(/\/o\/[^/]+\?new=1$/u)
  expect(await neighbour.getByText('已经收到，正等答复。').count()).toBe(1)

  await after(12 * DAY)
  await neighbour.goto(notice!)
  expect(await neighbour.getByText('收到 1 条意见，1 条正在答复。').count()).toBe(1)
  expect(await neighbour.getByRole('button', { name: '提交意见' }).count()).toBe(0)
  await desk.reload()
  expect(await desk.getByRole('region', { name: '下一步' }).innerText()).toContain('全小区公示')

  await desk.getByRole('navigation').getByRole('link', { name: '公示公告' }).click()
  await desk.getByText('1 条待答复').waitFor()
  await desk.getByRole('link', { name: '三号楼香樟移栽方案' }).click()
  await desk.getByRole('button', { name: '答复' }).click()
  await desk.getByLabel('答复内容').fill('向南挪三米，不挡晾衣架')
  await desk.getByRole('radio', { name: /^不采纳/u }).check()
  await desk.getByRole('button', { name: '答复' }).click()
  await desk.getByText('已答复，没有采纳').waitFor()
  await neighbour.goBack()
  await neighbour.reload()
  expect(await neighbour.getByText('向南挪三米，不挡晾衣架').count()).toBe(1)

  await desk.getByRole('link', { name: TREES }).click()
  expect(await desk.getByRole('region', { name: '下一步' }).innerText()).toContain('照方案派单')
  await desk.getByRole('region', { name: '公示' }).getByRole('link', { name: '三号楼香樟移栽方案' }).click()
  await desk.getByRole('button', { name: '公示结果' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '挂出去' }).click()
  await desk.getByRole('heading', { level: 1, name: '“三号楼香樟移栽方案”公示结果' }).waitFor()
  expect(await desk.getByText('公示期间收到意见 1 条，已全部答复').count()).toBe(1)

  const downloading = desk.waitForEvent('download')
  await desk.getByRole('link', { name: '打印海报 A3' }).click()
  const poster = await downloading
  expect(poster.suggestedFilename()).toMatch(/^notice-2026-\d+-a3\.pdf$/u)

  await neighbour.goto(notice!)
  await neighbour.getByRole('link', { name: '核对这份公示' }).click()
  expect(await neighbour.getByText('对得上', { exact: true }).count()).toBe(3)
})
