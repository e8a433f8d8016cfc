// A bundle packed: every file with its digest in the list, the list's own digest in the ledger, and all of it as one zip archive, written entry by entry.
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import {
  ANCHOR,
  type BundleAnchor,
  type BundleManifest,
  type CourtBundleCommand,
  MANIFEST,
} from '@yishi/domain/court-bundle'
import { type Language, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { noteKeyText } from '@yishi/domain/ledger'
import { ZipFile } from 'yazl'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Entry } from '../../kernel/entry.ts'
import type { Served } from '../../kernel/http/served.ts'
import { receiptFor } from '../../kernel/receipt.ts'
import { sequence } from '../../kernel/sequencer.ts'
import { entriesOf, extractOver, leafOfEntry } from '../ledger/index.ts'
import { rowOfPoll } from '../poll/index.ts'
import { courtBundle } from './capability.ts'
import { type Reading, writeData } from './recomputed.ts'
import { type Asked, type Gathered, gather } from './gathering.ts'
import { type Scan, linesOf, photoOf } from './lines.ts'
import { writeReport } from './report.ts'
import { type Spool, type Spooled, openSpool } from './spool.ts'

const writeAll = async (
  served: Served,
  spool: Spool,
  { subject, gathered, lang }: Writing,
): Promise<readonly Scan[]> => {
  const at = { ctx: served.ctx, subject }
  const scans: Scan[] = []
  await writeData(at, spool, gathered)
  await writeReport(served, spool, { record: gathered.record, lines: linesOf(at, scans), lang })
  return scans
}

type Writing = { readonly subject: Asked['subject']; readonly gathered: Gathered; readonly lang: Language }

type Taken = Pick<CourtBundleCommand, 'files' | 'bytes' | 'manifest'>

/** Recorded before it is sent; and only where the vote still stands as it was read. */
const record = async (
  { ctx, performer }: Served,
  { actor, subject, bundle }: Asked,
  of: Gathered['of'],
  taken: Taken,
) => {
  const done = await performer.perform(ctx, courtBundle, {
    subject: { community: subject.community, id: bundle },
    actor,
    command: async (trx) => {
      const row = await rowOfPoll(trx, subject).executeTakeFirstOrThrow()
      if (row.status !== of.status) return refuse('result-missing')
      return { type: 'TakeCourtBundle', of, ...taken } as const
    },
  })
  return isRefused(done) ? done : done.entries[0]!
}

const [TRIES, PAUSE_MILLISECONDS] = [10, 200]

/** An entry waits while another transaction that began before it is open, which takes a moment; the receipt promises it all the same. */
const anchorOf = async (
  ctx: Context,
  { subject: { community }, bundle }: Asked,
  entry: Entry,
): Promise<BundleAnchor> => {
  const found = async () => {
    await sequence(ctx, community)
    return inCommunities(ctx.db, [community], async (trx) => ({
      leaf: await leafOfEntry(trx, community, entry.entryId),
      log: await extractOver(trx, community, await entriesOf(trx, community, { subjects: [bundle] }), 'oldest'),
    }))
  }
  let read = await found()
  for (let tries = 1; read.log === null && tries < TRIES; tries += 1) {
    await pause(PAUSE_MILLISECONDS)
    read = await found()
  }
  return { ...read, receipt: await receiptFor(ctx, community, entry), key: noteKeyText(ctx.signer(community)) }
}

/** As files that were packed from memory have them. */
const MODE = 0o100664

const zipped = (at: Reading, files: readonly Spooled[], scans: readonly Scan[]): ZipFile => {
  const zip = new ZipFile()
  for (const { kept, listed } of files) zip.addFile(kept, listed.path, { mode: MODE })
  for (const { photo, listed } of scans)
    zip.addReadStreamLazy(listed.path, { compress: false }, (give) => {
      photoOf(at, photo).then(
        (content) =>
          give(content ? null : new Error(`${listed.path} is gone`), Readable.from([content ?? Buffer.alloc(0)])),
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  zip.end()
  return zip
}

export type Bundle = { readonly name: string; readonly stream: NodeJS.ReadableStream }

const spooled = async (served: Served, asked: Asked, spool: Spool, lang: Language): Promise<Bundle | Refused> => {
  const { ctx } = served
  const { subject } = asked
  const gathered = await gather(ctx, asked)
  if (isRefused(gathered)) return gathered
  const scans = await writeAll(served, spool, { subject, gathered, lang })
  const { takenAt, matter } = gathered.record
  const files = [...spool.files, ...scans].map(({ listed }) => listed)
  const manifest: BundleManifest = {
    format: 'yishi-court-bundle/1',
    bundle: asked.bundle,
    poll: subject.id,
    takenAt,
    files,
  }
  await spool.write(MANIFEST, [JSON.stringify(manifest, null, 1)])
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0)
  const taken = { files: files.length, bytes, manifest: spool.files.at(-1)!.listed.sha256 }
  const entry = await record(served, asked, gathered.of, taken)
  if (isRefused(entry)) return entry
  await spool.write(ANCHOR, [JSON.stringify(await anchorOf(ctx, asked, entry))])
  const zip = zipped({ ctx, subject }, spool.files, scans)
  return { name: `court-bundle-${matter.code}-${takenAt.slice(0, 10)}.zip`, stream: zip.outputStream }
}

export const takeBundle = async (served: Served, asked: Asked, lang: Language): Promise<Bundle | Refused> => {
  await sequence(served.ctx, asked.subject.community)
  const spool = await openSpool()
  try {
    const bundle = await spooled(served, asked, spool, lang)
    if (isRefused(bundle)) await spool.remove()
    // Sent to its end, or not wanted any more.
    else bundle.stream.once('close', () => void spool.remove())
    return bundle
  } catch (error) {
    await spool.remove()
    throw error
  }
}
