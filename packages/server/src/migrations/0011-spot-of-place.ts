// Where a scanned code stands, in one question: asked before the community is known, of the directory of places that anyone may scan.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create function app.spot_of_place(code text) returns table (community text, place text, path text)
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id, place_id, place.path from app.place where place.code = $1 $$`.execute(db)
  await sql`revoke execute on function app.spot_of_place(text) from public`.execute(db)
  await sql`grant execute on function app.spot_of_place(text) to ${sql.id(APP_ROLE)}`.execute(db)
}
