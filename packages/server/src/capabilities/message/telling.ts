// The jobs that tell people: they read how the matter stands when they run, so that a late message is never a stale one.
import { createHash } from 'node:crypto'
import type { PagesModule } from '@yishi/contract/pages'
import type { CommunityId, Instant, MatterId, PersonId } from '@yishi/domain/kernel'
import { stageNow } from '@yishi/domain/procedure'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { linkKey, linkToken, readFollow, readMatter, readMatters } from '../matter/index.ts'
import type { Channel } from './channel.ts'
import { inEveryLanguage } from './said.ts'
import { type Sending, sendOnce } from './sending.ts'
import type { MessageRow } from './tables.ts'

type Telling = {
  readonly pages: Pick<PagesModule, 'nextSentence' | 'handlerSentence'>
  readonly channel: Channel
}
type Data = Readonly<Record<string, string>>
/** The same for every try of a job, so that nobody is told twice. */
export const messageId = (data: Data, person: string): string =>
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

export const insertMessages = (trx: Transaction, rows: readonly MessageRow[]) =>
  trx
    .insertInto('message')
    .expression(sql`select * from json_populate_recordset(null::app.message, ${JSON.stringify(rows)}::json)`)
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

export type Draft = Omit<MessageRow, 'channel' | 'at' | 'sent_at' | 'read_at'>

const helperPage = (matter: MatterId): string => `/help/${matter}`

/** To whoever raised it by their link, and to who helps them by the helper's own page, which shuts when the helping ends. */
const draftsFor = async (ctx: Context, trx: Transaction, { pages }: Telling, data: Data): Promise<readonly Draft[]> => {
  const { community, matter: id } = occasionOf(data)
  const held = await readMatter(trx, { community, id })
  const view = held && (await readFollow(trx, { community, id }, ctx.clock.now()))
  if (!held || !view) return []
  const { raiser_id: person, raiser_phone: address, helper_id: helper, code } = held.row
  const about = {
    community_id: community,
    matter_id: id,
    ...inEveryLanguage((lang) => ({ title: `${view.title}（${code}）`, body: pages.nextSentence(view, lang) })),
  }
  const draft = (to: Pick<Draft, 'person_id' | 'address' | 'link'>): Draft => ({
    ...about,
    ...to,
    message_id: messageId(data, to.person_id ?? ''),
  })
  const link = `/m/${linkToken(await linkKey(ctx.db, trx, community), id)}`
  return [
    ...(person === null && address === null ? [] : [draft({ person_id: person, address, link })]),
    ...(helper === null ? [] : [draft({ person_id: helper, address: null, link: helperPage(id) })]),
  ]
}

export const inboxRow = (draft: Draft, at: Instant): MessageRow => ({
  ...draft,
  channel: 'inbox',
  at,
  sent_at: null,
  read_at: null,
})

/** Tells whoever raised the matter, and their helper, what happens next, unless that is what they heard last. */
const tellRaiser = async (ctx: Context, telling: Telling, data: Data): Promise<void> => {
  const outgoing = await inCommunities(ctx.db, [occasionOf(data).community], async (trx) => {
    const sending: Sending[] = []
    for (const draft of await draftsFor(ctx, trx, telling, data)) {
      if (draft.body === (await lastHeard(trx, draft))) continue
      if (draft.address === null) await insertMessages(trx, [inboxRow(draft, ctx.clock.now())])
      else sending.push({ ...draft, address: draft.address })
    }
    return sending
  })
  for (const message of outgoing) await sendOnce(ctx, telling.channel, message)
}

type Place = { readonly party: string; readonly path: string }

/** Those of the party whose hat covers the place: the others may not open the matter either. For each place in its order. */
export const membersOf = async (
  trx: Transaction,
  community: CommunityId,
  places: readonly Place[],
): Promise<readonly (readonly PersonId[])[]> => {
  const { rows } = await sql<{ members: PersonId[] }>`
    select array(
      select distinct person_id from app.membership
      where community_id = ${community} and party_id = place.party and ends is null
        and (path = '' or path = place.path or starts_with(place.path, path || '.')) limit 50
    ) as members
    from unnest(${places.map(({ party }) => party)}::text[], ${places.map(({ path }) => path)}::text[])
      with ordinality as place (party, path, number) order by number`.execute(trx)
  return rows.map(({ members }) => members)
}

type Held = NonNullable<Awaited<ReturnType<typeof readMatter>>>

const draftForMember = ({ pages }: Telling, data: Data, { row, state }: Held, person: PersonId): Draft => ({
  community_id: row.community_id,
  message_id: messageId(data, person),
  person_id: person,
  matter_id: row.matter_id,
  address: null,
  ...inEveryLanguage((lang) => ({
    title: `${row.title}（${row.code}）`,
    body: pages.handlerSentence(occasionOf(data).type, stageNow(state).names, lang),
  })),
  link: `/console/matters/${row.matter_id}`,
})

/** `''` is whoever is responsible when it is told, `committee` the committee of the matter. */
const partyNamed = (party: string, { row }: Held): string =>
  ({ '': row.responsible, committee: row.seating.staff })[party] ?? party

/** Puts the matters into the inbox of everybody in the party that now has to act. */
const tellParties = async (ctx: Context, telling: Telling, community: CommunityId, all: readonly Data[]) =>
  inCommunities(ctx.db, [community], async (trx) => {
    const matters = await readMatters(trx, { community, ids: all.map((data) => occasionOf(data).matter) })
    const due = all.flatMap((data) => {
      const held = matters.get(occasionOf(data).matter)
      return held ? [{ data, held, party: partyNamed(occasionOf(data).party, held), path: held.row.path }] : []
    })
    const members = await membersOf(trx, community, due)
    const rows = due.flatMap(({ data, held }, index) =>
      (members[index] ?? []).map((person) => inboxRow(draftForMember(telling, data, held, person), ctx.clock.now())),
    )
    if (rows.length > 0) await insertMessages(trx, rows)
  })

const communityOf = (data: Data): CommunityId => occasionOf(data).community

/** Without consent the helper keeps nothing of the matter, not even what was said of it in their inbox. */
const forgetHelper = async (ctx: Context, data: Data): Promise<void> => {
  const { community, matter } = occasionOf(data)
  await inCommunities(ctx.db, [community], (trx) =>
    trx
      .deleteFrom('message')
      .where('community_id', '=', community)
      .where('matter_id', '=', matter)
      .where('link', '=', helperPage(matter))
      .execute(),
  )
}

export const messageJobs = (telling: Telling): JobHandlers => ({
  'tell-raiser': oneByOne((ctx, data) => tellRaiser(ctx, telling, data)),
  'tell-party': async (ctx, all) => {
    for (const [community, same] of Map.groupBy(all, communityOf)) await tellParties(ctx, telling, community, same)
  },
  'forget-helper': oneByOne(forgetHelper),
})
