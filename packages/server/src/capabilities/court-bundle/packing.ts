// A bundle packed: every file with its digest in the list, the list's own digest in the ledger, and all of it as one zip archive.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import {
  ANCHOR,
  BUNDLE_DATA,
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
import type { Subject } from '../../kernel/store.ts'
import { entriesOf, extractOver, leafOfEntry } from '../ledger/index.ts'
import { readPhoto } from '../photo/index.ts'
import { rowOfPoll } from '../poll/index.ts'
import { courtBundle } from './capability.ts'
import { type Asked, type Gathered, type Scan, gather } from './gathering.ts'
import { type BundledFile, reportFiles } from './report.ts'

type Listed = BundleManifest['files'][number]
type Packed = {
  readonly files: readonly BundledFile[]
  readonly scans: readonly Scan[]
  readonly list: readonly Listed[]
}

const listed = ({ path, content }: BundledFile): Listed => ({
  path,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
})

const json = (path: string, data: object): BundledFile => ({ path, content: Buffer.from(JSON.stringify(data)) })

const photoOf = async (ctx: Context, { community }: Subject, { photo }: Scan): Promise<Buffer | null> => {
  const bytes = await inCommunities(ctx.db, [community], (trx) =>
    readPhoto(ctx, trx, { community, id: photo, size: 'large' }).then((found) => found ?? new Uint8Array()),
  )
  return bytes.length > 0 ? Buffer.from(bytes) : null
}

/** One after another, so that never more than one photo is held. */
const listScans = async (ctx: Context, subject: Subject, scans: readonly Scan[]) => {
  const found: { scan: Scan; listed: Listed }[] = []
  for (const scan of scans) {
    const content = await photoOf(ctx, subject, scan)
    if (content) found.push({ scan, listed: listed({ path: scan.path, content }) })
  }
  return found
}

const pack = async (served: Served, { subject }: Asked, gathered: Gathered, lang: Language): Promise<Packed> => {
  const scans = await listScans(served.ctx, subject, gathered.scans)
  const there = new Set(scans.map(({ scan }) => scan.path))
  const { record } = gathered
  const steps = record.steps.map((step) => ({ ...step, scan: step.scan && there.has(step.scan) ? step.scan : null }))
  const files = [
    json(BUNDLE_DATA.poll, gathered.votes),
    json(BUNDLE_DATA.list, gathered.list),
    json(BUNDLE_DATA.result, gathered.result),
    json(BUNDLE_DATA.ledger, gathered.ledger),
    ...(await reportFiles(served, { ...record, steps }, lang)),
  ]
  const list = [...files.map(listed), ...scans.map((each) => each.listed)]
  return { files, scans: scans.map(({ scan }) => scan), list }
}

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

const zipped = (ctx: Context, { subject }: Asked, { files, scans }: Packed): ZipFile => {
  const zip = new ZipFile()
  for (const { path, content } of files) zip.addBuffer(content, path)
  for (const scan of scans)
    zip.addReadStreamLazy(scan.path, { compress: false }, (give) => {
      photoOf(ctx, subject, scan).then(
        (content) =>
          give(content ? null : new Error(`${scan.path} is gone`), Readable.from([content ?? Buffer.alloc(0)])),
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  return zip
}

export type Bundle = { readonly name: string; readonly stream: NodeJS.ReadableStream }

export const takeBundle = async (served: Served, asked: Asked, lang: Language): Promise<Bundle | Refused> => {
  const { ctx } = served
  await sequence(ctx, asked.subject.community)
  const gathered = await gather(ctx, asked)
  if (isRefused(gathered)) return gathered
  const packed = await pack(served, asked, gathered, lang)
  const { takenAt, matter } = gathered.record
  const manifest: BundleManifest = {
    format: 'yishi-court-bundle/1',
    bundle: asked.bundle,
    poll: asked.subject.id,
    takenAt,
    files: [...packed.list],
  }
  const written = Buffer.from(JSON.stringify(manifest, null, 1))
  const bytes = packed.list.reduce((sum, each) => sum + each.bytes, 0)
  const taken = { files: packed.list.length, bytes, manifest: listed({ path: MANIFEST, content: written }).sha256 }
  const entry = await record(served, asked, gathered.of, taken)
  if (isRefused(entry)) return entry
  const anchor = json(ANCHOR, await anchorOf(ctx, asked, entry))
  const zip = zipped(ctx, asked, { ...packed, files: [{ path: MANIFEST, content: written }, anchor, ...packed.files] })
  zip.end()
  return { name: `court-bundle-${matter.code}-${takenAt.slice(0, 10)}.zip`, stream: zip.outputStream }
}
