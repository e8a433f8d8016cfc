// The people who work for a community, over HTTP: for those who answer for all of it.
import { PERSON_ACTS, invitedSchema, personActSchema, workerSchema, workersQuerySchema } from '@yishi/contract/people'
import { type Hat, type PersonActor, type PersonId, actorThere, isRefused } from '@yishi/domain/kernel'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { communityFor } from '../territory/index.ts'
import type { Accounts } from './accounts.ts'
import { actOnPerson } from './people-acts.ts'
import { workerRows, workerView } from './people-query.ts'

const answersForAll = ({ role, path }: Hat): boolean =>
  path === '' && (role === 'staff' || role === 'branch' || role === 'street-office')

const reading = (app: App, { ctx, whoAsks }: Served) =>
  app.get(
    '/api/people',
    { schema: { querystring: workersQuerySchema, response: { 200: z.array(workerSchema) } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const community = communityFor(actor, request.query.community, answersForAll)
      if (isRefused(community)) return sendRefusal(reply, community)
      const here = { community, now: ctx.clock.now() }
      const rows = await inCommunities(ctx.db, [community], (trx) => workerRows(trx, here))
      return reply.header('cache-control', 'no-store').send(rows.map((row) => workerView(row, actor, community)))
    },
  )

const acting = (app: App, { whoAsks }: Served, accounts: Accounts) => {
  const params = z.object({ person: z.string().max(60) })
  for (const act of PERSON_ACTS)
    app.post(
      `/api/people/:person/${act}`,
      { schema: { params, body: personActSchema, ...(act === 'invite' ? { response: { 200: invitedSchema } } : {}) } },
      async (request, reply) => {
        const { actor } = await whoAsks(request)
        const community = communityFor(actor, request.body.community, answersForAll)
        if (isRefused(community)) return sendRefusal(reply, community)
        const person = request.params.person as PersonId
        const done = await actOnPerson(accounts, act, {
          community,
          person,
          actor: actorThere(actor as PersonActor, community),
        })
        if (isRefused(done)) return sendRefusal(reply, done)
        reply.header('cache-control', 'no-store')
        return 'link' in done ? reply.code(200).send(done) : reply.code(204 as never).send()
      },
    )
}

export const peopleRoutes = (app: App, served: Served, accounts: Accounts): void => {
  reading(app, served)
  acting(app, served, accounts)
}
