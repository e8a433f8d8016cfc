// Orders may name their last day; the facts of every matter know its meetings, polls, notices and projects, and a reviewer's conditions.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table app.work_order add column by_date date`.execute(db)
  // Forced row level security would hide every row from the owner as well.
  await sql`alter table app.matter no force row level security`.execute(db)
  await sql`update app.matter set facts = '{"proceedings": [], "conditions": []}'::jsonb || facts`.execute(db)
  await sql`alter table app.matter force row level security`.execute(db)
}
