// Polls over HTTP for those who open, note and count them. Parse, act, answer; no rule here.
import { agendaQuestionSchema } from '@yishi/contract/poll-agenda'
import {
  announcePollSchema,
  chooseVoterSchema,
  notedBallotSchema,
  pollCountSchema,
  pollDraftSchema,
  pollFileSchema,
  pollLineSchema,
  pollRedraftSchema,
  pollVoterSchema,
  pollWithdrawalSchema,
  pollsOfMatterSchema,
  provePollSchema,
  showResultSchema,
  recountPollSchema,
  votersQuerySchema,
} from '@yishi/contract/poll'
import {
  type Hat,
  type PersonActor,
  type PersonId,
  type PollId,
  type Refused,
  actorThere,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { KEEPERS, communitiesOf, findMatter } from '../matter/index.ts'
import {
  type Acting,
  addQuestion,
  chooseVoter,
  draftPoll,
  enterCount,
  handIn,
  openPoll,
  redraftPoll,
  withdrawPoll,
} from './acting.ts'
import {
  announcePoll,
  confirmResult,
  extendPoll,
  orderRecount,
  proveDelivery,
  redrawElectorate,
  showResult,
} from './assembly-acting.ts'
import { ballotsOfVoter } from './ballot-query.ts'
import { choiceRoutes } from './choice-routes.ts'
import { exportFor } from './export-query.ts'
import { livePoll, pollsOf, pollsOfMatter, readPollFile, votersFor } from './file-query.ts'
import { findPoll } from './public-query.ts'
import { matterOfPoll } from './store.ts'

type Asking = { readonly actor: PersonActor; readonly subject: Subject<PollId> }

/** Whoever may open the matter's file may open its polls. */
const found = async (served: Served, request: FastifyRequest, id: string): Promise<Asking | Refused> => {
  const { actor } = await served.whoAsks(request)
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const subject = await findPoll(served.ctx.db, id)
  if (!subject || !communitiesOf(actor).includes(subject.community)) return refuse('poll-unknown')
  const matter = await inCommunities(served.ctx.db, [subject.community], (trx) => matterOfPoll(trx, subject))
  const readable = await findMatter(served.ctx, actor, matter ?? '')
  return isRefused(readable) ? readable : { actor: actorThere(actor, subject.community), subject }
}

const sendFile = async ({ ctx }: Served, reply: FastifyReply, { actor, subject }: Asking) => {
  const now = ctx.clock.now()
  const live = await livePoll(ctx, subject)
  if (!live) return sendProblem(reply, 'poll-unknown')
  const file = await inCommunities(ctx.db, [subject.community], (trx) =>
    readPollFile(trx, subject, { actor, now, live }),
  )
  return file ? reply.send(file) : sendProblem(reply, 'poll-unknown')
}

const drafting = (app: App, served: Served) => {
  const params = z.object({ matter: z.string() })
  app.get(
    '/api/matters/:matter/polls',
    { schema: { params, response: { 200: pollsOfMatterSchema } } },
    async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const matter = await findMatter(served.ctx, actor, request.params.matter)
      if (isRefused(matter)) return sendRefusal(reply, matter)
      return inCommunities(served.ctx.db, [matter.community], (trx) => pollsOfMatter(trx, matter, actor))
    },
  )
  app.post('/api/matters/:matter/polls', { schema: { params, body: pollDraftSchema } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
    const matter = await findMatter(served.ctx, actor, request.params.matter)
    if (isRefused(matter)) return sendRefusal(reply, matter)
    const subject = await draftPoll({ ...served, actor, key: idempotencyKey(request) }, matter, request.body)
    return isRefused(subject) ? sendRefusal(reply, subject) : sendFile(served, reply.code(201), { actor, subject })
  })
}

const poll = z.object({ poll: z.string().max(60) })

const reading = (app: App, served: Served) => {
  app.get('/api/polls', { schema: { response: { 200: z.array(pollLineSchema) } } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
    const hats = actor.hats.filter(({ role }: Hat) => KEEPERS.includes(role))
    if (hats.length === 0) return sendProblem(reply, 'not-yours-to-do')
    return inCommunities(served.ctx.db, communitiesOf(actor), (trx) => pollsOf(trx, hats))
  })
  app.get(
    '/api/polls/:poll',
    { schema: { params: poll, response: { 200: pollFileSchema } } },
    async (request, reply) => {
      const asking = await found(served, request, request.params.poll)
      return isRefused(asking) ? sendRefusal(reply, asking) : sendFile(served, reply, asking)
    },
  )
  app.get(
    '/api/polls/:poll/voters',
    { schema: { params: poll, querystring: votersQuerySchema, response: { 200: z.array(pollVoterSchema) } } },
    async (request, reply) => {
      const asking = await found(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { actor, subject } = asking
      const voters = await inCommunities(served.ctx.db, [subject.community], (trx) =>
        votersFor(trx, subject, { actor, ...request.query }),
      )
      return voters ?? sendProblem(reply, 'not-your-poll')
    },
  )
}

const exporting = (app: App, served: Served) =>
  app.get('/api/polls/:poll/export', { schema: { params: poll } }, async (request, reply) => {
    const asking = await found(served, request, request.params.poll)
    if (isRefused(asking)) return sendRefusal(reply, asking)
    const { actor, subject } = asking
    const file = await inCommunities(served.ctx.db, [subject.community], (trx) => exportFor(trx, subject, actor))
    if (isRefused(file)) return sendRefusal(reply, file)
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="poll-${subject.id}.json"`)
      .send(JSON.stringify(file))
  })

type Act = (asking: Asking & { readonly key: string | undefined }, body: unknown) => Promise<object | Refused>

const acting = (app: App, served: Served) => {
  const on = (name: string, body: z.ZodType, act: Act) =>
    app.post(`/api/polls/:poll/${name}`, { schema: { params: poll, body } }, async (request, reply) => {
      const asking = await found(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const done = await act({ ...asking, key: idempotencyKey(request) }, request.body)
      return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, asking)
    })
  on('redraft', pollRedraftSchema, (asking, body) =>
    redraftPoll({ ...served, ...asking }, asking.subject, body as z.infer<typeof pollRedraftSchema>),
  )
  on('announce', announcePollSchema, (asking, body) =>
    announcePoll({ ...served, ...asking }, asking.subject, body as z.output<typeof announcePollSchema>),
  )
  on('redraw', z.object({}), (asking) => redrawElectorate({ ...served, ...asking }, asking.subject))
  on('extend', z.object({}), (asking) => extendPoll({ ...served, ...asking }, asking.subject))
  on('proofs', provePollSchema, (asking, body) =>
    proveDelivery({ ...served, ...asking }, asking.subject, body as z.output<typeof provePollSchema>),
  )
  on('show', showResultSchema, (asking, body) =>
    showResult({ ...served, ...asking }, asking.subject, body as z.output<typeof showResultSchema>),
  )
  on('recount', recountPollSchema, (asking, body) =>
    orderRecount({ ...served, ...asking }, asking.subject, (body as z.infer<typeof recountPollSchema>).reason),
  )
  on('confirm', z.object({}), (asking) => confirmResult({ ...served, ...asking }, asking.subject))
  on('open', z.object({}), (asking) => openPoll({ ...served, ...asking }, asking.subject))
  on('count', pollCountSchema, (asking, body) =>
    enterCount({ ...served, ...asking }, asking.subject, (body as z.infer<typeof pollCountSchema>).figures),
  )
  on('withdraw', pollWithdrawalSchema, (asking, body) =>
    withdrawPoll({ ...served, ...asking }, asking.subject, (body as z.infer<typeof pollWithdrawalSchema>).reason),
  )
}

const adding = (app: App, served: Served) =>
  app.post(
    '/api/polls/:poll/questions',
    { schema: { params: poll, body: agendaQuestionSchema } },
    async (request, reply) => {
      const asking = await found(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { actor } = asking
      const acting = { ...served, actor, key: idempotencyKey(request) }
      const subject = await addQuestion(acting, asking.subject, request.body)
      return isRefused(subject) ? sendRefusal(reply, subject) : sendFile(served, reply.code(201), { actor, subject })
    },
  )

const noting = (app: App, served: Served) => {
  const params = poll.extend({ voter: z.string().max(60) })
  const on = <Body extends z.ZodType>(
    name: string,
    body: Body,
    act: (acting: Acting, slip: Subject, body: z.output<Body>) => Promise<object | Refused>,
  ) =>
    app.post(`/api/polls/:poll/ballots/:voter${name}`, { schema: { params, body } }, async (request, reply) => {
      const asking = await found(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { actor, subject } = asking
      const { community } = subject
      const [id] = await inCommunities(served.ctx.db, [community], (trx) =>
        ballotsOfVoter(trx, subject, request.params.voter),
      )
      if (!id) return sendProblem(reply, 'voter-unknown')
      const acting = { ...served, actor, key: idempotencyKey(request) }
      const done = await act(acting, { community, id }, request.body as z.output<Body>)
      return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, asking)
    })
  on('', notedBallotSchema, (acting, slip, noted) => handIn(acting, slip, { type: 'NoteBallot', ...noted }))
  on('/voter', chooseVoterSchema, (acting, slip, { person, ...rest }) =>
    chooseVoter(acting, slip, { type: 'ChooseVoter', person: person as PersonId, ...rest }),
  )
}

export const pollRoutes = (app: App, served: Served): void => {
  drafting(app, served)
  reading(app, served)
  exporting(app, served)
  acting(app, served)
  adding(app, served)
  noting(app, served)
  choiceRoutes(app, served)
}
