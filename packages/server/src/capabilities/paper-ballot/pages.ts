// What is printed of a poll by units: its ballots, and the report that reconciles all channels. For those who count it.
import { type Refused, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PROBLEMS, isProblemCode } from '@yishi/contract/problem'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { queryText } from '../../kernel/http/query.ts'
import { sharedReading } from '../../kernel/shared-reading.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { findPoll } from '../poll/index.ts'
import { linkKeyOf } from '../matter/index.ts'
import { askedAt } from './asking.ts'
import { readPrint } from './print-query.ts'
import { readScreen } from './screen-query.ts'
import { readReconciliations } from './reconciliation-query.ts'

type Address = { Params: { poll: string } }

const trouble = (served: Served, reply: FastifyReply, status: number, detail: string | null = null) =>
  sendPage(served, reply.code(status), 'error', { status, title: null, detail, reference: null, back: '/' })

/** Whoever is not signed in is sent to sign in and comes back. */
const refused = (served: Served, reply: FastifyReply, request: FastifyRequest, { refused: code }: Refused) => {
  if (code === 'not-signed-in') return reply.redirect(`/login?back=${encodeURIComponent(request.url)}`, 303)
  return trouble(served, reply, isProblemCode(code) ? PROBLEMS[code].status : 404)
}

const printing = (app: App, served: Served) =>
  app.get<Address>('/polls/:poll/paper', { schema: { hide: true } }, async (request, reply) => {
    const asking = await askedAt(served, request, request.params.poll)
    if (isRefused(asking)) return refused(served, reply, request, asking)
    const { subject } = asking
    const { ctx } = served
    const secret = await linkKeyOf(ctx.db, subject.community)
    const { publicUrl } = ctx.settings
    const given = { secret, publicUrl, path: queryText(request, 'path'), now: ctx.clock.now() }
    const print = await inCommunities(ctx.db, [subject.community], (trx) => readPrint(trx, subject, given))
    return print ? sendPage(served, reply, 'paper-ballots', print) : trouble(served, reply, 409)
  })

const reconciling = (app: App, served: Served) =>
  app.get<Address>('/polls/:poll/reconciliation', { schema: { hide: true } }, async (request, reply) => {
    const asking = await askedAt(served, request, request.params.poll)
    if (isRefused(asking)) return refused(served, reply, request, asking)
    const { subject } = asking
    const now = served.ctx.clock.now()
    const questions = await inCommunities(served.ctx.db, [subject.community], (trx) =>
      readReconciliations(trx, subject, now),
    )
    return sendPage(served, reply, 'reconciliation', { questions })
  })

const screenOf = sharedReading(readScreen)

const onScreen = (app: App, served: Served) =>
  app.get<Address>('/polls/:poll/screen', { schema: { hide: true } }, async (request, reply) => {
    const subject = await findPoll(served.ctx.db, request.params.poll)
    const screen = subject && (await screenOf(served.ctx, subject))
    return screen
      ? sendPage(served, reply, 'poll-screen', { ...screen, asOf: served.ctx.clock.now() })
      : trouble(served, reply, 404)
  })

export const paperPages = (app: App, served: Served): void => {
  printing(app, served)
  reconciling(app, served)
  onScreen(app, served)
}
