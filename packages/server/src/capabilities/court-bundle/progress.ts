// How far a bundle is, told to those who wait; and whether its making may go on: the server runs, the disk has room, and nobody else makes it.
import type { BundleStage } from '@yishi/contract/court-bundle'
import type { CourtBundleId } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import type { Room } from './place.ts'

/** `part`: of this stage, from 0 to 1. */
export type Progress = (stage: BundleStage, part: number) => Promise<void>

/** As measured: nine tenths of the time go into setting registers (docs/decisions/0051). */
const SHARES: Readonly<Record<BundleStage, readonly [from: number, to: number]>> = {
  waiting: [0, 0],
  lists: [0, 5],
  registers: [5, 90],
  papers: [90, 94],
  packing: [94, 99],
}

export const doneAt = (stage: BundleStage, part: number): number => {
  const [from, to] = SHARES[stage]
  return from + Math.floor((to - from) * Math.min(Math.max(part, 0), 1))
}

/** The database may lie on the same disk: a bundle leaves it this much. */
const LEFT_FREE_BYTES = 200_000_000

/** The bundle is another's now, or is not wanted any more; or the server ends. */
export class NotMine extends Error {}
export class DiskFull extends Error {}

export type Attempt = {
  readonly bundle: Subject<CourtBundleId>
  /** The number of this attempt: a later one takes the bundle over. */
  readonly tries: number
  readonly signal: AbortSignal
  readonly room: Room
}

export const openProgress = (ctx: Context, { bundle, tries, signal, room }: Attempt): Progress => {
  let told = ''
  return async (stage, part) => {
    if (signal.aborted) throw new NotMine('the server ends')
    if ((await room(ctx)) < LEFT_FREE_BYTES) throw new DiskFull('too little room is left for a court bundle')
    const done = doneAt(stage, part)
    if (told === `${stage} ${done}`) return
    told = `${stage} ${done}`
    const { community, id } = bundle
    const mine = await inCommunities(ctx.db, [community], (trx) =>
      trx
        .updateTable('court_bundle')
        .set({ stage, done })
        .where('community_id', '=', community)
        .where('bundle_id', '=', id)
        .where('status', '=', 'asked')
        .where('tries', '=', tries)
        .returning('bundle_id')
        .executeTakeFirst(),
    )
    if (!mine) throw new NotMine('the bundle is not wanted any more')
  }
}
