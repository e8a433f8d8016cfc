// Rolls that hang when this is installed: their clock rings on the day before the vote, as of every later one.
import { type Kysely, sql } from 'kysely'

const REWRITTEN = ['election', 'due'] as const

const statements = [
  sql`update app.election set state = '{"waiting": [], "reminded": false}'::jsonb || state where status = 'published'`,
  sql`insert into app.due (community_id, capability, subject, at)
    select community_id, 'election', election_id,
      ((state ->> 'day')::date - 1 + time '09:00') at time zone 'Asia/Shanghai'
    from app.election where status = 'published' on conflict do nothing`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // To change rows of all communities their owner must see them.
  for (const table of REWRITTEN) await sql`alter table ${sql.id('app', table)} no force row level security`.execute(db)
  for (const statement of statements) await statement.execute(db)
  for (const table of REWRITTEN) await sql`alter table ${sql.id('app', table)} force row level security`.execute(db)
}
