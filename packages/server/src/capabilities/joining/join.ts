// Joining a matter from the page behind a scanned code: one voice more, a receipt, and a link to follow how it goes.
import { type CommunityId, type MatterId, type PersonId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { readPhone } from '@yishi/domain/privacy'
import type { PhotoId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { type Join, linkKeyOf, linkToken, matterOfCode, readCode } from '../matter/index.ts'
import { knowsPhotos } from '../photo/index.ts'
import { joining } from './capability.ts'
import { voiceOf } from './voice.ts'

export type Standing = {
  readonly status: 'open' | 'closed'
  readonly publicity: 'open' | 'nameless' | 'closed'
  readonly path: string
  readonly raiser: PersonId | null
}

/**
 * How the matter stands, and so it stays until this transaction ends: whoever closes it waits, or has closed it already.
 * `update` where the matter itself is held afterwards, so that two who wait for one another are none.
 */
export const standingOf = async (
  trx: Transaction,
  { community, id }: Subject,
  lock: 'share' | 'update' = 'share',
): Promise<Standing | null> => {
  const { rows } = await sql<Standing>`
    select status, publicity, path, raiser_id as raiser from app.matter
    where community_id = ${community} and matter_id = ${id} for ${sql.raw(lock)}`.execute(trx)
  return rows[0] ?? null
}

const ownPhone = async (ctx: Context, community: CommunityId, person: PersonId): Promise<string | null> =>
  inCommunities(ctx.db, [community], async (trx) => {
    const row = await trx
      .selectFrom('person')
      .select('phone')
      .where('community_id', '=', community)
      .where('person_id', '=', person)
      .executeTakeFirst()
    return row?.phone ?? null
  })

type Asked = Parameters<Join>[1]

/** A person is known by their own number, else by the one they left, else by their account; a stranger by the form they sent. */
const whoOf = async (ctx: Context, { actor, community, key }: Asked, phone: string | null): Promise<string> => {
  if (actor.kind !== 'person') return phone ?? `key:${key}`
  return (await ownPhone(ctx, community, actor.person)) ?? phone ?? actor.person
}

const findPublic = async (ctx: Context, { code, community }: Asked): Promise<Subject<MatterId> | null> => {
  const read = readCode(code)
  const subject = read ? await matterOfCode(ctx.db, read) : null
  return subject?.community === community ? subject : null
}

export const joinMatter: Join = async ({ ctx, performer }, asked) => {
  const { actor, community, draft } = asked
  const subject = await findPublic(ctx, asked)
  if (!subject) return refuse('matter-unknown')
  const phone = draft.phone ? readPhone(draft.phone) : null
  if (draft.phone && phone === null) return refuse('not-a-phone')
  const secret = await linkKeyOf(ctx.db, community)
  const who = await whoOf(ctx, asked, phone)
  const photos = draft.kept.map(({ id }) => id as PhotoId)
  const { joining: id, ...voice } = voiceOf(
    { secret, matter: subject.id, who },
    {
      person: actor.kind === 'person' ? actor.person : null,
      name: draft.name || null,
      phone,
      text: draft.text,
      photos,
      channel: 'code',
    },
  )
  const command = async (trx: Transaction) => {
    const held = await standingOf(trx, subject)
    if (!held || !(await knowsPhotos(trx, community, photos))) return refuse('matter-unknown')
    const { raiser, ...standing } = held
    return { type: 'JoinMatter' as const, community, matter: subject.id, standing, raiser, ...voice }
  }
  const done = await performer.perform(ctx, joining, { subject: { community, id }, command, actor })
  return isRefused(done) ? (done satisfies Refused) : { link: `/j/${linkToken(secret, id)}` }
}
