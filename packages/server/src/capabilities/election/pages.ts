// The pages of secret elections: the list of a community, what everybody sees of one, an objection to the roll without JavaScript, ballots and the roll on paper, and the file to check it by.
import type { ElectionPage } from '@yishi/contract/election-pages'
import { PROBLEMS, isProblemCode } from '@yishi/contract/problem'
import { type ElectionId, type Refused, isRefused } from '@yishi/domain/kernel'
import { LONGEST_WORDS } from '@yishi/domain/secret-election'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { everyCommunity } from '../../kernel/communities.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readForm } from '../../kernel/http/form.ts'
import { sendProblem } from '../../kernel/http/problem.ts'
import { queryPage, queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { actOn } from './acting.ts'
import { publicElections } from './list-query.ts'
import { findElection, readPaper, readRoll, readShown, tallyFileOf } from './public-query.ts'
import { found } from './routes.ts'

type Address = { Params: { election: string } }
type Showing = Partial<Pick<ElectionPage, 'problem' | 'sent' | 'written'>> & { readonly status?: number }

const trouble = (served: Served, reply: FastifyReply, status = 404) =>
  sendPage(served, reply.code(status), 'error', { status, title: null, detail: null, reference: null, back: '/' })

const show = async (served: Served, reply: FastifyReply, subject: Subject<ElectionId> | null, showing: Showing) => {
  const { ctx } = served
  const shown =
    subject && (await inCommunities(ctx.db, [subject.community], (trx) => readShown(trx, subject, ctx.clock.now())))
  if (!shown) return trouble(served, reply)
  const { problem = null, sent = false, written = { text: '', name: '' }, status = 200 } = showing
  return sendPage(served, reply.code(status), 'election', { ...shown, problem, sent, written })
}

type Place = { Params: { community: string } }

const listing = (app: App, served: Served) =>
  app.get<Place>('/c/:community/elections', { schema: { hide: true } }, async (request, reply) => {
    const { db, clock } = served.ctx
    const community = (await everyCommunity(db)).find((id) => id === request.params.community)
    if (!community) return trouble(served, reply)
    const asked = { community, page: queryPage(request), now: clock.now() }
    return sendPage(
      served,
      reply,
      'elections',
      await inCommunities(db, [community], (trx) => publicElections(trx, asked)),
    )
  })

const looking = (app: App, served: Served) =>
  app.get<Address>('/elections/:election', { schema: { hide: true } }, async (request, reply) => {
    const subject = await findElection(served.ctx.db, request.params.election)
    return show(served, reply, subject, { sent: queryText(request, 'sent') === '1' })
  })

const objecting = (app: App, served: Served) =>
  app.post<Address>('/elections/:election/objections', { schema: { hide: true } }, async (request, reply) => {
    const subject = await findElection(served.ctx.db, request.params.election)
    if (!subject) return trouble(served, reply)
    const form = await readForm(request)
    const written = {
      text: form.field('text').trim().slice(0, LONGEST_WORDS),
      name: form.field('name').trim().slice(0, 40),
    }
    if (written.text === '' || written.name === '')
      return show(served, reply, subject, { problem: 'missing', written, status: 422 })
    const { actor } = await served.whoAsks(request, subject.community)
    const done = await actOn({ ...served, actor, key: undefined }, subject, 'object', written)
    if (isRefused(done)) return show(served, reply, subject, { problem: 'objection-too-late', written, status: 409 })
    return reply.redirect(`/elections/${subject.id}?sent=1`, 303)
  })

/** Whoever is not signed in is sent to sign in and comes back. */
const refused = (served: Served, reply: FastifyReply, request: FastifyRequest, { refused: code }: Refused) =>
  code === 'not-signed-in'
    ? reply.redirect(`/login?back=${encodeURIComponent(request.url)}`, 303)
    : trouble(served, reply, isProblemCode(code) ? PROBLEMS[code].status : 404)

const onPaper = (app: App, served: Served) => {
  app.get<Address>('/elections/:election/paper', { schema: { hide: true } }, async (request, reply) => {
    const asking = await found(served, request, request.params.election)
    if (isRefused(asking)) return refused(served, reply, request, asking)
    const { subject } = asking
    const copies = Math.trunc(Number(queryText(request, 'copies')))
    const paper = await inCommunities(served.ctx.db, [subject.community], (trx) => readPaper(trx, subject, copies))
    return paper ? sendPage(served, reply, 'election-paper', paper) : trouble(served, reply, 409)
  })
  app.get<Address>('/elections/:election/roll', { schema: { hide: true } }, async (request, reply) => {
    const asking = await found(served, request, request.params.election)
    if (isRefused(asking)) return refused(served, reply, request, asking)
    const { subject } = asking
    const roll = await inCommunities(served.ctx.db, [subject.community], (trx) => readRoll(trx, subject))
    return roll ? sendPage(served, reply, 'election-roll', roll) : trouble(served, reply, 409)
  })
}

const checking = (app: App, served: Served) =>
  app.get<Address>('/elections/:election/tally.json', { schema: { hide: true } }, async (request, reply) => {
    const subject = await findElection(served.ctx.db, request.params.election)
    const files =
      subject && (await inCommunities(served.ctx.db, [subject.community], (trx) => tallyFileOf(trx, subject)))
    if (!subject || !files) return sendProblem(reply, 'election-unknown')
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="tally-${subject.id}.json"`)
      .send(JSON.stringify(files, null, 2))
  })

export const electionPages = (app: App, served: Served): void => {
  listing(app, served)
  looking(app, served)
  objecting(app, served)
  onPaper(app, served)
  checking(app, served)
}
