// Pictures of sheets over HTTP, for those who count: handed in one by one or as the pages of a PDF, listed with what became of each, and looked at, of which it is noted who did.
import { paperScansSchema, takenScansSchema } from '@yishi/contract/paper-scan'
import { isRefused } from '@yishi/domain/kernel'
import { z } from 'zod'
import { inCommunities } from '../../../kernel/database/tenancy.ts'
import type { App } from '../../../kernel/http/app.ts'
import { sendProblem, sendRefusal } from '../../../kernel/http/problem.ts'
import { receiveFile } from '../../../kernel/http/received-file.ts'
import type { Served } from '../../../kernel/http/served.ts'
import { noteReading } from '../../matter/index.ts'
import { askedAt } from '../asking.ts'
import { placeOfScan } from './picture.ts'
import { digestOfScan, readScans, scansOf } from './scan-query.ts'
import { takeScans } from './taking.ts'

const params = z.object({ poll: z.string().max(60) })
/** A hundred sheets in colour. */
const PDF_BYTES = 60 * 1024 * 1024

const taking = (app: App, served: Served) =>
  app.post(
    '/api/polls/:poll/scans',
    { schema: { params, response: { 201: takenScansSchema } } },
    async (request, reply) => {
      const asking = await askedAt(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const received = await receiveFile(request, PDF_BYTES)
      if (received === 'none') return sendProblem(reply, 'not-a-photo')
      if (received === 'too-large') return sendProblem(reply, 'pdf-too-large')
      const taken = await takeScans({ ...asking, served }, received.file)
      if (isRefused(taken)) return sendRefusal(reply, taken)
      const { subject } = asking
      const scans = await inCommunities(served.ctx.db, [subject.community], (trx) => scansOf(trx, subject, taken))
      return reply.code(201).send({ scans })
    },
  )

const listing = (app: App, served: Served) =>
  app.get(
    '/api/polls/:poll/scans',
    { schema: { params, response: { 200: paperScansSchema } } },
    async (request, reply) => {
      const asking = await askedAt(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { subject } = asking
      return inCommunities(served.ctx.db, [subject.community], (trx) => readScans(trx, subject))
    },
  )

/** Nothing between keeps it, and opened as a page of its own it can do nothing. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
}

const showing = (app: App, served: Served) =>
  app.get(
    '/api/polls/:poll/scans/:scan',
    { schema: { params: params.extend({ scan: z.string().max(60) }) } },
    async (request, reply) => {
      const asking = await askedAt(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { subject, actor } = asking
      const { ctx } = served
      const { scan } = request.params
      const sha256 = await inCommunities(ctx.db, [subject.community], async (trx) => {
        const digest = await digestOfScan(trx, subject, scan)
        const note = { person: actor.person, fields: ['ballot'], at: ctx.clock.now() }
        if (digest) await noteReading(trx, { community: subject.community, id: scan }, note)
        return digest
      })
      const content = sha256 && (await ctx.files.read(placeOfScan(subject.community, sha256)))
      if (!content) return sendProblem(reply, 'not-found')
      return reply.headers(HEADERS).type('image/webp').send(content)
    },
  )

export const scanRoutes = (app: App, served: Served): void => {
  taking(app, served)
  listing(app, served)
  showing(app, served)
}
