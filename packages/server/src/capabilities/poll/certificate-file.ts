// The file of a certificate as it is sent, with what its paper says of it: made once for each decided poll, because it never changes.
import { createHash } from 'node:crypto'
import type { CertificateFacts } from '@yishi/contract/poll-page'
import type { CommunityId, PollId } from '@yishi/domain/kernel'
import { noteKeyText, rootOfExtract, toBase64 } from '@yishi/domain/ledger'
import type { Certificate } from '@yishi/domain/poll'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { kept } from '../../kernel/paper/kept.ts'
import type { Subject } from '../../kernel/store.ts'
import { readCertificate } from './certificate.ts'
import type { readShown } from './public-query.ts'

export type ShownPoll = NonNullable<Awaited<ReturnType<typeof readShown>>>
type CertificateFile = { readonly text: Buffer; readonly facts: CertificateFacts }

const [MOST_TEXT, MOST_FACTS, BYTES_OF_FACTS] = [32 * 1_048_576, 1_048_576, 1000]

/** Two certificates of 33,000 units. What is not in the log yet is not kept. */
export const keptFiles = kept<CertificateFile | null>({
  most: MOST_TEXT,
  bytesOf: (file) => file?.text.length ?? Number.POSITIVE_INFINITY,
})

/** Apart from the texts: a paper needs no more, and they stay when a text has to go. */
const keptFacts = kept<CertificateFacts | null>({
  most: MOST_FACTS,
  bytesOf: (facts) => (facts ? BYTES_OF_FACTS : Number.POSITIVE_INFINITY),
})

const keyOf = (ctx: Context, community: CommunityId): string => noteKeyText(ctx.signer(community))

const factsOf = (
  ctx: Context,
  certificate: Certificate,
  { community, text }: { community: CommunityId; text: Buffer },
) => {
  const { log, cast } = certificate
  return {
    sha256: createHash('sha256').update(text).digest('hex'),
    size: log.size,
    root: toBase64(rootOfExtract(log)!),
    key: keyOf(ctx, community),
    cast,
  }
}

const makeFile = async (ctx: Context, subject: Subject<PollId>): Promise<CertificateFile | null> => {
  const { community } = subject
  const certificate = await inCommunities(ctx.db, [community], (trx) => readCertificate(trx, subject))
  if (!certificate) return null
  const text = Buffer.from(JSON.stringify(certificate))
  return { text, facts: factsOf(ctx, certificate, { community, text }) }
}

/** All that a certificate says besides the log, and whose log that is. */
const sourceOf = (ctx: Context, { community }: Subject, shown: ShownPoll): string => {
  const { asOf: _, turnout: _turnout, agenda: _agenda, ...decided } = shown
  return createHash('sha256')
    .update(JSON.stringify([keyOf(ctx, community), decided]))
    .digest('base64url')
}

/** `facts` for the paper, `text` byte for byte as it is sent; both null for what is not decided, and for about a second after it was. */
export const certificateFile = (ctx: Context, subject: Subject<PollId>, shown: ShownPoll) => {
  const source = sourceOf(ctx, subject, shown)
  const file = () => keptFiles.take(source, () => makeFile(ctx, subject))
  const isDecided = shown.status === 'decided'
  return {
    facts: async (): Promise<CertificateFacts | null> =>
      isDecided ? keptFacts.take(source, async () => (await file())?.facts ?? null) : null,
    text: async (): Promise<Buffer> => (await file())!.text,
  }
}
