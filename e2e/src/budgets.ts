// Measures how soon the two pages that matter most stand on a slow phone: 1.6 Mbit/s, 150 ms, a processor four times slower.
import type { Browser } from 'playwright-core'
import { buildAll } from '../../scripts/build.ts'
import { DESK, PHONE, openBrowser } from './browser.ts'
import { type DemoHall, openDemo } from './demo-hall.ts'
import { BUDGETS, type Weight, weigh } from './weights.ts'

const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const SLOWER = 4
const RUNS = 9
const LIMITS = { painted: 1000, ready: 1500 }

type Timing = { readonly painted: number; readonly ready: number }

/** Module scripts run before the document counts as loaded, so their handlers are there at that moment. */
const measured = (): Timing => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const paint = performance.getEntriesByName('first-contentful-paint')[0]
  return { painted: paint?.startTime ?? Infinity, ready: navigation?.domContentLoadedEventEnd ?? Infinity }
}

const visit = async (browser: Browser, url: string): Promise<Timing> => {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', LINE)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const timing = await page.evaluate(measured)
  await context.close()
  return timing
}

const median = (numbers: readonly number[]): number =>
  Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Infinity)

const timed = async (browser: Browser, name: string, url: string): Promise<boolean> => {
  const timings: Timing[] = []
  for (let run = 0; run < RUNS; run += 1) timings.push(await visit(browser, url))
  const painted = median(timings.map((timing) => timing.painted))
  const ready = median(timings.map((timing) => timing.ready))
  const kept = painted < LIMITS.painted && ready < LIMITS.ready
  console.log(
    `${kept ? '✓' : '✗'} ${name}: first paint ${painted} ms (< ${LIMITS.painted}), ready ${ready} ms (< ${LIMITS.ready})`,
  )
  return kept
}

const weighed = (name: string, weight: Weight, budget: Weight): boolean => {
  const kinds = ['scripts', 'styles', 'fonts'] as const
  const kept = kinds.every((kind) => weight[kind] <= budget[kind])
  const limited = kinds.filter((kind) => Number.isFinite(budget[kind]))
  const told = limited.map((kind) => `${kind} ${weight[kind].toFixed(1)} of ${budget[kind]} kB`)
  console.log(`${kept ? '✓' : '✗'} ${name}: ${told.join(', ')} (gzip)`)
  return kept
}

const followOf = async (browser: Browser, { url }: DemoHall): Promise<string> => {
  const page = await browser.newPage()
  await page.goto(`${url}/outbox`)
  const link = await page.locator('main a[href*="/m/"]').first().getAttribute('href')
  await page.close()
  if (!link) throw new Error('the outbox of the demo holds no link to a matter')
  return new URL(link, url).href
}

const main = async (): Promise<void> => {
  buildAll()
  const [browser, demo] = await Promise.all([openBrowser(), openDemo()])
  const place = demo.url + demo.place
  const follow = await followOf(browser, demo)
  const desk = await browser.newContext(DESK)
  await desk.addCookies([...demo.session('staff').cookies])
  const phone = await browser.newContext(PHONE)
  const kept = [
    weighed('place page', await weigh(phone, place), BUDGETS.resident),
    weighed('console with its board', await weigh(desk, `${demo.url}/console/`), BUDGETS.console),
    await timed(browser, 'place page', place),
    await timed(browser, 'follow page', follow),
  ]
  await browser.close()
  await demo.close()
  process.exitCode = kept.every(Boolean) ? 0 : 1
}

await main()
