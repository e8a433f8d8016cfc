// An owner looks up their own ballots, years later too: what counted, how it came in, and the receipt to check it by.
import type { OwnRecord } from '@yishi/contract/my-ballots'
import type { FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { receiptOf } from '../../kernel/receipt.ts'
import { communitiesOf } from '../matter/index.ts'
import { type Listed, ownRecords } from './lookup-query.ts'

/** In each community people act under the name that they have there; null for somebody who is not signed in. */
const listedAs = async ({ whoAsks }: Served, request: FastifyRequest): Promise<readonly Listed[] | null> => {
  const { actor } = await whoAsks(request)
  if (actor.kind !== 'person') return null
  const own = await Promise.all(
    communitiesOf(actor).map(async (community) => ({ community, ...(await whoAsks(request, community)) })),
  )
  return own.flatMap(({ community, actor: each }) =>
    each.kind === 'person' ? [{ community, person: each.person }] : [],
  )
}

const recordsOf = ({ ctx }: Served, listed: Listed): Promise<readonly OwnRecord[]> =>
  inCommunities(ctx.db, [listed.community], async (trx) => {
    const records: OwnRecord[] = []
    for (const { ballot, ...record } of await ownRecords(trx, listed)) {
      const subject = { community: listed.community, id: ballot }
      const receipt = record.ballots.length > 0 ? await receiptOf(ctx, trx, subject, { lastOf: 'BallotCast' }) : null
      records.push({ ...record, receipt })
    }
    return records
  })

export const lookupPages = (app: App, served: Served): void => {
  app.get('/me/ballots', { schema: { hide: true } }, async (request, reply) => {
    const listed = await listedAs(served, request)
    if (!listed) return reply.redirect('/login?back=/me/ballots', 303)
    const records = await Promise.all(listed.map((each) => recordsOf(served, each)))
    return sendPage(served, reply, 'my-ballots', { records: records.flat(), asOf: served.ctx.clock.now() })
  })
}
