// Asking for a bundle: of a vote one is made at a time, and whoever asks meanwhile waits for that one.
import { mayNotTake } from '@yishi/domain/court-bundle'
import {
  type Actor,
  type CourtBundleId,
  type Language,
  type PollId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Once } from '../../kernel/once.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { rowOfPoll } from '../poll/index.ts'
import { bundlesOf } from './bundles-query.ts'
import { courtBundle } from './capability.ts'
import { bundledPoll } from './gathering.ts'

export type AskingFor = {
  readonly subject: Subject<PollId>
  readonly actor: Actor
  readonly lang: Language
  /** Another one although one is ready. */
  readonly anew: boolean
  readonly once?: Once
}

/** Two who press at one moment queue here: the second finds what the first has asked for. */
const lockPoll = (trx: Transaction, { community, id }: Subject<PollId>) =>
  sql`select from app.poll where community_id = ${community} and poll_id = ${id} for no key update`.execute(trx)

/** The bundle that is being made or, unless another one is wanted, is ready; else a new one. */
export const askForBundle = async (
  { ctx, performer }: Pick<Served, 'ctx' | 'performer'>,
  { subject, actor, lang, anew, once }: AskingFor,
): Promise<Subject<CourtBundleId> | Refused> => {
  const { community } = subject
  const done = await performer.perform(ctx, courtBundle, {
    subject: { community, id: ctx.ids('cbn') },
    actor,
    ...(once ? { once } : {}),
    command: async (trx) => {
      await lockPoll(trx, subject)
      const of = bundledPoll(await rowOfPoll(trx, subject).executeTakeFirstOrThrow())
      const no = mayNotTake(of, actor)
      if (no) return no
      const [known] = await bundlesOf(trx, subject, anew ? ['asked'] : ['asked', 'ready'])
      if (known) return refuse('bundle-at-hand', { bundle: known })
      return { type: 'AskForCourtBundle', of, lang } as const
    },
  })
  if (!isRefused(done)) return { community, id: done.id as CourtBundleId }
  // No refusal to whoever asked: it is what they wanted.
  return done.refused === 'bundle-at-hand' ? { community, id: done.detail!['bundle'] as CourtBundleId } : done
}
