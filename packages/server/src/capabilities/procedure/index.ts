// Procedures over HTTP: what a community has adopted, drawn, with what the checker finds.
import { isRefused } from '@yishi/domain/kernel'
import { type Procedure, checkProcedure, drawProcedure, simplePaths } from '@yishi/domain/procedure'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { currentProcedure, currentProcedures } from '../matter/index.ts'
import { communityFor } from '../territory/index.ts'

const shown = (procedure: Procedure) => ({
  ...procedure,
  drawing: drawProcedure(procedure),
  paths: simplePaths(procedure).length,
  findings: checkProcedure(procedure),
})

const drawings = new Map<string, ReturnType<typeof shown>>()

/** A version never changes, and drawing it takes longer than everything else here. */
const shownOnce = (procedure: Procedure) => {
  const name = `${procedure.key}@${procedure.version}`
  const known = drawings.get(name) ?? shown(procedure)
  drawings.set(name, known)
  return known
}

export const procedureRoutes = (app: App, { ctx, whoAsks }: Served): void => {
  const querystring = z.object({ community: z.string().optional() })
  app.get('/api/procedures', { schema: { querystring } }, async (request, reply) => {
    const community = communityFor((await whoAsks(request)).actor, request.query.community)
    if (isRefused(community)) return sendRefusal(reply, community)
    const all = await inCommunities(ctx.db, [community], (trx) => currentProcedures(trx, community))
    return all.map(shownOnce)
  })
  const params = z.object({ key: z.string().max(60) })
  app.get('/api/procedures/:key', { schema: { params, querystring } }, async (request, reply) => {
    const community = communityFor((await whoAsks(request)).actor, request.query.community)
    if (isRefused(community)) return sendRefusal(reply, community)
    const procedure = await inCommunities(ctx.db, [community], (trx) =>
      currentProcedure(trx, community, request.params.key),
    )
    return procedure ? shownOnce(procedure) : sendProblem(reply, 'procedure-not-adopted')
  })
}
