// Accounts with a password: made for the founder, and for staff by an invitation; the password is always set by the person.
import { randomUUID } from 'node:crypto'
import { type PasswordProblem, passwordProblem } from '@yishi/domain/account'
import { type Refused, refuse } from '@yishi/domain/kernel'
import { hashPassword } from 'better-auth/crypto'
import { systemClock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type PersonHere, linkAccount } from '../territory/index.ts'
import { readMobile } from './mobile.ts'
import type { AccountId } from './tables.ts'

export type ProvedPhone = { readonly phone: string; readonly proved: boolean }

export const newAccount = async (trx: Transaction, given: ProvedPhone | null): Promise<AccountId> => {
  const now = systemClock.now()
  const id = randomUUID()
  const phone = { phone_number: given?.phone ?? null, phone_number_verified: given?.proved ?? false }
  const made = { id, name: '', email: `${id}@account.invalid`, email_verified: false, created_at: now, updated_at: now }
  await trx
    .insertInto('auth.user')
    .values({ ...made, ...phone, two_factor_enabled: false, disabled_at: null })
    .execute()
  return id
}

export const accountOfPhone = async (db: Database, phone: string): Promise<AccountId | null> => {
  const known = await db.selectFrom('auth.user').select('id').where('phone_number', '=', phone).executeTakeFirst()
  return known?.id ?? null
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
export type StaffAccount = { readonly account: AccountId }

/** `account` is one that the person has shown to be theirs, or null for a new one. In a transaction of the person's community. */
export const givePassword = async (
  trx: Transaction,
  { person, phone, password, own = [] }: NewStaff,
  given: { readonly account: AccountId | null; readonly proved: boolean },
): Promise<StaffAccount | Refused<StaffAccountRefusal>> => {
  const problem = passwordProblem(password, [phone, ...own])
  if (problem) return refuse(problem)
  const account = given.account ?? (await newAccount(trx, { phone, proved: given.proved }))
  if (!(await setFirstPassword(trx, account, await hashPassword(password)))) return refuse('taken')
  await linkAccount(trx, person, account)
  return { account }
}

/**
 * For the founder of an empty installation, whose word for the number is taken: there is nobody yet whose number it could be.
 * In the caller's transaction, which must be one of the person's community.
 */
export const createStaffAccountIn = async (
  trx: Transaction,
  staff: NewStaff,
): Promise<StaffAccount | Refused<StaffAccountRefusal>> => {
  const phone = readMobile(staff.phone)
  if (phone === null) return refuse('not-a-phone')
  if ((await accountOfPhone(trx, phone)) !== null) return refuse('taken')
  return givePassword(trx, { ...staff, phone }, { account: null, proved: true })
}

export const createStaffAccount = async (
  ctx: Context,
  staff: NewStaff,
): Promise<StaffAccount | Refused<StaffAccountRefusal>> => {
  const made = await inCommunities(ctx.db, [staff.person.community], (trx) => createStaffAccountIn(trx, staff))
  if ('account' in made) ctx.log.info({ security: 'password-set', account: made.account }, 'password set')
  return made
}

/** What an invited stranger set for a number that was not theirs ends when its owner proves it. */
export const dropPassword = async ({ db, log }: Context, account: AccountId): Promise<void> => {
  await db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('auth.account')
      .where('user_id', '=', account)
      .where('provider_id', '=', 'credential')
      .execute()
    await trx.deleteFrom('auth.two_factor').where('user_id', '=', account).execute()
    await trx.updateTable('auth.user').set({ two_factor_enabled: false }).where('id', '=', account).execute()
    await trx
      .deleteFrom('auth.session')
      .where('user_id', '=', account)
      .where('method', 'in', ['password', 'factor'])
      .execute()
  })
  log.warn({ security: 'password-dropped', account }, 'a password set before the number was proved is dropped')
}

/** Ends all sessions at once and lets nobody sign in again. */
export const closeAccount = async ({ db, log }: Context, account: AccountId, by: string): Promise<void> => {
  await db.updateTable('auth.user').set({ disabled_at: systemClock.now() }).where('id', '=', account).execute()
  await db.deleteFrom('auth.session').where('user_id', '=', account).execute()
  log.warn({ security: 'account-closed', account, by }, 'account closed')
}
