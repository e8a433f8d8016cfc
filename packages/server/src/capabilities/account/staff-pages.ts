// The pages of staff: password and second factor, adding the second factor, and the invitation by which the password is set.
import type { PasswordProblem } from '@yishi/domain/account'
import { type Refused, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../kernel/http/app.ts'
import { safeBack } from '../../kernel/http/back.ts'
import { queryText } from '../../kernel/http/query.ts'
import { sendPage } from '../../kernel/http/served.ts'
import { type AccountServed, fieldOf, visitOf, withCookies } from './asking.ts'
import { type InvitationRefusal, acceptInvitation, invitedBy } from './invitation.ts'
import { addFactor, pendingFactor } from './second-factor.ts'
import { sessionOf } from './session.ts'
import { confirmFactor, signInByPassword } from './staff-sign-in.ts'

type Answering = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly back: string }

const passwordStep = async ({ served, accounts }: AccountServed, { request, reply, back }: Answering) => {
  const given = { phone: fieldOf(request, 'phone'), password: fieldOf(request, 'password') }
  const answer = await signInByPassword(accounts, given, visitOf(request))
  const page = { phone: given.phone, back }
  if (isRefused(answer))
    return sendPage(served, reply, 'staff-login', {
      ...page,
      step: 'password',
      problems: { password: answer.refused },
    })
  withCookies(reply, answer.cookies)
  if (answer.next === 'add-factor') return reply.redirect('/staff/factor', 303)
  return sendPage(served, reply, 'staff-login', { ...page, step: 'second-factor', problems: {} })
}

const factorStep = async ({ served, accounts }: AccountServed, { request, reply, back }: Answering) => {
  const signedIn = await confirmFactor(accounts, fieldOf(request, 'code'), visitOf(request))
  if (!isRefused(signedIn)) return withCookies(reply, signedIn.cookies).redirect(back || '/console/', 303)
  const { refused } = signedIn
  if (refused === 'session-over') return sendPage(served, reply, 'ended', { why: 'session-over' })
  const problems = { code: refused }
  return sendPage(served, reply, 'staff-login', { step: 'second-factor', phone: '', back, problems })
}

const signingIn = (app: App, given: AccountServed) => {
  app.get('/staff/login', (request, reply) => {
    const back = safeBack(queryText(request, 'back'))
    return sendPage(given.served, reply, 'staff-login', { step: 'password', phone: '', back, problems: {} })
  })
  app.post('/staff/login', (request, reply) => {
    const answering = { request, reply, back: safeBack(fieldOf(request, 'back')) }
    return fieldOf(request, 'step') === 'second-factor' ? factorStep(given, answering) : passwordStep(given, answering)
  })
}

const showFactor = async (
  { served, accounts }: AccountServed,
  { request, reply }: Omit<Answering, 'back'>,
  refused?: Refused<'wrong-code' | 'session-over'>,
) => {
  const session = await sessionOf(served.ctx, request)
  const label = session?.persons[0]?.name ?? ''
  const factor = session?.method === 'password' ? await pendingFactor(accounts, session.account, label) : null
  if (!factor || refused?.refused === 'session-over') return reply.redirect('/staff/login', 303)
  const problems = refused ? ({ code: 'wrong-code' } as const) : {}
  return sendPage(served, reply, 'staff-factor', { step: 'second-factor', factor, problems })
}

const addingFactor = (app: App, given: AccountServed) => {
  const { served, accounts } = given
  app.get('/staff/factor', (request, reply) => showFactor(given, { request, reply }))
  app.post('/staff/factor', async (request, reply) => {
    const session = await sessionOf(served.ctx, request)
    const answer = await addFactor(accounts, session, { code: fieldOf(request, 'code'), visit: visitOf(request) })
    if (isRefused(answer)) return showFactor(given, { request, reply }, answer)
    withCookies(reply, answer.cookies)
    return sendPage(served, reply, 'staff-factor', { step: 'done', recoveryCodes: answer.recoveryCodes })
  })
}

type Invitation = { Params: { token: string } }
type InvitedRequest = FastifyRequest<Invitation>

const turnAway = (
  { served }: AccountServed,
  { request, reply }: { readonly request: InvitedRequest; readonly reply: FastifyReply },
  { refused }: Refused<InvitationRefusal>,
) => {
  const here = encodeURIComponent(`/staff/invitation/${request.params.token}`)
  if (refused === 'sign-in-first') return reply.redirect(`/login?back=${here}`, 303)
  if (refused === 'taken') return reply.redirect('/staff/login', 303)
  return sendPage(served, reply.code(404), 'ended', { why: 'link-expired' })
}

const showInvitation = (given: AccountServed) => async (request: InvitedRequest, reply: FastifyReply) => {
  const { token } = request.params
  const invited = await invitedBy(given.served.ctx, token, await sessionOf(given.served.ctx, request))
  if (isRefused(invited)) return turnAway(given, { request, reply }, invited)
  const { name, phone } = invited
  return sendPage(given.served, reply, 'staff-factor', { step: 'password', name, phone, token, problems: {} })
}

const takeInvitation = (given: AccountServed) => async (request: InvitedRequest, reply: FastifyReply) => {
  const { served, accounts } = given
  const { token } = request.params
  const session = await sessionOf(served.ctx, request)
  const invited = await invitedBy(served.ctx, token, session)
  if (isRefused(invited)) return turnAway(given, { request, reply }, invited)
  const password = fieldOf(request, 'password')
  const accepted = await acceptInvitation(served.ctx, token, { password, session })
  if (isRefused(accepted)) {
    if (!isPasswordProblem(accepted.refused)) return turnAway(given, { request, reply }, { refused: 'link-unknown' })
    const { name, phone } = invited
    const problems = { password: accepted.refused }
    return sendPage(served, reply, 'staff-factor', { step: 'password', name, phone, token, problems })
  }
  const begun = await signInByPassword(accounts, { phone: accepted.phone, password }, visitOf(request))
  if (isRefused(begun)) return reply.redirect('/staff/login', 303)
  return withCookies(reply, begun.cookies).redirect('/staff/factor', 303)
}

const PASSWORD_PROBLEMS: readonly string[] = ['too-short', 'too-long', 'weak-password'] satisfies PasswordProblem[]
const isPasswordProblem = (code: string): code is PasswordProblem => PASSWORD_PROBLEMS.includes(code)

const invitations = (app: App, given: AccountServed) => {
  app.get<Invitation>('/staff/invitation/:token', showInvitation(given))
  app.post<Invitation>('/staff/invitation/:token', takeInvitation(given))
}

export const staffPages = (app: App, given: AccountServed): void => {
  signingIn(app, given)
  addingFactor(app, given)
  invitations(app, given)
}
