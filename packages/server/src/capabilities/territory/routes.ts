// Places, parties, plates and the territory over HTTP.
import { partySchema } from '@yishi/contract/account'
import type { PublicMatter } from '@yishi/contract/matter'
import type { Pages } from '@yishi/contract/pages'
import {
  type PlaceView,
  type Plate,
  placeViewSchema,
  plateSchema,
  platesQuerySchema,
  territorySchema,
} from '@yishi/contract/place'
import { type CommunityId, isRefused } from '@yishi/domain/kernel'
import { PLACE_KINDS, nodeKeyOf } from '@yishi/domain/territory'
import { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { communityFor, hasTask } from './asking.ts'
import { partiesOf, partiesWithOrders } from './party-query.ts'
import { type FoundPlace, communityTitle, placeByCode } from './place-query.ts'
import { platesOf } from './plates.ts'
import { nodeTree } from './tree-query.ts'

/** What is under way around a place: matters are another capability's. */
export type OpenAt = (found: FoundPlace) => Promise<readonly PublicMatter[]>

const places = (app: App, { ctx }: Served, openAt: OpenAt) =>
  app.get(
    '/api/places/:code',
    { schema: { params: z.object({ code: z.string().max(40) }), response: { 200: placeViewSchema } } },
    async (request, reply) => {
      const found = await placeByCode(ctx, request.params.code)
      if (!found) return sendProblem(reply, 'place-unknown')
      const view: PlaceView = { ...found.view, open: [...(await openAt(found))] }
      return reply.send(view)
    },
  )

const community = z.object({ community: z.string().optional() })

const lists = (app: App, { ctx, whoAsks }: Served) => {
  app.get(
    '/api/parties',
    { schema: { querystring: community, response: { 200: z.array(partySchema) } } },
    async (request, reply) => {
      const here = communityFor((await whoAsks(request)).actor, request.query.community, hasTask)
      if (isRefused(here)) return sendRefusal(reply, here)
      return reply.send([...(await inCommunities(ctx.db, [here], (trx) => partiesWithOrders(trx, here)))])
    },
  )
  app.get(
    '/api/territory',
    { schema: { querystring: community, response: { 200: territorySchema } } },
    async (request, reply) => {
      const here = communityFor((await whoAsks(request)).actor, request.query.community, hasTask)
      if (isRefused(here)) return sendRefusal(reply, here)
      return reply.send(await inCommunities(ctx.db, [here], (trx) => nodeTree(trx, here)))
    },
  )
}

const pathOfNode = async (trx: Transaction, community: CommunityId, key: string): Promise<string | null> => {
  const row = await trx
    .selectFrom('node')
    .select('path')
    .where('community_id', '=', community)
    .where('key', '=', nodeKeyOf(key))
    .executeTakeFirst()
  return row?.path ?? null
}

type Choice = { readonly kind?: Plate['kind'] | undefined; readonly node?: string | undefined }

/** A node that does not exist has no plates. */
const choosePlates = ({ ctx }: Served, community: CommunityId, { kind, node }: Choice): Promise<readonly Plate[]> =>
  inCommunities(ctx.db, [community], async (trx) => {
    const path = node ? await pathOfNode(trx, community, node) : ''
    return path === null ? [] : platesOf(trx, ctx.settings.publicUrl, { community, kind, path })
  })

const committeeLine = async (trx: Transaction, community: CommunityId): Promise<Pages['plates']['call']> => {
  const parties = await partiesOf(trx, community)
  const found = parties.find(({ role, phone }) => role === 'staff' && phone !== null)
  return found?.phone ? { name: found.name, phone: found.phone } : null
}

const PER_SHEET = [1, 2, 6] as const

const plates = (app: App, served: Served) => {
  const { ctx, whoAsks } = served
  app.get(
    '/api/plates',
    { schema: { querystring: platesQuerySchema, response: { 200: z.array(plateSchema) } } },
    async (request, reply) => {
      const here = communityFor((await whoAsks(request)).actor, request.query.community, hasTask)
      if (isRefused(here)) return sendRefusal(reply, here)
      return reply.send([...(await choosePlates(served, here, request.query))])
    },
  )
  app.get('/plates', { schema: { hide: true } }, async (request, reply) => {
    const { actor } = await whoAsks(request)
    const asked = (name: string) => queryText(request, name)
    const here = communityFor(actor, asked('community') || undefined, hasTask)
    if (isRefused(here) && actor.kind !== 'person')
      return reply.redirect(`/staff/login?back=${encodeURIComponent(request.url)}`, 303)
    if (isRefused(here)) return sendRefusal(reply, here)
    const kind = PLACE_KINDS.find((each) => each === asked('kind')) ?? null
    const perSheet = PER_SHEET.find((each) => String(each) === asked('per')) ?? 6
    const chosen = await choosePlates(served, here, { kind: kind ?? undefined, node: asked('node') || undefined })
    const { title, call } = await inCommunities(ctx.db, [here], async (trx) => ({
      title: await communityTitle(trx, here),
      call: await committeeLine(trx, here),
    }))
    const props = { community: title, kind, plates: chosen, perSheet, call }
    return sendPage(served, reply, 'plates', props)
  })
}

export const territoryRoutes = (app: App, served: Served, openAt: OpenAt): void => {
  places(app, served, openAt)
  lists(app, served)
  plates(app, served)
}
