// The public board as pages and as a stream: the community's own page, the big screen, and what keeps both up to date.
import { BOARD_PER_PAGE, BOARD_VIEWS, type ShownBoard } from '@yishi/contract/public-board'
import type { CommunityId } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { everyCommunity } from '../../kernel/communities.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { sendProblem } from '../../kernel/http/problem.ts'
import { queryPage, queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { lendDevice } from '../alert/index.ts'
import { openMatters } from '../matter/index.ts'
import { plateUrl, qrSvg } from '../territory/index.ts'
import { publicBoard } from './board-query.ts'
import type { Live } from './live.ts'
import { versionOf } from './version.ts'
import { turnstile } from './turnstile.ts'
import { eventOf } from './viewers.ts'

const communityOf = async ({ ctx }: Served, asked: string): Promise<CommunityId | null> =>
  (await everyCommunity(ctx.db)).find((id) => id === asked) ?? null

const unknown = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

/** Where the code on the board leads: to the plate of the whole community, where one raises a matter. */
const raiseUrl = async ({ ctx }: Served, community: CommunityId): Promise<string> => {
  const plate = await inCommunities(ctx.db, [community], (trx) =>
    trx
      .selectFrom('place')
      .select('code')
      .where('community_id', '=', community)
      .where('kind', '=', 'community')
      .executeTakeFirst(),
  )
  const { publicUrl } = ctx.settings
  return plate ? plateUrl(publicUrl, plate.code) : `${publicUrl}/c/${community}`
}

const boardNow = async ({ ctx }: Served, community: CommunityId) => {
  const board = await inCommunities(ctx.db, [community], (trx) => publicBoard(trx, community, ctx.clock.now()))
  return { board, version: versionOf(board) }
}

const drawn = new Map<string, Promise<string>>()

/** A board is looked at far more often than its address changes. */
const drawnOnce = (url: string): Promise<string> => {
  const qr = drawn.get(url) ?? qrSvg(url)
  drawn.set(url, qr)
  return qr
}

const shown = async (served: Served, community: CommunityId, url: string): Promise<ShownBoard> => ({
  ...(await boardNow(served, community)),
  qr: await drawnOnce(url),
  url,
})

const pageOf = ({ ctx }: Served, community: CommunityId, page: number) =>
  inCommunities(ctx.db, [community], (trx) => {
    const around = { community, path: '', limit: BOARD_PER_PAGE, offset: (page - 1) * BOARD_PER_PAGE }
    return openMatters(trx, around, ctx.clock.now())
  })

type Named = { Params: { community: string } }

const pages = (app: App, served: Served) => {
  const schema = { hide: true }
  app.get<Named>('/c/:community', { schema }, async (request, reply) => {
    const community = await communityOf(served, request.params.community)
    if (!community) return unknown(served, reply)
    const page = queryPage(request)
    const own = await shown(served, community, `${served.ctx.settings.publicUrl}/c/${community}`)
    if (own.board.alerts.length > 0) lendDevice(served, request, reply)
    const { total } = own.board
    const matters = page === 1 ? own.board.matters.slice(0, BOARD_PER_PAGE) : await pageOf(served, community, page)
    const paging = { page, pages: Math.max(1, Math.ceil(total / BOARD_PER_PAGE)), total }
    const raise = new URL(await raiseUrl(served, community)).pathname
    return sendPage(served, reply, 'community', { ...own, raise, matters, paging })
  })
  app.get<Named>('/hall/:community', { schema }, async (request, reply) => {
    const community = await communityOf(served, request.params.community)
    if (!community) return unknown(served, reply)
    return sendPage(served, reply, 'hall', await shown(served, community, await raiseUrl(served, community)))
  })
}

/** No proxy may hold it back or keep it: `x-accel-buffering` is how nginx is told. */
const STREAM = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

const hasOf = (request: FastifyRequest): string => {
  const last = request.headers['last-event-id']
  return typeof last === 'string' ? last : queryText(request, 'has')
}

const stream = (app: App, served: Served, live: Live) => {
  const gate = turnstile({ trustProxy: served.ctx.settings.trustProxy, viewers: live.viewers })
  type Asked = { Params: { community: string; view: string } }
  app.get<Asked>(
    '/live/:community/:view',
    { schema: { hide: true }, exposeHeadRoute: false },
    async (request, reply) => {
      const community = await communityOf(served, request.params.community)
      const view = BOARD_VIEWS.find((each) => each === request.params.view)
      if (!community || !view) return sendProblem(reply, 'not-found')
      const { lang } = readingOf(request)
      // For pages whose stream was refused, and for whoever wants one picture: the same event, and an end.
      if (queryText(request, 'once') !== '') {
        const { board, version } = await boardNow(served, community)
        return reply.headers(STREAM).send(eventOf(version, served.pages.renderBoard(view, board, lang)))
      }
      if (!gate.mayEnter(request.ip)) return sendProblem(reply, 'too-many-viewers')
      const headers = { ...reply.getHeaders(), ...STREAM } as Record<string, string>
      reply.hijack()
      reply.raw.writeHead(200, headers)
      reply.raw.write('retry: 5000\n\n')
      gate.enter(request.ip, reply.raw)
      live.join({ community, view, lang }, reply.raw, hasOf(request))
    },
  )
}

export const publicBoardRoutes =
  (live: Live) =>
  (app: App, served: Served): void => {
    pages(app, served)
    stream(app, served, live)
    app.addHook('preClose', live.release)
  }
