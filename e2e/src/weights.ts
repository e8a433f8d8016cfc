// What a first visit makes the browser load, weighed as a server that compresses sends it.
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Response } from 'playwright-core'

export type Weight = { readonly scripts: number; readonly styles: number; readonly fonts: number }

export const BUDGETS = {
  resident: { scripts: 30, styles: 12, fonts: 0 },
  console: { scripts: 400, styles: Number.POSITIVE_INFINITY, fonts: 0 },
} as const satisfies Record<string, Weight>

const KINDS = { script: 'scripts', stylesheet: 'styles', font: 'fonts' } as const

/** In kilobytes after gzip, of everything that the page loads until it is quiet. */
export const weigh = async (context: BrowserContext, path: string): Promise<Weight> => {
  const page = await context.newPage()
  const loaded: Response[] = []
  page.on('response', (response) => void loaded.push(response))
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  const weight = { scripts: 0, styles: 0, fonts: 0 }
  for (const response of loaded) {
    const kind = KINDS[response.request().resourceType() as keyof typeof KINDS]
    if (kind) weight[kind] += gzipSync(await response.body()).length / 1000
  }
  await page.close()
  return weight
}
