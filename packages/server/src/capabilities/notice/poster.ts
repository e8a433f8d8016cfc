// A poster on paper: what a page says, set on A3 or A4 with the code of that page.
import type { PosterSheet } from '@yishi/contract/notice'
import type { Served } from '../../kernel/http/served.ts'
import { type KeptPaper, keptPaper } from '../../kernel/paper/kept-paper.ts'
import { qrSvg } from '../territory/index.ts'

export const PAPERS = ['a3', 'a4'] as const
export type Paper = (typeof PAPERS)[number]

const TEMPLATE = new URL('poster.typ', import.meta.url)

/** `path`: of the page that its code opens. */
export const posterPdf = async (
  { ctx }: Pick<Served, 'ctx'>,
  sheet: PosterSheet,
  { paper, path }: { readonly paper: Paper; readonly path: string },
): Promise<KeptPaper> => {
  const qr = await qrSvg(`${ctx.settings.publicUrl}${path}`)
  return keptPaper(TEMPLATE, { ...sheet, paper, qr })
}
