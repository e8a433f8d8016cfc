// The roster workbook over HTTP: template, preview of an upload, confirmation.
import {
  WORKBOOK_MEGABYTES,
  confirmRosterSchema,
  rosterImportedSchema,
  rosterPreviewSchema,
} from '@yishi/contract/roster'
import { type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../../kernel/http/app.ts'
import { onceOf } from '../../kernel/http/idempotency-key.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import { receiveFile } from '../../kernel/http/received-file.ts'
import type { Served } from '../../kernel/http/served.ts'
import { XLSX } from '../../kernel/workbook/text-workbook.ts'
import { communityFor, isStaff } from '../territory/index.ts'
import { confirmRoster } from './confirm.ts'
import { previewRoster } from './preview.ts'
import { rosterTemplate } from './template.ts'

const BYTES = WORKBOOK_MEGABYTES * 1024 * 1024
const uploaded = async (
  request: FastifyRequest,
): Promise<Buffer | Refused<'not-a-workbook' | 'workbook-too-large'>> => {
  const received = await receiveFile(request, BYTES)
  if (typeof received === 'object') return received.file
  return refuse(received === 'none' ? 'not-a-workbook' : 'workbook-too-large')
}

const templates = (app: App) => {
  // It is the same for everybody until the program changes.
  let template: Promise<Buffer> | null = null
  app.get('/api/import/template', async (_, reply) => {
    template ??= rosterTemplate()
    const name = encodeURIComponent('居民区花名册模板.xlsx')
    return reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="yishi-roster.xlsx"; filename*=UTF-8''${name}`)
      .send(await template)
  })
}

export const rosterRoutes = (app: App, { ctx, performer, whoAsks }: Served): void => {
  templates(app)
  app.post(
    '/api/import/preview',
    { schema: { querystring: z.object({ community: z.string().optional() }), response: { 200: rosterPreviewSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const community = communityFor(actor, request.query.community, isStaff)
      if (isRefused(community)) return sendRefusal(reply, community)
      const file = await uploaded(request)
      if (isRefused(file)) return sendRefusal(reply, file)
      const shown = await previewRoster(ctx, performer.perform, { community, actor, file })
      return isRefused(shown) ? sendRefusal(reply, shown) : reply.header('cache-control', 'no-store').send(shown)
    },
  )
  app.post(
    '/api/import/confirm',
    { schema: { body: confirmRosterSchema, response: { 200: rosterImportedSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const community = communityFor(actor, request.body.community, isStaff)
      if (isRefused(community)) return sendRefusal(reply, community)
      const done = await confirmRoster(ctx, performer.perform, {
        ...request.body,
        actor,
        ...onceOf(request, request.body),
      })
      return isRefused(done) ? sendRefusal(reply, done) : reply.send(done)
    },
  )
}
