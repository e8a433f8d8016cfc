// The public ledger over HTTP: anyone may ask, without an account, and check the answers offline.
import {
  type LedgerPage,
  checkpointSchema,
  consistencySchema,
  inclusionSchema,
  ledgerPageSchema,
} from '@yishi/contract/ledger'
import type { CommunityId } from '@yishi/domain/kernel'
import { noteKeyText, toBase64 } from '@yishi/domain/ledger'
import { z } from 'zod'
import { everyCommunity } from '../../kernel/communities.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendProblem } from '../../kernel/http/problem.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { latestCheckpoint } from '../../kernel/tree.ts'
import { communityTitle } from '../territory/index.ts'
import { ledgerPage, readConsistency, readInclusion } from './queries.ts'

const PER_PAGE = 20
const MOST_PAGES = 1_000_000
const params = z.object({ community: z.string().max(60) })

const known = async ({ ctx }: Served, id: string): Promise<CommunityId | null> =>
  (await everyCommunity(ctx.db)).find((community) => community === id) ?? null

const checkpointOf = ({ ctx }: Served, community: CommunityId) =>
  inCommunities(ctx.db, [community], async (trx) => {
    const found = await latestCheckpoint(trx, community)
    const key = noteKeyText(ctx.signer(community))
    return found ? { note: found.note, size: found.size, root: toBase64(found.root), at: found.at, key } : null
  })

const checkpoint = (app: App, served: Served) =>
  app.get(
    '/api/ledger/:community/checkpoint',
    { schema: { params, response: { 200: checkpointSchema } } },
    async (request, reply) => {
      const community = await known(served, request.params.community)
      const found = community && (await checkpointOf(served, community))
      return found ?? sendProblem(reply, 'community-unknown')
    },
  )

const entries = (app: App, served: Served) => {
  const querystring = z.object({
    skip: z.coerce.number().int().min(0).default(0),
    most: z.coerce.number().int().min(1).max(500).default(PER_PAGE),
  })
  const schema = { params, querystring, response: { 200: ledgerPageSchema } }
  app.get('/api/ledger/:community/entries', { schema }, async (request, reply) => {
    const page = await ledgerPage(served.ctx.db, { ...request.params, ...request.query })
    if (page === null) return sendProblem(reply, 'community-unknown')
    return reply.type('application/json; charset=utf-8').send(page as unknown as LedgerPage)
  })
}

const proofs = (app: App, served: Served) => {
  const inclusion = {
    params: params.extend({ entry: z.coerce.number().int() }),
    querystring: z.object({ size: z.coerce.number().int().optional() }),
    response: { 200: inclusionSchema },
  }
  app.get('/api/ledger/:community/inclusion/:entry', { schema: inclusion }, async (request, reply) => {
    const community = await known(served, request.params.community)
    if (!community) return sendProblem(reply, 'community-unknown')
    const asked = { entry: request.params.entry, size: request.query.size }
    const proof = await inCommunities(served.ctx.db, [community], (trx) => readInclusion(trx, community, asked))
    return proof ?? sendProblem(reply, 'entry-unknown')
  })
  const consistency = {
    params,
    querystring: z.object({ from: z.coerce.number().int(), to: z.coerce.number().int() }),
    response: { 200: consistencySchema },
  }
  app.get('/api/ledger/:community/consistency', { schema: consistency }, async (request, reply) => {
    const community = await known(served, request.params.community)
    if (!community) return sendProblem(reply, 'community-unknown')
    const proof = await inCommunities(served.ctx.db, [community], (trx) =>
      readConsistency(trx, community, request.query),
    )
    return proof ?? sendProblem(reply, 'entry-unknown')
  })
}

const page = (app: App, served: Served) =>
  app.get<{ Params: { community: string }; Querystring: { page?: string } }>(
    '/ledger/:community',
    { schema: { hide: true } },
    async (request, reply) => {
      const { ctx } = served
      const community = await known(served, request.params.community)
      if (!community) return sendProblem(reply, 'community-unknown')
      const number = Math.max(1, Math.min(MOST_PAGES, Math.trunc(Number(request.query.page ?? 1)) || 1))
      const title = await inCommunities(ctx.db, [community], (trx) => communityTitle(trx, community))
      const json = await ledgerPage(ctx.db, { community, skip: (number - 1) * PER_PAGE, most: PER_PAGE })
      const list = ledgerPageSchema.parse(JSON.parse(String(json)))
      const found = await checkpointOf(served, community)
      const lines = list.entries.map(({ index, at, type, subject, hash }) => ({
        index,
        at,
        type,
        subject,
        hash: Buffer.from(hash, 'base64').toString('hex'),
      }))
      return sendPage(served, reply, 'ledger', {
        community: title,
        checkpoint: found,
        verifierKey: noteKeyText(ctx.signer(community)),
        url: `${ctx.settings.publicUrl}/api/ledger/${community}`,
        lines,
        paging: { page: number, pages: Math.max(1, Math.ceil(list.total / PER_PAGE)), total: list.total },
        asOf: ctx.clock.now(),
      })
    },
  )

export { type KeptEntry, entriesAt, entriesOf, extractOver, leafOfEntry, pathOver, placesOf } from './extract.ts'
export { fingerprintOfPublished, proofOfPublished } from './published.ts'

export const ledgerRoutes = (app: App, served: Served): void => {
  checkpoint(app, served)
  entries(app, served)
  proofs(app, served)
  page(app, served)
}
