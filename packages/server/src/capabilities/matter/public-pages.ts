// What anyone may open without an account: the home page, and a matter by its short code.
import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { everyCommunity } from '../../kernel/communities.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { safeBack } from '../../kernel/http/back.ts'
import { readForm } from '../../kernel/http/form.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { readCode } from './code.ts'
import { matterOfCode, readPublic } from './follow-query.ts'

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
  find(app, served)
  preferences(app, served)
}
