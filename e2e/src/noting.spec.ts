import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'

const { hall, open } = opened(openHall)

/** An unhurried typist: so long for each key, and three keys for each Chinese character. */
const KEY = 150
const KEYS_PER_CHARACTER = 3
const LIMIT = 20_000

const typist = (page: Page) => {
  let keys = 0
  const wait = (presses: number) => {
    keys += presses
    return page.waitForTimeout(presses * KEY)
  }
  return {
    keys: () => keys,
    press: async (key: string) => {
      await wait(key.split('+').length)
      await page.keyboard.press(key)
    },
    type: async (text: string) => {
      for (const character of text) {
        await wait(/\p{Script=Han}/u.test(character) ? KEYS_PER_CHARACTER : 1)
        await page.keyboard.insertText(character)
      }
    },
  }
}

/** The hands may go on writing: the words have the focus. */
const inWords = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 15_000 }).toBe('TEXTAREA')

const noteOne = async (page: Page, { text, spot, name }: { text: string; spot: string; name: string }) => {
  const hands = typist(page)
  const begun = performance.now()
  await hands.press('n')
  await inWords(page)
  await hands.type(text)
  await hands.press('Tab')
  await hands.type(spot)
  await hands.press('Enter')
  for (const _ of ['where', 'channel', 'name']) await hands.press('Tab')
  await hands.type(name)
  await hands.press('Control+Enter')
  await page.getByRole('status').getByText('已登记').waitFor()
  return { seconds: (performance.now() - begun) / 1000, keys: hands.keys() }
}

test('a call is noted down by keyboard alone in less than twenty seconds, and the next one can follow', async () => {
  const desk = await open('/console/procedures', { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('button', { name: '记一件事' }).waitFor()
  const first = await noteOne(desk, { text: '三楼灯不亮老人怕摔', spot: '3-2-101', name: '王' })
  console.log(`noted in ${first.seconds.toFixed(1)} s with ${first.keys} keys`)
  expect(first.seconds * 1000).toBeLessThan(LIMIT)
  expect(first.keys).toBeLessThan(60)
  await inWords(desk)
  expect(await desk.getByRole('dialog').getByLabel('什么事').inputValue()).toBe('')
  await desk.getByRole('link', { name: '打开卷宗' }).click()
  await desk.getByRole('heading', { level: 1, name: '三楼灯不亮老人怕摔' }).waitFor()
  const facts = await desk.getByRole('region', { name: '居民怎么说' }).innerText()
  for (const fact of ['翠鑫苑 3号楼 2单元 101室', '王', '电话']) expect(facts).toContain(fact)
})

test('the channel used last is kept, and what could not be sent is still there to be sent again, once', async () => {
  const desk = await open('/console/matters', { ...DESK, session: hall().sessions.staff, expected: /ERR_INTERNET/u })
  await desk.getByRole('button', { name: '记一件事' }).waitFor()
  await desk.keyboard.press('n')
  const note = desk.getByRole('dialog')
  await inWords(desk)
  await note.getByText('来访', { exact: true }).click()
  await note.getByLabel('什么事').fill('断网也不能丢')
  await desk.context().setOffline(true)
  await desk.keyboard.press('Control+Enter')
  await note.getByRole('alert').waitFor()
  expect(await note.getByLabel('什么事').inputValue()).toBe('断网也不能丢')
  await desk.keyboard.press('Escape')
  await note.waitFor({ state: 'hidden' })
  await desk.context().setOffline(false)
  await desk.keyboard.press('n')
  expect(await note.getByLabel('什么事').inputValue()).toBe('断网也不能丢')
  await desk.keyboard.press('Control+Enter')
  await note.getByText('已登记').waitFor()
  expect(await note.getByRole('radio', { name: '来访' }).isChecked()).toBe(true)
  await desk.keyboard.press('Escape')
  await desk.reload()
  await desk.getByRole('link', { name: '断网也不能丢' }).first().waitFor()
  expect(await desk.getByRole('link', { name: '断网也不能丢' }).count()).toBe(1)
  await desk.keyboard.press('n')
  await inWords(desk)
  expect(await note.getByRole('radio', { name: '来访' }).isChecked()).toBe(true)
})

test('the letter n is a letter where one types', async () => {
  const desk = await open('/console/matters', { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('searchbox', { name: '搜索' }).or(desk.getByPlaceholder('搜索')).first().fill('n')
  await desk.keyboard.press('n')
  expect(await desk.getByRole('dialog').count()).toBe(0)
})
