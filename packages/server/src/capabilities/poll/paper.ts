// The result of a poll, or of all questions of one assembly, on paper as a PDF: what is posted, and the certificate with what identifies the file that anybody recomputes it from.
import type { AgendaSheet, CertificateFacts } from '@yishi/contract/poll-page'
import type { Language } from '@yishi/domain/kernel'
import type { Served } from '../../kernel/http/served.ts'
import { type KeptPaper, keptPaper } from '../../kernel/paper/kept-paper.ts'
import { qrSvg } from '../territory/index.ts'
import type { ShownPoll } from './certificate-file.ts'

const TEMPLATE = new URL('../../kernel/paper/document.typ', import.meta.url)

type Asked = { readonly certificate: CertificateFacts | null; readonly lang: Language }

export const resultPdf = async (
  { ctx, pages }: Pick<Served, 'ctx' | 'pages'>,
  shown: ShownPoll,
  { certificate, lang }: Asked,
): Promise<KeptPaper> => {
  const url = `${ctx.settings.publicUrl}/polls/${shown.poll}`
  return keptPaper(TEMPLATE, pages.resultPaper({ ...shown, url, qr: await qrSvg(url), certificate }, lang))
}

export const agendaPdf = async (
  { pages }: Pick<Served, 'pages'>,
  sheet: AgendaSheet,
  { certificate, lang }: Asked,
): Promise<KeptPaper> =>
  keptPaper(TEMPLATE, pages.agendaPaper({ ...sheet, qr: await qrSvg(sheet.url), certificate }, lang))
