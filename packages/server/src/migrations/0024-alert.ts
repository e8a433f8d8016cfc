// Urgent notices: what runs where, what was said about it, and whom it reached.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.alert (
    community_id text not null references app.community,
    alert_id text not null check (alert_id like 'alt\\_%'),
    status text not null check (status in ('running', 'lifted')),
    kind text not null,
    severity text not null check (severity in ('notable', 'serious', 'dangerous')),
    title text not null,
    advice text not null,
    nodes text[] not null,
    paths text[] not null check (cardinality(paths) between 1 and 300 and cardinality(paths) = cardinality(nodes)),
    begins timestamptz not null,
    until timestamptz check (until > begins),
    party_id text,
    phone text,
    issued_at timestamptz not null,
    lifted_at timestamptz,
    primary key (community_id, alert_id),
    foreign key (community_id, party_id) references app.party,
    check ((status = 'lifted') = (lifted_at is not null)),
    check ((party_id is null) = (phone is null))
  )`,
  sql`create index alert_running on app.alert (community_id, issued_at desc) where status = 'running'`,
  sql`create index alert_by_age on app.alert (community_id, issued_at desc)`,
  sql`create index alert_by_id on app.alert (alert_id)`,
  sql`create table app.alert_entry (
    community_id text not null,
    alert_id text not null,
    position bigint generated always as identity,
    type text not null,
    at timestamptz not null,
    body text not null,
    until timestamptz,
    party_id text,
    primary key (community_id, alert_id, position),
    foreign key (community_id, alert_id) references app.alert
  )`,
  // A telephone is known here by a digest that holds for this one notice: nobody is followed from one to the next.
  sql`create table app.alert_sight (
    community_id text not null,
    alert_id text not null,
    viewer text not null,
    path text not null,
    person_id text,
    known boolean not null,
    at timestamptz not null,
    primary key (community_id, alert_id, viewer),
    foreign key (community_id, alert_id) references app.alert,
    foreign key (community_id, person_id) references app.person
  )`,
  sql`create table app.alert_told (
    community_id text not null,
    alert_id text not null,
    unit_id text not null,
    way text not null check (way in ('door', 'phone')),
    person_id text not null,
    at timestamptz not null,
    primary key (community_id, alert_id, unit_id),
    foreign key (community_id, alert_id) references app.alert,
    foreign key (community_id, unit_id) references app.unit,
    foreign key (community_id, person_id) references app.person
  )`,
]

const door = sql`create function app.community_of_alert(wanted text) returns text
  language sql stable security definer set search_path = app, pg_temp
  as $$ select community_id from app.alert where alert_id = wanted $$`

/** What is open and public, in the order in which it is due: the public board reads it for everybody who looks. */
const boardIndex = sql`create index matter_open_public on app.matter (community_id, due_at, raised_at, matter_id)
  include (path, phase) where status = 'open' and publicity <> 'closed'`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [...tables, door, boardIndex]) await statement.execute(db)
  for (const table of ['alert', 'alert_sight', 'alert_told']) await tenantTable(db, table)
  await tenantTable(db, 'alert_entry', ['select', 'insert'])
  await sql`create policy doors on app.alert for select to current_user using (true)`.execute(db)
  await sql`revoke execute on function app.community_of_alert(text) from public`.execute(db)
  await sql`grant execute on function app.community_of_alert(text) to ${sql.id(APP_ROLE)}`.execute(db)
}
