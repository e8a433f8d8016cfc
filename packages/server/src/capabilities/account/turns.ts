// How often something may be tried: counted in the database, so that it holds across processes, by digests that name nobody.
import { HOUR, MINUTE, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { systemClock } from '../../kernel/clock.ts'
import type { Database } from '../../kernel/database/tables.ts'
import { keyedDigest } from './digest.ts'

export const TURNS = {
  'code-to-phone': { max: 5, per: HOUR },
  'code-again': { max: 1, per: MINUTE },
  // Many phones share one address behind a carrier's gateway.
  'code-from-address': { max: 300, per: HOUR },
  'check-of-phone': { max: 10, per: HOUR },
  'password-of-phone': { max: 10, per: 15 * MINUTE },
  'password-from-address': { max: 100, per: 15 * MINUTE },
} as const
export type Turn = keyof typeof TURNS

type Counted = { readonly db: Database; readonly secret: string }

const keyOf = (secret: string, turn: Turn, of: string) => keyedDigest(secret, `${turn} ${of}`)

/** Counts first and answers then, so that many at once do not all slip through. */
export const takeTurn = async ({ db, secret }: Counted, turn: Turn, of: string): Promise<boolean> => {
  const { max, per } = TURNS[turn]
  const now = systemClock.now()
  const { taken } = await db
    .insertInto('auth.turn')
    .values({ key: keyOf(secret, turn, of), taken: 1, until: later(now, per) })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        taken: sql`case when turn.until <= ${now} then 1 else turn.taken + 1 end`,
        until: sql`case when turn.until <= ${now} then excluded.until else turn.until end`,
      }),
    )
    .returning('taken')
    .executeTakeFirstOrThrow()
  return taken <= max
}

/** After a success the count begins anew. */
export const forgetTurns = async ({ db, secret }: Counted, turn: Turn, of: string): Promise<void> => {
  await db
    .deleteFrom('auth.turn')
    .where('key', '=', keyOf(secret, turn, of))
    .execute()
}
