// Renders every sample of every page to a folder as HTML and pictures, and looks them over in a browser: axe, reflow at
// 320 px, sizes of type and of targets, content security policy. Run: node packages/web/pages/preview.ts [folder] [pages,…]
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { PageContext, Pages, PagesModule } from '@yishi/contract/pages'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { lookOver } from './look-over.ts'
import { samples } from './samples/samples.ts'

const dist = join(import.meta.dirname, '..', 'dist')
const out = process.argv[2] ?? join(dist, 'preview')
const only = process.argv[3]?.split(',')
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'"

// Read at once, so that a build beside this one does not pull them away.
const assets = join(dist, 'client', 'assets')
const ASSETS = new Map(readdirSync(assets).map((name) => [`/assets/${name}`, readFileSync(join(assets, name))]))

type Look = { readonly lang: 'zh' | 'en'; readonly elder: boolean; readonly width: number; readonly height: number }
const PHONE = { width: 390, height: 844 }
const LOOKS: readonly Look[] = [
  { lang: 'zh', elder: false, ...PHONE },
  { lang: 'zh', elder: true, ...PHONE },
  { lang: 'en', elder: false, ...PHONE },
  { lang: 'en', elder: true, ...PHONE },
  { lang: 'zh', elder: false, width: 1280, height: 900 },
]
const nameOf = ({ lang, elder, width }: Look): string =>
  `${lang}${elder ? '-elder' : ''}-${width < 700 ? 'phone' : 'desk'}`

const open = async (context: BrowserContext, html: string): Promise<{ page: Page; said: string[] }> => {
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => message.type() === 'error' && said.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => said.push(`script: ${error.message}`))
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    const asset = ASSETS.get(pathname)
    if (asset)
      return route.fulfill({ body: asset, contentType: pathname.endsWith('.css') ? 'text/css' : 'text/javascript' })
    return route.fulfill({
      body: html,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': CSP },
    })
  })
  await page.goto('http://yishi.test/sample')
  return { page, said }
}

const picture = async (page: Page, look: Look, file: string): Promise<void> => {
  await page.setViewportSize({ width: look.width, height: look.height })
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: look.width, height: Math.max(look.height, Math.min(tall, 6000)) })
  await page.screenshot({ path: file })
}

const show = async (browser: Browser, name: string, look: Look, html: string): Promise<string[]> => {
  const { width, height } = look
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const { page, said } = await open(context, html)
  await picture(page, look, join(out, `${name}.png`))
  await page.setViewportSize({ width, height })
  const found = [...said, ...(await lookOver(page, look.elder))]
  if (name.startsWith('plates-'))
    await page.pdf({ path: join(out, `${name}.pdf`), preferCSSPageSize: true, printBackground: true })
  await context.close()
  return found
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const main = async (): Promise<void> => {
  const { renderPage } = (await import(join(dist, 'pages.js'))) as PagesModule
  mkdirSync(out, { recursive: true })
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ARGS })
  let troubles = 0
  for (const [page, variants] of Object.entries(samples)) {
    if (only && !only.includes(page)) continue
    for (const [variant, props] of Object.entries(variants as Record<string, Pages[keyof Pages]>))
      for (const look of LOOKS) {
        const name = `${page}-${variant}-${nameOf(look)}`
        const context: PageContext = { lang: look.lang, elder: look.elder, path: '/sample', signedIn: null }
        const html = renderPage(page as keyof Pages, props, context)
        writeFileSync(join(out, `${name}.html`), html)
        const found = await show(browser, name, look, html)
        for (const line of found) console.log(`${name}: ${line}`)
        troubles += found.length
      }
  }
  await browser.close()
  const sizes = [...ASSETS].map(([name, body]) => `${name} ${gzipSync(body).length} bytes gzip`)
  console.log(`${troubles} troubles; ${sizes.join(', ')}; pictures in ${out}`)
  process.exitCode = troubles > 0 ? 1 : 0
}

await main()
