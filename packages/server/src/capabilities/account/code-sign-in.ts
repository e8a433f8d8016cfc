// Residents sign in by a code of six digits to their phone, good for ten minutes and five tries (ASVS V6.6.3).
import { type CommunityId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { type Accounts, type SignedIn, type Visit, headersWith, unless } from './accounts.ts'
import { readMobile } from './mobile.ts'
import { linkPersons } from './persons.ts'
import { sessionOf } from './session.ts'
import { begun, endSession, refusedSignIn } from './sign-out.ts'
import { dropPassword } from './staff-account.ts'
import type { AccountId } from './tables.ts'
import { forgetTurns, takeTurn } from './turns.ts'

/** The same answer for every number, known or not. */
export const askCode = async (
  accounts: Accounts,
  text: string,
  { address }: Visit,
): Promise<{ readonly phone: string } | Refused<'not-a-phone' | 'too-often'>> => {
  const phone = readMobile(text)
  if (phone === null) return refuse('not-a-phone')
  const allowed =
    (await takeTurn(accounts, 'code-from-address', address)) &&
    (await takeTurn(accounts, 'code-again', phone)) &&
    (await takeTurn(accounts, 'code-to-phone', phone))
  if (!allowed) return refusedSignIn(accounts, 'code', 'too-often')
  await accounts.auth.api.sendPhoneNumberOTP({ body: { phoneNumber: phone } })
  return { phone }
}

const NO = {
  INVALID_OTP: 'wrong-code',
  OTP_NOT_FOUND: 'code-over',
  OTP_EXPIRED: 'code-over',
  TOO_MANY_ATTEMPTS: 'code-over',
  FAILED_TO_CREATE_SESSION: 'wrong-code',
} as const

export type CodeRefusal = 'not-a-phone' | 'wrong-code' | 'code-over' | 'too-often'

type GivenCode = { readonly phone: string; readonly code: string; readonly community: CommunityId | null }

const verify = ({ auth }: Accounts, phoneNumber: string, code: string) =>
  unless(auth.api.verifyPhoneNumber({ body: { phoneNumber, code }, headers: headersWith(''), returnHeaders: true }), NO)

/** Somebody may have been given a password for this number by an invitation, without having shown that it is theirs. */
const passwordWithoutProof = async (
  { ctx, db }: Accounts,
  phone: string,
  cookie: string,
): Promise<AccountId | null> => {
  const found = await db
    .selectFrom('auth.user as user')
    .innerJoin('auth.account as account', 'account.user_id', 'user.id')
    .select('user.id')
    .where('user.phone_number', '=', phone)
    .where('user.phone_number_verified', 'is not', true)
    .executeTakeFirst()
  if (!found) return null
  const session = await sessionOf(ctx, { headers: { cookie } })
  return session?.account === found.id && session.method === 'factor' ? null : found.id
}

export const signInByCode = async (
  accounts: Accounts,
  given: GivenCode,
  visit: Visit,
): Promise<SignedIn | Refused<CodeRefusal>> => {
  const phone = readMobile(given.phone)
  if (phone === null) return refuse('not-a-phone')
  if (!(await takeTurn(accounts, 'check-of-phone', phone))) return refusedSignIn(accounts, 'code', 'too-often')
  const doubtful = await passwordWithoutProof(accounts, phone, visit.cookie)
  const answer = await verify(accounts, phone, given.code.replaceAll(/\s/gu, ''))
  if (isRefused(answer)) return refusedSignIn(accounts, 'code', answer.refused)
  const account = answer.response.user?.id
  if (!account) throw new Error('a right code signed nobody in')
  if (doubtful !== null) await dropPassword(accounts.ctx, doubtful)
  await forgetTurns(accounts, 'check-of-phone', phone)
  await linkPersons(accounts.ctx, account, phone, given.community)
  await endSession(accounts, visit.cookie)
  return begun(accounts, 'code', account, answer.headers)
}
