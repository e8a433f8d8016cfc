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

/** Asked before the community is known: they answer for one session or one number, and nothing else. */
const doors = [
  sql`create function auth.persons_of_phone(wanted text) returns table (community_id text, person_id text)
    language sql stable security definer set search_path = app as
    $$ select p.community_id, p.person_id from app.person p where p.phone = wanted $$`,
  sql`create function auth.persons_of_account(account text)
    returns table (community_id text, community_name text, street_office_id text, person_id text, name text)
    language sql stable security definer set search_path = app as
    $$ select p.community_id, c.name, c.street_office_id, p.person_id, p.name
       from app.person p join app.community c on c.id = p.community_id where p.account_id = account
       order by p.community_id, p.person_id $$`,
  sql`create function auth.hats_of_account(account text, moment timestamptz)
    returns table (role text, community_id text, node_id text, path text, party_id text)
    language sql stable security definer set search_path = app as
    $$ with held as (
         select m.role, m.community_id, m.node_id, m.path, m.party_id, c.street_office_id
         from app.person p
         join app.membership m on m.community_id = p.community_id and m.person_id = p.person_id
         join app.community c on c.id = m.community_id
         where p.account_id = account and m.starts <= moment and (m.ends is null or m.ends > moment))
       select h.role, h.community_id, h.node_id, h.path, h.party_id from held h
       union
       select h.role, c.id, null, '', null from held h
       join app.community c on c.street_office_id = h.street_office_id and c.id <> h.community_id
       where h.role = 'street-office' $$`,
  sql`create function auth.session_of(wanted text, wall timestamptz, moment timestamptz)
    returns table (id text, user_id text, method text, seen_at timestamptz, persons jsonb, hats jsonb)
    language sql stable security definer set search_path = app as
    $$ select s.id, s.user_id, s.method, s.seen_at,
         coalesce((select jsonb_agg(to_jsonb(p)) from auth.persons_of_account(s.user_id) p), '[]'),
         coalesce((select jsonb_agg(to_jsonb(h)) from auth.hats_of_account(s.user_id, moment) h), '[]')
       from auth.session s join auth."user" u on u.id = s.user_id
       where s.token = wanted and s.expires_at > wall and u.disabled_at is null $$`,
]

const functions = [
  'persons_of_phone(text)',
  'persons_of_account(text)',
  'hats_of_account(text, timestamptz)',
  'session_of(text, timestamptz, timestamptz)',
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create schema auth`.execute(db)
  await sql`grant usage on schema auth to ${sql.id(APP_ROLE)}`.execute(db)
  for (const statement of [...kept, ...own, ...doors]) await statement.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema auth to ${sql.id(APP_ROLE)}`.execute(db)
  // The doors run as the owner, whom forced row level security would shut out as well.
  for (const table of ['person', 'membership'])
    await sql`create policy account_doors on ${sql.table(`app.${table}`)} for select to current_user using (true)`.execute(
      db,
    )
  for (const name of functions) {
    await sql`revoke all on function ${sql.raw(`auth.${name}`)} from public`.execute(db)
    await sql`grant execute on function ${sql.raw(`auth.${name}`)} to ${sql.id(APP_ROLE)}`.execute(db)
  }
}
