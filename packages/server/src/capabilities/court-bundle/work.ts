// The jobs of court bundles: one is made at a time, begun anew after a restart, and what is left of a former try is cleared.
import { CLOCK, type CommunityId, type CourtBundleId, isRefused } from '@yishi/domain/kernel'
import { everyCommunity } from '../../kernel/communities.ts'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import type { Subject } from '../../kernel/store.ts'
import { courtBundle } from './capability.ts'
import { type Order, type Press, giveUp, makeBundle } from './making.ts'
import { type Room, clearAllBut, clearWorkshop, freeRoom, isThere, openPlace, removeBundle } from './place.ts'
import { DiskFull, NotMine, openProgress } from './progress.ts'
import type { CourtBundleRow } from './tables.ts'
import { type Telling, tellOfBundle } from './telling.ts'
import { type Turns, openTurns } from './turns.ts'

/** Whatever goes wrong so often goes wrong always; a server that is stopped for the night does not come near it. */
const MOST_TRIES = 6

type Data = Readonly<Record<string, string>>
type Bundle = Subject<CourtBundleId>

export const bundleOf = (data: Data): Bundle => ({
  community: data['community'] as CommunityId,
  id: data['bundle'] as CourtBundleId,
})

type House = { readonly press: Press; readonly turns: Turns; readonly signal: AbortSignal; readonly room: Room }

/** Null where nobody waits for it any more. */
const begin = (ctx: Context, { community, id }: Bundle) =>
  inCommunities(ctx.db, [community], (trx) =>
    trx
      .updateTable('court_bundle')
      .set(({ eb }) => ({
        tries: eb('tries', '+', 1),
        stage: 'waiting' as const,
        done: 0,
        files: null,
        bytes: null,
        manifest: null,
      }))
      .where('community_id', '=', community)
      .where('bundle_id', '=', id)
      .where('status', '=', 'asked')
      .returning(['poll_id', 'person_id', 'lang', 'tries'])
      .executeTakeFirst(),
  )

const isFull = (error: unknown): boolean =>
  error instanceof DiskFull || ['ENOSPC', 'EDQUOT'].includes(String((error as { code?: unknown }).code))

/** A fault that may pass is thrown, so that the queue brings the bundle again. */
const settle = async (
  ctx: Context,
  { press, signal }: House,
  order: Order & { readonly tries: number },
  error: unknown,
) => {
  const { asked, tries } = order
  if (isFull(error)) return giveUp(ctx, press, asked, 'disk-full')
  // Ended meanwhile: nobody waits for it.
  if (error instanceof NotMine && !signal.aborted) return
  if (signal.aborted || tries < MOST_TRIES) throw error
  ctx.log.error({ err: error, bundle: asked.bundle }, 'a court bundle could not be made')
  return giveUp(ctx, press, asked, 'broken')
}

const make = async (ctx: Context, house: House, bundle: Bundle): Promise<void> => {
  if (house.signal.aborted) throw new NotMine('the server ends')
  await openPlace(ctx)
  const row = await begin(ctx, bundle)
  if (!row) return
  const { poll_id: poll, person_id: by, lang, tries } = row
  const asked = { by, subject: { community: bundle.community, id: poll }, bundle: bundle.id }
  const { signal, room } = house
  const order = { asked, lang, tries, progress: openProgress(ctx, { bundle, tries, signal, room }) }
  try {
    await makeBundle(ctx, house.press, order)
  } catch (error) {
    await settle(ctx, house, order, error)
  } finally {
    await clearWorkshop(ctx, bundle.id)
  }
}

/** Once it stands no more it is not made, so nothing comes after this. */
const remove = async (ctx: Context, { turns }: House, { id }: Bundle): Promise<void> => {
  await turns.over(id)
  await removeBundle(ctx, id)
}

type Known = Pick<CourtBundleRow, 'community_id' | 'bundle_id'> & { readonly status: string }

const standing = async (ctx: Context): Promise<readonly Known[]> =>
  inCommunities(ctx.db, await everyCommunity(ctx.db), (trx) =>
    trx
      .selectFrom('court_bundle')
      .select(['community_id', 'bundle_id', 'status'])
      .where('status', 'in', ['asked', 'ready'])
      .execute(),
  )

export const loseBundle = async (ctx: Context, { performer }: Pick<Press, 'performer'>, subject: Bundle) => {
  const command = { type: 'EndCourtBundle', why: 'lost' } as const
  const done = await performer.perform(ctx, courtBundle, { subject, actor: CLOCK, command })
  if (!isRefused(done)) ctx.log.warn({ bundle: subject.id }, 'the archive of a court bundle is not there any more')
}

/** A former server may have died at any point: what was asked for is asked for again, and only what can be fetched stays. */
const resume = async (ctx: Context, { press }: House): Promise<void> => {
  const all = await standing(ctx)
  const ready = all.filter(({ status }) => status === 'ready')
  await clearAllBut(ctx, new Set(ready.map(({ bundle_id }) => bundle_id)))
  for (const { community_id: community, bundle_id: id } of ready)
    if (!(await isThere(ctx, id))) await loseBundle(ctx, press, { community, id })
  for (const { community_id: community, bundle_id: bundle, status } of all)
    if (status === 'asked')
      await inCommunities(ctx.db, [community], (trx) =>
        ctx.jobs.send(trx, [{ kind: 'make-court-bundle', data: { community, bundle } }]),
      )
}

export type CourtBundleWork = {
  readonly jobs: JobHandlers
  /** At the start of the server. */
  readonly begin: (ctx: Context) => Promise<void>
  /** What is being made is left where it is, for the next server to begin anew. */
  readonly stop: () => void
}

export const courtBundleWork = (press: Press & Telling, { room = freeRoom } = {}): CourtBundleWork => {
  const stopping = new AbortController()
  const turns = openTurns()
  const house: House = {
    press: { performer: press.performer, pages: press.pages },
    turns,
    signal: stopping.signal,
    room,
  }
  return {
    jobs: {
      'make-court-bundle': oneByOne((ctx, data) => {
        const bundle = bundleOf(data)
        return turns.take(bundle.id, () => make(ctx, house, bundle))
      }),
      'remove-court-bundle': oneByOne((ctx, data) => remove(ctx, house, bundleOf(data))),
      'tell-of-court-bundle': oneByOne((ctx, data) => tellOfBundle(ctx, press, bundleOf(data))),
    },
    // In its turn, so that nothing is cleared that is being made.
    begin: (ctx) => turns.take('resume', () => resume(ctx, house)),
    stop: () => stopping.abort(),
  }
}
