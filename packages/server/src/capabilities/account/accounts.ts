// What signing in works with: made once at the start, beside the context.
import type { Refused } from '@yishi/domain/kernel'
import { APIError } from 'better-auth/api'
import type { Context } from '../../kernel/context.ts'
import type { Database } from '../../kernel/database/tables.ts'
import { type Auth, type SendCode, openAuth } from './auth.ts'
import type { AccountId } from './tables.ts'

export type Accounts = {
  readonly ctx: Context
  readonly db: Database
  readonly auth: Auth
  readonly secret: string
  /** Started as the demo: only then do login links open anything. */
  readonly demo: boolean
}

export type AccountOptions = { readonly secret: string; readonly demo: boolean; readonly sendCode: SendCode }

export const openAccounts = (ctx: Context, { secret, demo, sendCode }: AccountOptions): Accounts => ({
  ctx,
  db: ctx.db,
  auth: openAuth(ctx, secret, sendCode),
  secret,
  demo,
})

/** From where somebody asks, and with which cookies. */
export type Visit = { readonly address: string; readonly cookie: string }

export type SignedIn = { readonly account: AccountId; readonly cookies: readonly string[] }

/** better-auth says no by an exception with a code; here it is a value again, and everything else stays an exception. */
export const unless = async <T, Code extends string>(
  asked: Promise<T>,
  refusals: Readonly<Record<string, Code>>,
): Promise<T | Refused<Code>> => {
  try {
    return await asked
  } catch (error) {
    const code = error instanceof APIError ? error.body?.code : undefined
    const refused = code === undefined ? undefined : refusals[code]
    if (refused === undefined) throw error
    return { refused }
  }
}

export const headersWith = (cookie: string): Headers => new Headers(cookie ? { cookie } : {})
