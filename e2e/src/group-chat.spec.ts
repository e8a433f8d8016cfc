import { readFileSync } from 'node:fs'
import { axeFindings, reflowFindings } from '@yishi/web/pages/look-over.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { command, openFile, raise } from './steps.ts'

const { hall, open } = opened(openHall)

const LAMP = '楼道的灯坏了，晚上看不见台阶'
const CHAT = `3-101王阿姨 2026/3/1 19:32:05
${LAMP}

李四 2026/3/1 19:33:10
我家也是

赵六 2026/3/1 19:34:00
收到，谢谢

孙七 2026/3/1 19:40:00
北门的路灯一闪一闪的

周八 2026/3/1 19:41:00
楼上半夜太吵了，天天拖椅子`

const lookAt = async (page: Page, name: string): Promise<string[]> =>
  [...(await axeFindings(page)), ...(await reflowFindings(page))].map((line) => `${name}: ${line}`)

/** All at once, as a paste arrives: typing ten thousand lines is nobody's way. */
const pasteInto = (field: Locator, text: string): Promise<void> =>
  field.evaluate((area, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(area, value)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }, text)

const openGroup = async (desk: Page): Promise<void> => {
  await desk.goto('/console/groups')
  await desk.getByRole('button', { name: '每个楼道登一个' }).click()
  await desk.getByText('新登了 1 个群。').waitFor()
  await desk.getByRole('link', { name: '粘贴聊天：翠鑫苑 3号楼 2单元群' }).click()
}

test('a pasted chat becomes matters on the board by a person’s hand, and the group gets its card at each step', async () => {
  const { lamp, sessions } = hall()
  await raise(await open(`/p/${lamp}`, PHONE), '北门的路灯一闪一闪')
  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  await openGroup(desk)
  await desk.getByLabel('聊天内容').fill(CHAT)
  expect(await lookAt(desk, 'paste')).toEqual([])
  await desk.getByRole('button', { name: '理一理' }).click()
  await desk.getByText('5 句话，理出 3 件事，略过 1 句寒暄和系统提示。').waitFor()
  expect(await lookAt(desk, 'drafts')).toEqual([])

  const draft = (n: number) => desk.getByRole('region', { name: `第 ${n} 件` })
  expect(await draft(1).getByLabel('标题').inputValue()).toBe(LAMP)
  expect(await draft(1).getByText('按昵称推断').isVisible()).toBe(true)
  expect(await draft(1).getByText('李四说也遇到了，一起算').isVisible()).toBe(true)
  await draft(1).getByLabel('标题').fill('2单元楼道灯坏了')
  await draft(1).getByLabel('标题').press('Control+Enter')
  await draft(1).getByText('已立项').waitFor()

  await draft(2).getByRole('button', { name: '并入这件：北门的路灯一闪一闪' }).click()
  await draft(2).getByText('已并入').waitFor()

  expect(await desk.getByText('晚上十点到早上六点请放轻脚步').isVisible()).toBe(true)
  await draft(3).getByRole('combobox', { name: '为什么略过' }).press('Enter')
  await desk.locator('.ant-select-item-option-content', { hasText: '已经当面答复' }).click()
  await desk.getByText('都理完了').waitFor()

  await desk.goto('/console/matters')
  await desk.getByRole('link', { name: '2单元楼道灯坏了' }).waitFor()
  expect(await desk.getByText('2 户都遇到了').count()).toBe(2)
  await openFile(desk, '2单元楼道灯坏了')
  expect(await desk.getByText('3-101王阿姨').isVisible()).toBe(true)

  const card = async () => {
    await desk.goto('/console/cards')
    return desk.getByRole('listitem').filter({ hasText: '2单元楼道灯坏了' })
  }
  const owed = await card()
  expect(await owed.getByText('【邻里回音】').innerText()).toContain('翠鑫苑居委会收到了')
  expect(await lookAt(desk, 'cards')).toEqual([])
  const saved = desk.waitForEvent('download')
  await owed.getByRole('button', { name: '存图片' }).click()
  const picture = readFileSync(await (await saved).path())
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect(picture.length).toBeGreaterThan(10_000)
  await owed.getByRole('button', { name: '已发：2单元楼道灯坏了' }).click()
  await owed.waitFor({ state: 'detached' })

  await desk.goto('/console/matters')
  await openFile(desk, '2单元楼道灯坏了')
  await command(desk, '分流', (drawer) => drawer.getByRole('button', { name: '采用建议' }).click())
  expect(await (await card()).getByText('【邻里回音】').innerText()).toContain('正在安排人来办')
})

test('too much at once is told beside the field, and nothing pasted is lost; so it is in English on a phone', async () => {
  const { sessions } = hall()
  const phone = await open('/console/groups', { ...PHONE, session: sessions.staff })
  await phone.getByRole('button', { name: 'English' }).click()
  await phone.getByRole('link', { name: /^Paste chat: / }).click()
  const field = phone.getByLabel('Chat', { exact: true })
  await pasteInto(field, '灯坏\n'.repeat(10_000))
  await phone.getByText('At most 100000 characters and 3000 lines at a time').waitFor()
  expect(await phone.getByRole('button', { name: 'Sort it' }).isDisabled()).toBe(true)
  expect((await field.inputValue()).length).toBe(30_000)
  await field.fill('张三: 谢谢')
  const quiet = await open('/console/groups', { ...PHONE, session: sessions.staff, expected: /422/u })
  await quiet.getByRole('link', { name: /^粘贴聊天：/ }).click()
  await quiet.getByLabel('聊天内容').fill('张三: 谢谢')
  await quiet.getByRole('button', { name: '理一理' }).click()
  await quiet.getByText('没有读出要办的事').or(quiet.getByText('只有寒暄')).first().waitFor()
  expect(await quiet.getByLabel('聊天内容').inputValue()).toBe('张三: 谢谢')
  expect(await lookAt(phone, 'paste in English')).toEqual([])
})
