// Meetings know the votes that were called in them; those that are over knew of none.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // To change rows of all communities their owner must see them.
  await sql`alter table app.meeting no force row level security`.execute(db)
  await sql`update app.meeting set record = record || '{"votes": []}'`.execute(db)
  await sql`alter table app.meeting force row level security`.execute(db)
}
