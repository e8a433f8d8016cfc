// The result of a poll on paper as a PDF: what is posted, and the certificate with the file that anybody recomputes it from.
import { createHash } from 'node:crypto'
import type { CertificateFacts } from '@yishi/contract/poll-page'
import type { Language } from '@yishi/domain/kernel'
import { noteKeyText, rootOfExtract, toBase64 } from '@yishi/domain/ledger'
import type { Certificate } from '@yishi/domain/poll'
import type { Served } from '../../kernel/http/served.ts'
import { printPdf } from '../../kernel/paper/press.ts'
import type { Subject } from '../../kernel/store.ts'
import { qrSvg } from '../territory/index.ts'
import type { readShown } from './public-query.ts'

const TEMPLATE = new URL('../../kernel/paper/document.typ', import.meta.url)

/** The file, byte for byte as it is sent: its digest stands on the paper. */
export const certificateText = (certificate: Certificate): string => JSON.stringify(certificate)

const factsOf = ({ ctx }: Pick<Served, 'ctx'>, { community }: Subject, certificate: Certificate): CertificateFacts => {
  const { log, cast } = certificate
  return {
    sha256: createHash('sha256').update(certificateText(certificate)).digest('hex'),
    size: log.size,
    root: toBase64(rootOfExtract(log)!),
    key: noteKeyText(ctx.signer(community)),
    cast,
  }
}

type Asked = { readonly subject: Subject; readonly certificate: Certificate | null; readonly lang: Language }

export const resultPdf = async (
  served: Pick<Served, 'ctx' | 'pages'>,
  shown: NonNullable<Awaited<ReturnType<typeof readShown>>>,
  { subject, certificate, lang }: Asked,
): Promise<Buffer> => {
  const url = `${served.ctx.settings.publicUrl}/polls/${shown.poll}`
  const facts = certificate && factsOf(served, subject, certificate)
  const sheet = { ...shown, url, qr: await qrSvg(url), certificate: facts }
  return printPdf(TEMPLATE, served.pages.resultPaper(sheet, lang))
}
