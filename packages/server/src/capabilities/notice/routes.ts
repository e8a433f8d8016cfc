// Notices over HTTP: listed, hung, proved, answered, printed, and their proof for anybody. Parse, act, answer; no rule here.
import {
  type NoticeList,
  answerObjectionSchema,
  hangNoticeSchema,
  noticeCommandSchemas,
  noticeFileSchema,
  noticeListSchema,
  noticeProofSchema,
} from '@yishi/contract/notice'
import { type CommunityId, type NoticeId, type PersonActor, actorThere, holds, isRefused } from '@yishi/domain/kernel'
import { DESK, mayOpen, stageOfMatter } from '@yishi/domain/matter'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import { sendTagged } from '../../kernel/http/tagged.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { findMatter, noteReading, readMatter } from '../matter/index.ts'
import { communityFor, hasTask } from '../territory/index.ts'
import { type NoticeAct, actOnNotice } from './acting.ts'
import { readFile } from './file-query.ts'
import { findNotice, findObjection } from './finding.ts'
import { type Acting, hangNotice } from './hanging.ts'
import { noticeLines } from './lines.ts'
import { actOnObjection } from './objecting.ts'
import { PAPERS, posterPdf } from './poster.ts'
import { proofOf } from './proof.ts'
import { findPublic, readPublic } from './public-query.ts'

type Asked = Acting & { readonly actor: PersonActor }

/** Null where nobody is signed in, and that has been answered. */
const askedBy = async (served: Served, request: FastifyRequest, reply: FastifyReply): Promise<Asked | null> => {
  const { actor } = await served.whoAsks(request)
  if (actor.kind === 'person') return { ...served, actor, key: idempotencyKey(request) }
  sendProblem(reply, 'not-signed-in')
  return null
}

/** Whoever is shown the name or number of somebody who objected is noted (docs/decisions/0008). */
const sendFile = async ({ ctx, ...asked }: Asked, reply: FastifyReply, subject: Subject<NoticeId>) => {
  const actor = actorThere(asked.actor, subject.community)
  const now = ctx.clock.now()
  const file = await inCommunities(ctx.db, [subject.community], async (trx) => {
    const read = await readFile(trx, subject, { actor, now })
    const fields = (['name', 'phone'] as const).filter((field) => read?.told.some((each) => each[field] !== null))
    await noteReading(trx, subject, { person: actor.person, fields, at: now })
    return read
  })
  return file ? reply.send(file) : sendProblem(reply, 'notice-unknown')
}

type Where = { readonly community: CommunityId; readonly matter?: Subject }

/** Whether the reader may hang one here, and what a stage asks for. */
const mayHang = async ({ ctx, actor }: Asked, { community, matter }: Where): Promise<NoticeList['hang']> => {
  if (!matter) return holds(actor, DESK, community, '') ? { kind: null, days: 7 } : null
  const held = await inCommunities(ctx.db, [community], (trx) => readMatter(trx, matter))
  if (!held || held.state.status !== 'open' || mayOpen(held.state, 'notice', actor)) return null
  const stage = stageOfMatter(held.state)
  return stage.act === 'publish' ? { kind: stage.settings.what, days: stage.settings.days } : null
}

const listing = (app: App, served: Served) => {
  const querystring = z.object({ community: z.string().optional(), matter: z.string().optional() })
  app.get('/api/notices', { schema: { querystring, response: { 200: noticeListSchema } } }, async (request, reply) => {
    const asked = await askedBy(served, request, reply)
    if (!asked) return reply
    const matter = request.query.matter ? await findMatter(served.ctx, asked.actor, request.query.matter) : undefined
    if (matter && isRefused(matter)) return sendRefusal(reply, matter)
    const community = matter?.community ?? communityFor(asked.actor, request.query.community, hasTask)
    if (isRefused(community)) return sendRefusal(reply, community)
    const now = served.ctx.clock.now()
    const notices = await inCommunities(served.ctx.db, [community], (trx) =>
      noticeLines(trx, { community, matter: matter?.id }, now),
    )
    return { notices, hang: await mayHang(asked, { community, ...(matter && { matter }) }), asOf: now }
  })
}

const hanging = (app: App, served: Served) =>
  app.post(
    '/api/notices',
    { schema: { body: hangNoticeSchema, response: { 201: noticeFileSchema } } },
    async (request, reply) => {
      const asked = await askedBy(served, request, reply)
      if (!asked) return reply
      const { matter: id, community: named, kind, ...body } = request.body
      const matter = id === undefined ? undefined : await findMatter(served.ctx, asked.actor, id)
      if (matter && isRefused(matter)) return sendRefusal(reply, matter)
      const community = matter?.community ?? communityFor(asked.actor, named, hasTask)
      if (isRefused(community)) return sendRefusal(reply, community)
      const hungFor = matter ? ({ for: 'stage', matter: matter.id } as const) : ({ for: 'itself', kind } as const)
      const hung = await hangNotice(asked, community, hungFor, body)
      if (isRefused(hung)) return sendRefusal(reply, hung)
      return sendFile(asked, reply.code(201), { community, id: hung.notice })
    },
  )

const params = z.object({ notice: z.string().max(60) })

const reading = (app: App, served: Served) => {
  app.get(
    '/api/notices/:notice',
    { schema: { params, response: { 200: noticeFileSchema } } },
    async (request, reply) => {
      const asked = await askedBy(served, request, reply)
      if (!asked) return reply
      const subject = await findNotice(served.ctx, asked.actor, request.params.notice)
      return isRefused(subject) ? sendRefusal(reply, subject) : sendFile(asked, reply, subject)
    },
  )
  const proven = { params, response: { 200: noticeProofSchema } }
  app.get('/api/notices/:notice/proof', { schema: proven }, async (request, reply) => {
    const subject = await findPublic(served.ctx.db, request.params.notice)
    const proof = subject && (await inCommunities(served.ctx.db, [subject.community], (trx) => proofOf(trx, subject)))
    return proof ?? sendProblem(reply, 'notice-unknown')
  })
}

const printing = (app: App, served: Served) => {
  const querystring = z.object({ paper: z.enum(PAPERS).default('a3') })
  app.get('/api/notices/:notice/poster', { schema: { params, querystring } }, async (request, reply) => {
    const { ctx } = served
    const asked = await askedBy(served, request, reply)
    if (!asked) return reply
    const subject = await findNotice(ctx, asked.actor, request.params.notice)
    if (isRefused(subject)) return sendRefusal(reply, subject)
    const notice = await inCommunities(ctx.db, [subject.community], (trx) => readPublic(trx, subject, ctx.clock.now()))
    if (!notice || notice.status === 'withdrawn') return sendProblem(reply, 'notice-not-hanging')
    const { paper } = request.query
    const { year, count } = notice.number
    reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="notice-${year}-${count}-${paper}.pdf"`)
    const sheet = served.pages.posterSheet(notice, readingOf(request).lang)
    return sendTagged(reply, await posterPdf(served, sheet, { paper, path: `/n/${notice.notice}` }))
  })
}

const acting = (app: App, served: Served) => {
  for (const name of ['prove-hung', 'prove-taken-down', 'withdraw'] as const satisfies readonly NoticeAct[])
    app.post(
      `/api/notices/:notice/${name}`,
      { schema: { params, body: noticeCommandSchemas[name] } },
      async (request, reply) => {
        const asked = await askedBy(served, request, reply)
        if (!asked) return reply
        const subject = await findNotice(served.ctx, asked.actor, request.params.notice)
        if (isRefused(subject)) return sendRefusal(reply, subject)
        const done = await actOnNotice(asked, subject, name, request.body as never)
        return isRefused(done) ? sendRefusal(reply, done) : sendFile(asked, reply, subject)
      },
    )
  const result = { params, body: noticeCommandSchemas.result }
  app.post('/api/notices/:notice/result', { schema: result }, async (request, reply) => {
    const asked = await askedBy(served, request, reply)
    if (!asked) return reply
    const subject = await findNotice(served.ctx, asked.actor, request.params.notice)
    if (isRefused(subject)) return sendRefusal(reply, subject)
    const { community, id: of } = subject
    const hung = await hangNotice(asked, community, { for: 'result', of }, request.body)
    if (isRefused(hung)) return sendRefusal(reply, hung)
    return sendFile(asked, reply.code(201), { community, id: hung.notice })
  })
}

const answering = (app: App, served: Served) => {
  const schema = { params: z.object({ objection: z.string().max(60) }), body: answerObjectionSchema }
  app.post('/api/objections/:objection/answer', { schema }, async (request, reply) => {
    const asked = await askedBy(served, request, reply)
    if (!asked) return reply
    const found = await findObjection(served.ctx, asked.actor, request.params.objection)
    if (isRefused(found)) return sendRefusal(reply, found)
    const done = await actOnObjection(asked, found.objection, { type: 'AnswerObjection', ...request.body })
    return isRefused(done) ? sendRefusal(reply, done) : sendFile(asked, reply, found.notice)
  })
}

export const noticeRoutes = (app: App, served: Served): void => {
  listing(app, served)
  hanging(app, served)
  reading(app, served)
  printing(app, served)
  acting(app, served)
  answering(app, served)
}
