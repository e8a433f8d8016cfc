// Rounds of shared budgets over HTTP for those who keep common money.
import {
  budgetFileSchema,
  budgetLineSchema,
  budgetPlanSchema,
  budgetWithdrawalSchema,
  newBudgetSchema,
} from '@yishi/contract/budget'
import { type Actor, type BudgetId, type Refused, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { communityFor } from '../territory/index.ts'
import { type Acting, draftRound, openRound, redraftRound, withdrawRound } from './acting.ts'
import { type Asking, askedAbout, keeps } from './asking.ts'
import { deskRoutes } from './desk-routes.ts'
import { budgetsOf, readBudgetFile } from './file-query.ts'

const sendFile = async (
  { ctx }: Served,
  reply: FastifyReply,
  { actor, subject }: Pick<Asking, 'subject'> & { readonly actor: Actor },
) => {
  const now = ctx.clock.now()
  const file = await inCommunities(ctx.db, [subject.community], (trx) => readBudgetFile(trx, subject, { actor, now }))
  return file ? reply.send(file) : sendProblem(reply, 'budget-unknown')
}

const listing = (app: App, served: Served) => {
  const querystring = z.object({ community: z.string().max(60).optional() })
  const response = { 200: z.array(budgetLineSchema) }
  app.get('/api/budgets', { schema: { querystring, response } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const here = communityFor(actor, request.query.community, keeps)
    if (isRefused(here)) return sendRefusal(reply, here)
    return inCommunities(served.ctx.db, [here], (trx) => budgetsOf(trx, [here]))
  })
  app.post('/api/budgets', { schema: { body: newBudgetSchema } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const { community, ...plan } = request.body
    const here = communityFor(actor, community, keeps)
    if (isRefused(here)) return sendRefusal(reply, here)
    const subject = await draftRound({ ...served, actor, key: idempotencyKey(request) }, here, plan)
    return isRefused(subject) ? sendRefusal(reply, subject) : sendFile(served, reply.code(201), { actor, subject })
  })
}

type Act = (acting: Acting, subject: Subject<BudgetId>, body: unknown) => Promise<object | Refused>

const acting = (app: App, served: Served) => {
  const params = z.object({ budget: z.string().max(60) })
  app.get(
    '/api/budgets/:budget',
    { schema: { params, response: { 200: budgetFileSchema } } },
    async (request, reply) => {
      const asking = await askedAbout(served, request, request.params.budget)
      return isRefused(asking) ? sendRefusal(reply, asking) : sendFile(served, reply, asking)
    },
  )
  const on = (name: string, body: z.ZodType, act: Act) =>
    app.post(`/api/budgets/:budget/${name}`, { schema: { params, body } }, async (request, reply) => {
      const asking = await askedAbout(served, request, request.params.budget)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { actor, subject } = asking
      const done = await act({ ...served, actor, key: idempotencyKey(request) }, subject, request.body)
      return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, asking)
    })
  on('redraft', budgetPlanSchema, (by, subject, body) =>
    redraftRound(by, subject, body as z.output<typeof budgetPlanSchema>),
  )
  on('open', z.object({}), openRound)
  on('withdraw', budgetWithdrawalSchema, (by, subject, body) =>
    withdrawRound(by, subject, (body as z.output<typeof budgetWithdrawalSchema>).reason),
  )
}

export const budgetRoutes = (app: App, served: Served): void => {
  listing(app, served)
  acting(app, served)
  deskRoutes(app, served)
}
