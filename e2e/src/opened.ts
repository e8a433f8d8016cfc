// What a journey stands on: one browser and one hall for all tests of a file, and pages that say when something in them went wrong.
import { type FreshDatabase, freshDatabase } from '@yishi/server/testing/database'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { buildAll } from '../../scripts/build.ts'
import { openBrowser } from './browser.ts'
import type { EmptyHall, Session } from './hall.ts'

const PATIENCE = 30_000

type Opening = BrowserContextOptions & { readonly session?: Session; readonly expected?: RegExp }

export type Opened<H extends EmptyHall> = {
  readonly hall: () => H
  /** A browser of somebody's own. `expected` are troubles that the page may report. */
  readonly open: (path: string, opening: Opening) => Promise<Page>
}

/** Closes by itself; a test fails if a page of it reported an error, be it by a script or by the content security policy. */
export const opened = <H extends EmptyHall>(openHall: (databaseUrl: string) => Promise<H>): Opened<H> => {
  let browser: Browser
  let fresh: FreshDatabase
  let hall: H
  let troubles: string[] = []
  beforeAll(async () => {
    buildAll()
    fresh = await freshDatabase()
    ;[browser, hall] = await Promise.all([openBrowser(), openHall(fresh.ownerUrl)])
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    const said = troubles
    troubles = []
    expect(said).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await hall?.close()
    await fresh?.drop()
  })
  const open = async (path: string, { session, expected, ...options }: Opening): Promise<Page> => {
    const context = await browser.newContext({ baseURL: hall.url, ...options })
    context.setDefaultTimeout(PATIENCE)
    if (session) await context.addCookies([...session.cookies])
    const page = await context.newPage()
    const note = (text: string) => void (expected?.test(text) || troubles.push(`${path}: ${text}`))
    page.on('console', (message) => message.type() === 'error' && note(message.text()))
    page.on('pageerror', (error) => note(error.message))
    await page.goto(path)
    return page
  }
  return { hall: () => hall, open }
}
