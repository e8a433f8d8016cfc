// What a poll is drawn up from, over HTTP: who may stand on its list, and the rules there are.
import { candidateSchema, candidatesQuerySchema } from '@yishi/contract/poll'
import { type Role, isRefused } from '@yishi/domain/kernel'
import { POLL_RULES, pollRuleSchema } from '@yishi/domain/poll'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { communityFor } from '../territory/index.ts'
import { candidatesOf } from './electorate-query.ts'

/** Names by role are the desk's to read, as on its list of people. */
const LISTERS: readonly Role[] = ['staff', 'branch', 'street-office']

export const choiceRoutes = (app: App, served: Served): void => {
  app.get(
    '/api/candidates',
    { schema: { querystring: candidatesQuerySchema, response: { 200: z.array(candidateSchema) } } },
    async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      const { community: asked, ...choice } = request.query
      const community = communityFor(actor, asked, (hat) => LISTERS.includes(hat.role) && hat.path === '')
      if (isRefused(community)) return sendRefusal(reply, community)
      const here = { community, now: served.ctx.clock.now() }
      return inCommunities(served.ctx.db, [community], (trx) => candidatesOf(trx, here, choice))
    },
  )
  app.get('/api/poll-rules', { schema: { response: { 200: z.array(pollRuleSchema) } } }, () => [...POLL_RULES])
}
