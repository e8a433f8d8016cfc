// The public page of a draw, its poster, its form for objections, and the file that anybody recomputes it from. No account, no JavaScript.
import type { DrawPage, DrawView } from '@yishi/contract/draw'
import { type Claim, LONGEST_GROUNDS, claimsOf } from '@yishi/domain/draw'
import { type Actor, type DrawId, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readForm } from '../../kernel/http/form.ts'
import { sendProblem } from '../../kernel/http/problem.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { sendTagged } from '../../kernel/http/tagged.ts'
import type { Subject } from '../../kernel/store.ts'
import { PAPERS, posterPdf } from '../notice/index.ts'
import { actOnDraw } from './acting.ts'
import { findPublicDraw } from './finding.ts'
import { mayOn } from './file-query.ts'
import { readDraw } from './store.ts'
import { readView, recomputed } from './view-query.ts'

type Address = { Params: { draw: string } }
type Showing = Pick<DrawPage, 'grounds' | 'problem' | 'key'> & { readonly status?: number }

const notFound = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

type Standing = { readonly open: boolean; readonly may: boolean; readonly done: boolean }

const objectingOf = (actor: Actor, { open, may, done }: Standing): DrawPage['objecting'] => {
  if (done) return 'done'
  if (!open) return 'closed'
  if (may) return 'may'
  return actor.kind === 'person' ? 'not-here' : 'sign-in'
}

type Read = { readonly view: DrawView; readonly objecting: DrawPage['objecting'] }

const read = async ({ ctx }: Served, subject: Subject<DrawId>, actor: Actor): Promise<Read | null> => {
  const now = ctx.clock.now()
  return inCommunities(ctx.db, [subject.community], async (trx) => {
    const [view, held] = [await readView(trx, subject, now), await readDraw(trx, subject)]
    if (!view || !held) return null
    const { state } = held
    const person = actor.kind === 'person' ? actor.person : null
    const open = (state.status === 'drawn' || state.status === 'objected') && now < state.objectableUntil
    const done = 'objections' in state && state.objections.some(({ by }) => by === person)
    return { view, objecting: objectingOf(actor, { open, may: mayOn(state, actor, now).includes('object'), done }) }
  })
}

const show = async (
  served: Served,
  request: FastifyRequest,
  reply: FastifyReply,
  { subject, status = 200, ...showing }: { readonly subject: Subject<DrawId> } & Showing,
) => {
  const { actor } = await served.whoAsks(request, subject.community)
  const found = await read(served, subject, actor)
  if (!found) return notFound(served, reply)
  const { publicUrl } = served.ctx.settings
  const urls = {
    file: `${publicUrl}/draws/${subject.id}/draw.json`,
    proof: `${publicUrl}/api/draws/${subject.id}/proof`,
  }
  const { view: draw, objecting } = found
  return sendPage(served, reply.code(showing.problem ? 422 : status), 'draw', { draw, objecting, ...showing, urls })
}

const problemWith = (grounds: string): DrawPage['problem'] => {
  if (grounds === '') return 'missing'
  return grounds.length > LONGEST_GROUNDS ? 'too-long' : null
}

const object = async (served: Served, request: FastifyRequest, reply: FastifyReply, subject: Subject<DrawId>) => {
  const form = await readForm(request)
  const grounds = form.field('grounds').trim()
  const key = form.field('key').slice(0, 100) || served.ctx.ids('msg')
  const problem = problemWith(grounds)
  if (problem) return show(served, request, reply, { subject, grounds, problem, key })
  const { actor } = await served.whoAsks(request, subject.community)
  const done = await actOnDraw({ ...served, actor, key }, subject, 'object', { grounds })
  // Why not, the page itself says: signed out, not from here, said already, or over.
  if (isRefused(done)) return show(served, request, reply, { subject, grounds, problem, key, status: 409 })
  return reply.redirect(`/draws/${subject.id}#objections`, 303)
}

const fileOf = (served: Served, subject: Subject<DrawId>): Promise<readonly Claim[] | null> =>
  inCommunities(served.ctx.db, [subject.community], async (trx) => {
    const held = await readDraw(trx, subject)
    const rounds = held && recomputed(held.state)
    return rounds && claimsOf(rounds)
  })

/** One claim, or of several rounds a list of them. */
const checking = (app: App, served: Served) =>
  app.get<Address>('/draws/:draw/draw.json', { schema: { hide: true } }, async (request, reply) => {
    const subject = await findPublicDraw(served.ctx.db, request.params.draw)
    if (!subject) return sendProblem(reply, 'draw-unknown')
    const claims = await fileOf(served, subject)
    if (!claims) return sendProblem(reply, 'draw-not-made')
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="draw-${subject.id}.json"`)
      .send(JSON.stringify(claims.length === 1 ? claims[0] : claims, null, 2))
  })

const printing = (app: App, served: Served) => {
  const querystring = z.object({ paper: z.enum(PAPERS).default('a3') })
  type Asked = Address & { Querystring: z.output<typeof querystring> }
  app.get<Asked>('/draws/:draw/poster.pdf', { schema: { hide: true, querystring } }, async (request, reply) => {
    const { ctx, pages } = served
    const subject = await findPublicDraw(ctx.db, request.params.draw)
    const draw =
      subject && (await inCommunities(ctx.db, [subject.community], (trx) => readView(trx, subject, ctx.clock.now())))
    if (!draw) return notFound(served, reply)
    const { paper } = request.query
    reply.type('application/pdf').header('content-disposition', `inline; filename="${draw.draw}-${paper}.pdf"`)
    const sheet = pages.drawPosterSheet(draw, readingOf(request).lang)
    return sendTagged(reply, await posterPdf(served, sheet, { paper, path: `/draws/${draw.draw}` }))
  })
}

export const drawPages = (app: App, served: Served): void => {
  const schema = { hide: true }
  app.get<Address>('/draws/:draw', { schema }, async (request, reply) => {
    const subject = await findPublicDraw(served.ctx.db, request.params.draw)
    if (!subject) return notFound(served, reply)
    return show(served, request, reply, { subject, grounds: '', problem: null, key: served.ctx.ids('msg') })
  })
  app.post<Address>('/draws/:draw/objections', { schema }, async (request, reply) => {
    const subject = await findPublicDraw(served.ctx.db, request.params.draw)
    return subject ? object(served, request, reply, subject) : notFound(served, reply)
  })
  checking(app, served)
  printing(app, served)
}
