// Tips over HTTP: read by who keeps groups, written by the desk.
import { ofCommunitySchema, tipsSchema, writeTipSchema } from '@yishi/contract/group'
import { type CommunityId, holds, isRefused } from '@yishi/domain/kernel'
import { DESK } from '@yishi/domain/matter'
import type { TipCommand } from '@yishi/domain/tip'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { keepsIn } from '../group/index.ts'
import { tip } from './capability.ts'
import { tipsOf } from './query.ts'

type Asked = { readonly id: string; readonly asked: string | undefined; readonly isNew?: boolean }
type Command = (community: CommunityId) => TipCommand

const writing = (app: App, { ctx, performer, whoAsks }: Served) => {
  const act = async (request: FastifyRequest, reply: FastifyReply, { id, asked, isNew }: Asked, command: Command) => {
    const { actor } = await whoAsks(request)
    const community = keepsIn(actor, asked)
    if (isRefused(community)) return sendRefusal(reply, community)
    const known =
      isNew ||
      (await inCommunities(ctx.db, [community], async (trx) =>
        (await tipsOf(trx, community)).some((each) => each.tip === id),
      ))
    if (!known && holds(actor, DESK, community, '')) return sendProblem(reply, 'tip-unknown')
    const done = await performer.perform(ctx, tip, { subject: { community, id }, command: command(community), actor })
    return isRefused(done) ? sendRefusal(reply, done) : reply.code(204).send()
  }
  const write =
    ({ keywords, text }: z.infer<typeof writeTipSchema>): Command =>
    (community) => ({ type: 'WriteTip', community, keywords, text })
  const params = z.object({ tip: z.string().max(60) })
  app.post('/api/tips', { schema: { body: writeTipSchema } }, (request, reply) =>
    act(request, reply, { id: ctx.ids('tip'), asked: request.body.community, isNew: true }, write(request.body)),
  )
  app.post('/api/tips/:tip', { schema: { params, body: writeTipSchema } }, (request, reply) =>
    act(request, reply, { id: request.params.tip, asked: request.body.community }, write(request.body)),
  )
  app.post('/api/tips/:tip/drop', { schema: { params, body: ofCommunitySchema } }, (request, reply) =>
    act(request, reply, { id: request.params.tip, asked: request.body.community }, (community) => ({
      type: 'DropTip',
      community,
    })),
  )
}

export const tipRoutes = (app: App, served: Served): void => {
  const { ctx, whoAsks } = served
  app.get(
    '/api/tips',
    { schema: { querystring: ofCommunitySchema, response: { 200: tipsSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const community = keepsIn(actor, request.query.community)
      if (isRefused(community)) return sendRefusal(reply, community)
      const tips = await inCommunities(ctx.db, [community], (trx) => tipsOf(trx, community))
      const mayWrite = holds(actor, DESK, community, '')
      return { tips: tips.map((each) => ({ ...each, keywords: [...each.keywords] })), mayWrite }
    },
  )
  writing(app, served)
}
