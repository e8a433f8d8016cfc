// Who has taken a court bundle out of the house, of which vote, when: only ever added to (RULES R3.11).
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table app.court_bundle (
    community_id text not null references app.community,
    bundle_id text not null,
    poll_id text not null,
    person_id text not null,
    files integer not null check (files > 0),
    bytes bigint not null check (bytes > 0),
    manifest text not null check (manifest ~ '^[0-9a-f]{64}$'),
    at timestamptz not null,
    primary key (community_id, bundle_id),
    foreign key (community_id, poll_id) references app.poll
  )`.execute(db)
  await sql`create index court_bundle_of_poll on app.court_bundle (community_id, poll_id, at)`.execute(db)
  await tenantTable(db, 'court_bundle', ['select', 'insert'])
}
