// 12345 lists over HTTP: preview of an upload, confirmation, tickets, and the answers in the shape in which the list came.
import {
  LIST_MEGABYTES,
  confirmTicketsSchema,
  exportAnswersSchema,
  hotlineListsSchema,
  mappingSchema,
  ticketPreviewSchema,
  ticketsQuerySchema,
  ticketsSchema,
  ticketsTakenSchema,
} from '@yishi/contract/hotline'
import type { Mapping } from '@yishi/domain/hotline'
import { type Hat, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { DESK } from '@yishi/domain/matter'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { onceOf } from '../../kernel/http/idempotency-key.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import { receiveFile } from '../../kernel/http/received-file.ts'
import type { Served } from '../../kernel/http/served.ts'
import { XLSX } from '../../kernel/workbook/text-workbook.ts'
import { communityFor } from '../territory/index.ts'
import { exportAnswers } from './answering.ts'
import { type Upload, confirmTickets, previewTickets } from './taking.ts'
import { readLists, readTickets } from './tickets-query.ts'

const BYTES = LIST_MEGABYTES * 1024 * 1024
const LONGEST_NAME = 120
const CSV = 'text/csv; charset=utf-8'

/** `''` where somebody chose nothing. */
const mappingIn = (text: string): Mapping | null | Refused<'mapping-malformed'> => {
  if (text === '') return null
  try {
    const mapping = mappingSchema.safeParse(JSON.parse(text))
    return mapping.success ? mapping.data : refuse('mapping-malformed')
  } catch {
    return refuse('mapping-malformed') // not even JSON
  }
}

const uploadIn = async (
  request: FastifyRequest,
): Promise<Upload | Refused<'not-a-list' | 'list-too-large' | 'mapping-malformed'>> => {
  const received = await receiveFile(request, BYTES)
  if (typeof received === 'string') return refuse(received === 'none' ? 'not-a-list' : 'list-too-large')
  const mapping = mappingIn(received.field('mapping'))
  if (isRefused(mapping)) return mapping
  return { file: received.file, name: received.name.slice(0, LONGEST_NAME) || 'list', mapping }
}

/** Tickets name people: nobody but the desk of the whole community sees them. */
const isDesk = ({ role, path }: Hat): boolean => path === '' && DESK.includes(role)

const community = z.object({ community: z.string().optional() })

const taking = (app: App, { ctx, performer, whoAsks }: Served): void => {
  const { perform } = performer
  app.post(
    '/api/hotline/preview',
    { schema: { querystring: community, response: { 200: ticketPreviewSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const here = communityFor(actor, request.query.community, isDesk)
      if (isRefused(here)) return sendRefusal(reply, here)
      const upload = await uploadIn(request)
      if (isRefused(upload)) return sendRefusal(reply, upload)
      const shown = await previewTickets({ ctx, perform, community: here, actor }, upload)
      return isRefused(shown) ? sendRefusal(reply, shown) : reply.send(shown)
    },
  )
  app.post(
    '/api/hotline/confirm',
    { schema: { body: confirmTicketsSchema, response: { 200: ticketsTakenSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const here = communityFor(actor, request.body.community, isDesk)
      if (isRefused(here)) return sendRefusal(reply, here)
      const done = await confirmTickets(
        { ctx, perform, community: here, actor },
        request.body,
        onceOf(request, request.body),
      )
      return isRefused(done) ? sendRefusal(reply, done) : reply.send(done)
    },
  )
}

const reading = (app: App, { ctx, whoAsks }: Served): void => {
  app.get(
    '/api/hotline/tickets',
    { schema: { querystring: ticketsQuerySchema, response: { 200: ticketsSchema } } },
    async (request, reply) => {
      const here = communityFor((await whoAsks(request)).actor, request.query.community, isDesk)
      if (isRefused(here)) return sendRefusal(reply, here)
      const asked = { ...request.query, community: here }
      return reply.send(await inCommunities(ctx.db, [here], (trx) => readTickets(trx, asked, ctx.clock.now())))
    },
  )
  app.get(
    '/api/hotline/lists',
    { schema: { querystring: community, response: { 200: hotlineListsSchema } } },
    async (request, reply) => {
      const here = communityFor((await whoAsks(request)).actor, request.query.community, isDesk)
      if (isRefused(here)) return sendRefusal(reply, here)
      return reply.send(await inCommunities(ctx.db, [here], (trx) => readLists(trx, here)))
    },
  )
}

/** A POST, because it leaves an entry in the ledger. */
const answering = (app: App, { ctx, performer, whoAsks }: Served): void => {
  const schema = { params: z.object({ list: z.string().max(40) }), body: exportAnswersSchema }
  app.post('/api/hotline/lists/:list/export', { schema }, async (request, reply) => {
    const { actor } = await whoAsks(request)
    const here = communityFor(actor, request.body.community, isDesk)
    if (isRefused(here)) return sendRefusal(reply, here)
    const { format } = request.body
    const wanted = { community: here, list: request.params.list, format }
    const file = await exportAnswers({ ctx, perform: performer.perform, actor }, wanted)
    if (isRefused(file)) return sendRefusal(reply, file)
    const named = `attachment; filename="yishi-hotline.${format}"; filename*=UTF-8''${encodeURIComponent(file.name)}`
    return reply
      .type(format === 'csv' ? CSV : XLSX)
      .header('cache-control', 'no-store')
      .header('content-disposition', named)
      .send(file.content)
  })
}

export const hotlineRoutes = (app: App, served: Served): void => {
  taking(app, served)
  reading(app, served)
  answering(app, served)
}
