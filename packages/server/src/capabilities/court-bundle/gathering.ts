// Everything of a vote as it stands, read for one bundle: what people read, and what the verifier recomputes from.
import type { CourtRecord } from '@yishi/contract/court-bundle'
import {
  type Actor,
  type CourtBundleId,
  type PhotoId,
  type PollId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { type BundledLedger, type BundledPoll, type BundledResult, courtBundles } from '@yishi/domain/court-bundle'
import { noteKeyText, rootOfExtract, toBase64 } from '@yishi/domain/ledger'
import type { ExportedPoll, Voter } from '@yishi/domain/poll'
import type { Selectable } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { readReconciliation } from '../paper-ballot/index.ts'
import { type PollRow, countedOf, readShown, rowOfPoll, votesOf } from '../poll/index.ts'
import { ledgerOf } from './ledger-query.ts'
import { listOf } from './list-query.ts'
import { countsOf, noticesOf, stepsOf, unitsOf } from './record-query.ts'

export type PersonActor = Extract<Actor, { kind: 'person' }>
export type Asked = { readonly actor: PersonActor; readonly subject: Subject<PollId>; readonly bundle: CourtBundleId }

/** A photo of a signed sheet, and under which name it lies in the bundle. */
export type Scan = { readonly photo: PhotoId; readonly path: string }

export type Gathered = {
  readonly of: BundledPoll
  readonly record: CourtRecord
  readonly votes: ExportedPoll
  readonly list: { readonly poll: PollId; readonly voters: readonly Voter[] }
  readonly result: BundledResult
  readonly ledger: BundledLedger
  readonly scans: readonly Scan[]
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

const scanName = (number: number, place: number): string => `scans/${String(number).padStart(5, '0')}-${place}.webp`

const registersOf = async (trx: Transaction, subject: Subject<PollId>) => {
  const steps = await stepsOf(trx, subject)
  const named = steps.map(({ photo, place, ...step }) => ({ step, photo, path: scanName(step.number, place) }))
  return {
    scans: named.flatMap(({ photo, path }): Scan[] => (photo ? [{ photo, path }] : [])),
    steps: named.map(({ step, photo, path }) => ({ ...step, scan: photo && path })),
  }
}

const resultIn = (row: Selectable<PollRow>, { openings }: BundledLedger): BundledResult => ({
  status: row.status === 'decided' ? 'decided' : 'preliminary',
  figures: row.figures!,
  passed: row.outcome!.passed,
  chosen: [...row.outcome!.chosen],
  countSalt: openings.findLast((each) => each['figures'])?.['figures']?.salt ?? '',
})

type Known = { readonly row: Selectable<PollRow>; readonly ledger: BundledLedger; readonly steps: CourtRecord['steps'] }

const recordOf = async (
  ctx: Context,
  trx: Transaction,
  asked: Asked,
  { row, ledger, steps }: Known,
): Promise<CourtRecord> => {
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
    units: await unitsOf(trx, subject),
    steps,
    counts: await countsOf(trx, subject),
    notices: await noticesOf(trx, subject, { notices: { agenda: notice, result: resultNotice }, now }),
    reconciliation: await readReconciliation(trx, subject, now),
    ledger: {
      size: ledger.log.size,
      root: toBase64(rootOfExtract(ledger.log)!),
      entries: ledger.log.leaves.length,
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
    const ledger = await ledgerOf(trx, subject, notices)
    if (!ledger) return refuse('ledger-behind')
    const { steps, scans } = await registersOf(trx, subject)
    return {
      of,
      record: await recordOf(ctx, trx, asked, { row, ledger, steps }),
      votes: await votesOf(trx, subject, row),
      list: await listOf(trx, subject),
      result: resultIn(row, ledger),
      ledger,
      scans,
    }
  })
