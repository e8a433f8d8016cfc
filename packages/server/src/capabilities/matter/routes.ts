// Matters over HTTP: board, file, commands, the secret link's view. Parse, act, answer; no rule here.
import { followViewSchema, matterFileSchema, raiseMatterSchema, receiptSchema } from '@yishi/contract/matter'
import {
  type MatterCommandName,
  type OrderCommandName,
  matterCommandSchemas,
  orderCommandSchemas,
} from '@yishi/contract/matter-command'
import { type Actor, type MatterId, actorThere, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { actOnMatter, actOnOrder } from './acting.ts'
import { boardRoutes } from './board-routes.ts'
import { fileRecording } from './recording-routes.ts'
import { readFile } from './file-query.ts'
import { communitiesOf, findMatter, findOrder } from './finding.ts'
import { matterOfLink, readFollow } from './follow-query.ts'
import { raiseMatter } from './raise.ts'
import { similarRoutes } from './similar-routes.ts'
import { namedIn, noteReading } from './sensitive-read.ts'
import { spotFor } from './spot.ts'

type PersonActor = Extract<Actor, { kind: 'person' }>

const seenIn = (request: FastifyRequest): number | null => {
  const seen = /^"?(\d+)"?$/.exec(request.headers['if-match'] ?? '')?.[1]
  return seen === undefined ? null : Number(seen)
}

/** A read that writes, the only one: whoever opens the file of somebody with a name is noted (docs/decisions/0008). */
const sendFile = async ({ ctx }: Served, reply: FastifyReply, subject: Subject<MatterId>, anybody: PersonActor) => {
  const actor = actorThere(anybody, subject.community)
  const now = ctx.clock.now()
  const file = await inCommunities(ctx.db, communitiesOf(actor), async (trx) => {
    const read = await readFile(trx, subject, { actor, now })
    if (read) await noteReading(trx, subject, { person: actor.person, fields: namedIn(read.raiser), at: now })
    return read
  })
  return file ? reply.header('cache-control', 'no-store').send(file) : sendProblem(reply, 'matter-unknown')
}

const raising = (app: App, served: Served) =>
  app.post(
    '/api/matters',
    { schema: { body: raiseMatterSchema, response: { 201: receiptSchema } } },
    async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      const spot = await spotFor(served.ctx, request.body, actor)
      if (isRefused(spot)) return sendRefusal(reply, spot)
      const receipt = await raiseMatter({ ...served, actor, key: idempotencyKey(request) }, request.body, spot)
      return isRefused(receipt) ? sendRefusal(reply, receipt) : reply.code(201).send(receipt)
    },
  )

const reading = (app: App, served: Served) => {
  const schema = { params: z.object({ matter: z.string() }), response: { 200: matterFileSchema } }
  app.get('/api/matters/:matter', { schema }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
    const subject = await findMatter(served.ctx, actor, request.params.matter)
    return isRefused(subject) ? sendRefusal(reply, subject) : sendFile(served, reply, subject, actor)
  })
}

const commanding = (app: App, served: Served) => {
  for (const name of Object.keys(matterCommandSchemas) as MatterCommandName[]) {
    const schema = { params: z.object({ matter: z.string() }), body: matterCommandSchemas[name] }
    app.post(`/api/matters/:matter/${name}`, { schema }, async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const subject = await findMatter(served.ctx, actor, request.params.matter)
      if (isRefused(subject)) return sendRefusal(reply, subject)
      const deed = { ...served, actor, subject, key: idempotencyKey(request), seen: seenIn(request) }
      const done = await actOnMatter(deed, name, request.body)
      return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, subject, actor)
    })
  }
  for (const name of Object.keys(orderCommandSchemas) as OrderCommandName[]) {
    const schema = { params: z.object({ order: z.string() }), body: orderCommandSchemas[name] }
    app.post(`/api/orders/:order/${name}`, { schema }, async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const found = await findOrder(served.ctx, actor, request.params.order)
      if (isRefused(found)) return sendRefusal(reply, found)
      const done = await actOnOrder(
        { ...served, actor, subject: found.order, key: idempotencyKey(request) },
        name,
        request.body,
      )
      return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, found.matter, actor)
    })
  }
}

/** What the holder of a matter's link may ask of it. */
export const HOLDER_COMMANDS = [
  'rate',
  'remark',
  'nudge',
  'reopen',
  'withdraw-consent',
] as const satisfies readonly MatterCommandName[]

const following = (app: App, served: Served) => {
  const params = z.object({ token: z.string().max(64) })
  app.get('/api/follow/:token', { schema: { params, response: { 200: followViewSchema } } }, async (request, reply) => {
    const subject = await matterOfLink(served.ctx.db, request.params.token)
    if (!subject) return sendProblem(reply, 'matter-unknown')
    const now = served.ctx.clock.now()
    return (await inCommunities(served.ctx.db, [subject.community], (trx) => readFollow(trx, subject, now)))!
  })
  for (const name of HOLDER_COMMANDS)
    app.post(
      `/api/follow/:token/${name}`,
      { schema: { params, body: matterCommandSchemas[name] } },
      async (request, reply) => {
        const subject = await matterOfLink(served.ctx.db, request.params.token)
        if (!subject) return sendProblem(reply, 'matter-unknown')
        const actor: Actor = { kind: 'link-holder', matter: subject.id }
        const done = await actOnMatter({ ...served, actor, subject, key: idempotencyKey(request) }, name, request.body)
        if (isRefused(done)) return sendRefusal(reply, done)
        const now = served.ctx.clock.now()
        return (await inCommunities(served.ctx.db, [subject.community], (trx) => readFollow(trx, subject, now)))!
      },
    )
}

export const matterRoutes = (app: App, served: Served): void => {
  raising(app, served)
  boardRoutes(app, served)
  reading(app, served)
  commanding(app, served)
  following(app, served)
  fileRecording(app, served)
  similarRoutes(app, served)
}
