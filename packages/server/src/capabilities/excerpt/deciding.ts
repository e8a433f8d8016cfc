// What a person decides about a draft: it becomes a matter, one more voice of a matter, or nothing.
import type { confirmDraftSchema } from '@yishi/contract/group'
import type { Draft, ExcerptRefusal, Raising } from '@yishi/domain/excerpt'
import {
  type Actor,
  type CommunityId,
  type ExcerptId,
  type GroupId,
  type MatterId,
  type PlaceId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import type { NewJoining } from '@yishi/domain/joining'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { KernelRefusal, Performer } from '../../kernel/perform.ts'
import { standingOf, voiceOf } from '../joining/index.ts'
import { type LinkKey, groundOf, linkKeyOf, linkToken, raiseAs, untilCodeIsFree } from '../matter/index.ts'
import { excerpt } from './capability.ts'
import './tables.ts'

export type Deciding = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly subject: { readonly community: CommunityId; readonly id: ExcerptId }
  readonly draft: number
}
export type DecideRefusal = ExcerptRefusal | KernelRefusal | 'node-unknown' | 'matter-unknown' | 'matter-closed'

type Decided = Promise<null | Refused<DecideRefusal>>
type Found = { readonly group: GroupId; readonly content: Draft }

const draftIn = async (trx: Transaction, { subject, draft }: Deciding): Promise<Found | null> => {
  const { rows } = await sql<Found>`
    select e.group_id as "group", d.content from app.excerpt_draft d join app.excerpt e using (community_id, excerpt_id)
    where d.community_id = ${subject.community} and d.excerpt_id = ${subject.id} and d.draft = ${draft}`.execute(trx)
  return rows[0] ?? null
}

type Naming = { readonly secret: LinkKey; readonly matter: MatterId; readonly group: GroupId }

/** One voice for each nickname of a group, however often it is heard. */
const voice = ({ secret, matter, group }: Naming, nickname: string, text = ''): NewJoining =>
  voiceOf(
    { secret, matter, who: `group:${group}:${nickname}` },
    { person: null, name: nickname, phone: null, text, photos: [], channel: 'group' },
  )

const placeAt = async (trx: Transaction, community: CommunityId, path: string) => {
  const { rows } = await sql<{ place: PlaceId | null }>`
    select (select place_id from app.place p where p.community_id = ${community} and p.path = ${path} and p.key is null limit 1) as place
    where ${path} = '' or exists (select from app.node n where n.community_id = ${community} and n.path = ${path})`.execute(
    trx,
  )
  return rows[0] ?? null
}

type Asked = z.infer<typeof confirmDraftSchema>
type Ground = Naming & { readonly community: CommunityId; readonly place: PlaceId | null }

const raising = async (
  trx: Transaction,
  { secret, matter: id, community, place }: Ground,
  { path, where, title, text, publicity }: Asked,
  { speaker }: Draft,
): Promise<Raising> =>
  raiseAs(await groundOf(trx, community), {
    id,
    token: linkToken(secret, id),
    community,
    place,
    path,
    where,
    title,
    text,
    photos: [],
    raiser: null,
    name: speaker || null,
    phone: null,
    publicity,
    channel: 'group',
  })

export const confirmDraft = async (
  deciding: Deciding,
  asked: Asked,
): Promise<{ readonly matter: MatterId } | Refused<DecideRefusal>> => {
  const { ctx, performer, actor, subject, draft } = deciding
  const { community } = subject
  const { held, spot } = await inCommunities(ctx.db, [community], async (trx) => ({
    held: await draftIn(trx, deciding),
    spot: await placeAt(trx, community, asked.path),
  }))
  if (!held) return refuse('draft-unknown')
  if (!spot) return refuse('node-unknown')
  const { group, content } = held
  const secret = await linkKeyOf(ctx.db, community)
  return untilCodeIsFree(async () => {
    const ground = { secret, group, matter: ctx.ids('mat'), community, place: spot.place }
    const joinings = asked.also ? content.also.map((nickname) => voice(ground, nickname)) : []
    const command = async (trx: Transaction) => ({
      type: 'ConfirmDraft' as const,
      draft,
      raising: await raising(trx, ground, asked, content),
      joinings,
    })
    const done = await performer.perform(ctx, excerpt, { subject, command, actor })
    return isRefused(done) ? done : { matter: ground.matter }
  })
}

/** The speaker and those who agreed become voices of the matter; it stays as it is until this transaction ends. */
export const joinDraft = async (deciding: Deciding, matter: MatterId): Decided => {
  const { ctx, performer, actor, subject, draft } = deciding
  const { community, id } = subject
  const secret = await linkKeyOf(ctx.db, community)
  const done = await performer.perform(ctx, excerpt, {
    subject,
    actor,
    async command(trx) {
      const held = await draftIn(trx, deciding)
      if (!held) return refuse('draft-unknown')
      const standing = await standingOf(trx, { community, id: matter }, 'update')
      if (!standing) return refuse('matter-unknown')
      if (standing.status === 'closed') return refuse('matter-closed')
      const { speaker, text, also } = held.content
      const naming = { secret, matter, group: held.group }
      const speakers = [voice(naming, speaker ?? `${id}:${draft}`, text)]
      const joinings = [...speakers, ...also.map((nickname) => voice(naming, nickname))]
      return { type: 'JoinDraft' as const, draft, matter, joinings }
    },
  })
  return isRefused(done) ? done : null
}

export const dismissDraft = async (deciding: Deciding, reason: string): Decided => {
  const { ctx, performer, actor, subject, draft } = deciding
  const command = { type: 'DismissDraft', draft, reason } as const
  const done = await performer.perform(ctx, excerpt, { subject, command, actor })
  return isRefused(done) ? done : null
}
