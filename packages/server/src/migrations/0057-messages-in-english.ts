// A message can be read in English too. Null where nothing else is said than in Chinese: a title that people gave, and what was told before.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table app.message add column title_en text, add column body_en text`.execute(db)
}
