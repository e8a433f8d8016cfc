// The public page of a community's committees: nobody has to sign in.
import { everyCommunity } from '../../kernel/communities.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { committeePage } from './public-query.ts'

type Place = { Params: { community: string } }

export const termPages = (app: App, served: Served): void => {
  app.get<Place>('/c/:community/committee', { schema: { hide: true } }, async (request, reply) => {
    const { db, clock } = served.ctx
    const community = (await everyCommunity(db)).find((id) => id === request.params.community)
    if (!community) {
      const nowhere = { status: 404, title: null, detail: null, reference: null, back: '/' }
      return sendPage(served, reply.code(404), 'error', nowhere)
    }
    const page = await inCommunities(db, [community], (trx) => committeePage(trx, community, clock.now()))
    return sendPage(served, reply, 'committee', page)
  })
}
