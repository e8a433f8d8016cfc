// A matter's code is looked up with its community and without it; one key serves both. Codes fall anywhere in an index, so that each index of them is dear to every raising.
import { type Kysely, sql } from 'kysely'

const statements = [
  sql`alter table app.matter add constraint matter_code_key unique (code, community_id)`,
  sql`alter table app.matter drop constraint matter_community_id_code_key`,
  sql`drop index app.matter_by_code`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
}
