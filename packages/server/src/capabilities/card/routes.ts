// Cards over HTTP: what is owed to the groups that somebody keeps, and the card of any matter, as words and as a picture.
import { type OwedCard, ofCommunitySchema, owedCardSchema, replyCardSchema } from '@yishi/contract/group'
import type { CardFacts } from '@yishi/contract/pages'
import { keepsGroups } from '@yishi/domain/group'
import { type CardId, type CommunityId, type Instant, LANGUAGES, type MatterId, isRefused } from '@yishi/domain/kernel'
import { maskText } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { keepsIn, keptCommunities } from '../group/index.ts'
import { findMatter, publicTitle, readFollow, readMatter } from '../matter/index.ts'
import { card } from './capability.ts'

type Row = { readonly owed: OwedCard; readonly path: string }

const owedIn = async (trx: Transaction, community: CommunityId): Promise<readonly Row[]> => {
  const { rows } = await sql<OwedCard & { readonly path: string }>`
    select c.card_id as card, c.group_id as "group", g.name as "groupName", c.matter_id as matter, m.code, m.title, m.phase,
      c.owed_at as "owedAt", c.path
    from app.card c join app.chat_group g using (community_id, group_id) join app.matter m using (community_id, matter_id)
    where c.community_id = ${community} and c.status = 'owed' and g.status = 'kept'
    order by c.owed_at desc limit 200`.execute(trx)
  return rows.map(({ path, ...owed }) => ({ owed, path }))
}

/** Nothing that a stranger in the group may not read: no name, no door, no words of whoever raised it. */
const factsOf = async (
  trx: Transaction,
  subject: Subject<MatterId>,
  { now, publicUrl }: { readonly now: Instant; readonly publicUrl: string },
): Promise<CardFacts | null> => {
  const held = await readMatter(trx, subject)
  const view = await readFollow(trx, subject, now)
  if (!held || !view) return null
  const { phase, act, end, responsible, meetings, code, clock, voices, asOf, community } = view
  const isPublic = held.row.publicity !== 'closed'
  const { rows } = await sql<{ place: string | null }>`
    select name as place from app.place where community_id = ${subject.community} and place_id = ${held.row.place_id}`.execute(
    trx,
  )
  return {
    phase,
    act,
    end,
    // Who said what stays between them: the group hears which step it is.
    story: [],
    meetings: isPublic ? meetings : [],
    responsible: { ...responsible, name: responsible.party, phone: null },
    code,
    clock,
    voices,
    asOf,
    community: community.name,
    title: isPublic ? maskText(publicTitle(held.row)) : null,
    place: isPublic ? (rows[0]?.place ?? '') : '',
    url: isPublic ? `${publicUrl}/find?code=${code}` : null,
  }
}

const ofMatter = (app: App, { ctx, whoAsks, pages }: Served) =>
  app.get(
    '/api/matters/:matter/card',
    {
      schema: {
        params: z.object({ matter: z.string() }),
        querystring: z.object({ lang: z.enum(LANGUAGES).default('zh').catch('zh') }),
        response: { 200: replyCardSchema },
      },
    },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const subject = await findMatter(ctx, actor, request.params.matter)
      if (isRefused(subject)) return sendRefusal(reply, subject)
      const { publicUrl } = ctx.settings
      const facts = await inCommunities(ctx.db, [subject.community], (trx) =>
        factsOf(trx, subject, { now: ctx.clock.now(), publicUrl }),
      )
      return facts ? reply.send(pages.replyCard(facts, request.query.lang)) : sendProblem(reply, 'matter-unknown')
    },
  )

const posting = (app: App, { ctx, performer, whoAsks }: Served) =>
  app.post(
    '/api/cards/:card/posted',
    { schema: { params: z.object({ card: z.string().max(60) }), body: z.object({}) } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const communities = keptCommunities(actor)
      if (isRefused(communities)) return sendRefusal(reply, communities)
      const row = await inCommunities(ctx.db, communities, (trx) =>
        trx
          .selectFrom('card')
          .select('community_id')
          .where('card_id', '=', request.params.card as CardId)
          .executeTakeFirst(),
      )
      if (!row) return sendProblem(reply, 'card-unknown')
      const subject = { community: row.community_id, id: request.params.card }
      const done = await performer.perform(ctx, card, { subject, command: { type: 'PostCard' }, actor })
      return isRefused(done) ? sendRefusal(reply, done) : reply.code(204).send()
    },
  )

export const cardRoutes = (app: App, served: Served): void => {
  const { ctx, whoAsks } = served
  app.get(
    '/api/cards',
    { schema: { querystring: ofCommunitySchema, response: { 200: z.array(owedCardSchema) } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const community = keepsIn(actor, request.query.community)
      if (isRefused(community)) return sendRefusal(reply, community)
      const rows = await inCommunities(ctx.db, [community], (trx) => owedIn(trx, community))
      return rows.filter(({ path }) => keepsGroups(actor, { community, path })).map(({ owed }) => owed)
    },
  )
  ofMatter(app, served)
  posting(app, served)
}
