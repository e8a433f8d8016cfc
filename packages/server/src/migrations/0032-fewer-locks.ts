// Two more tables that every raising writes to no longer lock the community's one row: see 0009.
import { type Kysely, sql } from 'kysely'

/** A matter still needs a community that is there: its procedure belongs to one. */
const HOT = ['matter', 'message'] as const

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of HOT)
    await sql`alter table ${sql.table(`app.${table}`)} drop constraint ${sql.id(`${table}_community_id_fkey`)}`.execute(
      db,
    )
}
