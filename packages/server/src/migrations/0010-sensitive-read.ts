// Who read which sensitive record: only ever added to.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table app.sensitive_read (
    community_id text not null,
    person_id text not null,
    at timestamptz not null,
    subject text not null,
    fields text[] not null,
    primary key (community_id, subject, at, person_id)
  )`.execute(db)
  await tenantTable(db, 'sensitive_read', ['select', 'insert'])
  await sql`create trigger append_only before update or delete on app.sensitive_read
    for each row execute function app.refuse_change()`.execute(db)
  await sql`create trigger never_truncated before truncate on app.sensitive_read
    for each statement execute function app.refuse_change()`.execute(db)
}
