// Accounts over HTTP: who am I, and signing in and out for programs; people use the forms.
import { meSchema } from '@yishi/contract/account'
import { isRefused } from '@yishi/domain/kernel'
import { z } from 'zod'
import type { App } from '../../kernel/http/app.ts'
import { safeBack } from '../../kernel/http/back.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import { type AccountServed, communityOfBack, visitOf, withCookies } from './asking.ts'
import { askCode, signInByCode } from './code-sign-in.ts'
import { meOf } from './me-query.ts'
import { residentPages } from './resident-pages.ts'
import { sessionOf } from './session.ts'
import { signOut } from './sign-out.ts'
import { staffPages } from './staff-pages.ts'
import { confirmFactor, signInByPassword } from './staff-sign-in.ts'

const text = z.string().max(500)
const nextSchema = z.object({ next: z.enum(['done', 'second-factor', 'add-factor']) })

const byCode = (app: App, { accounts }: AccountServed) => {
  app.post('/api/auth/code', { schema: { body: z.object({ phone: text }) } }, async (request, reply) => {
    const asked = await askCode(accounts, request.body.phone, visitOf(request))
    return isRefused(asked) ? sendRefusal(reply, asked) : reply.code(204).send()
  })
  app.post(
    '/api/auth/sign-in',
    { schema: { body: z.object({ phone: text, code: text, back: text.default('') }), response: { 200: nextSchema } } },
    async (request, reply) => {
      const { phone, code, back } = request.body
      const community = await communityOfBack(accounts, safeBack(back))
      const signedIn = await signInByCode(accounts, { phone, code, community }, visitOf(request))
      if (isRefused(signedIn)) return sendRefusal(reply, signedIn)
      return withCookies(reply, signedIn.cookies).send({ next: 'done' })
    },
  )
}

const byPassword = (app: App, { accounts }: AccountServed) => {
  app.post(
    '/api/auth/password',
    { schema: { body: z.object({ phone: text, password: text }), response: { 200: nextSchema } } },
    async (request, reply) => {
      const answer = await signInByPassword(accounts, request.body, visitOf(request))
      if (isRefused(answer)) return sendRefusal(reply, answer)
      return withCookies(reply, answer.cookies).send({ next: answer.next })
    },
  )
  app.post(
    '/api/auth/second-factor',
    { schema: { body: z.object({ code: text }), response: { 200: nextSchema } } },
    async (request, reply) => {
      const signedIn = await confirmFactor(accounts, request.body.code, visitOf(request))
      if (isRefused(signedIn)) return sendRefusal(reply, signedIn)
      return withCookies(reply, signedIn.cookies).send({ next: 'done' })
    },
  )
}

const whoIAm = (app: App, { served, accounts }: AccountServed) => {
  app.get('/api/me', { schema: { response: { 200: meSchema } } }, async (request, reply) => {
    const me = await meOf(served.ctx, await sessionOf(served.ctx, request))
    return me ? reply.header('cache-control', 'no-store').send(me) : sendProblem(reply, 'not-signed-in')
  })
  app.post('/api/auth/sign-out', async (request, reply) =>
    withCookies(reply, await signOut(accounts, visitOf(request).cookie))
      .code(204)
      .send(),
  )
}

export const accountRoutes = (app: App, given: AccountServed): void => {
  byCode(app, given)
  byPassword(app, given)
  whoIAm(app, given)
  residentPages(app, given)
  staffPages(app, given)
}
