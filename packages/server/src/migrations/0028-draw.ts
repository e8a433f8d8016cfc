// Draws: what was announced can never be changed, what was entered is only added, and no source is known before its moment.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.draw (
    community_id text not null references app.community,
    draw_id text not null check (draw_id ~ '^drw_[a-z0-9]+$'),
    matter_id text,
    path text not null,
    announcement jsonb not null,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    announced_at timestamptz not null,
    first_moment timestamptz not null,
    status text not null check (status in ('announced', 'drawn', 'objected', 'settled', 'annulled')),
    selected jsonb,
    drawn_at timestamptz,
    objectable_until timestamptz,
    settled_at timestamptz,
    reason text,
    late boolean,
    annulled_at timestamptz,
    primary key (community_id, draw_id),
    foreign key (community_id, matter_id) references app.matter,
    constraint announced_ahead check (first_moment >= announced_at + interval '5 minutes'),
    constraint drawn_as_a_whole check ((selected is null) = (drawn_at is null) and (drawn_at is null) = (objectable_until is null)),
    constraint drawn_after_its_moment check (drawn_at >= first_moment),
    constraint result_where_drawn check (status = 'annulled' or (status = 'announced') = (drawn_at is null)),
    constraint annulled_for_a_reason check ((status = 'annulled') = (reason is not null and late is not null and annulled_at is not null))
  )`,
  sql`create index draw_by_age on app.draw (community_id, announced_at desc)`,
  sql`create index draw_of_matter on app.draw (community_id, matter_id) where matter_id is not null`,
  sql`create table app.draw_source (
    community_id text not null,
    draw_id text not null,
    position integer not null,
    at timestamptz not null,
    first_by text,
    first_outcome jsonb,
    first_at timestamptz,
    known jsonb,
    known_at timestamptz,
    differed integer not null default 0,
    primary key (community_id, draw_id, position),
    foreign key (community_id, draw_id) references app.draw,
    foreign key (community_id, first_by) references app.person,
    check ((first_by is null) = (first_outcome is null) and (first_by is null) = (first_at is null)),
    check ((known is null) = (known_at is null)),
    constraint not_before_its_moment check (first_at >= at and known_at >= at)
  )`,
  sql`create table app.draw_entered (
    community_id text not null,
    draw_id text not null,
    position integer not null,
    number bigint generated always as identity,
    person_id text not null,
    outcome jsonb not null,
    at timestamptz not null,
    primary key (community_id, draw_id, position, number),
    foreign key (community_id, draw_id, position) references app.draw_source,
    foreign key (community_id, person_id) references app.person
  )`,
  sql`create table app.draw_objection (
    community_id text not null,
    draw_id text not null,
    number integer not null check (number > 0),
    person_id text not null,
    grounds text not null,
    lodged_at timestamptz not null,
    answer text,
    upheld boolean,
    answered_at timestamptz,
    primary key (community_id, draw_id, number),
    unique (community_id, draw_id, person_id),
    foreign key (community_id, draw_id) references app.draw,
    foreign key (community_id, person_id) references app.person,
    check ((answer is null) = (upheld is null) and (answer is null) = (answered_at is null))
  )`,
]

/** A draw's address is public before its community is known: this answers with the community alone. */
const door = [
  sql`create policy doors on app.draw for select to current_user using (true)`,
  sql`create function app.community_of_draw(wanted text) returns text
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id from app.draw where draw_id = wanted $$`,
  sql`revoke execute on function app.community_of_draw(text) from public`,
  sql`grant execute on function app.community_of_draw(text) to ${sql.id(APP_ROLE)}`,
]

/** Announcement, digest and moments are written once: the application has no right to change them. */
const CHANGING = ['status', 'selected', 'drawn_at', 'objectable_until', 'settled_at', 'reason', 'late', 'annulled_at']
const SOURCE_CHANGING = ['first_by', 'first_outcome', 'first_at', 'known', 'known_at', 'differed']
const OBJECTION_CHANGING = ['answer', 'upheld', 'answered_at']

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of tables) await statement.execute(db)
  for (const table of ['draw', 'draw_source', 'draw_entered', 'draw_objection'])
    await tenantTable(db, table, ['select', 'insert'])
  const changing = { draw: CHANGING, draw_source: SOURCE_CHANGING, draw_objection: OBJECTION_CHANGING }
  for (const [table, columns] of Object.entries(changing))
    await sql`grant update (${sql.join(columns.map((column) => sql.ref(column)))}) on ${sql.table(`app.${table}`)}
      to ${sql.id(APP_ROLE)}`.execute(db)
  for (const statement of door) await statement.execute(db)
}
