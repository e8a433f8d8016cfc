// Shuts a table off by community: row level security, forced, so that not even its owner reads past it.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from './roles.ts'

type Right = 'select' | 'insert' | 'update' | 'delete'

/** Called by each migration for each table that has a `community_id`; `rights` are what the application may do. */
export const tenantTable = async (
  db: Kysely<unknown>,
  name: string,
  rights: readonly Right[] = ['select', 'insert', 'update', 'delete'],
): Promise<void> => {
  const table = sql.table(`app.${name}`)
  const own = sql`community_id = any(string_to_array(current_setting('app.communities', true), ','))`
  await sql`alter table ${table} enable row level security`.execute(db)
  await sql`alter table ${table} force row level security`.execute(db)
  await sql`create policy own_communities on ${table} using (${own}) with check (${own})`.execute(db)
  await sql`grant ${sql.raw(rights.join(', '))} on ${table} to ${sql.id(APP_ROLE)}`.execute(db)
}
