// What anyone may open without an account: the home page, a community's open matters, and a matter by its short code.
import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { everyCommunity } from '../../kernel/communities.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { safeBack } from '../../kernel/http/back.ts'
import { readForm } from '../../kernel/http/form.ts'
import { queryPage, queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { readCode } from './code.ts'
import { matterOfCode, openAround, readPublic } from './follow-query.ts'

const PER_PAGE = 20

type Title = { id: CommunityId; name: string; streetOffice: string | null; open: number }

const titles = async ({ ctx }: Served, communities: readonly CommunityId[]): Promise<Title[]> => {
  if (communities.length === 0) return []
  const { rows } = await inCommunities(ctx.db, communities, (trx) =>
    sql<Title>`
      select c.id, c.name, (select name from app.street_office o where o.street_office_id = c.street_office_id) as "streetOffice",
        (select count(*) from app.matter m where m.community_id = c.id and m.status = 'open' and m.publicity <> 'closed')::integer as open
      from app.community c where c.id = any(${[...communities]}::text[]) order by c.name collate "zh-x-icu"`.execute(
      trx,
    ),
  )
  return rows
}

const community = (app: App, served: Served) =>
  app.get<{ Params: { community: CommunityId } }>(
    '/c/:community',
    { schema: { hide: true } },
    async (request, reply) => {
      const { ctx } = served
      const known = (await everyCommunity(ctx.db)).includes(request.params.community)
      const [title] = known ? await titles(served, [request.params.community]) : []
      if (!title)
        return sendPage(served, reply.code(404), 'error', {
          status: 404,
          title: null,
          detail: null,
          reference: null,
          back: '/',
        })
      const page = queryPage(request)
      const { matters, total } = await inCommunities(ctx.db, [title.id], (trx) =>
        openAround(
          trx,
          { community: title.id, path: '', limit: PER_PAGE, offset: (page - 1) * PER_PAGE },
          ctx.clock.now(),
        ),
      )
      const paging = { page, pages: Math.max(1, Math.ceil(total / PER_PAGE)), total }
      return sendPage(served, reply, 'community', { community: title, matters, paging, asOf: ctx.clock.now() })
    },
  )

const find = (app: App, served: Served) =>
  app.get('/find', { schema: { hide: true } }, async (request, reply) => {
    const { ctx } = served
    const typed = queryText(request, 'code').slice(0, 40)
    const code = readCode(typed)
    const subject = code ? await matterOfCode(ctx.db, code) : null
    const matter =
      subject && (await inCommunities(ctx.db, [subject.community], (trx) => readPublic(trx, subject, ctx.clock.now())))
    return sendPage(served, reply, 'find', { code: typed, matter: matter ?? null, asOf: ctx.clock.now() })
  })

const YEAR = 365 * 24 * 3600

/** How somebody reads is kept in cookies, so that the server renders it at once. */
const preferences = (app: App, served: Served) =>
  app.post('/prefs', { schema: { hide: true } }, async (request, reply) => {
    const form = await readForm(request)
    const options = {
      path: '/',
      maxAge: YEAR,
      sameSite: 'lax',
      httpOnly: true,
      secure: served.ctx.settings.publicUrl.startsWith('https:'),
    } as const
    const lang = form.field('lang')
    if (lang === 'zh' || lang === 'en') reply.setCookie('lang', lang, options)
    const elder = form.field('elder')
    if (elder === '1' || elder === '0') reply.setCookie('elder', elder, options)
    return reply.redirect(safeBack(form.field('back')) || '/', 303)
  })

export const publicPages = (app: App, served: Served): void => {
  app.get('/', { schema: { hide: true } }, async (_, reply) => {
    const communities = await titles(served, await everyCommunity(served.ctx.db))
    return sendPage(served, reply, 'home', { communities, found: communities.length === 0 })
  })
  community(app, served)
  find(app, served)
  preferences(app, served)
}
