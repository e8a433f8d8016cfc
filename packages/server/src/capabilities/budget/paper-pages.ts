// What is printed of a round, for those who keep common money: its sheets, and the slip of one voter.
import { PROBLEMS, isProblemCode } from '@yishi/contract/problem'
import { type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { linkKeyOf } from '../matter/index.ts'
import { askedAbout } from './asking.ts'
import { ballotOfVoter } from './desk-query.ts'
import { readBudgetPrint, readBudgetSlip } from './print-query.ts'

/** Whoever is not signed in is sent to sign in and comes back. */
const refused = (served: Served, reply: FastifyReply, request: FastifyRequest, { refused: code }: Refused) => {
  if (code === 'not-signed-in') return reply.redirect(`/login?back=${encodeURIComponent(request.url)}`, 303)
  const status = isProblemCode(code) ? PROBLEMS[code].status : 404
  return sendPage(served, reply.code(status), 'error', {
    status,
    title: null,
    detail: null,
    reference: null,
    back: '/',
  })
}

const printing = (app: App, served: Served) =>
  app.get<{ Params: { budget: string } }>(
    '/budgets/:budget/paper',
    { schema: { hide: true } },
    async (request, reply) => {
      const asking = await askedAbout(served, request, request.params.budget)
      if (isRefused(asking)) return refused(served, reply, request, asking)
      const { ctx } = served
      const { subject } = asking
      const secret = await linkKeyOf(ctx.db, subject.community)
      const { publicUrl } = ctx.settings
      const given = { secret, publicUrl, path: queryText(request, 'path'), now: ctx.clock.now() }
      const print = await inCommunities(ctx.db, [subject.community], (trx) => readBudgetPrint(trx, subject, given))
      return print
        ? sendPage(served, reply, 'budget-paper', print)
        : refused(served, reply, request, refuse('budget-not-open'))
    },
  )

const signing = (app: App, served: Served) =>
  app.get<{ Params: { budget: string; voter: string } }>(
    '/budgets/:budget/voters/:voter/slip',
    { schema: { hide: true } },
    async (request, reply) => {
      const { budget, voter } = request.params
      const asking = await askedAbout(served, request, budget)
      if (isRefused(asking)) return refused(served, reply, request, asking)
      const { ctx } = served
      const { actor, subject } = asking
      const slip = await inCommunities(ctx.db, [subject.community], async (trx) => {
        const id = await ballotOfVoter(trx, subject, voter)
        const asked = { ctx, reader: actor.person }
        return id && readBudgetSlip(trx, subject, { community: subject.community, id }, asked)
      })
      return slip
        ? sendPage(served, reply, 'budget-slip', slip)
        : refused(served, reply, request, refuse('nothing-handed-in'))
    },
  )

export const budgetPaperPages = (app: App, served: Served): void => {
  printing(app, served)
  signing(app, served)
}
