// Takes away what is over: counts, codes, links and sessions; run now and then by the server's loops.
import { systemClock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'

export const sweepAccounts = async ({ db }: Pick<Context, 'db'>): Promise<void> => {
  const now = systemClock.now()
  await db.deleteFrom('auth.turn').where('until', '<=', now).execute()
  await db.deleteFrom('auth.spent_code').where('until', '<=', now).execute()
  await db.deleteFrom('auth.entry_link').where('until', '<=', now).execute()
  await db.deleteFrom('auth.verification').where('expires_at', '<=', now).execute()
  await db.deleteFrom('auth.session').where('expires_at', '<=', now).execute()
}
