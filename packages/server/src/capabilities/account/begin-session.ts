// What a new session is told: how it was begun, and when it ends at the latest. A closed account gets none.
import { type SignInMethod, sessionEnds } from '@yishi/domain/account'
import { toInstant } from '@yishi/domain/kernel'
import type { Database } from '../../kernel/database/tables.ts'

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

const isDisabled = async (db: Database, account: string): Promise<boolean> => {
  const user = await db.selectFrom('auth.user').select('disabled_at').where('id', '=', account).executeTakeFirst()
  return user?.disabled_at !== null
}

type Begun = { readonly userId: string; readonly createdAt: Date }

export const beginSession = async <S extends Begun>(db: Database, session: S, path: string | undefined) => {
  const method = methodOf(path)
  if (await isDisabled(db, session.userId)) return false
  const expiresAt = new Date(sessionEnds(method, toInstant(session.createdAt)))
  return { data: { ...session, method, seenAt: session.createdAt, expiresAt } }
}
