// Court bundles over HTTP: asked for by a POST that is answered at once, looked after by a GET, and taken by another, which leaves an entry in the ledger.
import statics from '@fastify/static'
import { askBundleSchema, bundleSchema, bundlesSchema } from '@yishi/contract/court-bundle'
import { KEPT_DAYS, mayNotTake } from '@yishi/domain/court-bundle'
import { type CourtBundleId, isRefused } from '@yishi/domain/kernel'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { onceOf } from '../../kernel/http/idempotency-key.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { askedAt } from '../paper-ballot/index.ts'
import { rowOfPoll } from '../poll/index.ts'
import { askForBundle } from './asking.ts'
import { readBundle, readBundles, takenOf } from './bundles-query.ts'
import { bundledPoll } from './gathering.ts'
import { sendBundle } from './taking.ts'

const params = z.object({ poll: z.string().max(60) })

const overview = (app: App, served: Served) =>
  app.get(
    '/api/polls/:poll/court-bundles',
    { schema: { params, response: { 200: bundlesSchema } } },
    async (request, reply) => {
      const asking = await askedAt(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      // Of the question that was asked about, whichever poll its sheets go by.
      const { actor, asked: subject } = asking
      return inCommunities(served.ctx.db, [subject.community], async (trx) => {
        const row = await rowOfPoll(trx, subject).executeTakeFirstOrThrow()
        return {
          may: mayNotTake(bundledPoll(row), actor) === null,
          keptDays: KEPT_DAYS,
          bundles: await readBundles(trx, subject),
          taken: await takenOf(trx, subject),
        }
      })
    },
  )

const asking = (app: App, served: Served) =>
  app.post(
    '/api/polls/:poll/court-bundle',
    { schema: { params, body: askBundleSchema, response: { 200: bundleSchema, 202: bundleSchema } } },
    async (request, reply) => {
      const asked = await askedAt(served, request, request.params.poll)
      if (isRefused(asked)) return sendRefusal(reply, asked)
      const { actor, asked: subject } = asked
      const { anew } = request.body
      const found = await askForBundle(served, {
        subject,
        actor,
        lang: readingOf(request).lang,
        anew,
        ...onceOf(request, { poll: subject.id, anew }),
      })
      if (isRefused(found)) return sendRefusal(reply, found)
      const bundle = await inCommunities(served.ctx.db, [found.community], (trx) => readBundle(trx, found))
      return reply.code(bundle.status === 'asked' ? 202 : 200).send(bundle)
    },
  )

/** Asked for its head alone nothing leaves, and nothing would be noted: there is no such answer. */
const taking = (app: App, served: Served) =>
  app.get(
    '/api/polls/:poll/court-bundles/:bundle',
    { schema: { params: params.extend({ bundle: z.string().max(60) }) }, exposeHeadRoute: false },
    async (request, reply) => {
      const asked = await askedAt(served, request, request.params.poll)
      if (isRefused(asked)) return sendRefusal(reply, asked)
      const { actor, asked: poll } = asked
      const bundle = { community: poll.community, id: request.params.bundle as CourtBundleId }
      const sent = await sendBundle(served, reply, { actor, poll, bundle, range: request.headers.range })
      return isRefused(sent) ? sendRefusal(reply, sent) : sent
    },
  )

export const courtBundleRoutes = async (app: App, served: Served): Promise<void> => {
  await app.register(statics, { serve: false })
  overview(app, served)
  asking(app, served)
  taking(app, served)
}
