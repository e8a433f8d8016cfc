// What a bundle says of a vote as a whole, read in one transaction; its registers and lists are read part by part beside it.
import type { CourtRecord } from '@yishi/contract/court-bundle'
import type { BundledPoll } from '@yishi/domain/court-bundle'
import { type CourtBundleId, type PersonId, type PollId, isRefused } from '@yishi/domain/kernel'
import { noteKeyText, parseCheckpoint, toBase64 } from '@yishi/domain/ledger'
import { type Selectable, sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { readReconciliation } from '../paper-ballot/index.ts'
import { type PollRow, countedOf, readShown, rowOfPoll } from '../poll/index.ts'
import { type LogPath, logPathOf } from './ledger-query.ts'
import { countsOf, noticesOf, sumsOf } from './record-query.ts'

/** `by`: who asked for it. */
export type Asked = { readonly by: PersonId; readonly subject: Subject<PollId>; readonly bundle: CourtBundleId }

export type Gathered = {
  readonly of: BundledPoll
  readonly row: Selectable<PollRow>
  readonly record: CourtRecord
  readonly path: LogPath
  readonly lines: number
}

/** An entry waits while another transaction that began before it is open, which takes a moment. */
export class LedgerBehind extends Error {}

export const bundledPoll = (row: Selectable<PollRow>): BundledPoll => ({
  id: row.poll_id,
  community: row.community_id,
  path: row.path,
  status: row.status,
  tellers: row.rule.tellers,
  ofUnits: row.rule.ballotOf === 'unit' && row.way === 'ballots' && row.assembly !== null,
})

const nameOf = async (trx: Transaction, { by, subject }: Asked): Promise<string> => {
  const row = await trx
    .selectFrom('person')
    .select('name')
    .where('community_id', '=', subject.community)
    .where('person_id', '=', by)
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
    madeAt: now,
    askedBy: await nameOf(trx, asked),
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

/** So many units and steps are in its registers. */
export const linesIn = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<number> => {
  const { rows } = await sql<{ lines: number }>`select
    (select count(*) from app.poll_voter where community_id = ${community} and poll_id = ${id})::integer
    + (select count(*) from app.poll asked join app.paper_register step on step.community_id = asked.community_id
        and step.poll_id = coalesce(asked.agenda_first, asked.poll_id)
      where asked.community_id = ${community} and asked.poll_id = ${id} and coalesce(step.asked, ${id}) = ${id})::integer as lines`.execute(
    trx,
  )
  return rows[0]!.lines
}

/** Null where the poll is gone, or has no result any more. */
export const gather = (ctx: Context, asked: Asked): Promise<Gathered | null> =>
  inCommunities(ctx.db, [asked.subject.community], async (trx) => {
    const { subject } = asked
    const row = await rowOfPoll(trx, subject).executeTakeFirst()
    if (!row?.outcome || !row.figures) return null
    const of = bundledPoll(row)
    const notices = [row.assembly!.notice, row.assembly!.resultNotice].flatMap((id) => id ?? [])
    const path = await logPathOf(trx, subject, notices)
    if (!path) throw new LedgerBehind(`no checkpoint holds the whole of ${subject.id} yet`)
    const lines = await linesIn(trx, subject)
    return { of, row, path, lines, record: await recordOf(ctx, trx, asked, { row, path }) }
  })
