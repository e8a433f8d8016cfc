// Meetings: one row for each, who signed in, and every version of its minutes; an order remembers that its last day went by.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.meeting (
    community_id text not null,
    meeting_id text not null check (meeting_id like 'mtg\\_%'),
    matter_id text not null,
    code text not null check (code ~ '^[0-9a-z]{10}$'),
    status text not null check (status in ('called', 'sitting', 'closed', 'minuted', 'cancelled')),
    format text not null,
    title text not null,
    where_text text not null,
    starts_at timestamptz not null,
    quorate boolean not null default false,
    result text check (result in ('agreed', 'settled', 'not-agreed')),
    record jsonb not null,
    called_at timestamptz not null,
    primary key (community_id, meeting_id),
    foreign key (community_id, matter_id) references app.matter,
    constraint no_result_without_quorum check (result is null or quorate)
  )`,
  sql`create unique index meeting_by_code on app.meeting (code)`,
  sql`create index meeting_of_matter on app.meeting (community_id, matter_id, called_at)`,
  sql`create index meeting_by_time on app.meeting (community_id, status, starts_at)`,
  // A place is taken once, whoever comes at the same moment.
  sql`create table app.meeting_attendee (
    community_id text not null,
    meeting_id text not null,
    number integer not null,
    invitee integer,
    name text not null,
    household text not null,
    person_id text,
    way text not null check (way in ('desk', 'phone')),
    at timestamptz not null,
    primary key (community_id, meeting_id, number),
    unique (community_id, meeting_id, invitee),
    foreign key (community_id, meeting_id) references app.meeting
  )`,
  sql`create table app.meeting_minutes (
    community_id text not null,
    meeting_id text not null,
    version integer not null,
    body text not null,
    at timestamptz not null,
    primary key (community_id, meeting_id, version),
    foreign key (community_id, meeting_id) references app.meeting
  )`,
  sql`alter table app.work_order add column overdue boolean not null default false`,
]

/** Scanned before the community is known: it tells which community to ask, and nothing else. */
const door = sql`create function app.community_of_meeting(wanted text) returns table (community_id text, meeting_id text)
  language sql stable security definer set search_path = app as
  $$ select m.community_id, m.meeting_id from app.meeting m where m.code = wanted $$`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [...tables, door]) await statement.execute(db)
  await tenantTable(db, 'meeting', ['select', 'insert', 'update'])
  await tenantTable(db, 'meeting_attendee', ['select', 'insert', 'delete'])
  await tenantTable(db, 'meeting_minutes', ['select', 'insert'])
  // The door runs as the owner, whom forced row level security would shut out as well.
  await sql`create policy doors on app.meeting for select to current_user using (true)`.execute(db)
  await sql`revoke all on function app.community_of_meeting(text) from public`.execute(db)
  await sql`grant execute on function app.community_of_meeting(text) to ${sql.id(APP_ROLE)}`.execute(db)
}
