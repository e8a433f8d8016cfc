// better-auth, set up for this house: phone codes, passwords with a second factor, sessions in schema `auth`, no telemetry.
// Its own HTTP handler is not mounted: its code login passes the second factor by, and its limits count by a header.
import { randomUUID } from 'node:crypto'
import { CODE_LASTS, CODE_TRIES, PASSWORD_LENGTH } from '@yishi/domain/account'
import { DAY, SECOND } from '@yishi/domain/kernel'
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { phoneNumber, twoFactor } from 'better-auth/plugins'
import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import { beginSession } from './begin-session.ts'
import { codeLocker } from './digest.ts'
import { forBetterAuth } from './moments.ts'

export type SendCode = (phone: string, code: string) => Promise<void>

const signInByLink = createAuthEndpoint(
  '/sign-in/link',
  { method: 'POST', body: z.object({ userId: z.string() }) },
  async (ctx) => {
    const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
    if (!user) throw new Error('a sign-in link was made for an account that is gone')
    const session = await ctx.context.internalAdapter.createSession(user.id)
    await setSessionCookie(ctx, { session, user })
    return ctx.json({ token: session.token })
  },
)

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')

export const cookiePrefix = (publicUrl: string): string => (isSecure(publicUrl) ? '__Host-yishi' : 'yishi')

const cookies = (publicUrl: string) => {
  const secure = isSecure(publicUrl)
  return {
    cookiePrefix: cookiePrefix(publicUrl),
    // better-auth's own switch would put `__Secure-` before the name.
    useSecureCookies: false,
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
  } as const
}

const additionalFields = {
  method: { type: 'string', required: true, input: false },
  seenAt: { type: 'date', required: true, input: false },
} as const

const unnamed = () => `${randomUUID()}@account.invalid`

const phones = (sendCode: SendCode) =>
  phoneNumber({
    otpLength: 6,
    expiresIn: CODE_LASTS / SECOND,
    allowedAttempts: CODE_TRIES,
    sendOTP: ({ phoneNumber: phone, code }) => sendCode(phone, code),
    signUpOnVerification: { getTempEmail: unnamed, getTempName: () => '' },
  })

export const openAuth = ({ db, log, settings }: Context, secret: string, sendCode: SendCode) =>
  betterAuth({
    appName: 'Yishi',
    baseURL: settings.publicUrl,
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (level, message) => log.error({ from: 'better-auth', level }, message) },
    database: { db: forBetterAuth(db), type: 'postgres', schemaName: 'auth', transaction: true },
    rateLimit: { enabled: false },
    advanced: {
      ...cookies(settings.publicUrl),
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    verification: { storeIdentifier: { hash: codeLocker(secret) } },
    emailAndPassword: { enabled: false, maxPasswordLength: 4 * PASSWORD_LENGTH.max },
    session: { disableSessionRefresh: true, expiresIn: (30 * DAY) / SECOND, additionalFields },
    databaseHooks: { session: { create: { before: (begun, endpoint) => beginSession(db, begun, endpoint?.path) } } },
    plugins: [
      phones(sendCode),
      twoFactor({ twoFactorCookieMaxAge: 600, accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 } }),
      { id: 'link', endpoints: { signInByLink } },
    ],
  })

export type Auth = ReturnType<typeof openAuth>
