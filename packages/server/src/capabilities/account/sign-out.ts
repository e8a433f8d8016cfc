// How a session ends, and what the log keeps of its beginning and end: ids only (ASVS V16.3.1).
import { type Refused, refuse } from '@yishi/domain/kernel'
import type { SignInMethod } from '@yishi/domain/account'
import { type Accounts, type SignedIn, headersWith } from './accounts.ts'
import { sessionTokenOf } from './cookies.ts'
import type { AccountId } from './tables.ts'

export const begun = ({ ctx }: Accounts, method: SignInMethod, account: AccountId, headers: Headers): SignedIn => {
  ctx.log.info({ security: 'signed-in', method, account }, 'signed in')
  return { account, cookies: headers.getSetCookie() }
}

export const refusedSignIn = <Why extends string>(
  { ctx }: Pick<Accounts, 'ctx'>,
  method: SignInMethod,
  why: Why,
  account: AccountId | null = null,
): Refused<Why> => {
  ctx.log.warn({ security: 'sign-in-refused', method, why, account }, 'sign-in refused')
  return refuse(why)
}

/** The session that this browser had before: a new one is never the old one with more rights. */
export const endSession = async ({ ctx, db }: Pick<Accounts, 'ctx' | 'db'>, cookie: string): Promise<void> => {
  const token = sessionTokenOf(ctx, cookie)
  if (token === null) return
  const gone = await db.deleteFrom('auth.session').where('token', '=', token).returning('user_id').executeTakeFirst()
  if (gone) ctx.log.info({ security: 'session-ended', account: gone.user_id }, 'session ended')
}

/** The cookies to send take the session out of the browser as well. */
export const signOut = async (accounts: Accounts, cookie: string): Promise<readonly string[]> => {
  await endSession(accounts, cookie)
  const { headers } = await accounts.auth.api.signOut({ headers: headersWith(cookie), returnHeaders: true })
  return headers.getSetCookie()
}

/** Everywhere at once: after a new password, a removed second factor, or the closing of the account. */
export const endSessions = async ({ ctx, db }: Pick<Accounts, 'ctx' | 'db'>, account: AccountId): Promise<void> => {
  await db.deleteFrom('auth.session').where('user_id', '=', account).execute()
  ctx.log.info({ security: 'sessions-ended', account }, 'all sessions of an account ended')
}
