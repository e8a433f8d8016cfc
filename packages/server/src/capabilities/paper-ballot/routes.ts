// The paper of a poll over HTTP, for those who count it. Parse, act, answer; no rule here.
import {
  paperCheckInSchema,
  paperDeliverySchema,
  paperDeskSchema,
  paperDoneSchema,
  paperFailureSchema,
  paperFindSchema,
  paperReadingSchema,
  paperReplacingSchema,
  paperReturnSchema,
  paperSettlingSchema,
  paperSheetSchema,
  paperUnitsQuerySchema,
  paperUnitsSchema,
  proxyRevokingSchema,
  proxySchema,
  reconciliationSchema,
} from '@yishi/contract/paper-ballot'
import { type Refused, isRefused } from '@yishi/domain/kernel'
import type { PaperCommand } from '@yishi/domain/paper-ballot'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { type Acting, actOnSheet, actOnUnit, deliverMany, photoIn } from './acting.ts'
import { type Asking, type FoundSheet, askedAt, sheetBehind } from './asking.ts'
import { readDesk, readSheet, unitsBelow } from './desk-query.ts'
import { appointProxy } from './proxies.ts'
import { readReconciliation } from './reconciliation-query.ts'
import { scanRoutes } from './scan/routes.ts'

const params = z.object({ poll: z.string().max(60) })

const reading = (app: App, served: Served) => {
  const from = <T>({ subject }: Asking, read: (trx: Transaction) => Promise<T>) =>
    inCommunities(served.ctx.db, [subject.community], read)
  app.get(
    '/api/polls/:poll/paper',
    { schema: { params, response: { 200: paperDeskSchema } } },
    async (request, reply) => {
      const asking = await askedAt(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      return from(asking, (trx) => readDesk(trx, asking.subject))
    },
  )
  app.get(
    '/api/polls/:poll/paper/units',
    { schema: { params, querystring: paperUnitsQuerySchema, response: { 200: paperUnitsSchema } } },
    async (request, reply) => {
      const asking = await askedAt(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      return from(asking, (trx) => unitsBelow(trx, asking.subject, request.query.path))
    },
  )
  app.get(
    '/api/polls/:poll/reconciliation',
    { schema: { params, response: { 200: reconciliationSchema } } },
    async (request, reply) => {
      const asking = await askedAt(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      return from(asking, (trx) => readReconciliation(trx, asking.asked, served.ctx.clock.now()))
    },
  )
}

const sendSheet = async ({ ctx }: Served, reply: FastifyReply, asking: Asking, sheet: FoundSheet | Refused) => {
  if (isRefused(sheet)) return sendRefusal(reply, sheet)
  const { actor, subject } = asking
  const now = ctx.clock.now()
  const read = (trx: Transaction) => readSheet(trx, subject, sheet.ballot, { actor, now })
  return reply.send(await inCommunities(ctx.db, [subject.community], read))
}

/** By the code that stands on the sheet: whoever reads it has it in hand. */
const atDesk = (app: App, served: Served) => {
  const on = <Body extends z.ZodType>(
    name: string,
    body: Body,
    act: (acting: Acting, asked: z.infer<Body>) => Promise<FoundSheet | Refused>,
  ) =>
    app.post(
      `/api/polls/:poll/paper/${name}`,
      { schema: { params, body, response: { 200: paperSheetSchema } } },
      async (request, reply) => {
        const asking = await askedAt(served, request, request.params.poll)
        if (isRefused(asking)) return sendRefusal(reply, asking)
        const acting = { ...asking, served, key: idempotencyKey(request) }
        return sendSheet(served, reply, asking, await act(acting, request.body as z.infer<Body>))
      },
    )
  on('find', paperFindSchema, ({ subject }, { code }) => sheetBehind(served, subject, code))
  // Whoever comes to the hall hears what is asked; the sheet in their hand says what silence means.
  on('check-in', paperCheckInSchema, (acting, { code, to }) =>
    actOnSheet(acting, code, () => {
      const heard = { told: true, warned: true, companion: '', seenAt: null }
      return { type: 'DeliverPaper', how: 'in-hall', to, ...heard }
    }),
  )
  on('return', paperReturnSchema, async (acting, { code, ...back }) => {
    const photo = await photoIn(acting, back.photo)
    if (isRefused(photo)) return photo
    return actOnSheet(acting, code, (issue) => ({ type: 'ReturnPaper', issue, ...back, photo, seenAt: null }))
  })
  on('read', paperReadingSchema, (acting, { code, marks }) =>
    actOnSheet(acting, code, (issue) => ({ type: 'ReadPaper', issue, marks })),
  )
  on('settle', paperSettlingSchema, (acting, { code, ...decided }) =>
    actOnSheet(acting, code, (issue) => ({ type: 'SettlePaper', issue, ...decided })),
  )
}

/** By the unit: nobody has its sheet in hand. */
const ofUnits = (app: App, served: Served) => {
  const on = <Body extends z.ZodType>(
    name: string,
    body: Body,
    act: (acting: Acting, asked: z.infer<Body>) => Promise<{ done: number } | Refused>,
  ) =>
    app.post(
      `/api/polls/:poll/paper/${name}`,
      { schema: { params, body, response: { 200: paperDoneSchema } } },
      async (request, reply) => {
        const asking = await askedAt(served, request, request.params.poll)
        if (isRefused(asking)) return sendRefusal(reply, asking)
        const acting = { ...asking, served, key: idempotencyKey(request) }
        const done = await act(acting, request.body as z.infer<Body>)
        return isRefused(done) ? sendRefusal(reply, done) : reply.send(done)
      },
    )
  const onUnit = (acting: Acting, voter: string, command: PaperCommand) => actOnUnit(acting, voter, command)
  on('deliver', paperDeliverySchema, deliverMany)
  on('fail', paperFailureSchema, (acting, { voter, ...why }) =>
    onUnit(acting, voter, { type: 'NoteFailure', ...why, seenAt: null }),
  )
  on('proxy', proxySchema, appointProxy)
  on('revoke-proxy', proxyRevokingSchema, (acting, { voter, reason }) =>
    onUnit(acting, voter, { type: 'RevokeProxy', reason }),
  )
  on('replace', paperReplacingSchema, (acting, { voter, reason }) =>
    onUnit(acting, voter, { type: 'ReplacePaper', reason }),
  )
}

export const paperRoutes = (app: App, served: Served): void => {
  reading(app, served)
  atDesk(app, served)
  ofUnits(app, served)
  scanRoutes(app, served)
}
