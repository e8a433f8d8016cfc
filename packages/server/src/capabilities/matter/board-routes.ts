// The ledger board over HTTP: its rows and figures, and the buildings beside it.
import { boardChoiceSchema, boardQuerySchema, boardSchema, buildingsSchema } from '@yishi/contract/board'
import { isRefused } from '@yishi/domain/kernel'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { readBoard } from './board-query.ts'
import { boardReaderOf } from './board-scope.ts'
import { readBuildings } from './buildings-query.ts'

export const boardRoutes = (app: App, { ctx, whoAsks }: Served): void => {
  app.get(
    '/api/board',
    { schema: { querystring: boardQuerySchema, response: { 200: boardSchema } } },
    async (request, reply) => {
      const reader = boardReaderOf((await whoAsks(request)).actor, request.query.community)
      if (isRefused(reader)) return sendRefusal(reply, reader)
      const now = ctx.clock.now()
      return inCommunities(ctx.db, reader.communities, (trx) => readBoard(trx, request.query, reader, now))
    },
  )
  const querystring = boardChoiceSchema.pick({ community: true })
  app.get(
    '/api/board/buildings',
    { schema: { querystring, response: { 200: buildingsSchema } } },
    async (request, reply) => {
      const reader = boardReaderOf((await whoAsks(request)).actor, request.query.community)
      if (isRefused(reader)) return sendRefusal(reply, reader)
      const now = ctx.clock.now()
      return inCommunities(ctx.db, reader.communities, (trx) => readBuildings(trx, reader, now))
    },
  )
}
