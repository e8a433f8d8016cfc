// A notice on paper: what its page says, set on A3 or A4 with the code of that page.
import type { PublicNotice } from '@yishi/contract/notice'
import type { Language } from '@yishi/domain/kernel'
import type { Served } from '../../kernel/http/served.ts'
import { type KeptPaper, keptPaper } from '../../kernel/paper/kept-paper.ts'
import { qrSvg } from '../territory/index.ts'

export const PAPERS = ['a3', 'a4'] as const
export type Paper = (typeof PAPERS)[number]

const TEMPLATE = new URL('poster.typ', import.meta.url)

export const posterPdf = async (
  { ctx, pages }: Pick<Served, 'ctx' | 'pages'>,
  notice: PublicNotice,
  { paper, lang }: { readonly paper: Paper; readonly lang: Language },
): Promise<KeptPaper> => {
  const qr = await qrSvg(`${ctx.settings.publicUrl}/n/${notice.notice}`)
  return keptPaper(TEMPLATE, { ...pages.posterSheet(notice, lang), paper, qr })
}
