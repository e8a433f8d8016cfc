// Adopted procedures, matters, orders, and the figures told with them.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.link_key (
    community_id text primary key references app.community,
    key bytea not null check (length(key) = 32)
  )`,
  sql`create table app.procedure (
    community_id text not null references app.community,
    key text not null,
    version integer not null check (version > 0),
    document jsonb not null,
    adopted_at timestamptz not null,
    current boolean not null,
    primary key (community_id, key, version)
  )`,
  sql`create unique index procedure_current on app.procedure (community_id, key) where current`,
  sql`create table app.matter (
    community_id text not null references app.community,
    matter_id text not null check (matter_id like 'mat\\_%'),
    code text not null check (code ~ '^[0-9]{9}$'),
    link_digest text not null,
    status text not null check (status in ('open', 'closed')),
    phase text not null,
    "end" text,
    title text not null,
    body text not null,
    place_id text,
    path text not null,
    where_text text not null,
    channel text not null,
    publicity text not null check (publicity in ('open', 'nameless', 'closed')),
    raiser_id text,
    raiser_name text,
    raiser_phone text,
    photos text[] not null,
    raised_at timestamptz not null,
    procedure_key text not null,
    procedure_version integer not null,
    stage text not null,
    responsible text not null,
    due_at timestamptz,
    level text,
    colour text,
    size text,
    kind text,
    rating integer,
    first_asked text,
    lead text,
    escalation integer not null,
    listed boolean not null,
    missed boolean not null,
    nudged_at timestamptz,
    closed_at timestamptz,
    course jsonb not null,
    facts jsonb not null,
    seating jsonb not null,
    search tsvector not null,
    revision integer not null,
    primary key (community_id, matter_id),
    unique (community_id, code),
    foreign key (community_id, procedure_key, procedure_version) references app.procedure (community_id, key, version)
  )`,
  sql`create index matter_by_due on app.matter (community_id, due_at, matter_id) where status = 'open'`,
  sql`create index matter_by_age on app.matter (community_id, raised_at desc)`,
  sql`create index matter_by_closing on app.matter (community_id, closed_at) where status = 'closed'`,
  sql`create index matter_by_link on app.matter (link_digest)`,
  sql`create index matter_by_code on app.matter (code)`,
  sql`create index matter_by_raiser on app.matter (community_id, raiser_id) where raiser_id is not null`,
  sql`create index matter_search on app.matter using gin (search)`,
  sql`create table app.matter_link (
    community_id text not null,
    matter_id text not null,
    other_id text not null,
    relation text not null check (relation in ('similar', 'same-class', 'duplicate')),
    primary key (community_id, matter_id, other_id),
    foreign key (community_id, matter_id) references app.matter,
    foreign key (community_id, other_id) references app.matter (community_id, matter_id)
  )`,
  sql`create table app.work_order (
    community_id text not null,
    order_id text not null check (order_id like 'ord\\_%'),
    matter_id text not null,
    party_id text not null,
    lead boolean not null,
    task text not null,
    path text not null,
    status text not null check (status in ('placed', 'accepted', 'declined', 'done', 'withdrawn')),
    reason text not null default '',
    placed_at timestamptz not null,
    primary key (community_id, order_id),
    foreign key (community_id, matter_id) references app.matter
  )`,
  sql`create index work_order_of_matter on app.work_order (community_id, matter_id)`,
  sql`create table app.figure (
    community_id text not null,
    matter_id text not null,
    position bigint generated always as identity,
    order_id text,
    told_at timestamptz not null,
    what text not null,
    kind text not null,
    value numeric not null,
    unit text,
    primary key (community_id, matter_id, position),
    foreign key (community_id, matter_id) references app.matter
  )`,
  sql`create table app.convention (
    community_id text not null,
    convention_id text not null,
    matter_id text not null,
    title text not null,
    body text not null,
    recorded_at timestamptz not null,
    primary key (community_id, convention_id),
    foreign key (community_id, matter_id) references app.matter
  )`,
]

const TENANT = ['link_key', 'procedure', 'matter', 'matter_link', 'work_order', 'figure', 'convention'] as const

/** Looked up before the community is known: these tell which community to ask, and nothing else. */
const doors = [
  sql`create function app.community_of_link(digest text) returns table (community_id text, matter_id text)
    language sql stable security definer set search_path = app as
    $$ select m.community_id, m.matter_id from app.matter m where m.link_digest = digest $$`,
  sql`create function app.communities_of_code(wanted text) returns table (community_id text, matter_id text)
    language sql stable security definer set search_path = app as
    $$ select m.community_id, m.matter_id from app.matter m where m.code = wanted and m.publicity <> 'closed' $$`,
  // Under row level security the planner cannot use the index for @@, so the search itself runs outside it and is told where to look.
  sql`create function app.search_matters(communities text[], query tsquery) returns table (matter_id text)
    language sql stable security definer set search_path = app as
    $$ select m.matter_id from app.matter m where m.search @@ query and m.community_id = any(communities)
       and m.community_id = any(string_to_array(current_setting('app.communities', true), ',')) limit 2000 $$`,
]

const functions = ['community_of_link(text)', 'communities_of_code(text)', 'search_matters(text[], tsquery)']

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [...tables, ...doors]) await statement.execute(db)
  for (const table of TENANT) await tenantTable(db, table)
  await sql`alter table app.matter add constraint closed_has_end check ((status = 'closed') = ("end" is not null))`.execute(
    db,
  )
  // The doors run as the owner, whom forced row level security would shut out as well.
  await sql`create policy doors on app.matter for select to current_user using (true)`.execute(db)
  for (const name of functions) {
    await sql`revoke all on function ${sql.raw(`app.${name}`)} from public`.execute(db)
    await sql`grant execute on function ${sql.raw(`app.${name}`)} to ${sql.id(APP_ROLE)}`.execute(db)
  }
}
