// A matter whose clocks stand still before they are due is not due meanwhile: it was counted and sorted by the moment at which it would have been.
import { type Kysely, sql } from 'kysely'

const statements = [
  // Row level security is forced on the owner too, so that the change asks for all communities.
  sql`select set_config('app.communities', (select coalesce(string_agg(id, ','), '') from app.community), true)`,
  sql`update app.matter set due_at = (
      select min((clock ->> 'due')::timestamptz) from jsonb_array_elements(course -> 'clocks') as clock
      where clock ->> 'stoppedAt' is null and (clock ->> 'paused' is null or clock -> 'paused' ->> 'since' >= clock ->> 'due'))
    where status = 'open' and jsonb_path_exists(course, '$.clocks[*] ? (@.paused != null)')`,
  sql`select set_config('app.communities', '', true)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
}
