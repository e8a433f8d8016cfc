// Claims to own a unit; and which rows of people signing in has made, so that an account acts as the roster's row wherever it has one.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const people = [
  sql`alter table app.person add column signed_up boolean not null default false`,
  // Row level security is forced on the owner too, so that the change asks for all communities.
  sql`select set_config('app.communities', (select coalesce(string_agg(id, ','), '') from app.community), true)`,
  sql`update app.person p set signed_up = true where p.name = '尾号' || right(p.phone, 4) and not exists (
    select from app.ownership o where o.community_id = p.community_id and o.person_id = p.person_id)`,
  sql`select set_config('app.communities', '', true)`,
]

const claims = [
  sql`create table app.claim (
    community_id text not null references app.community,
    claim_id text not null check (claim_id like 'clm\\_%'),
    person_id text not null,
    status text not null check (status in ('pending', 'confirmed', 'refused', 'withdrawn', 'lapsed')),
    node_id text not null,
    unit_id text,
    door text not null,
    name text not null,
    phone text not null,
    doubted boolean not null default false,
    lodged_at timestamptz not null,
    lapses_at timestamptz not null,
    decided_at timestamptz,
    owner_id text,
    former_id text,
    how text check (how in ('certificate', 'in-person', 'called', 'known', 'co-owner')),
    reason text not null default '',
    finding boolean,
    found_by text,
    primary key (community_id, claim_id),
    foreign key (community_id, person_id) references app.person,
    foreign key (community_id, owner_id) references app.person (community_id, person_id),
    foreign key (community_id, former_id) references app.person (community_id, person_id),
    foreign key (community_id, node_id) references app.node,
    foreign key (community_id, unit_id) references app.unit,
    check ((status = 'pending') = (decided_at is null)),
    check ((status = 'confirmed') = (owner_id is not null and how is not null)),
    check ((finding is null) = (found_by is null))
  )`,
  sql`create unique index claim_waiting on app.claim (community_id, person_id) where status = 'pending'`,
  sql`create index claim_of_person on app.claim (community_id, person_id, lodged_at desc)`,
  sql`create index claim_of_unit on app.claim (community_id, unit_id) where status = 'pending'`,
  sql`create index claim_by_age on app.claim (community_id, status, lodged_at)`,
]

/** As it was, but the row that signing in has made comes after the roster's: people act as the first. */
const session = sql`create or replace function auth.session_of(wanted text, wall timestamptz, moment timestamptz)
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
      order by p.community_id, p.signed_up, p.person_id), '[]') into persons
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

const doors = [
  sql`create function app.community_of_claim(claim text) returns text
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id from app.claim where claim_id = $1 $$`,
  sql`create policy doors on app.claim for select to current_user using (true)`,
  sql`revoke all on function app.community_of_claim(text) from public`,
  sql`grant execute on function app.community_of_claim(text) to ${sql.id(APP_ROLE)}`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [...people, ...claims]) await statement.execute(db)
  await tenantTable(db, 'claim', ['select', 'insert', 'update'])
  for (const statement of [session, ...doors]) await statement.execute(db)
}
