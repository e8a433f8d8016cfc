// What every write does, made cheap: functions, which each connection plans once and not every time, and no lock on the one row of the community.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'

const appendEntries = sql`
    create function app.append_entries(
      moment timestamptz, communities text[], subjects text[], types text[], leaves text[], hashes bytea[],
      persons text[], ordinals bigint[], names text[], salts text[], sealed text[]
    ) returns setof bigint language plpgsql as $$
    begin
      return query with draft as materialized (
        select nextval('app.ledger_entry_id') as number, row.*
        from unnest(communities, subjects, types, leaves, hashes, persons)
          with ordinality as row (community, subject, type, leaf, hash, person, ordinal)
      ), entry as (
        insert into app.ledger_entry (community_id, entry_id, at, subject, type, leaf, leaf_hash)
        select community, number, moment, subject, type, leaf, hash from draft
      ), pending as (
        insert into app.ledger_pending (community_id, entry_id) select community, number from draft
      ), actor as (
        insert into app.ledger_actor (community_id, entry_id, person_id)
        select community, number, person from draft where person is not null
      ), opening as (
        insert into app.ledger_opening (community_id, entry_id, name, salt, value)
        select community, number, name, decode(salt, 'hex'), value::jsonb
        from draft join unnest(ordinals, names, salts, sealed) as row (ordinal, name, salt, value) using (ordinal)
      )
      select number from draft order by ordinal;
    end $$`

const keepAppointments = sql`
    create function app.keep_appointments(communities text[], capabilities text[], subjects text[], moments timestamptz[])
    returns void language plpgsql as $$
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

const personKey = sql`
    create function app.person_key(community text, person text, fresh bytea) returns bytea language plpgsql as $$
    declare
      known bytea;
    begin
      loop
        select key into known from app.ledger_person_key where community_id = community and person_id = person;
        if known is not null then
          return known;
        end if;
        insert into app.ledger_person_key (community_id, person_id, key) values (community, person, fresh)
        on conflict do nothing;
      end loop;
    end $$`

const SIGNATURES = [
  'append_entries(timestamptz, text[], text[], text[], text[], bytea[], text[], bigint[], text[], text[], text[])',
  'keep_appointments(text[], text[], text[], timestamptz[])',
  'person_key(text, text, bytea)',
]

/** A foreign key locks the community's row for each write: all writers of a community would queue at it. Row level security names the community already. */
const HOT = ['ledger_entry', 'idempotency', 'due', 'ledger_person_key']

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [appendEntries, keepAppointments, personKey]) await statement.execute(db)
  for (const signature of SIGNATURES) {
    await sql`revoke execute on function app.${sql.raw(signature)} from public`.execute(db)
    await sql`grant execute on function app.${sql.raw(signature)} to ${sql.id(APP_ROLE)}`.execute(db)
  }
  for (const table of HOT)
    await sql`alter table ${sql.table(`app.${table}`)} drop constraint ${sql.id(`${table}_community_id_fkey`)}`.execute(
      db,
    )
}
