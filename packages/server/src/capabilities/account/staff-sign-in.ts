// Staff sign in by password and second factor (ASVS V6.3.3); who has no second factor yet adds it before anything else.
import { type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { type Accounts, type SignedIn, type Visit, headersWith, unless } from './accounts.ts'
import { challengeCookie, cookieHeader } from './cookies.ts'
import { readMobile } from './mobile.ts'
import { begun, endSession, refusedSignIn } from './sign-out.ts'
import { spendCode } from './spent-code.ts'
import type { AccountId } from './tables.ts'
import { forgetTurns, takeTurn } from './turns.ts'

export type PasswordAnswer =
  | { readonly next: 'second-factor'; readonly cookies: readonly string[] }
  | { readonly next: 'add-factor'; readonly account: AccountId; readonly cookies: readonly string[] }

const WRONG = {
  INVALID_PHONE_NUMBER_OR_PASSWORD: 'wrong-password',
  PASSWORD_TOO_LONG: 'wrong-password',
  FAILED_TO_CREATE_SESSION: 'wrong-password',
} as const

/** Who has no password here costs the same time as who has one, so that nobody learns which numbers do. */
const NOBODYS = `${'0'.repeat(32)}:${'0'.repeat(128)}`

const accountWithPassword = async ({ db, auth }: Accounts, phone: string, password: string) => {
  const found = await db
    .selectFrom('auth.user as user')
    .innerJoin('auth.account as account', 'account.user_id', 'user.id')
    .select('user.id')
    .where('user.phone_number', '=', phone)
    .where('account.provider_id', '=', 'credential')
    .where('account.password', 'is not', null)
    .executeTakeFirst()
  if (!found) await (await auth.$context).password.verify({ hash: NOBODYS, password })
  return found?.id ?? null
}

/** The factor's secret is made here, where the password is at hand, and counts only after its first right code. */
const prepareFactor = async ({ auth }: Accounts, cookies: readonly string[], password: string): Promise<void> => {
  await auth.api.enableTwoFactor({ body: { password }, headers: headersWith(cookieHeader(cookies)) })
}

export type StaffGiven = { readonly phone: string; readonly password: string }
export type StaffRefusal = 'wrong-password' | 'too-often'

export const signInByPassword = async (
  accounts: Accounts,
  given: StaffGiven,
  visit: Visit,
): Promise<PasswordAnswer | Refused<StaffRefusal>> => {
  const phone = readMobile(given.phone) ?? given.phone
  const allowed =
    (await takeTurn(accounts, 'password-from-address', visit.address)) &&
    (await takeTurn(accounts, 'password-of-phone', phone))
  if (!allowed) return refusedSignIn(accounts, 'password', 'too-often')
  const account = await accountWithPassword(accounts, phone, given.password)
  if (account === null) return refusedSignIn(accounts, 'password', 'wrong-password')
  const body = { phoneNumber: phone, password: given.password }
  const asked = accounts.auth.api.signInPhoneNumber({ body, headers: headersWith(''), returnHeaders: true })
  const answer = await unless(asked, WRONG)
  if (isRefused(answer)) return refusedSignIn(accounts, 'password', answer.refused, account)
  await forgetTurns(accounts, 'password-of-phone', phone)
  const cookies = answer.headers.getSetCookie()
  if ('twoFactorRedirect' in answer.response) return { next: 'second-factor', cookies }
  await endSession(accounts, visit.cookie)
  await prepareFactor(accounts, cookies, given.password)
  return { next: 'add-factor', ...begun(accounts, 'password', account, answer.headers) }
}

const NO = {
  INVALID_CODE: 'wrong-code',
  INVALID_BACKUP_CODE: 'wrong-code',
  INVALID_TWO_FACTOR_COOKIE: 'session-over',
  TOTP_NOT_ENABLED: 'session-over',
  BACKUP_CODES_NOT_ENABLED: 'session-over',
  FAILED_TO_CREATE_SESSION: 'session-over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too-often',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-often',
} as const

export type FactorRefusal = (typeof NO)[keyof typeof NO]

const verify = async ({ auth }: Accounts, code: string, headers: Headers) => {
  const given = { body: { code }, headers, returnHeaders: true } as const
  return /^\d{6}$/u.test(code) ? auth.api.verifyTOTP(given) : auth.api.verifyBackupCode(given)
}

/** A six-digit code of the authenticator, or a recovery code; each counts once (ASVS V6.5.1). */
export const confirmFactor = async (
  accounts: Accounts,
  text: string,
  visit: Visit,
): Promise<SignedIn | Refused<FactorRefusal>> => {
  const code = text.replaceAll(/\s/gu, '')
  const challenge = challengeCookie(accounts.ctx, visit.cookie)
  if (challenge === '') return refuse('session-over')
  const answer = await unless(verify(accounts, code, headersWith(challenge)), NO)
  if (isRefused(answer)) return refusedSignIn(accounts, 'factor', answer.refused)
  const account = answer.response.user.id
  if (!(await spendCode(accounts, account, code))) {
    await endSession(accounts, cookieHeader(answer.headers.getSetCookie()))
    return refusedSignIn(accounts, 'factor', 'wrong-code', account)
  }
  await endSession(accounts, visit.cookie)
  return begun(accounts, 'factor', account, answer.headers)
}
