import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lookOver } from '@yishi/web/pages/look-over.ts'
import { DAY, HOUR } from '@yishi/domain/kernel'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { choose } from './steps.ts'

const { hall, open } = opened(openHall)

const TITLE = '种植角分地'
const HOUSEHOLDS = ['1 号户', '2 号户', '3 号户', '4 号户', '5 号户']
const PLOTS = ['东一', '东二', '东三', '西一', '西二']
const THROWN = '4 2 6 1 3 3 5 2'

const YISHI = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'yishi.ts')

/** As somebody does who trusts nobody: download the file, and compute. */
const recompute = (file: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'yishi-draw-'))
  writeFileSync(join(folder, 'draw.json'), file)
  const { status, stdout } = spawnSync(process.execPath, [YISHI, 'draw', join(folder, 'draw.json')], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return { status, answer: JSON.parse(stdout) as { holds: boolean; results: { selected: string[] }[] } }
}

const announce = async (desk: Page): Promise<void> => {
  await desk.getByRole('navigation').getByRole('link', { name: '抽签' }).click()
  await desk.getByRole('button', { name: '公告一次抽签' }).click()
  const form = desk.getByRole('main')
  await form.getByLabel('抽什么').fill(TITLE)
  await form.getByRole('radio', { name: /^抽两次/u }).check()
  await form.getByLabel('签池', { exact: true }).fill([...HOUSEHOLDS, '1 号户'].join('\n'))
  await form.getByLabel('第二次的签池').fill(PLOTS.join('\n'))
  await choose(form, '号码从哪里来', '当众掷骰')
  await form.getByLabel('在哪里掷').fill('活动室')
  await form.getByLabel('掷几次').fill('8')
  await form.getByLabel('什么时候公布号码').fill('2026-03-02T10:00')
  await form.getByRole('button', { name: '公告', exact: true }).click()
  await form.getByText('每支签只能出现一次').waitFor()
  await form.getByLabel('签池', { exact: true }).fill(HOUSEHOLDS.join('\n'))
  expect(await lookAt(desk)).toEqual([])
  await form.getByRole('button', { name: '公告', exact: true }).click()
  await desk.getByRole('heading', { level: 1, name: TITLE }).waitFor()
}

const tell = async (desk: Page, numbers: string): Promise<void> => {
  const sources = desk.getByRole('region', { name: '号源' })
  await sources.getByLabel('号码').fill(numbers)
  await sources.getByRole('button', { name: '填好了' }).click()
}

test('a draw in two rounds is announced, told by two, computed by anybody, objected to, answered and settled', async () => {
  const { url, sessions, after } = hall()
  const desk = await open('/console/', { ...DESK, session: sessions.staff, expected: /422|409/u })
  await announce(desk)
  expect(await lookAt(desk)).toEqual([])
  const address = (await desk.getByRole('link', { name: '公开页面' }).getAttribute('href'))!

  const phone = await open(address, { ...PHONE, javaScriptEnabled: false })
  await phone.getByText('已公告，还没抽').waitFor()
  expect(await phone.getByRole('listitem').filter({ hasText: '5 号户' }).count()).toBe(1)
  expect(await phone.getByRole('heading', { name: '结果' }).count()).toBe(0)

  await after(HOUR)
  await desk.reload()
  await tell(desk, THROWN)
  await desk.getByText(/已经填过一遍/u).waitFor()
  const branch = await open(`/console${address}`, { ...DESK, session: sessions.branch, expected: /409/u })
  expect(await branch.getByRole('main').innerText()).not.toContain(THROWN)
  await tell(branch, '1 1 1 1 1 1 1 1')
  await branch.getByText(/两个人填得不一样/u).waitFor()
  await tell(branch, THROWN.replaceAll(' ', '、'))
  await branch.getByText(/已经填过一遍/u).waitFor()
  await desk.reload()
  await tell(desk, THROWN)
  const result = desk.getByRole('region', { name: '结果' })
  await result.getByText('和台账一致').waitFor()
  expect(await lookAt(desk)).toEqual([])

  await phone.reload()
  const rows = phone.locator('.draw-turns tbody tr')
  const turns = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
  )
  expect(turns).toHaveLength(HOUSEHOLDS.length)
  expect(new Set(turns.map(([household]) => household))).toEqual(new Set(HOUSEHOLDS))
  expect(new Set(turns.map(([, plot]) => plot))).toEqual(new Set(PLOTS))
  expect(await phone.getByText('第 5 步').count()).toBe(2)
  const file = await (await fetch(`${url}${address}/draw.json`)).text()
  const { status, answer } = recompute(file)
  expect([status, answer.holds]).toEqual([0, true])
  expect(turns).toEqual(
    answer.results[0]!.selected.map((household, turn) => [household, answer.results[1]!.selected[turn]]),
  )
  const poster = await phone.getByRole('link', { name: '打印海报 A4' }).getAttribute('href')
  expect((await fetch(`${url}${poster}`)).headers.get('content-type')).toBe('application/pdf')
  const swapped = JSON.parse(file) as { selected: string[] }[]
  swapped[0]!.selected.reverse()
  expect(recompute(JSON.stringify(swapped)).status).toBe(1)

  const neighbour = await open(address, { ...PHONE, javaScriptEnabled: false, session: sessions.property })
  await neighbour.getByRole('button', { name: '提交意见' }).click()
  await neighbour.getByLabel('您的意见').fill('第三次骰子滚到了桌边')
  await neighbour.getByRole('button', { name: '提交意见' }).click()
  await neighbour.getByText('您已经提过了').waitFor()

  await desk.reload()
  const said = desk.getByRole('region', { name: '收到的意见' })
  await said.getByRole('button', { name: '答复' }).click()
  await said.getByLabel('答复').fill('录像里八次都落在桌面上。')
  await said.getByRole('radio', { name: '不影响结果' }).check()
  await said.getByRole('button', { name: '答复' }).click()
  await said.getByText('不影响结果：录像里八次都落在桌面上。').waitFor()

  await after(4 * DAY)
  await phone.reload()
  const page = await phone.getByRole('main').innerText()
  for (const sentence of ['结果生效', '收到 1 条意见，都答复了', '录像里八次都落在桌面上', '和台账里的结果一样'])
    expect(page).toContain(sentence)
  expect(page).not.toContain('滚到了桌边')
  const looking = await open(address, PHONE)
  expect(await lookOver(looking, false)).toEqual([])
  await looking.getByRole('button', { name: '大字版' }).click()
  expect(await lookOver(looking, true)).toEqual([])
})
