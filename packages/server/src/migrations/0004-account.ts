// Accounts: how people prove who they are. Schema `auth` holds no name and no address of anybody; whose account it is stands with the person.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'

/** As better-auth expects them, in snake case. */
const kept = [
  sql`create table auth."user" (
    id text primary key,
    name text not null,
    email text not null unique,
    email_verified boolean not null,
    image text,
    phone_number text unique,
    phone_number_verified boolean,
    two_factor_enabled boolean,
    disabled_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  sql`create table auth.session (
    id text primary key,
    token text not null unique,
    user_id text not null references auth."user" on delete cascade,
    method text not null check (method in ('code', 'password', 'factor', 'link')),
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  sql`create index session_of_user on auth.session (user_id)`,
  sql`create table auth.account (
    id text primary key,
    account_id text not null,
    provider_id text not null,
    user_id text not null references auth."user" on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (provider_id, account_id)
  )`,
  sql`create index account_of_user on auth.account (user_id)`,
  sql`create table auth.verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  sql`create index verification_by_identifier on auth.verification (identifier)`,
  sql`create table auth.two_factor (
    id text primary key,
    user_id text not null unique references auth."user" on delete cascade,
    secret text not null,
    backup_codes text not null,
    verified boolean,
    failed_verification_count integer,
    locked_until timestamptz
  )`,
]

const own = [
  sql`create table auth.turn (key text primary key, taken integer not null, until timestamptz not null)`,
  sql`create index turn_by_end on auth.turn (until)`,
  sql`create table auth.spent_code (
    user_id text not null references auth."user" on delete cascade,
    digest text not null,
    until timestamptz not null,
    primary key (user_id, digest)
  )`,
  sql`create table auth.entry_link (
    digest text primary key,
    purpose text not null check (purpose in ('demo', 'invitation')),
    community_id text not null references app.community,
    person_id text not null,
    until timestamptz not null
  )`,
]

/**
 * Asked with every request before the community is known: answers for one session and nothing else. The street office
 * wears its hat in each of its communities. Everything is found by an index, so the plan is made once and never by table size.
 */
const door = sql`create function auth.session_of(wanted text, wall timestamptz, moment timestamptz)
  returns table (id text, account text, method text, seen_at timestamptz, persons json, hats json)
  language plpgsql stable security definer set search_path = app, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
  #variable_conflict use_column
  declare
    whose text;
  begin
    select s.id, s.user_id, s.method, s.seen_at into id, whose, method, seen_at
      from auth.session s join auth."user" u on u.id = s.user_id
      where s.token = wanted and s.expires_at > wall and u.disabled_at is null;
    if not found then return; end if;
    account := whose;
    select coalesce(json_agg(json_build_object('community', p.community_id, 'person', p.person_id, 'name', p.name)
      order by p.community_id, p.person_id), '[]') into persons
      from person p where p.account_id = whose;
    with held as materialized (
      select m.role, m.community_id, m.node_id, m.path, m.party_id
      from person p cross join lateral (select * from membership m
        where m.community_id = p.community_id and m.person_id = p.person_id
          and m.starts <= moment and (m.ends is null or m.ends > moment)) m
      where p.account_id = whose
    ), worn as (
      select * from held
      union all
      select distinct 'street-office', theirs.id, null::text, '', null::text from held
      join community home on home.id = held.community_id
      join community theirs on theirs.street_office_id = home.street_office_id
      where held.role = 'street-office' and not exists (
        select from held own where own.role = 'street-office' and own.community_id = theirs.id)
    )
    select coalesce(json_agg(json_build_object('role', role, 'community', community_id, 'node', node_id, 'path', path, 'party', party_id)
      order by community_id, role, path), '[]') into hats from worn;
    return next;
  end $$`
const DOOR = 'auth.session_of(text, timestamptz, timestamptz)'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create schema auth`.execute(db)
  await sql`grant usage on schema auth to ${sql.id(APP_ROLE)}`.execute(db)
  for (const statement of [...kept, ...own, door]) await statement.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema auth to ${sql.id(APP_ROLE)}`.execute(db)
  // The door runs as the owner, whom forced row level security would shut out as well; people are open to it already.
  await sql`create policy account_door on app.membership for select to current_user using (true)`.execute(db)
  await sql`revoke execute on function ${sql.raw(DOOR)} from public`.execute(db)
  await sql`grant execute on function ${sql.raw(DOOR)} to ${sql.id(APP_ROLE)}`.execute(db)
}
