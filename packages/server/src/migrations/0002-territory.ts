// Street offices, the territory tree with its units and places, parties, people with their roles and units, and roster previews.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const above = [
  sql`create table app.street_office (
    street_office_id text primary key check (street_office_id ~ '^sto_[a-z0-9]+$'),
    name text not null,
    district text not null
  )`,
  sql`grant select, insert, update on app.street_office to ${sql.id(APP_ROLE)}`,
  sql`alter table app.community
    add foreign key (street_office_id) references app.street_office,
    add check (kind in ('residential', 'village', 'block'))`,
  sql`create sequence app.place_number`,
  sql`grant usage on sequence app.place_number to ${sql.id(APP_ROLE)}`,
]

const land = [
  sql`create table app.node (
    community_id text not null references app.community,
    node_id text not null,
    parent_id text,
    key text not null check (key ~ '^[0-9A-Z][0-9A-Z-]{0,15}$'),
    kind text not null check (kind in ('compound', 'zone', 'grid', 'building', 'stairway')),
    name text not null,
    path text not null check (path = key or path like '%.' || key),
    position integer not null,
    primary key (community_id, node_id),
    unique (community_id, key),
    foreign key (community_id, parent_id) references app.node
  )`,
  sql`create table app.unit (
    community_id text not null references app.community,
    unit_id text not null,
    node_id text not null,
    door text not null,
    use text not null check (use in ('flat', 'shop', 'parking', 'other')),
    area numeric(12, 2) not null check (area >= 0),
    primary key (community_id, unit_id),
    unique (community_id, node_id, door),
    foreign key (community_id, node_id) references app.node
  )`,
  sql`create table app.place (
    community_id text not null references app.community,
    place_id text not null,
    code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    kind text not null check (kind in ('grid', 'building', 'stairway', 'lamp-post', 'point', 'community')),
    key text,
    name text not null,
    node_id text,
    path text not null,
    label text,
    primary key (community_id, place_id),
    unique (community_id, code),
    unique (community_id, key),
    foreign key (community_id, node_id) references app.node
  )`,
  sql`create index place_by_code on app.place (code)`,
  sql`create unique index place_of_node on app.place (community_id, coalesce(node_id, '')) where key is null`,
]

const people = [
  sql`create table app.party (
    community_id text not null references app.community,
    party_id text not null,
    role text not null,
    name text not null,
    phone text,
    first boolean not null,
    primary key (community_id, party_id),
    unique (community_id, name)
  )`,
  sql`create table app.person (
    community_id text not null references app.community,
    person_id text not null,
    name text not null,
    phone text,
    account_id text,
    primary key (community_id, person_id)
  )`,
  sql`create index person_by_phone on app.person (phone) where phone is not null`,
  sql`create index person_by_account on app.person (account_id) where account_id is not null`,
  sql`create table app.membership (
    community_id text not null references app.community,
    person_id text not null,
    role text not null,
    node_id text,
    path text not null,
    party_id text,
    contact text,
    starts timestamptz not null,
    ends timestamptz check (ends > starts),
    primary key (community_id, person_id, role, path, starts),
    foreign key (community_id, person_id) references app.person,
    foreign key (community_id, node_id) references app.node,
    foreign key (community_id, party_id) references app.party
  )`,
  sql`create table app.ownership (
    community_id text not null references app.community,
    unit_id text not null,
    person_id text not null,
    share text not null check (share ~ '^[1-9][0-9]*/[1-9][0-9]*$'),
    primary key (community_id, unit_id, person_id),
    foreign key (community_id, unit_id) references app.unit,
    foreign key (community_id, person_id) references app.person
  )`,
  sql`create index ownership_of_person on app.ownership (community_id, person_id)`,
  sql`create table app.roster_preview (
    community_id text not null references app.community,
    import_id text not null,
    person_id text not null,
    status text not null check (status in ('pending', 'confirmed')),
    expires_at timestamptz not null,
    file_digest text not null,
    base_digest text not null,
    counts jsonb not null,
    plan jsonb,
    primary key (community_id, import_id)
  )`,
]

const TABLES = ['node', 'unit', 'place', 'party', 'person', 'membership', 'ownership', 'roster_preview'] as const

/** Before the community is known: each answers with ids only, as the tables' owner, whom one policy lets look. */
const directory = [
  sql`create policy directory on app.place for select to current_user using (true)`,
  sql`create policy directory on app.person for select to current_user using (true)`,
  sql`create function app.community_of_place(code text) returns text
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id from app.place where place.code = $1 $$`,
  sql`create function app.people_of_account(account text) returns table (community_id text, person_id text)
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id, person_id from app.person where account_id = $1 order by 1, 2 $$`,
  sql`create function app.people_of_phone(phone text) returns table (community_id text, person_id text)
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id, person_id from app.person where person.phone = $1 order by 1, 2 $$`,
  sql`create function app.known_people(names text[], phones text[]) returns table (name text, phone text, person_id text)
    language sql stable security definer set search_path = app, pg_temp
    as $$ select person.name, person.phone, min(person.person_id)
      from app.person join unnest(names, phones) as asked (name, phone) using (name, phone) group by 1, 2 $$`,
]
const FUNCTIONS = [
  'community_of_place(text)',
  'people_of_account(text)',
  'people_of_phone(text)',
  'known_people(text[], text[])',
] as const

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [...above, ...land, ...people]) await statement.execute(db)
  for (const table of TABLES) await tenantTable(db, table)
  for (const statement of directory) await statement.execute(db)
  for (const name of FUNCTIONS) {
    const signature = sql.raw(`app.${name}`)
    await sql`revoke execute on function ${signature} from public`.execute(db)
    await sql`grant execute on function ${signature} to ${sql.id(APP_ROLE)}`.execute(db)
  }
}
