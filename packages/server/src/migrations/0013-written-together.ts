// What many ask for at once is asked and written at once: places by their codes, entries with all that is kept beside them.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

/** Replaces `spot_of_place`: the same for all codes that are scanned at one moment. */
const spotsOfPlaces = sql`
    create function app.spots_of_places(codes text[]) returns table (code text, community text, place text, path text)
    language sql stable security definer set search_path = app, pg_temp
    as $$ select place.code, community_id, place_id, place.path from app.place where place.code = any(codes) $$`

/**
 * One row for all openings of an entry; to copy them their owner must see them. `append_entries` alone writes them and the actors, in one statement with their entry, which is
 * never deleted: foreign keys would only look it up again for each row, and lock it.
 */
const besideEntries = [
  sql`alter table app.ledger_opening rename to ledger_opening_by_name`,
  sql`alter table app.ledger_opening_by_name no force row level security`,
  sql`create table app.ledger_opening (
    community_id text not null,
    entry_id bigint not null,
    openings jsonb not null,
    primary key (community_id, entry_id)
  )`,
  sql`insert into app.ledger_opening (community_id, entry_id, openings)
    select community_id, entry_id, jsonb_object_agg(name, jsonb_build_object('salt', encode(salt, 'hex'), 'value', value))
    from app.ledger_opening_by_name group by community_id, entry_id`,
  sql`drop table app.ledger_opening_by_name`,
  sql`alter table app.ledger_actor drop constraint ledger_actor_community_id_entry_id_fkey`,
]

const appendEntries = sql`
    create function app.append_entries(moment timestamptz, drafts json) returns setof bigint language plpgsql as $$
    begin
      return query with draft as materialized (
        select nextval('app.ledger_entry_id') as number, row.*
        from rows from (json_to_recordset(drafts) as (
          community text, subject text, type text, leaf text, hash text, person text, openings jsonb
        )) with ordinality as row (community, subject, type, leaf, hash, person, openings, ordinal)
      ), entry as (
        insert into app.ledger_entry (community_id, entry_id, at, subject, type, leaf, leaf_hash)
        select community, number, moment, subject, type, leaf, decode(hash, 'hex') from draft
      ), pending as (
        insert into app.ledger_pending (community_id, entry_id) select community, number from draft
      ), actor as (
        insert into app.ledger_actor (community_id, entry_id, person_id)
        select community, number, person from draft where person is not null
      ), opening as (
        insert into app.ledger_opening (community_id, entry_id, openings)
        select community, number, openings from draft where openings <> '{}'
      )
      select number from draft order by ordinal;
    end $$`

/** A procedure, because it gives nothing back: what gives nothing back need not be waited for. */
const keepAppointments = sql`
    create procedure app.keep_appointments(communities text[], capabilities text[], subjects text[], moments timestamptz[])
    language plpgsql as $$
    begin
      if array_position(moments, null) is not null then
        delete from app.due using unnest(communities, capabilities, subjects, moments) as gone (community, name, id, moment)
        where gone.moment is null and due.community_id = gone.community and due.capability = gone.name and due.subject = gone.id;
      end if;
      insert into app.due (community_id, capability, subject, at)
      select community, name, id, moment from unnest(communities, capabilities, subjects, moments) as kept (community, name, id, moment)
      where moment is not null
      on conflict (community_id, capability, subject)
      do update set at = excluded.at, failures = 0, not_before = null;
    end $$`

/**
 * A page of the public log as its JSON, newest first; null where there is no such community. Anyone may ask: it needs no tenancy.
 * `offset 0` has the planner look each entry up by its key: a guess while the log is young would read all of it.
 */
const ledgerPage = sql`
    create function app.ledger_page(asked text, skip bigint, most bigint) returns text
    language plpgsql stable security definer set search_path = app, pg_temp as $$
    declare
      total bigint;
    begin
      if not exists (select from community where id = asked) then
        return null;
      end if;
      select coalesce(max(leaf_index) + 1, 0) into total from ledger_leaf where community_id = asked;
      return json_build_object('total', total, 'entries', coalesce((
        select json_agg(json_build_object(
          'index', place, 'entry', leaf.entry_id, 'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'type', type, 'subject', subject, 'leaf', entry.leaf, 'hash', encode(leaf_hash, 'base64')
        ) order by place desc)
        from generate_series(greatest(total - skip - most, 0), total - skip - 1) as place,
          lateral (select entry_id from ledger_leaf where community_id = asked and leaf_index = place offset 0) as leaf,
          lateral (select * from ledger_entry where community_id = asked and entry_id = leaf.entry_id offset 0) as entry
      ), '[]'));
    end $$`

const REPLACED = [
  'spot_of_place(text)',
  'append_entries(timestamptz, text[], text[], text[], text[], bytea[], text[], bigint[], text[], text[], text[])',
  'keep_appointments(text[], text[], text[], timestamptz[])',
]

const ROUTINES = [
  'spots_of_places(text[])',
  'append_entries(timestamptz, json)',
  'keep_appointments(text[], text[], text[], timestamptz[])',
  'ledger_page(text, bigint, bigint)',
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const signature of REPLACED) await sql`drop function app.${sql.raw(signature)}`.execute(db)
  for (const statement of [...besideEntries, spotsOfPlaces, appendEntries, keepAppointments, ledgerPage])
    await statement.execute(db)
  await tenantTable(db, 'ledger_opening')
  // The page is read as the owner, whom forced row level security would shut out as well.
  for (const table of ['ledger_leaf', 'ledger_entry'])
    await sql`create policy doors on ${sql.table(`app.${table}`)} for select to current_user using (true)`.execute(db)
  for (const signature of ROUTINES) {
    await sql`revoke execute on routine app.${sql.raw(signature)} from public`.execute(db)
    await sql`grant execute on routine app.${sql.raw(signature)} to ${sql.id(APP_ROLE)}`.execute(db)
  }
}
