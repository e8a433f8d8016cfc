// One bundle made from its first file to its archive: every file with its digest in the list, the list's own digest in the ledger, then all of it packed.
import { ANCHOR, type BundleFailure, type BundleManifest, MANIFEST } from '@yishi/domain/court-bundle'
import { CLOCK, type Language, isRefused } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import type { Entry } from '../../kernel/entry.ts'
import type { Served } from '../../kernel/http/served.ts'
import { sequence } from '../../kernel/sequencer.ts'
import { rowOfPoll } from '../poll/index.ts'
import { anchorOf } from './anchoring.ts'
import { writeArchive } from './archive.ts'
import { courtBundle } from './capability.ts'
import { type Asked, type Gathered, bundledPoll, gather } from './gathering.ts'
import { type Scan, linesOf } from './lines.ts'
import { archiveOf, workshopOf } from './place.ts'
import { NotMine, type Progress } from './progress.ts'
import { writeData } from './recomputed.ts'
import { writeReport } from './report.ts'
import { type Spool, openSpool } from './spool.ts'

export type Press = Pick<Served, 'performer' | 'pages'>
export type Order = { readonly asked: Asked; readonly lang: Language; readonly progress: Progress }

type Making = { readonly ctx: Context; readonly press: Press }
type Filling = { readonly spool: Spool; readonly gathered: Gathered }

const subjectOf = ({ subject: { community }, bundle }: Asked) => ({ community, id: bundle })

const writeAll = async (
  at: Making,
  { asked: { subject }, lang, progress }: Order,
  { spool, gathered }: Filling,
): Promise<readonly Scan[]> => {
  const reading = { ctx: at.ctx, subject }
  const { record, lines: total } = gathered
  const scans: Scan[] = []
  await writeData(reading, spool, { ...gathered, progress })
  await writeReport(at.press, spool, { record, lines: linesOf(reading, scans), total, lang, progress })
  return scans
}

const manifestOf = ({ asked: { bundle, subject } }: Order, { record }: Gathered, files: BundleManifest['files']) =>
  ({ format: 'yishi-court-bundle/1', bundle, poll: subject.id, takenAt: record.madeAt, files }) satisfies BundleManifest

type Listed = { readonly files: number; readonly bytes: number; readonly manifest: string }

/** In the ledger before anything of it can leave; and only while the vote has a result. */
const list = async (ctx: Context, { performer }: Press, asked: Asked, listed: Listed): Promise<Entry> => {
  const done = await performer.perform(ctx, courtBundle, {
    subject: subjectOf(asked),
    actor: CLOCK,
    command: async (trx) => {
      const row = await rowOfPoll(trx, asked.subject).executeTakeFirstOrThrow()
      return { type: 'ListCourtBundle', of: bundledPoll(row), ...listed } as const
    },
  })
  if (isRefused(done)) throw new NotMine(done.refused)
  return done.entries[0]!
}

export const giveUp = async (ctx: Context, { performer }: Press, asked: Asked, why: BundleFailure): Promise<void> => {
  // Refused where it was given up or ended meanwhile.
  const command = { type: 'GiveUpCourtBundle', why } as const
  await performer.perform(ctx, courtBundle, { subject: subjectOf(asked), actor: CLOCK, command })
}

const pack = async (
  { ctx, press }: Making,
  { asked, progress }: Order,
  { spool, scans, gathered }: Filling & { readonly scans: readonly Scan[] },
): Promise<void> => {
  const { subject, bundle } = asked
  const [archive, unfinished] = [archiveOf(ctx, bundle), `${workshopOf(ctx, bundle)}/archive`]
  const contents = { files: spool.files, scans, progress }
  const size = await writeArchive({ ctx, subject }, contents, { unfinished, archive })
  const { matter, madeAt } = gathered.record
  const name = `court-bundle-${matter.code}-${madeAt.slice(0, 10)}.zip`
  const command = { type: 'FinishCourtBundle', name, size } as const
  const done = await press.performer.perform(ctx, courtBundle, { subject: subjectOf(asked), actor: CLOCK, command })
  if (isRefused(done)) throw new NotMine(done.refused)
}

const fill = async (at: Making, order: Order, { spool, gathered }: Filling): Promise<void> => {
  const { ctx, press } = at
  const { asked } = order
  const scans = await writeAll(at, order, { spool, gathered })
  const files = [...spool.files, ...scans].map(({ listed }) => listed)
  await spool.write(MANIFEST, [JSON.stringify(manifestOf(order, gathered, files), null, 1)])
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0)
  const manifest = spool.files.at(-1)!.listed.sha256
  const entry = await list(ctx, press, asked, { files: files.length, bytes, manifest })
  await spool.write(ANCHOR, [JSON.stringify(await anchorOf(ctx, asked, entry))])
  await pack(at, order, { spool, scans, gathered })
}

/** Whatever an earlier try left is gone first; whoever calls clears the workshop. */
export const makeBundle = async (ctx: Context, press: Press, order: Order): Promise<void> => {
  const { asked, progress } = order
  await sequence(ctx, asked.subject.community)
  await progress('lists', 0)
  const gathered = await gather(ctx, asked)
  if (!gathered) return giveUp(ctx, press, asked, 'result-missing')
  const spool = await openSpool(workshopOf(ctx, asked.bundle))
  try {
    await fill({ ctx, press }, order, { spool, gathered })
  } finally {
    await spool.close()
  }
}
