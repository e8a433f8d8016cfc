// Raising a matter: from what somebody wrote at a place to the receipt that they take home.
import type { RaiseMatter, Receipt } from '@yishi/contract/matter'
import {
  type Actor,
  type CommunityId,
  type PhotoId,
  type PlaceId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { readPhone } from '@yishi/domain/privacy'
import type { Seating } from '@yishi/domain/procedure'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Performer } from '../../kernel/perform.ts'
import { receiptFor } from '../../kernel/receipt.ts'
import { knowsPhotos } from './asking.ts'
import { linkDigest, linkToken, newCode } from './code.ts'
import { matter } from './capability.ts'
import { linkKey } from './link-key.ts'
import { FIRST_PROCEDURE, currentProcedure } from './procedures.ts'

export type Spot = { readonly community: CommunityId; readonly place: PlaceId | null; readonly path: string }
export type RaiseRefusal = 'place-unknown' | 'not-a-phone' | 'photo-unknown'

type Raising = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}

const LONGEST_TITLE = 28

/** The first sentence, cut where a reader would; staff may correct it. */
export const titleOf = (text: string): string => {
  const [sentence = ''] = text.trim().split(/[\n。！？!?；;]/u, 1)
  const characters = [...sentence.trim()]
  return characters.length > LONGEST_TITLE
    ? `${characters.slice(0, LONGEST_TITLE).join('')}…`
    : characters.join('') || '…'
}

type SeatRow = { role: keyof Seating; party_id: Seating['staff'] }

export const seatingOf = async (trx: Transaction, community: CommunityId): Promise<Seating> => {
  const { rows } = await sql<SeatRow>`
    select role, party_id from app.party where community_id = ${community} and first`.execute(trx)
  const seating = Object.fromEntries(rows.map(({ role, party_id }) => [role, party_id])) as Partial<Seating>
  if (!seating.staff) throw new Error(`community ${community} has no committee`)
  return { ...seating, staff: seating.staff }
}

/** What a command needs to know of the community; read in one short transaction before the matter's own. */
const prepare = ({ ctx }: Raising, { community }: Spot, photos: readonly string[]) =>
  inCommunities(ctx.db, [community], async (trx) => {
    if (!(await knowsPhotos(trx, community, photos))) return refuse('photo-unknown' as const)
    const procedure = await currentProcedure(trx, community, FIRST_PROCEDURE)
    if (!procedure) throw new Error(`community ${community} has not adopted ${FIRST_PROCEDURE}`)
    return { procedure, seating: await seatingOf(trx, community), secret: await linkKey(ctx.db, trx, community) }
  })

const CODE_TAKEN = '23505'
const MOST_TRIES = 4

/** The receipt, or why not; a request sent twice under one key gets the same receipt. */
export const raiseMatter = async (raising: Raising, asked: RaiseMatter, spot: Spot): Promise<Receipt | Refused> => {
  const phone = asked.phone ? readPhone(asked.phone) : null
  if (asked.phone && phone === null) return refuse('not-a-phone')
  const prepared = await prepare(raising, spot, asked.photos)
  if (isRefused(prepared)) return prepared
  for (let tries = 1; ; tries += 1)
    try {
      return await raiseOnce(raising, { asked, spot, phone, ...prepared })
    } catch (error) {
      if (tries >= MOST_TRIES || (error as { code?: unknown }).code !== CODE_TAKEN) throw error
    }
}

type Prepared = { asked: RaiseMatter; spot: Spot; phone: string | null } & Exclude<
  Awaited<ReturnType<typeof prepare>>,
  Refused
>

const raiseOnce = async ({ ctx, performer, actor, key }: Raising, prepared: Prepared): Promise<Receipt | Refused> => {
  const { asked, spot, phone, secret, procedure, seating } = prepared
  const id = ctx.ids('mat')
  const noted = !['code', 'web'].includes(asked.channel)
  const performed = await performer.perform(ctx, matter, {
    subject: { community: spot.community, id },
    actor,
    ...(key ? { once: { key, of: { asked, place: spot.place } } } : {}),
    command: {
      type: 'RaiseMatter',
      id,
      procedure,
      seating,
      ...spot,
      where: asked.where ?? '',
      title: asked.title ?? titleOf(asked.text),
      text: asked.text,
      photos: asked.photos as readonly PhotoId[],
      raiser: actor.kind === 'person' && !noted ? actor.person : null,
      name: asked.name || null,
      phone,
      publicity: asked.publicity,
      channel: asked.channel,
      code: newCode(),
      linkDigest: linkDigest(linkToken(secret, id)),
    },
  })
  if (isRefused(performed)) return performed
  const raised = performed.id as typeof id
  const code = await inCommunities(ctx.db, [spot.community], (trx) =>
    trx
      .selectFrom('matter')
      .select('code')
      .where('community_id', '=', spot.community)
      .where('matter_id', '=', raised)
      .executeTakeFirstOrThrow(),
  )
  const entry = performed.entries[0]!
  return {
    matter: raised,
    ...code,
    link: `/m/${linkToken(secret, raised)}`,
    receipt: receiptFor(ctx, spot.community, entry),
  }
}
