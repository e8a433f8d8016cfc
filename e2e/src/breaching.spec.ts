import { DAY, HOUR } from '@yishi/domain/kernel'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { openFile, raise } from './steps.ts'

const { hall, open } = opened(openHall)
const SMELL = '垃圾房异味很重'

test('a limit that nobody keeps is reminded of, goes up, is listed, and is seen on the board and by the resident', async () => {
  const { lamp, sessions, after } = hall()
  const phone = await open(`/p/${lamp}`, PHONE)
  const link = await raise(phone, SMELL, '13800138000')
  expect(await phone.getByText('按时').count()).toBeGreaterThan(0)
  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  const row = desk.getByRole('row', { name: SMELL })
  expect(await row.innerText()).not.toMatch(/超时|督办/u)

  const story = desk.getByRole('region', { name: '经过' })
  const seen = async (): Promise<string> => {
    await desk.goto('/console/')
    const told = await row.innerText()
    await openFile(desk, SMELL)
    return told
  }
  await after(30 * HOUR)
  expect(await seen()).toMatch(/剩/u)
  expect(await story.innerText()).toContain('快到期了，已提醒办理的人')

  await after(10 * HOUR)
  expect(await seen()).toMatch(/超.*已升级/su)
  expect(await desk.locator('.clock.bad').first().innerText()).toMatch(/^超/u)
  expect(await story.innerText()).toContain('超过了承诺的时间')
  expect(await desk.getByRole('region', { name: '下一步' }).innerText()).toContain('翠鑫苑居委会')
  const branch = await open('/console/inbox', { ...DESK, session: sessions.branch })
  // Parties are told by a job of its own, a second or more after the clock.
  const inInbox = async () => {
    await branch.reload({ waitUntil: 'networkidle' })
    return branch.getByText(SMELL).count()
  }
  await expect.poll(inInbox, { timeout: 20_000 }).toBeGreaterThan(0)

  await after(2 * DAY)
  expect(await seen()).toMatch(/超.*挂牌督办/su)
  expect(await story.innerText()).toContain('列入挂牌督办')
  await phone.goto(link)
  const told = await phone.getByRole('main').innerText()
  for (const sentence of ['已超时', '承诺 1 个工作日', '列入挂牌督办']) expect(told).toContain(sentence)
})
