import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { raise } from './steps.ts'

const { hall, open } = opened(openHall)

type Spoken = { readonly text: string; readonly rate: number; readonly voice: string | null; readonly marked: string }

/** Runs in the page before its scripts: a mouth that notes what it says, and falls silent at each sentence until it is told to go on. */
const stubSpeech = (): void => {
  const spoken: Spoken[] = []
  const voices = [
    { lang: 'en-US', name: 'Ann', localService: true },
    { lang: 'zh-HK', name: 'Sin-ji', localService: true },
    { lang: 'zh-CN', name: 'Cloud', localService: false },
    { lang: 'zh-CN', name: 'Ting', localService: true },
  ]
  type Utterance = EventTarget & { text: string; rate: number; voice: { name: string } | null }
  let speaking: Utterance | null = null
  class Said extends EventTarget {
    text: string
    rate = 1
    voice = null
    lang = ''
    constructor(text: string) {
      super()
      this.text = text
    }
  }
  const end = (): void => {
    const over = speaking
    speaking = null
    over?.dispatchEvent(new Event('end'))
  }
  const synthesis = {
    getVoices: () => voices,
    cancel: end,
    speak: (utterance: Utterance) => {
      speaking = utterance
      const marked = document.querySelector('[data-reading]')?.textContent ?? ''
      spoken.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice?.name ?? null, marked })
    },
  }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Said })
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  Object.assign(window, { spoken, endSentence: end })
}

const spokenOn = (page: Page): Promise<Spoken[]> =>
  page.evaluate(() => (window as unknown as { spoken: Spoken[] }).spoken)
const endSentence = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { endSentence: () => void }).endSentence())
const last = async (page: Page): Promise<Spoken> => (await spokenOn(page)).at(-1)!

/** Lets it read to the end; gives the sentences. */
const readToEnd = async (page: Page): Promise<string[]> => {
  await page.getByRole('button', { name: '读给我听' }).click()
  for (let sentences = 0; sentences < 200; sentences += 1) {
    if (await page.getByRole('button', { name: '读给我听' }).isVisible()) break
    await endSentence(page)
  }
  return (await spokenOn(page)).map(({ text }) => text)
}

const inLargeType = async (path: string): Promise<Page> => {
  const page = await open('/', { ...PHONE, expected: /422|404/u })
  await page.getByRole('button', { name: '大字版' }).click()
  await page.addInitScript(stubSpeech)
  await page.goto(path)
  return page
}

test('the page behind a code is read whole, in its order, with what its fields and buttons are', async () => {
  const page = await inLargeType(`/p/${hall().lamp}`)
  const said = await readToEnd(page)
  const order = [
    '说一件事',
    '着火、燃气泄漏、有人受伤：先打 119、110、120。',
    '怎么了？',
    '要填',
    '一句话就行，比如：楼道灯不亮了',
    '按一下，开始说',
    '按钮',
    '拍张照片 可不填',
    '这里正在办的事',
    '提交这件事',
  ]
  expect(said.filter((text, at) => order.includes(text) && said.indexOf(text) === at)).toEqual(order)
  expect(said.every((text) => text.length <= 90)).toBe(true)
  expect(said.at(-2)).toBe('提交这件事')
  const all = await spokenOn(page)
  expect(new Set(all.map(({ voice }) => voice))).toEqual(new Set(['Ting']))
  expect(
    all.filter(({ text, marked }) => text.length > 2 && !marked.replaceAll(/\s+/gu, ' ').includes(text.slice(0, 6))),
  ).toEqual(all.filter(({ text }) => /^(?:要填|按钮|可以点开|已选|已经写了)/u.test(text) && text.length > 2))
  expect(await page.locator('[data-reading]').count()).toBe(0)
})

test('it pauses, goes on where it was, begins again, and is as slow as one likes', async () => {
  const page = await inLargeType(`/p/${hall().lamp}`)
  await page.getByRole('button', { name: '读给我听' }).click()
  for (let sentences = 0; sentences < 3; sentences += 1) await endSentence(page)
  const before = await last(page)
  await page.getByRole('button', { name: '停一停' }).click()
  expect(await page.locator('[data-reading]').count()).toBe(0)
  await page.getByRole('button', { name: '接着读' }).click()
  expect(await last(page)).toEqual(before)
  await page.getByRole('button', { name: /快慢：\s?正常/u }).click()
  await page.getByRole('button', { name: /快慢：\s?快一点/u }).click()
  expect(await last(page)).toMatchObject({ text: before.text, rate: 0.7 })
  await page.getByRole('button', { name: '从头读' }).click()
  expect((await last(page)).text).toBe('说一件事')
  await page.reload()
  await page.getByRole('button', { name: /快慢：\s?慢一点/u }).waitFor()
})

test('a matter’s page tells where it stands, its clock and its story; a form that came back is read with its problem', async () => {
  const link = await raise(await open(`/p/${hall().lamp}`, PHONE), '楼道灯不亮了')
  const page = await inLargeType(link)
  const said = (await readToEnd(page)).join('|')
  for (const words of ['楼道灯不亮了', '收到了，看过就告诉您', '还剩', '承诺', '您上报了这件事', '补充说明'])
    expect(said).toContain(words)
  await page.goto(`/p/${hall().lamp}`)
  await page.getByRole('button', { name: '提交这件事' }).click()
  await page.getByText('请写一句，或者录一段').waitFor()
  expect((await readToEnd(page)).join('|')).toContain('还有 1 处要改一下')
})
