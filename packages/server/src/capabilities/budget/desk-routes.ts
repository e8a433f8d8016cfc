// Noting ballots at the desk over HTTP, for those who keep common money: the desk, its voters, and what one voter handed in.
import {
  budgetCodeSchema,
  budgetDeskSchema,
  budgetDroppingSchema,
  budgetHandedInSchema,
  budgetReadingSchema,
  budgetSettlingSchema,
  budgetVoterSchema,
  budgetVotersQuerySchema,
} from '@yishi/contract/budget-desk'
import type { BudgetBallotCommand } from '@yishi/domain/budget'
import { type BallotId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { actAtDesk } from './acting.ts'
import { type Asking, askedAbout } from './asking.ts'
import { ballotOfVoter, readBudgetDesk, readHandedIn, votersMatching } from './desk-query.ts'
import { ballotBehind } from './sheet-code.ts'

const ofRound = z.object({ budget: z.string().max(60) })
const ofVoter = ofRound.extend({ voter: z.string().max(60) })

const voterIn = async (served: Served, { subject }: Asking, voter: string): Promise<Subject<BallotId> | Refused> => {
  const { community } = subject
  const id = await inCommunities(served.ctx.db, [community], (trx) => ballotOfVoter(trx, subject, voter))
  return id ? { community, id } : refuse('voter-unknown')
}

const sendBallot = async (
  { ctx }: Served,
  reply: FastifyReply,
  asking: Asking,
  ballot: Subject<BallotId> | Refused,
) => {
  if (isRefused(ballot)) return sendRefusal(reply, ballot)
  const { actor, subject } = asking
  const reader = { actor, now: ctx.clock.now() }
  return reply.send(
    await inCommunities(ctx.db, [subject.community], (trx) => readHandedIn(trx, subject, ballot, reader)),
  )
}

const looking = (app: App, served: Served) => {
  const { ctx } = served
  app.get(
    '/api/budgets/:budget/desk',
    { schema: { params: ofRound, response: { 200: budgetDeskSchema } } },
    async (request, reply) => {
      const asking = await askedAbout(served, request, request.params.budget)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { subject } = asking
      const desk = await inCommunities(ctx.db, [subject.community], (trx) =>
        readBudgetDesk(trx, subject, ctx.clock.now()),
      )
      return desk ?? sendProblem(reply, 'budget-not-open')
    },
  )
  app.get(
    '/api/budgets/:budget/voters',
    {
      schema: { params: ofRound, querystring: budgetVotersQuerySchema, response: { 200: z.array(budgetVoterSchema) } },
    },
    async (request, reply) => {
      const asking = await askedAbout(served, request, request.params.budget)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { subject } = asking
      const asked = { ...request.query, now: ctx.clock.now() }
      return inCommunities(ctx.db, [subject.community], (trx) => votersMatching(trx, subject, asked))
    },
  )
}

const finding = (app: App, served: Served) => {
  const response = { 200: budgetHandedInSchema }
  app.get('/api/budgets/:budget/voters/:voter', { schema: { params: ofVoter, response } }, async (request, reply) => {
    const asking = await askedAbout(served, request, request.params.budget)
    if (isRefused(asking)) return sendRefusal(reply, asking)
    return sendBallot(served, reply, asking, await voterIn(served, asking, request.params.voter))
  })
  // By the code that stands on the sheet: whoever reads it has it in hand.
  app.post(
    '/api/budgets/:budget/find-sheet',
    { schema: { params: ofRound, body: budgetCodeSchema, response } },
    async (request, reply) => {
      const asking = await askedAbout(served, request, request.params.budget)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      return sendBallot(served, reply, asking, await ballotBehind(served, asking.subject, request.body.code))
    },
  )
}

const noting = (app: App, served: Served) => {
  const on = <Body extends z.ZodType>(
    name: string,
    body: Body,
    commandOf: (asked: z.output<Body>) => BudgetBallotCommand,
  ) =>
    app.post(
      `/api/budgets/:budget/voters/:voter/${name}`,
      { schema: { params: ofVoter, body, response: { 200: budgetHandedInSchema } } },
      async (request, reply) => {
        const { budget, voter } = request.params
        const asking = await askedAbout(served, request, budget)
        if (isRefused(asking)) return sendRefusal(reply, asking)
        const ballot = await voterIn(served, asking, voter)
        if (isRefused(ballot)) return sendRefusal(reply, ballot)
        const acting = { ...served, actor: asking.actor, key: idempotencyKey(request) }
        const refused = await actAtDesk(acting, ballot, commandOf(request.body as z.output<Body>))
        return refused ? sendRefusal(reply, refused) : sendBallot(served, reply, asking, ballot)
      },
    )
  on('read', budgetReadingSchema, (read) => ({ type: 'ReadBudgetBallot', ...read }))
  on('settle', budgetSettlingSchema, (settled) => ({ type: 'SettleBudgetBallot', ...settled }))
  on('drop', budgetDroppingSchema, (dropped) => ({ type: 'DropBudgetReadings', ...dropped }))
}

export const deskRoutes = (app: App, served: Served): void => {
  looking(app, served)
  finding(app, served)
  noting(app, served)
}
