// Inbox and outbox over HTTP.
import { messageSchema } from '@yishi/contract/account'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type CommunityId, LANGUAGES, holds, namesOf } from '@yishi/domain/kernel'
import { everyCommunity } from '../../kernel/communities.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { sendProblem } from '../../kernel/http/problem.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { isLoopback } from '../account/index.ts'
import { readCodes } from './codes.ts'
import { markRead, readInbox, readOutbox } from './inbox.ts'

const person = async (served: Served, request: FastifyRequest) => {
  const { actor } = await served.whoAsks(request)
  return actor.kind === 'person' ? actor : null
}

const communitiesOf = (hats: readonly { community: CommunityId }[]): readonly CommunityId[] => [
  ...new Set(hats.map(({ community }) => community)),
]

const inbox = (app: App, served: Served) => {
  // Without a language it answers as pages do.
  const querystring = z.object({ lang: z.enum(LANGUAGES).optional().catch(undefined) })
  const schema = { querystring, response: { 200: z.array(messageSchema) } }
  app.get('/api/inbox', { schema }, async (request, reply) => {
    const actor = await person(served, request)
    if (!actor) return sendProblem(reply, 'not-signed-in')
    return inCommunities(served.ctx.db, communitiesOf(actor.hats), (trx) =>
      readInbox(trx, namesOf(actor), request.query.lang ?? readingOf(request).lang),
    )
  })
  app.post('/api/inbox/:id/read', { schema: { params: z.object({ id: z.string() }) } }, async (request, reply) => {
    const actor = await person(served, request)
    if (!actor) return sendProblem(reply, 'not-signed-in')
    const read = { persons: namesOf(actor), message: request.params.id, at: served.ctx.clock.now() }
    await inCommunities(served.ctx.db, communitiesOf(actor.hats), (trx) => markRead(trx, read))
    return reply.code(204).send()
  })
}

/** In the demo anyone on this machine may look; otherwise the committee of the community, without the links: they speak for others. */
const showOutbox = async (served: Served, isDemo: boolean, request: FastifyRequest, reply: FastifyReply) => {
  const demo = isDemo && isLoopback(request.socket.remoteAddress)
  const { actor } = await served.whoAsks(request)
  const own = actor.kind === 'person' ? communitiesOf(actor.hats) : []
  const desk = own.filter((community) => holds(actor, ['staff', 'branch'], community, ''))
  const communities = demo ? await everyCommunity(served.ctx.db) : desk
  if (communities.length === 0) return sendProblem(reply, actor.kind === 'person' ? 'not-yours-to-do' : 'not-signed-in')
  const lists = await inCommunities(served.ctx.db, communities, (trx) =>
    Promise.all(communities.map((community) => readOutbox(trx, community))),
  )
  const codes = demo ? await readCodes(served.ctx.db) : []
  const sent = lists.flat().map((item) => (demo ? item : { ...item, link: null }))
  const items = [...codes, ...sent].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 100)
  return sendPage(served, reply, 'outbox', { items, demo, asOf: served.ctx.clock.now() })
}

export const messageRoutes =
  (demo: boolean) =>
  (app: App, served: Served): void => {
    inbox(app, served)
    app.get('/outbox', { schema: { hide: true } }, (request, reply) => showOutbox(served, demo, request, reply))
  }
