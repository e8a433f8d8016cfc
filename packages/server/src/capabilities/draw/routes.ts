// Draws over HTTP: listed, announced, told, objected to, answered, and their proof for anybody. Parse, act, answer; no rule here.
import {
  type DrawCommandName,
  type DrawList,
  announceDrawSchema,
  drawCommandSchemas,
  drawFileSchema,
  drawListSchema,
  drawProofSchema,
} from '@yishi/contract/draw'
import { type CommunityId, type DrawId, type PersonActor, actorThere, holds, isRefused } from '@yishi/domain/kernel'
import { DESK, mayOpen } from '@yishi/domain/matter'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { proofOfPublished } from '../ledger/index.ts'
import { findMatter, readMatter } from '../matter/index.ts'
import { communityFor, hasTask } from '../territory/index.ts'
import { type Acting, actOnDraw, announceDraw } from './acting.ts'
import { readFile } from './file-query.ts'
import { findDraw, findPublicDraw } from './finding.ts'
import { drawLines } from './lines.ts'
import { ANNOUNCEMENT } from './view-query.ts'

type Asked = Acting & { readonly actor: PersonActor }

/** Null where nobody is signed in, and that has been answered. */
const askedBy = async (served: Served, request: FastifyRequest, reply: FastifyReply): Promise<Asked | null> => {
  const { actor } = await served.whoAsks(request)
  if (actor.kind === 'person') return { ...served, actor, key: idempotencyKey(request) }
  sendProblem(reply, 'not-signed-in')
  return null
}

const sendFile = async ({ ctx, ...asked }: Asked, reply: FastifyReply, subject: Subject<DrawId>) => {
  const now = ctx.clock.now()
  const actor = actorThere(asked.actor, subject.community)
  const file = await inCommunities(ctx.db, [subject.community], (trx) => readFile(trx, subject, { actor, now }))
  return file ? reply.send(file) : sendProblem(reply, 'draw-unknown')
}

type Where = { readonly community: CommunityId; readonly matter?: Subject }

const listOf = ({ ctx, actor }: Asked, { community, matter }: Where): Promise<DrawList> =>
  inCommunities(ctx.db, [community], async (trx) => {
    const held = matter && (await readMatter(trx, matter))
    const may = matter
      ? held !== null && held !== undefined && mayOpen(held.state, 'draw', actor) === null
      : holds(actor, DESK, community, '')
    return { draws: await drawLines(trx, { community, matter: matter?.id }), may, asOf: ctx.clock.now() }
  })

const listing = (app: App, served: Served) => {
  const querystring = z.object({ community: z.string().max(60).optional(), matter: z.string().max(60).optional() })
  const schema = { querystring, response: { 200: drawListSchema } }
  app.get('/api/draws', { schema }, async (request, reply) => {
    const asked = await askedBy(served, request, reply)
    if (!asked) return reply
    const { matter: id, community: named } = request.query
    const matter = id === undefined ? undefined : await findMatter(served.ctx, asked.actor, id)
    if (matter && isRefused(matter)) return sendRefusal(reply, matter)
    const community = matter?.community ?? communityFor(asked.actor, named, hasTask)
    if (isRefused(community)) return sendRefusal(reply, community)
    return listOf(asked, { community, ...(matter ? { matter } : {}) })
  })
}

const announcing = (app: App, served: Served) => {
  const schema = { body: announceDrawSchema, response: { 201: drawFileSchema } }
  app.post('/api/draws', { schema }, async (request, reply) => {
    const asked = await askedBy(served, request, reply)
    if (!asked) return reply
    const { matter: id, community: named } = request.body
    const matter = id === undefined ? undefined : await findMatter(served.ctx, asked.actor, id)
    if (matter && isRefused(matter)) return sendRefusal(reply, matter)
    const community = matter?.community ?? communityFor(asked.actor, named, hasTask)
    if (isRefused(community)) return sendRefusal(reply, community)
    const subject = await announceDraw(asked, { community, matter: matter?.id ?? null }, request.body)
    return isRefused(subject) ? sendRefusal(reply, subject) : sendFile(asked, reply.code(201), subject)
  })
}

const params = z.object({ draw: z.string().max(60) })

const reading = (app: App, served: Served) => {
  app.get('/api/draws/:draw', { schema: { params, response: { 200: drawFileSchema } } }, async (request, reply) => {
    const asked = await askedBy(served, request, reply)
    if (!asked) return reply
    const subject = await findDraw(served.ctx, asked.actor, request.params.draw)
    return isRefused(subject) ? sendRefusal(reply, subject) : sendFile(asked, reply, subject)
  })
  const proven = { params, response: { 200: drawProofSchema } }
  app.get('/api/draws/:draw/proof', { schema: proven }, async (request, reply) => {
    const subject = await findPublicDraw(served.ctx.db, request.params.draw)
    const proof =
      subject &&
      (await inCommunities(served.ctx.db, [subject.community], (trx) => proofOfPublished(trx, subject, ANNOUNCEMENT)))
    if (!proof) return sendProblem(reply, 'draw-unknown')
    const { value: announcement, ...rest } = proof
    return { announcement, ...rest }
  })
}

const acting = (app: App, served: Served) => {
  for (const name of Object.keys(drawCommandSchemas) as DrawCommandName[])
    app.post(
      `/api/draws/:draw/${name}`,
      { schema: { params, body: drawCommandSchemas[name], response: { 200: drawFileSchema } } },
      async (request, reply) => {
        const asked = await askedBy(served, request, reply)
        if (!asked) return reply
        const subject = await findDraw(served.ctx, asked.actor, request.params.draw)
        if (isRefused(subject)) return sendRefusal(reply, subject)
        const done = await actOnDraw(asked, subject, name, request.body as never)
        return isRefused(done) ? sendRefusal(reply, done) : sendFile(asked, reply, subject)
      },
    )
}

export const drawRoutes = (app: App, served: Served): void => {
  listing(app, served)
  announcing(app, served)
  reading(app, served)
  acting(app, served)
}
