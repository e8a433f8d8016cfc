// The order of lots of a poll that ranks or scores: drawn when it opens, never afterwards.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table app.poll add column lots jsonb,
    add constraint poll_lots_once_open check (lots is null or opened_at is not null)`.execute(db)
}
