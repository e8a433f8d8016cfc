// Accounts with a password: made for the founder, and for staff by an invitation; the password is always set by the person.
import { randomUUID } from 'node:crypto'
import { type PasswordProblem, passwordProblem } from '@yishi/domain/account'
import { type Refused, refuse } from '@yishi/domain/kernel'
import { hashPassword } from 'better-auth/crypto'
import { systemClock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type PersonHere, linkAccount } from '../territory/index.ts'
import { readMobile } from './code-sign-in.ts'
import type { AccountId } from './tables.ts'

export const newAccount = async (trx: Transaction, phone: string | null): Promise<AccountId> => {
  const now = systemClock.now()
  const id = randomUUID()
  const proved = { phone_number: phone, phone_number_verified: false, two_factor_enabled: false, disabled_at: null }
  const made = { id, name: '', email: `${id}@account.invalid`, email_verified: false, created_at: now, updated_at: now }
  await trx
    .insertInto('auth.user')
    .values({ ...made, ...proved })
    .execute()
  return id
}

export const accountOfPhone = async (trx: Transaction, phone: string): Promise<AccountId> => {
  const known = await trx.selectFrom('auth.user').select('id').where('phone_number', '=', phone).executeTakeFirst()
  return known?.id ?? newAccount(trx, phone)
}

/** False where the account has a password already. */
const setFirstPassword = async (trx: Transaction, account: AccountId, hash: string): Promise<boolean> => {
  const now = systemClock.now()
  const made = await trx
    .insertInto('auth.account')
    .values({
      id: randomUUID(),
      account_id: account,
      provider_id: 'credential',
      user_id: account,
      password: hash,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['provider_id', 'account_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export type NewStaff = {
  readonly person: PersonHere
  readonly phone: string
  readonly password: string
  /** Name and the like, which a password must not be made of. */
  readonly own?: readonly string[]
}
export type StaffAccountRefusal = PasswordProblem | 'not-a-phone' | 'taken'

/** In the caller's transaction, which must be one of the person's community. */
export const createStaffAccountIn = async (
  trx: Transaction,
  { person, phone: text, password, own = [] }: NewStaff,
): Promise<{ readonly account: AccountId } | Refused<StaffAccountRefusal>> => {
  const phone = readMobile(text)
  if (phone === null) return refuse('not-a-phone')
  const problem = passwordProblem(password, [phone, ...own])
  if (problem) return refuse(problem)
  const account = await accountOfPhone(trx, phone)
  if (!(await setFirstPassword(trx, account, await hashPassword(password)))) return refuse('taken')
  await linkAccount(trx, person, account)
  return { account }
}

export const createStaffAccount = async (
  ctx: Context,
  staff: NewStaff,
): Promise<{ readonly account: AccountId } | Refused<StaffAccountRefusal>> => {
  const made = await inCommunities(ctx.db, [staff.person.community], (trx) => createStaffAccountIn(trx, staff))
  if ('account' in made) ctx.log.info({ security: 'password-set', account: made.account }, 'password set')
  return made
}

/** Ends all sessions at once and lets nobody sign in again. */
export const closeAccount = async ({ db, log }: Context, account: AccountId, by: string): Promise<void> => {
  await db.updateTable('auth.user').set({ disabled_at: systemClock.now() }).where('id', '=', account).execute()
  await db.deleteFrom('auth.session').where('user_id', '=', account).execute()
  log.warn({ security: 'account-closed', account, by }, 'account closed')
}
