// Taking a court bundle out of the house, over HTTP: a POST, because it leaves an entry in the ledger; and who has taken one.
import { type BundlesTaken, bundlesTakenSchema } from '@yishi/contract/court-bundle'
import type { CourtBundleId, PollId } from '@yishi/domain/kernel'
import { isRefused } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { askedAt } from '../paper-ballot/index.ts'
import { rowOfPoll } from '../poll/index.ts'
import { bundledPoll, mayTake } from './gathering.ts'
import { takeBundle } from './packing.ts'

const takenOf = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<BundlesTaken['taken']> => {
  const { rows } = await sql<BundlesTaken['taken'][number]>`
    select bundle_id as bundle, coalesce(person.name, '') as by, at, files, bytes::double precision as bytes, manifest
    from app.court_bundle left join app.person using (community_id, person_id)
    where court_bundle.community_id = ${community} and poll_id = ${id} order by at desc, bundle_id limit 100`.execute(
    trx,
  )
  return rows
}

export const courtBundleRoutes = (app: App, served: Served): void => {
  const { ctx } = served
  const params = z.object({ poll: z.string().max(60) })
  app.get(
    '/api/polls/:poll/court-bundles',
    { schema: { params, response: { 200: bundlesTakenSchema } } },
    async (request, reply) => {
      const asking = await askedAt(served, request, request.params.poll)
      if (isRefused(asking)) return sendRefusal(reply, asking)
      const { actor, subject } = asking
      return inCommunities(ctx.db, [subject.community], async (trx) => {
        const row = await rowOfPoll(trx, subject).executeTakeFirstOrThrow()
        return { may: mayTake(bundledPoll(row), actor, ctx) === null, taken: await takenOf(trx, subject) }
      })
    },
  )
  app.post('/api/polls/:poll/court-bundle', { schema: { params, body: z.object({}) } }, async (request, reply) => {
    const asking = await askedAt(served, request, request.params.poll)
    if (isRefused(asking)) return sendRefusal(reply, asking)
    const bundle = ctx.ids('cbn') as CourtBundleId
    const taken = await takeBundle(served, { ...asking, bundle }, readingOf(request).lang)
    if (isRefused(taken)) return sendRefusal(reply, taken)
    return reply
      .type('application/zip')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${taken.name}"`)
      .send(taken.stream)
  })
}
