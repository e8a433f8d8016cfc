// Adding and removing the second factor: an authenticator's six digits (RFC 6238), and recovery codes for a lost phone.
import type { SecondFactor } from '@yishi/contract/pages'
import { type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { symmetricDecrypt } from 'better-auth/crypto'
import { qrSvg } from '../territory/index.ts'
import { type Accounts, type SignedIn, type Visit, headersWith, unless } from './accounts.ts'
import type { Session } from './session.ts'
import { begun, endSessions, refusedSignIn } from './sign-out.ts'
import { spendCode } from './spent-code.ts'
import type { AccountId } from './tables.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding, as authenticators read it. */
const base32 = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/gu) ?? []).map((five) => LETTERS.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}

const keyUri = (secret: string, label: string): string =>
  `otpauth://totp/${encodeURIComponent(`Yishi:${label}`)}?secret=${secret}&issuer=Yishi`

/** What the authenticator needs, as long as it has not given its first right code; null afterwards. */
export const pendingFactor = async (
  { db, secret }: Accounts,
  account: AccountId,
  label: string,
): Promise<SecondFactor | null> => {
  const row = await db
    .selectFrom('auth.two_factor')
    .select('secret')
    .where('user_id', '=', account)
    .where('verified', 'is', false)
    .executeTakeFirst()
  if (!row) return null
  const key = base32(Buffer.from(await symmetricDecrypt({ key: secret, data: row.secret })))
  return { secret: key, qr: await qrSvg(keyUri(key, label)) }
}

export type FactorAdded = SignedIn & { readonly recoveryCodes: readonly string[] }

/** Only a session that began with the password may add the factor. */
export const addFactor = async (
  accounts: Accounts,
  session: Session | null,
  { code: text, visit }: { readonly code: string; readonly visit: Visit },
): Promise<FactorAdded | Refused<'wrong-code' | 'session-over'>> => {
  if (session?.method !== 'password') return refuse('session-over')
  const { account } = session
  const code = text.replaceAll(/\s/gu, '')
  const { api } = accounts.auth
  const asked = api.verifyTOTP({ body: { code }, headers: headersWith(visit.cookie), returnHeaders: true })
  const answer = await unless(asked, { INVALID_CODE: 'wrong-code', TOTP_NOT_ENABLED: 'session-over' } as const)
  if (isRefused(answer)) return refusedSignIn(accounts, 'factor', answer.refused, account)
  await spendCode(accounts, account, code)
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: account } })
  accounts.ctx.log.info({ security: 'second-factor-added', account }, 'second factor added')
  return { ...begun(accounts, 'factor', account, answer.headers), recoveryCodes: backupCodes ?? [] }
}

/** For who lost phone and recovery codes; asked for by those who may, and told in the log by whom. */
export const removeFactor = async (accounts: Accounts, account: AccountId, by: string): Promise<void> => {
  await accounts.db.deleteFrom('auth.two_factor').where('user_id', '=', account).execute()
  await accounts.db.updateTable('auth.user').set({ two_factor_enabled: false }).where('id', '=', account).execute()
  accounts.ctx.log.warn({ security: 'second-factor-removed', account, by }, 'second factor removed')
  await endSessions(accounts, account)
}
