// Joinings of a matter, once for each person; and which matters share words with a text.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.joining (
    community_id text not null,
    joining_id text not null,
    matter_id text not null,
    person_id text,
    name text,
    phone text,
    body text not null,
    photos text[] not null,
    channel text not null,
    who text not null,
    link_digest text not null,
    joined_at timestamptz not null,
    primary key (community_id, joining_id),
    unique (community_id, matter_id, who),
    foreign key (community_id, matter_id) references app.matter
  )`,
  sql`create index joining_by_link on app.joining (link_digest)`,
  sql`create index joining_of_person on app.joining (community_id, person_id) where person_id is not null`,
  sql`create index joining_by_who on app.joining (community_id, who)`,
  sql`create index matter_link_by_other on app.matter_link (community_id, other_id)`,
]

/** As the search: under row level security the planner cannot use the index, so it runs outside it and is told where to look. */
const doors = [
  sql`create function app.community_of_joining(digest text) returns table (community_id text, joining_id text, matter_id text)
    language sql stable security definer set search_path = app, pg_temp as
    $$ select j.community_id, j.joining_id, j.matter_id from app.joining j where j.link_digest = digest $$`,
  sql`create function app.alike_matters(community text, tokens text[], query tsquery, closed_since timestamptz, public_only boolean)
    returns table (matter_id text)
    language sql stable security definer set search_path = app, pg_temp as
    $$ select m.matter_id from app.matter m
       where m.search @@ query and m.community_id = community
         and m.community_id = any(string_to_array(current_setting('app.communities', true), ','))
         and (m.status = 'open' or m.closed_at >= closed_since) and not (public_only and m.publicity = 'closed')
       order by cardinality(array(select unnest(tsvector_to_array(m.search)) intersect select unnest(tokens))) desc,
         m.raised_at desc
       limit 60 $$`,
]
const FUNCTIONS = ['community_of_joining(text)', 'alike_matters(text, text[], tsquery, timestamptz, boolean)']

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [...tables, ...doors]) await statement.execute(db)
  await tenantTable(db, 'joining', ['select', 'insert'])
  await sql`create policy doors on app.joining for select to current_user using (true)`.execute(db)
  for (const name of FUNCTIONS) {
    await sql`revoke all on function ${sql.raw(`app.${name}`)} from public`.execute(db)
    await sql`grant execute on function ${sql.raw(`app.${name}`)} to ${sql.id(APP_ROLE)}`.execute(db)
  }
}
