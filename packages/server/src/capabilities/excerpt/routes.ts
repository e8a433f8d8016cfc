// Excerpts over HTTP: paste, look, and decide each draft. Parse, act, answer; no rule here.
import {
  confirmDraftSchema,
  dismissDraftSchema,
  excerptSchema,
  joinDraftSchema,
  pasteSchema,
} from '@yishi/contract/group'
import { keepsGroups } from '@yishi/domain/group'
import { type Actor, type ExcerptId, type MatterId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { onceOf } from '../../kernel/http/idempotency-key.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { findGroup, keptCommunities } from '../group/index.ts'
import { findMatter } from '../matter/index.ts'
import { type Deciding, confirmDraft, dismissDraft, joinDraft } from './deciding.ts'
import { pasteExcerpt } from './pasting.ts'
import { readExcerptView } from './query.ts'

/** More than may be read gets here, so that its sender is told how much may be. */
const PASTE_BYTES = 16 * 1024 * 1024

type Found = { readonly actor: Actor; readonly subject: Deciding['subject'] }
type Params = { readonly excerpt: string }

const findExcerpt = async ({ ctx, whoAsks }: Served, request: FastifyRequest, id: string): Promise<Found | Refused> => {
  const { actor } = await whoAsks(request)
  const communities = keptCommunities(actor)
  if (isRefused(communities)) return communities
  return inCommunities(ctx.db, communities, async (trx) => {
    const row = await trx
      .selectFrom('excerpt')
      .select(['community_id', 'path'])
      .where('excerpt_id', '=', id as ExcerptId)
      .executeTakeFirst()
    if (!row) return refuse('excerpt-unknown')
    const { community_id: community, path } = row
    return keepsGroups(actor, { community, path })
      ? { actor, subject: { community, id: id as ExcerptId } }
      : refuse('not-yours-to-do')
  })
}

const sendExcerpt = async ({ ctx }: Served, reply: FastifyReply, { actor, subject }: Found) => {
  const now = ctx.clock.now()
  const shown = await inCommunities(ctx.db, [subject.community], (trx) => readExcerptView(trx, subject, { actor, now }))
  return shown ? reply.send(shown) : sendRefusal(reply, refuse('excerpt-unknown'))
}

const pasting = (app: App, served: Served) => {
  const { ctx, performer, whoAsks } = served
  const schema = {
    params: z.object({ group: z.string().max(60) }),
    body: pasteSchema,
    response: { 200: excerptSchema },
  }
  app.post('/api/groups/:group/excerpts', { schema, bodyLimit: PASTE_BYTES }, async (request, reply) => {
    const { actor } = await whoAsks(request)
    const communities = keptCommunities(actor)
    if (isRefused(communities)) return sendRefusal(reply, communities)
    const found = await inCommunities(ctx.db, communities, (trx) => findGroup(trx, actor, request.params.group))
    if (isRefused(found)) return sendRefusal(reply, found)
    const { community_id: community, group_id, path } = found
    const group = { community, id: group_id, path }
    const { text } = request.body
    const once = onceOf(request, { group: group_id, text })
    const id = await pasteExcerpt({ ctx, performer, actor, group, ...once }, text)
    return isRefused(id) ? sendRefusal(reply, id) : sendExcerpt(served, reply, { actor, subject: { community, id } })
  })
}

const params = z.object({ excerpt: z.string().max(60), draft: z.coerce.number().int().min(0).max(999) })
type Decide<Body> = (deciding: Deciding, body: Body) => Promise<unknown>

const decidingBy = (app: App, served: Served) => {
  const answer = async <Body>(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    { excerpt, draft }: z.infer<typeof params>,
    body: Body,
    decide: Decide<Body>,
  ) => {
    const found = await findExcerpt(served, request, excerpt)
    if (isRefused(found)) return sendRefusal(reply, found)
    const { ctx, performer } = served
    const done = await decide({ ctx, performer, ...found, draft }, body)
    return isRefused(done) ? sendRefusal(reply, done) : sendExcerpt(served, reply, found)
  }
  const response = { 200: excerptSchema }
  app.post(
    '/api/excerpts/:excerpt/drafts/:draft/confirm',
    { schema: { params, body: confirmDraftSchema, response } },
    (request, reply) => answer({ request, reply }, request.params, request.body, confirmDraft),
  )
  app.post(
    '/api/excerpts/:excerpt/drafts/:draft/join',
    { schema: { params, body: joinDraftSchema, response } },
    (request, reply) =>
      answer({ request, reply }, request.params, request.body, async (deciding, { to }) => {
        const matter = await findMatter(served.ctx, deciding.actor, to)
        if (isRefused(matter)) return matter
        if (matter.community !== deciding.subject.community) return refuse('matter-unknown')
        return joinDraft(deciding, matter.id satisfies MatterId)
      }),
  )
  app.post(
    '/api/excerpts/:excerpt/drafts/:draft/dismiss',
    { schema: { params, body: dismissDraftSchema, response } },
    (request, reply) =>
      answer({ request, reply }, request.params, request.body, (deciding, { reason }) =>
        dismissDraft(deciding, reason),
      ),
  )
}

export const excerptRoutes = (app: App, served: Served): void => {
  pasting(app, served)
  app.get<{ Params: Params }>(
    '/api/excerpts/:excerpt',
    { schema: { params: z.object({ excerpt: z.string().max(60) }), response: { 200: excerptSchema } } },
    async (request, reply) => {
      const found = await findExcerpt(served, request, request.params.excerpt)
      return isRefused(found) ? sendRefusal(reply, found) : sendExcerpt(served, reply, found)
    },
  )
  decidingBy(app, served)
}
