// Starts the browser that comes with the packages, so that journeys need nothing on the machine but Node.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium as playwright } from 'playwright-core'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  // A microphone that beeps, and leave to use it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

/** The package brings the security library NSS for machines that have none. */
const bundledLibraries = async (): Promise<string> => {
  const archive = fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')))
  return join(await inflate(archive), 'lib')
}

/** Without any font settings on the machine those of the package hold; Chinese then shows as boxes, and its text is still there. */
const environment = async (): Promise<Record<string, string>> => ({
  ...(process.env as Record<string, string>),
  // Without a locale the browser cannot say the Chinese name of a file.
  LC_ALL: 'C.UTF-8',
  LD_LIBRARY_PATH: [process.env['LD_LIBRARY_PATH'], await bundledLibraries()].filter(Boolean).join(':'),
  ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: '/tmp/fonts' }),
})

/** The packaged browser runs on Linux; elsewhere the one that the developer has. */
export const openBrowser = async (): Promise<Browser> =>
  process.platform === 'linux'
    ? playwright.launch({ executablePath: await chromium.executablePath(), args: ARGS, env: await environment() })
    : playwright.launch({ channel: process.platform === 'win32' ? 'msedge' : 'chrome' })

const HERE: BrowserContextOptions = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' }
export const PHONE: BrowserContextOptions = {
  ...HERE,
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}
export const DESK: BrowserContextOptions = { ...HERE, viewport: { width: 1440, height: 900 } }
