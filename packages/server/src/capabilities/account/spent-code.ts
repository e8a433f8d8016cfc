// A code of the authenticator stays right for a minute and a half: it is remembered for that long, so that it counts once.
import { MINUTE, later } from '@yishi/domain/kernel'
import { systemClock } from '../../kernel/clock.ts'
import type { Accounts } from './accounts.ts'
import { keyedDigest } from './digest.ts'
import type { AccountId } from './tables.ts'

const REMEMBERED = 2 * MINUTE

export const spendCode = async ({ db, secret }: Accounts, account: AccountId, code: string): Promise<boolean> => {
  const now = systemClock.now()
  const spent = await db
    .insertInto('auth.spent_code')
    .values({ user_id: account, digest: keyedDigest(secret, `spent ${code}`), until: later(now, REMEMBERED) })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'digest'])
        .doUpdateSet(({ ref }) => ({ until: ref('excluded.until') }))
        .where('auth.spent_code.until', '<=', now),
    )
    .returning('user_id')
    .executeTakeFirst()
  return spent !== undefined
}
