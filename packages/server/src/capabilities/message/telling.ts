// The jobs that tell people: they read how the matter stands when they run, so that a late message is never a stale one.
import { createHash } from 'node:crypto'
import type { PagesModule } from '@yishi/contract/pages'
import type { CommunityId, Instant, MatterId, PersonId } from '@yishi/domain/kernel'
import { stageNow } from '@yishi/domain/procedure'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { linkKey, linkToken, readFollow, readMatter } from '../matter/index.ts'
import { alertJobs } from './alert-telling.ts'
import type { Channel } from './channel.ts'
import { sendOnce } from './sending.ts'
import type { MessageRow } from './tables.ts'

type Telling = {
  readonly pages: Pick<PagesModule, 'nextSentence' | 'handlerSentence' | 'alertText'>
  readonly channel: Channel
}
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

/** What this person heard last of the matter, apart from the message itself: a second try is no repetition. */
const lastHeard = async (trx: Transaction, { community_id, matter_id, person_id, message_id }: Draft) => {
  const { rows } = await sql<{ body: string }>`
    select body from app.message where community_id = ${community_id} and matter_id = ${matter_id}
      and person_id is not distinct from ${person_id} and message_id <> ${message_id}
    order by at desc, message_id desc limit 1`.execute(trx)
  return rows[0]?.body ?? null
}

type Draft = Omit<MessageRow, 'channel' | 'at' | 'sent_at' | 'read_at'>

const draftFor = async (ctx: Context, trx: Transaction, { pages }: Telling, data: Data): Promise<Draft | null> => {
  const { community, matter: id } = occasionOf(data)
  const held = await readMatter(trx, { community, id })
  if (!held || (held.row.raiser_id === null && held.row.raiser_phone === null)) return null
  const view = await readFollow(trx, { community, id }, ctx.clock.now())
  if (!view) return null
  const { raiser_id: person, raiser_phone: address, code } = held.row
  return {
    community_id: community,
    message_id: messageId(data, person ?? ''),
    person_id: person,
    matter_id: id,
    address,
    title: `${view.title}（${code}）`,
    body: pages.nextSentence(view, 'zh'),
    link: `/m/${linkToken(await linkKey(ctx.db, trx, community), id)}`,
  }
}

const inboxRow = (draft: Draft, at: Instant): MessageRow => ({
  ...draft,
  channel: 'inbox',
  at,
  sent_at: null,
  read_at: null,
})

/** Tells whoever raised the matter what happens next, unless that is what they heard last. */
const tellRaiser = async (ctx: Context, telling: Telling, data: Data): Promise<void> => {
  const outgoing = await inCommunities(ctx.db, [occasionOf(data).community], async (trx) => {
    const draft = await draftFor(ctx, trx, telling, data)
    if (!draft || draft.body === (await lastHeard(trx, draft))) return null
    if (draft.address !== null) return { ...draft, address: draft.address }
    await insert(trx, [inboxRow(draft, ctx.clock.now())])
    return null
  })
  if (outgoing) await sendOnce(ctx, telling.channel, outgoing)
}

type Place = { readonly community: CommunityId; readonly party: string; readonly path: string }

/** Those of the party whose hat covers the place: the others may not open the matter either. */
const membersOf = async (trx: Transaction, { community, party, path }: Place): Promise<readonly PersonId[]> => {
  const { rows } = await sql<{ person_id: PersonId }>`
    select distinct person_id from app.membership
    where community_id = ${community} and party_id = ${party} and ends is null
      and (path = '' or path = ${path} or starts_with(${path}, path || '.')) limit 50`.execute(trx)
  return rows.map(({ person_id }) => person_id)
}

/** Puts the matter into the inbox of everybody in the party that now has to act. */
const tellParty = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const { community, matter, type, party } = occasionOf(data)
  await inCommunities(ctx.db, [community], async (trx) => {
    const held = await readMatter(trx, { community, id: matter })
    if (!held) return
    const { row } = held
    const draft = {
      community_id: community,
      matter_id: matter,
      address: null,
      title: `${row.title}（${row.code}）`,
      body: pages.handlerSentence(type, stageNow(held.state).names, 'zh'),
      link: `/console/matters/${matter}`,
    }
    const members = await membersOf(trx, { community, party: party === '' ? row.responsible : party, path: row.path })
    const rows = members.map((person) =>
      inboxRow({ ...draft, message_id: messageId(data, person), person_id: person }, ctx.clock.now()),
    )
    if (rows.length > 0) await insert(trx, rows)
  })
}

export const messageJobs = (telling: Telling) => ({
  'tell-raiser': (ctx: Context, data: Data) => tellRaiser(ctx, telling, data),
  'tell-party': (ctx: Context, data: Data) => tellParty(ctx, telling, data),
  ...alertJobs(telling),
})
