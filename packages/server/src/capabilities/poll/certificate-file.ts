// The file of a certificate as it is sent, with what its paper says of it: made once for each decided poll or agenda, because it never changes.
import { createHash } from 'node:crypto'
import type { CertificateFacts } from '@yishi/contract/poll-page'
import type { CommunityId, PollId } from '@yishi/domain/kernel'
import { noteKeyText, rootOfExtract, toBase64 } from '@yishi/domain/ledger'
import type { AgendaCertificate, Certificate } from '@yishi/domain/poll'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { kept } from '../../kernel/paper/kept.ts'
import type { Subject } from '../../kernel/store.ts'
import { readAgendaCertificate, readCertificate } from './certificate.ts'
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

const fileOf = (
  ctx: Context,
  community: CommunityId,
  certificate: Certificate | AgendaCertificate | null,
): CertificateFile | null => {
  if (!certificate) return null
  const text = Buffer.from(JSON.stringify(certificate))
  const facts = {
    sha256: createHash('sha256').update(text).digest('hex'),
    size: certificate.log.size,
    root: toBase64(rootOfExtract(certificate.log)!),
    key: keyOf(ctx, community),
    cast: 'cast' in certificate ? certificate.cast : null,
  }
  return { text, facts }
}

/** All that a certificate says besides the log, and whose log that is. */
const sourceOf = (ctx: Context, community: CommunityId, shown: readonly ShownPoll[]): string => {
  const decided = shown.map((each) => ({ ...each, asOf: null, turnout: null, agenda: null }))
  return createHash('sha256')
    .update(JSON.stringify([keyOf(ctx, community), decided]))
    .digest('base64url')
}

/** `facts` for the paper, `text` byte for byte as it is sent. */
export type OfferedFile = {
  /** Null for what is not decided, and for about a second after it was. */
  readonly facts: () => Promise<CertificateFacts | null>
  /** Of one that has facts. */
  readonly text: () => Promise<Buffer>
}

type Making = { readonly source: string; readonly make: () => Promise<CertificateFile | null> }

const offered = (shown: readonly ShownPoll[], { source, make }: Making): OfferedFile => {
  const file = () => keptFiles.take(source, make)
  const isDecided = shown.every(({ status }) => status === 'decided')
  return {
    facts: async () => (isDecided ? keptFacts.take(source, async () => (await file())?.facts ?? null) : null),
    text: async () => (await file())!.text,
  }
}

export const certificateFile = (ctx: Context, subject: Subject<PollId>, shown: ShownPoll): OfferedFile => {
  const { community } = subject
  const make = async () =>
    fileOf(ctx, community, await inCommunities(ctx.db, [community], (trx) => readCertificate(trx, subject)))
  return offered([shown], { source: sourceOf(ctx, community, [shown]), make })
}

/** Of the questions that stand, in their order. */
export const agendaCertificateFile = (
  ctx: Context,
  first: Subject<PollId>,
  questions: readonly (ShownPoll & { readonly number: number })[],
): OfferedFile => {
  const { community } = first
  const make = async () =>
    fileOf(
      ctx,
      community,
      await inCommunities(ctx.db, [community], (trx) => readAgendaCertificate(trx, first, questions)),
    )
  return offered(questions, { source: sourceOf(ctx, community, questions), make })
}
