// Photographs every page × phone and desk × language × large type from the demo into docs/screenshots/all, and a chosen few for readers.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildAll } from '../../scripts/build.ts'
import { DESK, PHONE, openBrowser } from './browser.ts'
import { type DemoHall, openDemo } from './demo-hall.ts'
import { findLinks } from './gallery-links.ts'
import { type Scene, scenes } from './gallery.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')
const ALL = join(FOLDER, 'all')
const TALLEST = 5000

type Look = { readonly lang: 'zh' | 'en'; readonly elder: boolean; readonly device: 'phone' | 'desk' }

const LOOKS: readonly Look[] = (['phone', 'desk'] as const).flatMap((device) =>
  (['zh', 'en'] as const).flatMap((lang) => [false, true].map((elder) => ({ lang, elder, device }))),
)

/** Shown in README and beside a review. */
const CHOSEN: ReadonlySet<string> = new Set([
  'home-zh-phone',
  'place-zh-phone',
  'place-zh-elder-phone',
  'place-en-phone',
  'receipt-zh-phone',
  'follow-zh-phone',
  'follow-zh-desk',
  'console-matters-zh-desk',
  'console-matters-en-desk',
  'console-matters-zh-phone',
  'console-file-zh-desk',
  'console-sort-zh-desk',
  'console-procedures-four-affairs-zh-desk',
  'ledger-zh-phone',
])

const nameOf = ({ name }: Scene, { lang, elder, device }: Look): string =>
  `${name}-${lang}${elder ? '-elder' : ''}-${device}`

const webp = async (page: Page, file: string): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
  writeFileSync(file, Buffer.from(data, 'base64'))
}

/** In a window as tall as the page, because a fixed dock would stand in the middle of a long picture. */
const whole = async (page: Page, file: string): Promise<void> => {
  const size = page.viewportSize()!
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...size, height: Math.max(size.height, Math.min(tall, TALLEST)) })
  await webp(page, file)
}

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() => document.querySelector('p.waiting[role=status]') === null)
}

const photograph = async (browser: Browser, { url, session }: DemoHall, scene: Scene, look: Look): Promise<void> => {
  const device = look.device === 'phone' ? { ...PHONE, deviceScaleFactor: 2 } : DESK
  const context = await browser.newContext({ ...device, baseURL: url })
  await context.addCookies([
    { name: 'lang', value: look.lang, url },
    { name: 'elder', value: look.elder ? '1' : '0', url },
    ...(scene.as ? session(scene.as).cookies : []),
  ])
  const page = await context.newPage()
  await page.goto(scene.path)
  await settled(page)
  await scene.before?.(page)
  await settled(page)
  const name = nameOf(scene, look)
  if (CHOSEN.has(name)) await webp(page, join(FOLDER, `${name}.webp`))
  await whole(page, join(ALL, `${name}.webp`))
  await context.close()
}

const OVERVIEW = { width: 1298, height: 640 }

/** The page of a matter and the board side by side, for the head of README. */
const overview = async (browser: Browser): Promise<void> => {
  const page = await browser.newPage({ viewport: OVERVIEW })
  const picture = (name: string) => {
    const data = readFileSync(join(FOLDER, `${name}.webp`)).toString('base64')
    return `<img src="data:image/webp;base64,${data}" style="height:600px;margin:20px 0 0 20px;border-radius:12px">`
  }
  const pictures = ['follow-zh-phone', 'console-matters-zh-desk'].map(picture).join('')
  await page.setContent(
    `<body style="margin:0;background:#e9e6dc;white-space:nowrap;overflow:hidden">${pictures}</body>`,
  )
  await page.waitForLoadState('networkidle')
  await webp(page, join(FOLDER, 'overview.webp'))
  await page.close()
}

const linksOf = async (browser: Browser, demo: DemoHall) => {
  const open = async (as: 'staff' | 'resident'): Promise<Page> => {
    const context = await browser.newContext({ ...DESK, baseURL: demo.url })
    await context.addCookies([...demo.session(as).cookies])
    return context.newPage()
  }
  return findLinks(await open('resident'), await open('staff'), demo)
}

const main = async (only: string | undefined): Promise<void> => {
  buildAll()
  if (!only) rmSync(ALL, { recursive: true, force: true })
  mkdirSync(ALL, { recursive: true })
  const [browser, demo] = await Promise.all([openBrowser(), openDemo()])
  try {
    const all = scenes(demo, await linksOf(browser, demo)).filter(({ name }) => !only || name.includes(only))
    for (const scene of all)
      for (const look of LOOKS) if (scene.elder || !look.elder) await photograph(browser, demo, scene, look)
    if (!only) await overview(browser)
    console.log(`${all.length} pages photographed: ${ALL}`)
  } finally {
    await browser.close()
    await demo.close()
  }
}

await main(process.argv[2])
