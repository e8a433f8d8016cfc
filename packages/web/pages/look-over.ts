// Looks a page over in a browser: axe, sizes of type and of targets (MIIT 适老化 rules), and reflow at 320 px. Says what it finds.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SIZES = { elder: { smallest: 18, target: 60 }, usual: { smallest: 14, target: 44 } }

/** Runs in the page. A phone widens its window for what sticks out; the width of the root element stays. */
const sideways = (): string[] => {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth > clientWidth ? [`sideways by ${scrollWidth - clientWidth}px at ${clientWidth}px`] : []
}

/** Runs in the page: text and targets that are too small. */
const measure = ({ smallest, target }: { smallest: number; target: number }): string[] => {
  const found: string[] = []
  const seen = (element: Element): boolean =>
    element.getClientRects().length > 0 && !element.closest('svg, .skip, .sheet')
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement
    if (!parent || !node.textContent?.trim() || !seen(parent)) continue
    const size = Number.parseFloat(getComputedStyle(parent).fontSize)
    if (size < smallest) found.push(`text ${size}px: ${node.textContent.trim().slice(0, 20)}`)
  }
  for (const element of document.querySelectorAll(
    'a, button, select, textarea, summary, input:not([type=hidden]), .choice',
  )) {
    const inText = element.tagName === 'A' && getComputedStyle(element).display === 'inline'
    if (!seen(element) || inText || (element.parentElement?.matches('.choice') ?? false)) continue
    const { width, height } = element.getBoundingClientRect()
    if (width < target - 0.5 || height < target - 0.5)
      found.push(`target ${Math.round(width)}×${Math.round(height)}: ${element.outerHTML.slice(0, 70)}`)
  }
  return found
}

/** `target-size` is switched off in axe unless it is asked for. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(AXE_TAGS)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(' | ')}`)
}

const NARROWEST = { width: 320, height: 700 }

/** Whether the page fits a window of 320 px (WCAG 1.4.10). Gives the window back its size. */
export const reflowFindings = async (page: Page): Promise<string[]> => {
  const size = page.viewportSize()
  await page.setViewportSize(NARROWEST)
  const found = await page.evaluate(sideways)
  if (size) await page.setViewportSize(size)
  return found
}

/** In a window as tall as the page: what a dock happens to cover is reached by scrolling, and has its full size there. */
const uncovered = async (page: Page): Promise<string[]> => {
  const size = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (size) await page.setViewportSize({ ...size, height: Math.max(size.height, height) })
  const found = await axeFindings(page)
  if (size) await page.setViewportSize(size)
  return found
}

/** For resident pages. */
export const lookOver = async (page: Page, elder: boolean): Promise<string[]> => [
  ...(await page.evaluate(measure, elder ? SIZES.elder : SIZES.usual)),
  ...(await page.evaluate(sideways)),
  ...(await uncovered(page)),
  ...(await reflowFindings(page)),
]
