// The public page of an urgent notice, the tap that says one knows, and the list of doors for those who knock at them.
import type { Pages } from '@yishi/contract/pages'
import { mayTellAtDoor } from '@yishi/domain/alert'
import { type Actor, type AlertId, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readForm } from '../../kernel/http/form.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { qrSvg } from '../territory/index.ts'
import { lendDevice } from './device.ts'
import { openDoors } from './reach-query.ts'
import { noteSight, noteTold, viewerOf } from './seeing.ts'
import { locateAlert, readAlert } from './view-query.ts'

const unknown = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

/** Somebody with a stairway, a grid or the desk here. */
const knocks = (actor: Actor, { community }: Subject): boolean =>
  actor.kind === 'person' &&
  actor.hats.some((hat) => hat.community === community && mayTellAtDoor(actor, community, hat.path))

const show = async (served: Served, request: FastifyRequest, reply: FastifyReply, subject: Subject<AlertId>) => {
  const { ctx } = served
  const view = await inCommunities(ctx.db, [subject.community], (trx) => readAlert(trx, subject, ctx.clock.now()))
  const { actor } = await served.whoAsks(request, subject.community)
  if (view.liftedAt === null) lendDevice(served, request, reply)
  const url = `${ctx.settings.publicUrl}/a/${subject.id}`
  const said: Pages['alert']['said'] = queryText(request, 'said') === 'known' ? 'known' : null
  const at = queryText(request, 'at').slice(0, 20)
  const doors = view.liftedAt === null && knocks(actor, subject)
  return sendPage(served, reply, 'alert', { view, url, qr: await qrSvg(url), at, said, doors })
}

type Seeing = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly known: boolean }

const see = async (served: Served, subject: Subject<AlertId>, { request, reply, known }: Seeing): Promise<string> => {
  const { ctx } = served
  const at = (await readForm(request)).field('at').slice(0, 20)
  const { actor } = await served.whoAsks(request, subject.community)
  const viewer = viewerOf(actor, subject, lendDevice(served, request, reply))
  const sight = { viewer, at, known, now: ctx.clock.now() }
  await inCommunities(ctx.db, [subject.community], (trx) => noteSight(trx, subject, sight))
  return at
}

type AlertPath = { Params: { alert: string } }

const seeing = (app: App, served: Served) => {
  const schema = { hide: true }
  app.get<AlertPath>('/a/:alert', { schema }, async (request, reply) => {
    const subject = await locateAlert(served.ctx.db, request.params.alert)
    return subject ? show(served, request, reply, subject) : unknown(served, reply)
  })
  app.post<AlertPath>('/a/:alert/known', { schema }, async (request, reply) => {
    const subject = await locateAlert(served.ctx.db, request.params.alert)
    if (!subject) return unknown(served, reply)
    const at = await see(served, subject, { request, reply, known: true })
    const query = new URLSearchParams({ said: 'known', ...(at ? { at } : {}) }).toString()
    return reply.redirect(`/a/${subject.id}?${query}`, 303)
  })
  // Told by the page's script once it is on a screen: reading a page writes nothing, and what only fetches it has not seen it.
  app.post<AlertPath>('/a/:alert/seen', { schema }, async (request, reply) => {
    const subject = await locateAlert(served.ctx.db, request.params.alert)
    if (!subject) return unknown(served, reply)
    await see(served, subject, { request, reply, known: false })
    return reply.code(204).send()
  })
}

const WAYS = ['door', 'phone'] as const

const doors = (app: App, served: Served) => {
  const { ctx, whoAsks } = served
  app.get<AlertPath>('/a/:alert/doors', { schema: { hide: true } }, async (request, reply) => {
    const subject = await locateAlert(ctx.db, request.params.alert)
    if (!subject) return unknown(served, reply)
    const { actor } = await whoAsks(request, subject.community)
    if (actor.kind !== 'person') return reply.redirect(`/login?back=${encodeURIComponent(request.url)}`, 303)
    if (!knocks(actor, subject)) return sendRefusal(reply, { refused: 'not-yours-to-do' })
    const props = await inCommunities(ctx.db, [subject.community], async (trx) => ({
      alert: await readAlert(trx, subject, ctx.clock.now()),
      stairs: await openDoors(trx, subject, actor),
    }))
    return sendPage(served, reply, 'doors', props)
  })
  app.post<AlertPath>('/a/:alert/told', { schema: { hide: true } }, async (request, reply) => {
    const subject = await locateAlert(ctx.db, request.params.alert)
    if (!subject) return unknown(served, reply)
    const { actor } = await whoAsks(request, subject.community)
    if (actor.kind !== 'person') return sendRefusal(reply, { refused: 'not-signed-in' })
    const form = await readForm(request)
    const way = WAYS.find((each) => each === form.field('way')) ?? null
    const told = { unit: form.field('unit'), way, actor, now: ctx.clock.now() }
    const done = await inCommunities(ctx.db, [subject.community], (trx) => noteTold(trx, subject, told))
    return isRefused(done) ? sendRefusal(reply, done) : reply.redirect(`/a/${subject.id}/doors`, 303)
  })
}

export const alertPages = (app: App, served: Served): void => {
  seeing(app, served)
  doors(app, served)
}
