// What many ask for at once is asked and written at once.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'

/** Replaces `spot_of_place`: the same for all codes that are scanned at one moment. */
const spotsOfPlaces = [
  sql`create function app.spots_of_places(codes text[]) returns table (code text, community text, place text, path text)
    language sql stable security definer set search_path = app, pg_temp
    as $$ select place.code, community_id, place_id, place.path from app.place where place.code = any(codes) $$`,
  sql`revoke execute on function app.spots_of_places(text[]) from public`,
  sql`grant execute on function app.spots_of_places(text[]) to ${sql.id(APP_ROLE)}`,
  sql`drop function app.spot_of_place(text)`,
]

/**
 * `append_entries` alone writes openings and actors, in one statement with their entry, which is never deleted: a foreign key would
 * only look it up again for each row, and lock it.
 */
const BESIDE_ENTRIES = ['ledger_opening', 'ledger_actor']

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of spotsOfPlaces) await statement.execute(db)
  for (const table of BESIDE_ENTRIES)
    await sql`alter table ${sql.table(`app.${table}`)}
      drop constraint ${sql.id(`${table}_community_id_entry_id_fkey`)}`.execute(db)
}
