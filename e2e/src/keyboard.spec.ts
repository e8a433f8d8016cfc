import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'

const { hall, open } = opened(openHall)
const LIGHT = '楼道灯不亮了'

type Focused = { readonly name: string; readonly troubles: readonly string[] }

/** Runs in the page: what has the focus, whether one sees that it has, and whether something lies over it (WCAG 2.4.7, 2.4.11). */
const focused = (): Focused => {
  const element = document.activeElement as HTMLElement | null
  if (!element || element === document.body) return { name: '', troubles: [] }
  const name = element.id || element.getAttribute('aria-label') || element.innerText.trim() || element.tagName
  const shown = element.closest<HTMLElement>('.choice, .photo-picker') ?? element
  const rings = [element, shown].map((each) => getComputedStyle(each))
  const ring = rings.some(
    (style) => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
  )
  const { left, top, width, height } = shown.getBoundingClientRect()
  const over = document.elementFromPoint(left + width / 2, top + Math.min(height, 40) / 2)
  const covered = !over || !(shown.contains(over) || over.contains(shown))
  return { name, troubles: [...(ring ? [] : [`${name}: no focus ring`]), ...(covered ? [`${name}: covered`] : [])] }
}

/** Presses Tab until the focus is where it should be; gives the way there. */
const tabTo = async (page: Page, wanted: RegExp): Promise<string[]> => {
  const way: string[] = []
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const { name, troubles } = await page.evaluate(focused)
    expect(troubles).toEqual([])
    way.push(name)
    if (wanted.test(name)) return way
  }
  throw new Error(`${String(wanted)} was never reached: ${way.join(' → ')}`)
}

test('a matter is raised by keyboard alone: the focus is always seen, in the order of the page', async () => {
  const page = await open(`/p/${hall().lamp}`, DESK)
  expect(await tabTo(page, /跳到正文/u)).toEqual(['跳到正文'])
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  await tabTo(page, /^text$/u)
  await page.keyboard.insertText(LIGHT)
  const way = await tabTo(page, /提交这件事/u)
  const FIELDS = ['photos', 'where', 'name', 'phone', '提交这件事']
  expect(way.filter((name) => FIELDS.includes(name))).toEqual(FIELDS)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?new=1$/u)
})

test('board and file are worked by keyboard alone, and a closed form gives the focus back', async () => {
  const page = await open('/console/', { ...DESK, session: hall().sessions.staff })
  await page.getByRole('link', { name: LIGHT }).waitFor()
  const way = await tabTo(page, new RegExp(LIGHT, 'u'))
  const PARTS = ['跳到正文', '事项台账', '导入', '登记事项', '全部', LIGHT]
  expect(way.filter((name) => PARTS.includes(name))).toEqual(PARTS)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: LIGHT }).waitFor()
  await tabTo(page, /^分流$/u)
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog')
  await form.waitFor()
  await tabTo(page, /采用建议/u)
  await page.keyboard.press('Enter')
  expect(await form.getByRole('radio', { checked: true }).count()).toBeGreaterThan(2)
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  expect((await page.evaluate(focused)).name).toBe('分流')
})
