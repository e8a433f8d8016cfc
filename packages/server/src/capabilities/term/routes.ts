// Terms of owners' committees over HTTP for the desk. Parse, act, answer; no rule here.
import {
  TERM_ACTS,
  type TermAct,
  type TermBody,
  newTermSchema,
  termActSchemas,
  termFileSchema,
  termListSchema,
  termOfferSchema,
} from '@yishi/contract/term'
import {
  type Actor,
  type Hat,
  type PollId,
  type Refused,
  type TermId,
  actorThere,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { DESK } from '@yishi/domain/matter'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { finderBy } from '../../kernel/finding.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { findPoll } from '../poll/index.ts'
import { communityFor } from '../territory/index.ts'
import { actOnTerm, beginTerm } from './acting.ts'
import { termFile, termList, termOffer } from './file-query.ts'

export const findTerm = finderBy<TermId>('community_of_term')

const keeps = ({ role, path }: Hat): boolean => path === '' && DESK.includes(role)

type Asking = { readonly actor: Actor; readonly subject: Subject<TermId> }

/** Elsewhere nobody learns whether it exists. */
const found = async (served: Served, request: FastifyRequest, id: string): Promise<Asking | Refused> => {
  const { actor } = await served.whoAsks(request)
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const subject = await findTerm(served.ctx.db, id)
  const here = actor.hats.filter(({ community }) => community === subject?.community)
  if (!subject || here.length === 0) return refuse('term-unknown')
  return here.some(keeps) ? { actor: actorThere(actor, subject.community), subject } : refuse('not-yours-to-do')
}

const sendFile = async ({ ctx }: Served, reply: FastifyReply, { subject }: Asking) => {
  const file = await inCommunities(ctx.db, [subject.community], (trx) => termFile(trx, subject, ctx.clock.now()))
  return file ? reply.header('cache-control', 'no-store').send(file) : sendProblem(reply, 'term-unknown')
}

const listing = (app: App, served: Served) => {
  const querystring = z.object({ community: z.string().max(60).optional() })
  app.get('/api/terms', { schema: { querystring, response: { 200: termListSchema } } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const here = communityFor(actor, request.query.community, keeps)
    if (isRefused(here)) return sendRefusal(reply, here)
    return inCommunities(served.ctx.db, [here], (trx) => termList(trx, here, served.ctx.clock.now()))
  })
  app.post(
    '/api/terms',
    { schema: { body: newTermSchema, response: { 201: termFileSchema } } },
    async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      const { community, ...asked } = request.body
      const here = communityFor(actor, community, keeps)
      if (isRefused(here)) return sendRefusal(reply, here)
      const subject = await beginTerm({ ...served, actor, key: idempotencyKey(request) }, here, asked)
      return isRefused(subject) ? sendRefusal(reply, subject) : sendFile(served, reply.code(201), { actor, subject })
    },
  )
}

/** With the roster's rows of those elected: for the desk alone. */
const offering = (app: App, served: Served) => {
  const querystring = z.object({ poll: z.string().max(60) })
  app.get(
    '/api/term-offers',
    { schema: { querystring, response: { 200: termOfferSchema } } },
    async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      const poll = await findPoll(served.ctx.db, request.query.poll)
      const here = communityFor(actor, poll?.community, keeps)
      if (isRefused(here)) return sendRefusal(reply, here)
      const subject = { community: here, id: request.query.poll as PollId }
      const now = served.ctx.clock.now()
      const offer = await inCommunities(served.ctx.db, [here], (trx) => termOffer(trx, subject, now))
      return offer ? reply.header('cache-control', 'no-store').send(offer) : sendProblem(reply, 'election-unfit')
    },
  )
}

const params = z.object({ term: z.string().max(60) })

const onOne = (app: App, served: Served) => {
  app.get('/api/terms/:term', { schema: { params, response: { 200: termFileSchema } } }, async (request, reply) => {
    const asking = await found(served, request, request.params.term)
    return isRefused(asking) ? sendRefusal(reply, asking) : sendFile(served, reply, asking)
  })
  const on = <Act extends TermAct>(act: Act) =>
    app.post(
      `/api/terms/:term/${act}`,
      { schema: { params, body: termActSchemas[act] as z.ZodType, response: { 200: termFileSchema } } },
      async (request, reply) => {
        const asking = await found(served, request, request.params.term)
        if (isRefused(asking)) return sendRefusal(reply, asking)
        const by = { ...served, actor: asking.actor, key: idempotencyKey(request) }
        const done = await actOnTerm(by, asking.subject, act, request.body as TermBody<Act>)
        return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, asking)
      },
    )
  for (const act of TERM_ACTS) on(act)
}

export const termRoutes = (app: App, served: Served): void => {
  listing(app, served)
  offering(app, served)
  onOne(app, served)
}
