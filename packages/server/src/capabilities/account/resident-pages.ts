// The pages of signing in by phone, signing out, and one's own page; forms, without JavaScript.
import { isRefused } from '@yishi/domain/kernel'
import { maskPhone } from '@yishi/domain/privacy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../kernel/http/app.ts'
import { safeBack } from '../../kernel/http/back.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { queryText } from '../../kernel/http/query.ts'
import { sendPage } from '../../kernel/http/served.ts'
import { type AccountServed, communityOfBack, fieldOf, visitOf, withCookies } from './asking.ts'
import { askCode, signInByCode } from './code-sign-in.ts'
import { cookieHeader } from './cookies.ts'
import { signInByLink } from './entry-link.ts'
import { meOf } from './me-query.ts'
import { type Session, sessionOf } from './session.ts'
import { signOut } from './sign-out.ts'

type Answering = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly back: string }

const phoneStep = async ({ served, accounts }: AccountServed, { request, reply, back }: Answering) => {
  const phone = fieldOf(request, 'phone')
  const asked = await askCode(accounts, phone, visitOf(request))
  const { demo } = accounts
  if (isRefused(asked))
    return sendPage(served, reply, 'login', { step: 'phone', phone, back, problems: { phone: asked.refused }, demo })
  return sendPage(served, reply, 'login', { step: 'code', phone: asked.phone, back, problems: {}, demo })
}

const codeStep = async ({ served, accounts }: AccountServed, { request, reply, back }: Answering) => {
  const phone = fieldOf(request, 'phone')
  const given = { phone, code: fieldOf(request, 'code'), community: await communityOfBack(accounts, back) }
  const signedIn = await signInByCode(accounts, given, visitOf(request))
  const { demo } = accounts
  if (isRefused(signedIn))
    return sendPage(served, reply, 'login', { step: 'code', phone, back, problems: { code: signedIn.refused }, demo })
  return withCookies(reply, signedIn.cookies).redirect(back || '/me', 303)
}

const signingIn = (app: App, given: AccountServed) => {
  app.get('/login', (request, reply) => {
    const back = safeBack(queryText(request, 'back'))
    const props = { step: 'phone', phone: '', back, problems: {}, demo: given.accounts.demo } as const
    return sendPage(given.served, reply, 'login', props)
  })
  app.post('/login', (request, reply) => {
    const answering = { request, reply, back: safeBack(fieldOf(request, 'back')) }
    return fieldOf(request, 'step') === 'code' ? codeStep(given, answering) : phoneStep(given, answering)
  })
}

const signingOut = (app: App, { served, accounts }: AccountServed) =>
  app.post('/logout', async (request, reply) => {
    withCookies(reply, await signOut(accounts, visitOf(request).cookie)).header('clear-site-data', '"cache", "storage"')
    const nobody = { actor: { kind: 'visitor' }, name: null } as const
    return sendPage({ ...served, whoAsks: () => Promise.resolve(nobody) }, reply, 'ended', { why: 'signed-out' })
  })

const worksHere = (session: Session | null): boolean => session?.hats.some(({ role }) => role !== 'resident') ?? false

/** Prints on the terminal of the demo: whoever can read that may be anybody in it. A HEAD must not use it up. */
const demoLink = (app: App, { served, accounts }: AccountServed) =>
  app.get<{ Params: { token: string } }>('/demo/login/:token', { exposeHeadRoute: false }, async (request, reply) => {
    const visit = { ...visitOf(request), socket: request.socket.remoteAddress }
    const signedIn = await signInByLink(accounts, request.params.token, visit)
    if (isRefused(signedIn)) return sendPage(served, reply.code(404), 'ended', { why: signedIn.refused })
    const session = await sessionOf(served.ctx, { headers: { cookie: cookieHeader(signedIn.cookies) } })
    return withCookies(reply, signedIn.cookies).redirect(worksHere(session) ? '/console/' : '/me', 303)
  })

const phoneOf = async ({ db }: AccountServed['accounts'], session: Session): Promise<string> => {
  const row = await db
    .selectFrom('auth.user')
    .select('phone_number')
    .where('id', '=', session.account)
    .executeTakeFirst()
  return row?.phone_number ? maskPhone(row.phone_number) : ''
}

const ownPage = (app: App, { served, accounts, mine }: AccountServed) =>
  app.get('/me', async (request, reply) => {
    const session = await sessionOf(served.ctx, request)
    if (!session) return reply.redirect('/login?back=/me', 303)
    if (session.method === 'password') return reply.redirect('/staff/factor', 303)
    const name = session.persons[0]?.name ?? ''
    const communities = (await meOf(served.ctx, session))?.communities ?? []
    const own = { name, phone: await phoneOf(accounts, session), staff: worksHere(session), communities }
    return sendPage(served, reply, 'me', {
      ...own,
      ...(await mine(session, readingOf(request).lang)),
      asOf: served.ctx.clock.now(),
    })
  })

export const residentPages = (app: App, given: AccountServed): void => {
  signingIn(app, given)
  signingOut(app, given)
  demoLink(app, given)
  ownPage(app, given)
}
