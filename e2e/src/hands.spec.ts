// A meeting raises hands for one option after another: what hands cannot show is said, more hands than there can be are refused, and what was chosen stands in the meeting.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { type Who, openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'

const { hall, open } = opened(openHall)
const call = callingAs(hall)

const LAMP = '楼道灯换哪一种'
const LAMPS = ['声控灯', '感应灯', '长明灯'] as const

/** Two on seats have signed in, and three lamps are on the table. */
const sitting = async (): Promise<{ readonly desk: Page; readonly page: string }> => {
  const about = { text: LAMP, title: LAMP, place: hall().lamp, channel: 'hall' }
  const { matter } = await call<{ matter: string }>('staff', 'matters', about)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await call('staff', `matters/${matter}/sort`, sorting)
  const desk = await open(`/console/matters/${matter}`, { ...DESK, session: hall().sessions.staff, expected: /422/u })
  await desk.getByRole('button', { name: '召集议事会' }).click()
  await desk.getByLabel('时间').fill('2026-03-02T10:30')
  await desk.getByLabel('在哪里开').fill('居委会会议室')
  await desk.getByRole('button', { name: '发出通知' }).click()
  for (const [party, name] of [
    ['翠鑫苑党总支', '王书记'],
    ['翠鑫苑居委会', '周社工'],
  ] as const) {
    await desk.getByRole('textbox', { name: `签到：${party}` }).fill(name)
    await desk.getByRole('button', { name: `签到：${party}` }).click()
  }
  await desk.getByText('人到齐了，可以议定').waitFor()
  await desk.getByRole('button', { name: '宣布开会' }).click()
  await desk.getByRole('button', { name: `开始议：${LAMP}` }).click()
  for (const lamp of LAMPS) {
    await desk.getByRole('button', { name: '添一个方案' }).click()
    await desk.getByLabel('方案', { exact: true }).fill(lamp)
    await desk.getByLabel('大约多少钱（元）').fill('100')
    await desk.getByRole('button', { name: '添一个方案' }).click()
    await desk.getByRole('heading', { name: lamp }).waitFor()
  }
  return { desk, page: (await desk.getByRole('link', { name: '公开页面' }).getAttribute('href'))! }
}

const counted = async (address: string, who: Who, hands: readonly number[], raised: number): Promise<Page> => {
  const desk = await open(address, { ...DESK, session: hall().sessions[who], expected: /422/u })
  for (const [at, lamp] of LAMPS.entries()) await desk.getByLabel(lamp, { exact: true }).fill(String(hands[at]))
  await desk.getByLabel('一次都没举的人').fill('0')
  await desk.getByLabel('举过手的人').fill(String(raised))
  await desk.getByRole('button', { name: '填好了' }).click()
  return desk
}

test('hands are raised for each lamp, counted by two, and the one with most is what the meeting chose', async () => {
  const { desk, page } = await sitting()
  await desk.getByRole('button', { name: '举手表决' }).click()
  await desk.getByText('举手排不了先后，也打不了分').waitFor()
  expect(await desk.getByRole('radio', { name: '排个先后' }).count()).toBe(0)
  await desk.getByRole('radio', { name: '每人限举几次' }).check()
  await desk.getByLabel('每人最多举几次').fill('1')
  expect(await lookAt(desk)).toEqual([])
  await desk.getByLabel('表决什么').fill('换哪一种灯？每人举一次')
  await desk.getByRole('button', { name: '举手表决' }).click()
  const address = `/console${(await desk.getByRole('link', { name: '去点票' }).getAttribute('href'))!.replace(/^\/console/u, '')}`

  const first = await counted(address, 'staff', [2, 1, 0], 2)
  await first.getByText('不能超过举过手（选过）的人数乘以每人最多几次').waitFor()
  expect(await first.getByLabel('声控灯', { exact: true }).inputValue()).toBe('2')
  expect(await lookAt(first)).toEqual([])
  await first.getByLabel('感应灯', { exact: true }).fill('0')
  await first.getByRole('button', { name: '填好了' }).click()
  await first.getByText('还要另一个人来计').waitFor()
  const second = await counted(address, 'branch', [2, 0, 0], 2)
  await second.getByText('选定：声控灯').waitFor()

  await desk.getByText('选定：声控灯').waitFor()
  const phone = await open(page, { ...PHONE, javaScriptEnabled: false })
  expect(await phone.getByText('选定：声控灯 · 声控灯 2，感应灯 0，长明灯 0，弃权 0').count()).toBe(1)
})
