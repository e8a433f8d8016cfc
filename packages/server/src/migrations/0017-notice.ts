// Notices that hang in public, where each hangs and how that was proved, their numbers by year, and the objections to them.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.notice (
    community_id text not null references app.community,
    notice_id text not null,
    matter_id text,
    path text not null,
    kind text not null,
    result_of text,
    number_year integer not null,
    number_count integer not null,
    title text not null check (char_length(title) between 1 and 80),
    body text not null,
    figures jsonb not null,
    photos text[] not null,
    basis text,
    days integer not null check (days > 0),
    hung_at timestamptz not null,
    last_day date not null,
    ends_at timestamptz not null check (ends_at > hung_at),
    status text not null check (status in ('hanging', 'elapsed', 'told', 'withdrawn')),
    reason text,
    primary key (community_id, notice_id),
    unique (community_id, number_year, number_count),
    foreign key (community_id, result_of) references app.notice,
    constraint withdrawn_for_a_reason check ((status = 'withdrawn') = (reason is not null))
  )`,
  sql`create unique index notice_of_result on app.notice (community_id, result_of)
    where result_of is not null and status <> 'withdrawn'`,
  sql`create index notice_of_matter on app.notice (community_id, matter_id) where matter_id is not null`,
  sql`create index notice_by_end on app.notice (community_id, ends_at)`,
  sql`create table app.notice_spot (
    community_id text not null,
    notice_id text not null,
    position integer not null,
    kind text not null check (kind in ('community', 'node', 'board')),
    node_id text check ((kind = 'node') = (node_id is not null)),
    path text not null,
    name text not null,
    hung_at timestamptz,
    hung_photos text[] not null default '{}',
    taken_at timestamptz,
    taken_photos text[] not null default '{}',
    primary key (community_id, notice_id, position),
    foreign key (community_id, notice_id) references app.notice
  )`,
  sql`create table app.notice_year (
    community_id text not null references app.community,
    year integer not null,
    count integer not null,
    primary key (community_id, year)
  )`,
  sql`create table app.objection (
    community_id text not null,
    objection_id text not null,
    notice_id text not null,
    matter_id text,
    path text not null,
    person_id text,
    name text,
    phone text,
    body text not null,
    link_digest text not null unique,
    status text not null check (status in ('lodged', 'answered', 'taken-back')),
    lodged_at timestamptz not null,
    answer text,
    upheld boolean,
    answered_at timestamptz,
    primary key (community_id, objection_id),
    foreign key (community_id, notice_id) references app.notice,
    constraint answered_as_a_whole check ((status = 'answered') = (answer is not null)
      and (answer is null) = (upheld is null) and (answer is null) = (answered_at is null))
  )`,
  sql`create unique index objection_once on app.objection (community_id, notice_id, person_id)
    where person_id is not null and status <> 'taken-back'`,
  sql`create index objection_to_notice on app.objection (community_id, notice_id, lodged_at)`,
  sql`create index objection_of_matter on app.objection (community_id, matter_id) where matter_id is not null`,
]

/** What may be asked before the community is known. */
const doors = [
  sql`create function app.community_of_notice(id text) returns text
    language sql stable security definer set search_path = app as
    $$ select community_id from app.notice where notice_id = id $$`,
  sql`create function app.objection_of_link(digest text) returns table (community_id text, objection_id text)
    language sql stable security definer set search_path = app as
    $$ select o.community_id, o.objection_id from app.objection o where o.link_digest = digest $$`,
]
const DOORS = ['community_of_notice(text)', 'objection_of_link(text)']

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [...tables, ...doors]) await statement.execute(db)
  for (const table of ['notice', 'notice_spot', 'notice_year', 'objection'])
    await tenantTable(db, table, ['select', 'insert', 'update'])
  // The doors run as the owner, whom forced row level security would shut out as well.
  for (const table of ['notice', 'objection'])
    await sql`create policy doors on ${sql.table(`app.${table}`)} for select to current_user using (true)`.execute(db)
  for (const name of DOORS) {
    await sql`revoke all on function ${sql.raw(`app.${name}`)} from public`.execute(db)
    await sql`grant execute on function ${sql.raw(`app.${name}`)} to ${sql.id(APP_ROLE)}`.execute(db)
  }
}
