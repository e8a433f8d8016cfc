// What the planner is told of a table that has no statistics yet: that several communities share it. Without it all keys of an empty table look alike,
// because all begin with the community, and a plan made then reads a whole community for each row it looks up, until the table is analyzed.
import { sql } from 'kysely'
import type { Database } from './tables.ts'

/** A guess that is good for choosing a key, until the first statistics replace it. */
const COMMUNITIES = 4

/** For all tables of the application that have a community, and no rows as far as anybody has counted; nothing on PostgreSQL before 18, which does not take statistics. */
export const expectCommunities = (db: Database): Promise<unknown> =>
  sql`do $$ declare
    missing name;
  begin
    if to_regproc('pg_catalog.pg_restore_attribute_stats') is null then return; end if;
    for missing in
      select class.relname from pg_class class join pg_attribute attribute on attribute.attrelid = class.oid
      where class.relnamespace = 'app'::regnamespace and class.relkind = 'r' and attribute.attname = 'community_id'
        and class.reltuples < 1
    loop
      execute 'select pg_restore_attribute_stats(
        ''schemaname'', ''app'', ''relname'', $1, ''attname'', ''community_id'', ''inherited'', false,
        ''null_frac'', 0::real, ''avg_width'', 31, ''n_distinct'', ${sql.raw(String(COMMUNITIES))}::real)' using missing::text;
    end loop;
  end $$`.execute(db)

/**
 * Documents and hashes are never searched by their order, yet samples of them are compared each time that a table is looked over:
 * three quarters of what looking over the matters costs. Of them no statistics are kept.
 */
export const overlookDocuments = (db: Database): Promise<unknown> =>
  sql`do $$ declare
    document record;
  begin
    for document in
      select class.relname, attribute.attname from pg_class class join pg_attribute attribute on attribute.attrelid = class.oid
      where class.relnamespace = 'app'::regnamespace and class.relkind = 'r' and attribute.attnum > 0 and not attribute.attisdropped
        and attribute.atttypid in ('jsonb'::regtype, 'json'::regtype, 'bytea'::regtype) and attribute.attstattarget is distinct from 0
    loop
      execute format('alter table app.%I alter column %I set statistics 0', document.relname, document.attname);
    end loop;
  end $$`.execute(db)
