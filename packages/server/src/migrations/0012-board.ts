// The board counts and sorts over everything a community ever had: it reads these columns from the index and leaves the wide rows alone.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create index matter_on_board on app.matter (community_id) include (
    matter_id, path, status, phase, due_at, raised_at, closed_at, missed, listed, responsible, lead, first_asked,
    level, colour, size, kind
  )`.execute(db)
}
