// The jobs that tell people: they read how the matter stands when they run, so that a late message is never a stale one.
import { createHash } from 'node:crypto'
import type { PagesModule } from '@yishi/contract/pages'
import type { CommunityId, MatterId, PersonId } from '@yishi/domain/kernel'
import { stageNow } from '@yishi/domain/procedure'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { linkKey, linkToken, readFollow, readMatter } from '../matter/index.ts'
import type { Channel } from './channel.ts'
import type { MessageRow } from './tables.ts'

type Telling = { readonly pages: Pick<PagesModule, 'nextSentence' | 'handlerSentence'>; readonly channel: Channel }
type Data = Readonly<Record<string, string>>
/** The same for every try of a job, so that nobody is told twice. */
const messageId = (data: Data, person: string): string =>
  `msg_${createHash('sha256')
    .update(JSON.stringify([data, person]))
    .digest('hex')
    .slice(0, 26)}`

type Occasion = {
  readonly community: CommunityId
  readonly matter: MatterId
  readonly type: string
  readonly party: string
}

const occasionOf = (data: Data): Occasion => ({
  community: data['community'] as CommunityId,
  matter: data['matter'] as MatterId,
  type: data['type'] ?? '',
  party: data['party'] ?? '',
})

const insert = (trx: Transaction, rows: readonly MessageRow[]) =>
  trx
    .insertInto('message')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

const lastSaid = async (trx: Transaction, { community, matter }: Occasion, person: PersonId | null) => {
  const { rows } = await sql<{ body: string }>`
    select body from app.message where community_id = ${community} and matter_id = ${matter}
      and person_id is not distinct from ${person} order by at desc, message_id desc limit 1`.execute(trx)
  return rows[0]?.body ?? null
}

/** Tells whoever raised the matter what happens next, unless that is what they heard last. */
const tellRaiser = async (ctx: Context, { pages, channel }: Telling, data: Data): Promise<void> => {
  const occasion = occasionOf(data)
  const { community, matter } = occasion
  const outgoing = await inCommunities(ctx.db, [community], async (trx) => {
    const now = ctx.clock.now()
    const subject = { community, id: matter }
    const held = await readMatter(trx, subject)
    if (!held || (held.row.raiser_id === null && held.row.raiser_phone === null)) return null
    const view = await readFollow(trx, subject, now)
    if (!view) return null
    const { raiser_id: person, raiser_phone: phone, code } = held.row
    const body = pages.nextSentence(view, 'zh')
    if (body === (await lastSaid(trx, occasion, person))) return null
    const link = `/m/${linkToken(await linkKey(ctx.db, trx, community), matter)}`
    const row = {
      community_id: community,
      message_id: messageId(data, person ?? ''),
      person_id: person,
      matter_id: matter,
      channel: phone === null ? 'inbox' : channel.name,
      address: phone,
      title: `${view.title}（${code}）`,
      body,
      link,
      at: now,
      sent_at: null,
      read_at: null,
    }
    await insert(trx, [row])
    return phone === null ? null : { id: row.message_id, to: phone, title: row.title, body, link }
  })
  if (!outgoing) return
  await channel.deliver(outgoing)
  await inCommunities(ctx.db, [community], (trx) =>
    trx
      .updateTable('message')
      .set({ sent_at: ctx.clock.now() })
      .where('community_id', '=', community)
      .where('message_id', '=', outgoing.id)
      .execute(),
  )
}

const membersOf = async (trx: Transaction, community: CommunityId, party: string): Promise<readonly PersonId[]> => {
  const { rows } = await sql<{ person_id: PersonId }>`
    select distinct person_id from app.membership
    where community_id = ${community} and party_id = ${party} and ends is null limit 50`.execute(trx)
  return rows.map(({ person_id }) => person_id)
}

/** Puts the matter into the inbox of everybody in the party that now has to act. */
const tellParty = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const { community, matter, type, party } = occasionOf(data)
  await inCommunities(ctx.db, [community], async (trx) => {
    const held = await readMatter(trx, { community, id: matter })
    if (!held) return
    const { row } = held
    const at = ctx.clock.now()
    const body = pages.handlerSentence(type, stageNow(held.state).names, 'zh')
    const message = {
      community_id: community,
      matter_id: matter,
      channel: 'inbox',
      address: null,
      title: `${row.title}（${row.code}）`,
      body,
      link: `/console/matters/${matter}`,
      at,
      sent_at: null,
      read_at: null,
    }
    const members = await membersOf(trx, community, party === '' ? row.responsible : party)
    const rows = members.map((person) => ({ ...message, message_id: messageId(data, person), person_id: person }))
    if (rows.length > 0) await insert(trx, rows)
  })
}

export const messageJobs = (telling: Telling) => ({
  'tell-raiser': (ctx: Context, data: Data) => tellRaiser(ctx, telling, data),
  'tell-party': (ctx: Context, data: Data) => tellParty(ctx, telling, data),
})
