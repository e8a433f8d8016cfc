// Secret elections over HTTP for those who run them, give out ballots and count. Parse, act, answer; no rule here.
import {
  ELECTION_ACTS,
  type ElectionAct,
  type ElectionBody,
  electionActSchemas,
  electionLawViewSchema,
  electionLineSchema,
  newElectionSchema,
  rollLineSchema,
  rollProposalSchema,
  rollQuerySchema,
} from '@yishi/contract/election'
import { electionFileSchema } from '@yishi/contract/election-file'
import {
  type Actor,
  type ElectionId,
  type Hat,
  type Refused,
  actorThere,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { ELECTION_KEEPERS, ELECTION_LAWS, ELECTION_TELLERS } from '@yishi/domain/secret-election'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { communityFor } from '../territory/index.ts'
import { actOn, draftElection } from './acting.ts'
import { electionsOf, lawView, readElectionFile } from './file-query.ts'
import { findElection } from './public-query.ts'
import { rollOf } from './roll-query.ts'
import { proposalFor } from './roster-query.ts'
import { rowOfElection } from './store.ts'

type Asking = { readonly actor: Actor; readonly subject: Subject<ElectionId> }

const keeps = ({ role, path }: Hat): boolean => path === '' && ELECTION_KEEPERS.includes(role)
const tells = ({ role, path }: Hat): boolean => path === '' && ELECTION_TELLERS.includes(role)

/** Elsewhere nobody learns whether it exists; in its own community only those who run it or count open its file. */
export const found = async (
  served: Served,
  request: FastifyRequest,
  id: string,
): Promise<(Asking & { readonly keeper: boolean }) | Refused> => {
  const { actor } = await served.whoAsks(request)
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const subject = await findElection(served.ctx.db, id)
  const here = actor.hats.filter(({ community }) => community === subject?.community)
  if (!subject || here.length === 0) return refuse('election-unknown')
  return here.some(tells)
    ? { actor: actorThere(actor, subject.community), subject, keeper: here.some(keeps) }
    : refuse('not-your-election')
}

const sendFile = async ({ ctx }: Served, reply: FastifyReply, { actor, subject }: Asking) => {
  const now = ctx.clock.now()
  const file = await inCommunities(ctx.db, [subject.community], (trx) => readElectionFile(trx, subject, { actor, now }))
  return file ? reply.send(file) : sendProblem(reply, 'election-unknown')
}

const listing = (app: App, served: Served) => {
  const querystring = z.object({ community: z.string().max(60).optional() })
  const response = { 200: z.array(electionLineSchema) }
  app.get('/api/elections', { schema: { querystring, response } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const here = communityFor(actor, request.query.community, tells)
    if (isRefused(here)) return sendRefusal(reply, here)
    return inCommunities(served.ctx.db, [here], (trx) => electionsOf(trx, here))
  })
  app.post('/api/elections', { schema: { body: newElectionSchema } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const { community, ...asked } = request.body
    const here = communityFor(actor, community, keeps)
    if (isRefused(here)) return sendRefusal(reply, here)
    const subject = await draftElection({ ...served, actor, key: idempotencyKey(request) }, here, asked)
    return isRefused(subject) ? sendRefusal(reply, subject) : sendFile(served, reply.code(201), { actor, subject })
  })
  app.get('/api/election-laws', { schema: { response: { 200: z.array(electionLawViewSchema) } } }, () =>
    ELECTION_LAWS.map(lawView),
  )
}

const params = z.object({ election: z.string().max(60) })

const reading = (app: App, served: Served) => {
  app.get(
    '/api/elections/:election',
    { schema: { params, response: { 200: electionFileSchema } } },
    async (request, reply) => {
      const asking = await found(served, request, request.params.election)
      return isRefused(asking) ? sendRefusal(reply, asking) : sendFile(served, reply, asking)
    },
  )
  app.get(
    '/api/elections/:election/roll',
    { schema: { params, querystring: rollQuerySchema, response: { 200: z.array(rollLineSchema) } } },
    async (request, reply) => {
      const asking = await found(served, request, request.params.election)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { subject } = asking
      return inCommunities(served.ctx.db, [subject.community], (trx) => rollOf(trx, subject, request.query.find))
    },
  )
}

/** All names of a community: only for those who draw up its roll, and only while there is none. */
const proposing = (app: App, served: Served) =>
  app.get(
    '/api/elections/:election/roster',
    { schema: { params, response: { 200: rollProposalSchema } } },
    async (request, reply) => {
      const asking = await found(served, request, request.params.election)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { keeper, subject } = asking
      if (!keeper) return sendProblem(reply, 'not-your-election')
      const proposal = await inCommunities(served.ctx.db, [subject.community], async (trx) => {
        const row = await rowOfElection(trx, subject).executeTakeFirst()
        return row?.state.status === 'draft' ? proposalFor(trx, subject.community, row.state.day) : null
      })
      return proposal ?? sendProblem(reply, 'not-in-this-state')
    },
  )

const acting = (app: App, served: Served) => {
  const on = <Act extends ElectionAct>(act: Act) =>
    app.post(
      `/api/elections/:election/${act}`,
      { schema: { params, body: electionActSchemas[act] as z.ZodType } },
      async (request, reply) => {
        const asking = await found(served, request, request.params.election)
        if (isRefused(asking)) return sendRefusal(reply, asking)
        const { actor, subject } = asking
        const by = { ...served, actor, key: idempotencyKey(request) }
        const done = await actOn(by, subject, act, request.body as ElectionBody<Act>)
        return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, asking)
      },
    )
  for (const act of ELECTION_ACTS) on(act)
}

export const electionRoutes = (app: App, served: Served): void => {
  listing(app, served)
  reading(app, served)
  proposing(app, served)
  acting(app, served)
}
