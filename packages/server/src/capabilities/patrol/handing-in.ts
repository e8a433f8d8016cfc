// What a phone hands in, as soon as it gets through: looks, photos, notes; each once, however often it is sent.
import type { PatrolLook, PatrolNoteAsked, PatrolNoted } from '@yishi/contract/patrol'
import {
  type CommunityId,
  DAY,
  type Instant,
  type MatterId,
  type NodeId,
  type PersonActor,
  type PhotoId,
  type PlaceId,
  type Refused,
  covers,
  isRefused,
  later,
  refuse,
} from '@yishi/domain/kernel'
import { titleOf } from '@yishi/domain/matter'
import { type LookRefusal, PATROLLERS } from '@yishi/domain/patrol'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { KernelRefusal, Performer } from '../../kernel/perform.ts'
import { type LinkKey, groundOf, linkKeyOf, linkToken, raiseAs, untilCodeIsFree } from '../matter/index.ts'
import { type PhotoRefusal, knowsPhotos, storePhotosOnce } from '../photo/index.ts'
import { hatsOf } from '../territory/index.ts'
import { patrolLook, patrolNote } from './capability.ts'

export type HandingIn = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: PersonActor
  /** Made on the phone. */
  readonly key: string
}
export type HandedRefusal = LookRefusal | KernelRefusal | PhotoRefusal | 'photo-unknown' | 'another-persons-note'

type Ground = { readonly path: string; readonly place: PlaceId | null; readonly heldThen: boolean }

/** The stairway as it lies now, and whether it was this person's round when they saw it. */
const groundAt = async (
  trx: Transaction,
  { person }: PersonActor,
  { node, seenAt }: Pick<PatrolLook, 'node' | 'seenAt'>,
): Promise<Ground | Refused<'stairway-unknown'>> => {
  const { rows } = await sql<Omit<Ground, 'heldThen'>>`
    select node.path, place.place_id as place from app.node
    left join app.place on place.community_id = node.community_id and place.node_id = node.node_id and place.key is null
    where node.node_id = ${node}`.execute(trx)
  if (!rows[0]) return refuse('stairway-unknown')
  const then = await hatsOf(trx, person, seenAt as Instant)
  const { path } = rows[0]
  return { ...rows[0], heldThen: then.some((hat) => PATROLLERS.includes(hat.role) && covers(hat.path, path)) }
}

const isOwners = ({ actor }: HandingIn, { owner }: Pick<PatrolLook, 'owner'>): boolean => owner === actor.person

export const lookAt = async (
  handing: HandingIn,
  asked: PatrolLook,
): Promise<{ readonly seenAt: string } | Refused<HandedRefusal>> => {
  if (!isOwners(handing, asked)) return refuse('another-persons-note')
  const { ctx, performer, actor, key } = handing
  const community = asked.community as CommunityId
  const done = await performer.perform(ctx, patrolLook, {
    subject: { community, id: asked.node },
    actor,
    once: { key, of: asked },
    command: async (trx) => {
      const ground = await groundAt(trx, actor, asked)
      if (isRefused(ground)) return ground
      const { path, heldThen } = ground
      return { type: 'LookAtStairway' as const, community, path, heldThen, seenAt: asked.seenAt as Instant }
    },
  })
  if (isRefused(done)) return done
  const [event] = done.happened?.events ?? []
  return { seenAt: event?.seenAt ?? asked.seenAt }
}

type Raising = { readonly actor: PersonActor; readonly secret: LinkKey; readonly id: MatterId }

const raising = async (trx: Transaction, { actor, secret, id }: Raising, asked: PatrolNoteAsked) => {
  const community = asked.community as CommunityId
  const ground = await groundAt(trx, actor, asked)
  if (isRefused(ground)) return ground
  if (!(await knowsPhotos(trx, community, asked.photos))) return refuse('photo-unknown')
  const { place, path, heldThen } = ground
  const raise = raiseAs(await groundOf(trx, community), {
    id,
    token: linkToken(secret, id),
    community,
    place,
    path,
    where: '',
    title: titleOf(asked.text),
    text: asked.text,
    photos: asked.photos as readonly PhotoId[],
    raiser: null,
    name: null,
    phone: null,
    publicity: 'nameless',
    channel: 'patrol',
  })
  const seenAt = asked.seenAt as Instant
  const note = { community, path, heldThen, seenAt, node: asked.node as NodeId, settled: asked.settled }
  return { type: 'NoteOnPatrol' as const, raise, ...note }
}

const notedAs = async (ctx: Context, community: CommunityId, id: MatterId): Promise<PatrolNoted> =>
  inCommunities(ctx.db, [community], async (trx) => {
    const row = await trx
      .selectFrom('patrol_note')
      .innerJoin('matter', (join) =>
        join
          .onRef('matter.community_id', '=', 'patrol_note.community_id')
          .onRef('matter.matter_id', '=', 'patrol_note.matter_id'),
      )
      .select(['matter.code', 'patrol_note.handed_over'])
      .where('patrol_note.community_id', '=', community)
      .where('patrol_note.matter_id', '=', id)
      .executeTakeFirstOrThrow()
    return { matter: id, code: row.code, handedOver: row.handed_over }
  })

export const noteDown = async (
  handing: HandingIn,
  asked: PatrolNoteAsked,
): Promise<PatrolNoted | Refused<HandedRefusal>> => {
  if (!isOwners(handing, asked)) return refuse('another-persons-note')
  const { ctx, performer, actor, key } = handing
  const community = asked.community as CommunityId
  const secret = await linkKeyOf(ctx.db, community)
  const done = await untilCodeIsFree(() => {
    const id = ctx.ids('mat')
    return performer.perform(ctx, patrolNote, {
      subject: { community, id },
      fresh: { status: 'absent' },
      actor,
      once: { key, of: asked },
      command: (trx) => raising(trx, { actor, secret, id }, asked),
    })
  })
  return isRefused(done) ? done : notedAs(ctx, community, done.id as MatterId)
}

const LONGEST_OFFLINE = 30 * DAY

/** Whoever goes round here, or did so lately: their phone may still hold what they saw then. */
const wentRound = async (ctx: Context, { person }: PersonActor, community: CommunityId): Promise<boolean> => {
  const since = later(ctx.clock.now(), -LONGEST_OFFLINE)
  const row = await inCommunities(ctx.db, [community], (trx) =>
    trx
      .selectFrom('membership')
      .select('role')
      .where('community_id', '=', community)
      .where('person_id', '=', person)
      .where('role', 'in', [...PATROLLERS])
      .where(({ eb, or }) => or([eb('ends', 'is', null), eb('ends', '>', since)]))
      .executeTakeFirst(),
  )
  return row !== undefined
}

export const handInPhoto = async (
  handing: HandingIn,
  { community, owner }: { readonly community: CommunityId; readonly owner: string },
  photo: Uint8Array,
): Promise<PhotoId | Refused<HandedRefusal>> => {
  if (!isOwners(handing, { owner })) return refuse('another-persons-note')
  const { ctx, actor, key } = handing
  if (!(await wentRound(ctx, actor, community))) return refuse('not-your-round')
  const stored = await storePhotosOnce(ctx, community, [photo], { actor, key })
  return isRefused(stored) ? stored : stored[0]!
}
