// Chat groups over HTTP. Parse, act, answer; no rule here.
import {
  changeGroupSchema,
  fillGroupsSchema,
  groupOpenedSchema,
  groupsFilledSchema,
  groupsSchema,
  ofCommunitySchema,
  openGroupSchema,
} from '@yishi/contract/group'
import { holds, isRefused } from '@yishi/domain/kernel'
import { DESK } from '@yishi/domain/matter'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { onceOf } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { group } from './capability.ts'
import { findGroup, keepsIn, keptCommunities } from './finding.ts'
import { changeGroup, fillGroups, openGroup } from './opening.ts'
import { readGroups } from './query.ts'

const listing = (app: App, { ctx, whoAsks }: Served) =>
  app.get(
    '/api/groups',
    { schema: { querystring: ofCommunitySchema, response: { 200: groupsSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const community = keepsIn(actor, request.query.community)
      if (isRefused(community)) return sendRefusal(reply, community)
      return inCommunities(ctx.db, [community], (trx) => readGroups(trx, community, actor))
    },
  )

const opening = (app: App, { ctx, performer, whoAsks }: Served) => {
  app.post(
    '/api/groups',
    { schema: { body: openGroupSchema, response: { 201: groupOpenedSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const community = keepsIn(actor, request.body.community)
      if (isRefused(community)) return sendRefusal(reply, community)
      const once = onceOf(request, request.body)
      const opened = await openGroup({ ctx, performer, actor, ...once }, community, request.body)
      return isRefused(opened) ? sendRefusal(reply, opened) : reply.code(201).send(opened)
    },
  )
  app.post(
    '/api/groups/fill',
    { schema: { body: fillGroupsSchema, response: { 200: groupsFilledSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const community = keepsIn(actor, request.body.community)
      if (isRefused(community)) return sendRefusal(reply, community)
      if (!holds(actor, DESK, community, '')) return sendProblem(reply, 'not-yours-to-do')
      const filled = await fillGroups({ ctx, performer, actor }, community, request.body.kind)
      return isRefused(filled) ? sendRefusal(reply, filled) : reply.send(filled)
    },
  )
}

const tending = (app: App, { ctx, performer, whoAsks }: Served) => {
  const params = z.object({ group: z.string().max(60) })
  const find = async (request: FastifyRequest<{ Params: { group: string } }>) => {
    const { actor } = await whoAsks(request)
    const communities = keptCommunities(actor)
    if (isRefused(communities)) return communities
    const found = await inCommunities(ctx.db, communities, (trx) => findGroup(trx, actor, request.params.group))
    return isRefused(found)
      ? found
      : { actor, subject: { community: found.community_id, id: found.group_id, path: found.path } }
  }
  app.post('/api/groups/:group/change', { schema: { params, body: changeGroupSchema } }, async (request, reply) => {
    const found = await find(request)
    if (isRefused(found)) return sendRefusal(reply, found)
    const refused = await changeGroup({ ctx, performer, actor: found.actor }, found.subject, request.body)
    return refused ? sendRefusal(reply, refused) : reply.code(204).send()
  })
  app.post('/api/groups/:group/close', { schema: { params, body: z.object({}) } }, async (request, reply) => {
    const found = await find(request)
    if (isRefused(found)) return sendRefusal(reply, found)
    const { subject, actor } = found
    const done = await performer.perform(ctx, group, { subject, command: { type: 'CloseGroup' }, actor })
    return isRefused(done) ? sendRefusal(reply, done) : reply.code(204).send()
  })
}

export const groupRoutes = (app: App, served: Served): void => {
  listing(app, served)
  opening(app, served)
  tending(app, served)
}
