// What is wrong with a page as it stands, for every reader: axe's findings, and what does not fit a narrow window.
import { axeFindings, reflowFindings } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'

export const lookAt = async (page: Page): Promise<string[]> => [
  ...(await axeFindings(page)),
  ...(await reflowFindings(page)),
]
