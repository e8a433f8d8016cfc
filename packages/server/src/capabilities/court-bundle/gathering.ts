// What a bundle says of a vote as a whole, read in one transaction; its registers and lists are read part by part beside it.
import type { CourtRecord } from '@yishi/contract/court-bundle'
import { type Actor, type CourtBundleId, type PollId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { type BundledPoll, courtBundles } from '@yishi/domain/court-bundle'
import { noteKeyText, parseCheckpoint, toBase64 } from '@yishi/domain/ledger'
import type { Selectable } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { readReconciliation } from '../paper-ballot/index.ts'
import { type PollRow, countedOf, readShown, rowOfPoll } from '../poll/index.ts'
import { type LogPath, logPathOf } from './ledger-query.ts'
import { countsOf, noticesOf, sumsOf } from './record-query.ts'

export type PersonActor = Extract<Actor, { kind: 'person' }>
export type Asked = { readonly actor: PersonActor; readonly subject: Subject<PollId>; readonly bundle: CourtBundleId }

export type Gathered = {
  readonly of: BundledPoll
  readonly row: Selectable<PollRow>
  readonly record: CourtRecord
  readonly path: LogPath
}

export const bundledPoll = (row: Selectable<PollRow>): BundledPoll => ({
  id: row.poll_id,
  community: row.community_id,
  path: row.path,
  status: row.status,
  tellers: row.rule.tellers,
  ofUnits: row.rule.ballotOf === 'unit' && row.way === 'ballots' && row.assembly !== null,
})

/** The rulebook says whether there may be one, before anything is gathered. */
export const mayTake = (of: BundledPoll, actor: Actor, ctx: Pick<Context, 'clock' | 'ids'>): Refused | null => {
  const example = { type: 'TakeCourtBundle', of, files: 1, bytes: 1, manifest: '' } as const
  const decided = courtBundles.decide({ status: 'absent' }, example, { actor, now: ctx.clock.now(), ids: ctx.ids })
  return isRefused(decided) ? decided : null
}

const nameOf = async (trx: Transaction, { actor, subject }: Asked): Promise<string> => {
  const row = await trx
    .selectFrom('person')
    .select('name')
    .where('community_id', '=', subject.community)
    .where('person_id', '=', actor.person)
    .executeTakeFirst()
  return row?.name ?? ''
}

/** The root that the checkpoint signs, in its own text. */
const rootOf = (checkpoint: string): string => {
  const read = parseCheckpoint(checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1))
  if (isRefused(read)) throw new Error('a checkpoint of our own cannot be read')
  return toBase64(read.root)
}

type Known = { readonly row: Selectable<PollRow>; readonly path: LogPath }

const recordOf = async (ctx: Context, trx: Transaction, asked: Asked, { row, path }: Known): Promise<CourtRecord> => {
  const { subject, bundle } = asked
  const now = ctx.clock.now()
  const shown = await readShown(trx, subject, { listed: true, asOf: now, counted: await countedOf(trx, subject) })
  if (!shown?.assembly) throw new Error(`poll ${subject.id} has a result and cannot be shown`)
  const { url: _, turnout: __, asOf: ___, ...rest } = { url: '', ...shown }
  const { notice, resultNotice } = row.assembly!
  return {
    ...rest,
    assembly: row.assembly!,
    bundle,
    takenAt: now,
    takenBy: await nameOf(trx, asked),
    named: row.named ?? 0,
    draftedAt: row.drafted_at,
    sums: await sumsOf(trx, subject),
    counts: await countsOf(trx, subject),
    notices: await noticesOf(trx, subject, { notices: { agenda: notice, result: resultNotice }, now }),
    reconciliation: await readReconciliation(trx, subject, now),
    ledger: {
      size: path.size,
      root: rootOf(path.checkpoint),
      entries: path.places.length,
      key: noteKeyText(ctx.signer(subject.community)),
    },
  }
}

export const gather = (ctx: Context, asked: Asked): Promise<Gathered | Refused> =>
  inCommunities(ctx.db, [asked.subject.community], async (trx) => {
    const { subject, actor } = asked
    const row = await rowOfPoll(trx, subject).executeTakeFirst()
    if (!row) return refuse('poll-unknown')
    const of = bundledPoll(row)
    const no = mayTake(of, actor, ctx)
    if (no) return no
    const notices = [row.assembly!.notice, row.assembly!.resultNotice].flatMap((id) => id ?? [])
    const path = await logPathOf(trx, subject, notices)
    if (!path) return refuse('ledger-behind')
    return { of, row, path, record: await recordOf(ctx, trx, asked, { row, path }) }
  })
