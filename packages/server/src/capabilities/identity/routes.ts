// Claims over HTTP, for the committee: listed, read beside the roster, confirmed or refused. Parse, act, answer; no rule here.
import { claimFileSchema, claimListSchema, confirmClaimSchema, refuseClaimSchema } from '@yishi/contract/identity'
import { type ClaimId, type CommunityId, type PersonActor, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { finderBy } from '../../kernel/finding.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { noteReading } from '../matter/index.ts'
import { communityFor, isStaff } from '../territory/index.ts'
import { confirmByStaff, refuseClaim } from './acting.ts'
import { claimFile, claimsIn } from './claims-query.ts'
import { selvesOf } from './selves.ts'

export const findClaim = finderBy<ClaimId>('community_of_claim')

const listing = (app: App, { ctx, whoAsks }: Served) =>
  app.get(
    '/api/claims',
    { schema: { querystring: z.object({ community: z.string().optional() }), response: { 200: claimListSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const community = communityFor(actor, request.query.community, isStaff)
      if (isRefused(community)) return sendRefusal(reply, community)
      const list = await inCommunities(ctx.db, [community], (trx) => claimsIn(trx, community, ctx.clock.now()))
      return reply.header('cache-control', 'no-store').send(list)
    },
  )

type Opened = { readonly subject: Subject<ClaimId>; readonly actor: PersonActor }

/** Staff act under the name that they have where the claim is. Null where that has been answered. */
const opened = async (served: Served, request: FastifyRequest, reply: FastifyReply, id: string) => {
  const { actor: anybody } = await served.whoAsks(request)
  if (anybody.kind !== 'person') return void sendProblem(reply, 'not-signed-in')
  const subject = await findClaim(served.ctx.db, id)
  const staff = communityFor(anybody, subject?.community, isStaff)
  if (isRefused(staff)) return void sendRefusal(reply, staff)
  if (!subject) return void sendProblem(reply, 'claim-unknown')
  const { actor } = await served.whoAsks(request, subject.community as CommunityId)
  return { subject, actor: actor as PersonActor } satisfies Opened
}

/** Whoever reads the names and numbers of a claim and of the roster is noted (docs/decisions/0008). */
const sendFile = async ({ ctx }: Served, reply: FastifyReply, { subject, actor }: Opened) => {
  const selves = await selvesOf(ctx, subject.community, actor.person)
  const now = ctx.clock.now()
  const file = await inCommunities(ctx.db, [subject.community], async (trx) => {
    await noteReading(trx, subject, { person: actor.person, fields: ['name', 'phone'], at: now })
    return claimFile(trx, subject, selves)
  })
  return file ? reply.header('cache-control', 'no-store').send(file) : sendProblem(reply, 'claim-unknown')
}

const params = z.object({ claim: z.string().max(60) })

const reading = (app: App, served: Served) =>
  app.get('/api/claims/:claim', { schema: { params, response: { 200: claimFileSchema } } }, async (request, reply) => {
    const at = await opened(served, request, reply, request.params.claim)
    return at ? sendFile(served, reply, at) : reply
  })

const confirming = (app: App, served: Served) =>
  app.post(
    '/api/claims/:claim/confirm',
    { schema: { params, body: confirmClaimSchema, response: { 200: claimFileSchema } } },
    async (request, reply) => {
      const at = await opened(served, request, reply, request.params.claim)
      if (!at) return reply
      const acting = { ...served, actor: at.actor, key: idempotencyKey(request) }
      const done = await confirmByStaff(acting, at.subject, request.body)
      return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, at)
    },
  )

const refusing = (app: App, served: Served) =>
  app.post(
    '/api/claims/:claim/refuse',
    { schema: { params, body: refuseClaimSchema, response: { 200: claimFileSchema } } },
    async (request, reply) => {
      const at = await opened(served, request, reply, request.params.claim)
      if (!at) return reply
      const acting = { ...served, actor: at.actor, key: idempotencyKey(request) }
      const done = await refuseClaim(acting, at.subject, request.body.reason)
      return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, at)
    },
  )

export const claimRoutes = (app: App, served: Served): void => {
  listing(app, served)
  reading(app, served)
  confirming(app, served)
  refusing(app, served)
}
