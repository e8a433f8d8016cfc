// Raising a matter: from what somebody wrote at a place to the receipt that they take home.
import type { RaiseMatter, Receipt } from '@yishi/contract/matter'
import {
  type Actor,
  type CommunityId,
  type MatterId,
  type PhotoId,
  type PlaceId,
  type Refused,
  actorThere,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { HELP_TEXT, type Helped } from '@yishi/domain/helping'
import { ABSENT, titleOf } from '@yishi/domain/matter'
import { readPhone } from '@yishi/domain/privacy'
import type { Seating } from '@yishi/domain/procedure'
import { unheardTitle } from '@yishi/domain/recording'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { oncePerTransaction } from '../../kernel/database/once-per-transaction.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Performer } from '../../kernel/perform.ts'
import { receiptFor } from '../../kernel/receipt.ts'
import { knowsPhotos } from '../photo/index.ts'
import { voiceOf } from '../recording/index.ts'
import { type LinkKey, linkToken } from './code.ts'
import { matter } from './capability.ts'
import { linkKeyOf } from './link-key.ts'
import { FIRST_PROCEDURE, procedureOf } from './procedures.ts'
import { type RaiseCommand, raiseAs, untilCodeIsFree } from './raising.ts'
import { spareCode } from './spare-codes.ts'
import { asTwin } from './twin.ts'

export type Spot = { readonly community: CommunityId; readonly place: PlaceId | null; readonly path: string }
export type RaiseRefusal = 'place-unknown' | 'node-unknown' | 'not-a-phone' | 'photo-unknown' | 'recording-unknown'

type Raising = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}

type Ground = { readonly version: number | null; readonly seating: Partial<Seating> | null }

/** The procedure that every matter starts on, and who sits on the seats of this community. */
export const groundOf = oncePerTransaction(async (trx: Transaction, community: CommunityId) => {
  const { rows } = await sql<Ground>`
    select (select version from app.procedure where community_id = ${community} and key = ${FIRST_PROCEDURE} and current),
      (select jsonb_object_agg(role, party_id) from (
        select distinct on (role) role, party_id from app.party
        where community_id = ${community} order by role, first desc, party_id
      ) as seat) as seating`.execute(trx)
  const { version = null, seating = null } = rows[0] ?? {}
  if (version === null) throw new Error(`community ${community} has not adopted ${FIRST_PROCEDURE}`)
  if (!seating?.staff) throw new Error(`community ${community} has no committee`)
  const procedure = await procedureOf(trx, community, { key: FIRST_PROCEDURE, version })
  return { procedure, seating: { ...seating, staff: seating.staff } }
})

/** The receipt, or why not; a request sent twice under one key gets the same receipt. */
export const raiseMatter = async (raising: Raising, asked: RaiseMatter, spot: Spot): Promise<Receipt | Refused> => {
  const phone = asked.phone ? readPhone(asked.phone) : null
  if (asked.phone && phone === null) return refuse('not-a-phone')
  const secret = await linkKeyOf(raising.ctx.db, spot.community)
  return untilCodeIsFree(() => raiseOnce(raising, { asked, spot, phone, secret }))
}

type Given = {
  readonly asked: RaiseMatter
  readonly spot: Spot
  readonly phone: string | null
  readonly secret: LinkKey
}
type Prepared = Omit<Given, 'secret'> & {
  readonly id: MatterId
  readonly token: string
  readonly code: string
}

const placeName = async (trx: Transaction, { community, place }: Spot): Promise<string> => {
  const row = await trx
    .selectFrom('place')
    .select('name')
    .where('community_id', '=', community)
    .where('place_id', '=', place)
    .executeTakeFirst()
  return row?.name ?? ''
}

/** What is only said aloud is called after its place until somebody has listened. */
const nameOf = async (trx: Transaction, { asked, spot }: Prepared): Promise<string> => {
  if (asked.title) return asked.title
  return asked.text ? titleOf(asked.text) : unheardTitle((await placeName(trx, spot)) || (asked.where ?? ''))
}

/** Whose consent it is stands with the matter: the neighbour's own name and number. */
const helpOf = ({ ids }: Raising['ctx'], { asked: { help, name = '' }, phone }: Prepared): Helped =>
  help
    ? {
        help: {
          consent: ids('cst'),
          text: HELP_TEXT,
          way: help.way,
          name,
          phone,
          unit: help.unit,
          paper: (help.paper as PhotoId | undefined) ?? null,
        },
      }
    : {}

const commandOf = async (
  trx: Transaction,
  { actor: anybody, ctx }: Raising,
  prepared: Prepared,
): Promise<RaiseCommand | Refused<'photo-unknown' | 'recording-unknown'>> => {
  const { asked, spot, phone, id, token, code } = prepared
  const actor = actorThere(anybody, spot.community)
  const photos = [...asked.photos, ...(asked.help?.paper ? [asked.help.paper] : [])]
  if (!(await knowsPhotos(trx, spot.community, photos))) return refuse('photo-unknown')
  const voice = await voiceOf(trx, spot.community, asked.recording)
  if (isRefused(voice)) return voice
  const noted = !['code', 'web'].includes(asked.channel)
  return raiseAs(await groundOf(trx, spot.community), {
    id,
    token,
    code,
    ...spot,
    where: asked.where ?? '',
    title: await nameOf(trx, prepared),
    text: asked.text,
    photos: asked.photos as readonly PhotoId[],
    raiser: actor.kind === 'person' && !noted && !asked.help ? actor.person : null,
    name: asked.name || null,
    phone,
    publicity: asked.publicity,
    channel: asked.channel,
    ...voice,
    ...helpOf(ctx, prepared),
  })
}

const storedCode = async ({ ctx }: Raising, { community }: Spot, id: MatterId): Promise<string> => {
  const { code } = await inCommunities(ctx.db, [community], (trx) =>
    trx
      .selectFrom('matter')
      .select('code')
      .where('community_id', '=', community)
      .where('matter_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return code
}

const raiseOnce = async (raising: Raising, { secret, ...given }: Given): Promise<Receipt | Refused> => {
  const { ctx, performer, actor, key } = raising
  const { asked, spot } = given
  const id = ctx.ids('mat')
  const token = linkToken(secret, id)
  const free = await spareCode(ctx.db, spot.community)
  const performed = await performer.perform(ctx, matter, {
    subject: { community: spot.community, id },
    fresh: ABSENT,
    actor,
    ...(key ? { once: { key, of: { asked: asTwin(asked), place: spot.place } } } : {}),
    command: (trx) => commandOf(trx, raising, { ...given, id, token, code: free }),
  })
  if (isRefused(performed)) return performed
  const raised = performed.id as MatterId
  const [event] = performed.happened?.events ?? []
  const code = event?.type === 'MatterRaised' ? event.code : await storedCode(raising, spot, raised)
  const receipt = await receiptFor(ctx, spot.community, performed.entries[0]!)
  // The link is the neighbour's: a helper who had it could act for ever.
  const link = asked.help ? `/help/${raised}` : `/m/${raised === id ? token : linkToken(secret, raised)}`
  return { matter: raised, code, link, receipt }
}
