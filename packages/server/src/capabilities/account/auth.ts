// better-auth, set up for this house: phone codes, passwords with a second factor, sessions in schema `auth`, no telemetry.
// Its own HTTP handler is not mounted: its code login passes the second factor by, and its limits count by a header.
import { randomUUID } from 'node:crypto'
import { CODE_LASTS, CODE_TRIES, PASSWORD_LENGTH, type SignInMethod, sessionEnds } from '@yishi/domain/account'
import { SECOND, toInstant } from '@yishi/domain/kernel'
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { phoneNumber, twoFactor } from 'better-auth/plugins'
import { CamelCasePlugin, type KyselyPlugin } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Database } from '../../kernel/database/tables.ts'
import { codeLocker } from './digest.ts'

export type SendCode = (phone: string, code: string) => Promise<void>

const MOMENTS = ['createdAt', 'updatedAt', 'expiresAt', 'lockedUntil', 'seenAt']

/** The kernel reads moments as text; better-auth compares them with `new Date()`, where text never counts as past. */
const momentsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }) => {
    for (const row of result.rows)
      for (const name of MOMENTS) if (typeof row[name] === 'string') row[name] = new Date(row[name])
    return Promise.resolve(result)
  },
}

const METHOD_OF: Readonly<Record<string, SignInMethod>> = {
  '/phone-number/verify': 'code',
  '/sign-in/phone-number': 'password',
  '/two-factor/verify-totp': 'factor',
  '/two-factor/verify-backup-code': 'factor',
  '/sign-in/link': 'link',
}

const methodOf = (path: string | undefined): SignInMethod => {
  const method = METHOD_OF[path ?? '']
  if (!method) throw new Error(`a session was begun by ${path}, which is no way to sign in here`)
  return method
}

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

const isDisabled = async (db: Database, account: string): Promise<boolean> => {
  const user = await db.selectFrom('auth.user').select('disabled_at').where('id', '=', account).executeTakeFirst()
  return user?.disabled_at !== null
}

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
    database: {
      db: db.withPlugin(new CamelCasePlugin()).withPlugin(momentsAsDates),
      type: 'postgres',
      schemaName: 'auth',
      transaction: true,
    },
    rateLimit: { enabled: false },
    advanced: {
      ...cookies(settings.publicUrl),
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    verification: { storeIdentifier: { hash: codeLocker(secret) } },
    emailAndPassword: {
      enabled: false,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: 4 * PASSWORD_LENGTH.max,
    },
    session: {
      disableSessionRefresh: true,
      expiresIn: 30 * 24 * 60 * 60,
      additionalFields: {
        method: { type: 'string', required: true, input: false },
        seenAt: { type: 'date', required: true, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, endpoint) => {
            const method = methodOf(endpoint?.path)
            if (await isDisabled(db, session.userId)) return false
            const ends = new Date(sessionEnds(method, toInstant(session.createdAt)))
            return { data: { ...session, method, seenAt: session.createdAt, expiresAt: ends } }
          },
        },
      },
    },
    plugins: [
      phones(sendCode),
      twoFactor({
        issuer: 'Yishi',
        twoFactorCookieMaxAge: 600,
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 },
      }),
      { id: 'link', endpoints: { signInByLink } },
    ],
  })

export type Auth = ReturnType<typeof openAuth>
