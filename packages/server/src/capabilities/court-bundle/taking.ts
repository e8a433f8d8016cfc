// Taking a bundle out of the house: noted in the ledger before its first byte, and sent from disk, from wherever a broken line left off (RFC 9110 section 14).
import { type CourtBundleCommand, courtBundles } from '@yishi/domain/court-bundle'
import {
  type CourtBundleId,
  type PersonActor,
  type PersonId,
  type PollId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import type { FastifyReply } from 'fastify'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { rowOfPoll } from '../poll/index.ts'
import { hasTaken } from './bundles-query.ts'
import { courtBundle } from './capability.ts'
import { bundledPoll } from './gathering.ts'
import { archiveNameOf, isThere, placeOf } from './place.ts'
import { courtBundleStore, rowOfBundle } from './store.ts'
import { loseBundle } from './work.ts'

export type Wanted = {
  readonly actor: PersonActor
  readonly poll: Subject<PollId>
  readonly bundle: Subject<CourtBundleId>
  /** The header of the request. */
  readonly range: string | undefined
}

/** One part that begins behind the first byte; everything else is a taking of its own. */
const goesOn = ({ range = '' }: Wanted): boolean => /^bytes=0*[1-9]\d*-\d*$/u.test(range)

const commandOf = async (trx: Transaction, { poll }: Wanted): Promise<CourtBundleCommand> => ({
  type: 'TakeCourtBundle',
  of: bundledPoll(await rowOfPoll(trx, poll).executeTakeFirstOrThrow()),
})

/** Whoever began to take it goes on: they still have to be allowed to. */
const goOn = ({ ctx }: Served, wanted: Wanted, person: PersonId): Promise<Refused | 'begin' | 'noted'> =>
  inCommunities(ctx.db, [wanted.poll.community], async (trx) => {
    if (!(await hasTaken(trx, wanted.bundle, person))) return 'begin'
    const state = await courtBundleStore.lock(trx, wanted.bundle)
    const { actor } = wanted
    const decided = courtBundles.decide(state, await commandOf(trx, wanted), {
      actor,
      now: ctx.clock.now(),
      ids: ctx.ids,
    })
    return isRefused(decided) ? decided : 'noted'
  })

/** Null once it is noted; then it may leave. */
const note = async (served: Served, wanted: Wanted): Promise<Refused | null> => {
  const { ctx, performer } = served
  const { actor, bundle } = wanted
  const known = goesOn(wanted) ? await goOn(served, wanted, actor.person) : 'begin'
  if (known !== 'begin') return isRefused(known) ? known : null
  const done = await performer.perform(ctx, courtBundle, {
    subject: bundle,
    actor,
    command: (trx) => commandOf(trx, wanted),
  })
  return isRefused(done) ? done : null
}

/** Nothing between keeps it; who asks for one part at a time is known by when it was written. */
const SENT = { acceptRanges: true, cacheControl: false, contentType: false, etag: false, lastModified: true } as const

export const sendBundle = async (
  served: Served,
  reply: FastifyReply,
  wanted: Wanted,
): Promise<FastifyReply | Refused> => {
  const { ctx } = served
  const { bundle, poll } = wanted
  const row = await inCommunities(ctx.db, [bundle.community], (trx) => rowOfBundle(trx, bundle).executeTakeFirst())
  if (row?.poll_id !== poll.id) return refuse('bundle-unknown')
  if (row.status === 'ready' && !(await isThere(ctx, bundle.id))) await loseBundle(ctx, served, bundle)
  const no = await note(served, wanted)
  if (no) return no
  return reply
    .type('application/zip')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${row.name}"`)
    .sendFile(archiveNameOf(bundle.id), placeOf(ctx), SENT)
}
