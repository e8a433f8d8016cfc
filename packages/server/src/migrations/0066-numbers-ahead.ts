// Entries bring their numbers, drawn before: what gives nothing back need not be waited for.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'

const SIGNATURE = 'append_entries(timestamptz, json)'

const appendEntries = sql`
    create procedure app.append_entries(moment timestamptz, drafts json) language plpgsql as $$
    begin
      with draft as materialized (
        select * from json_to_recordset(drafts) as row (
          number bigint, community text, subject text, type text, leaf text, hash text, person text, openings jsonb
        )
      ), entry as (
        insert into app.ledger_entry (community_id, entry_id, at, subject, type, leaf, leaf_hash)
        select community, number, moment, subject, type, leaf, decode(hash, 'hex') from draft
      ), pending as (
        insert into app.ledger_pending (community_id, entry_id) select community, number from draft
      ), actor as (
        insert into app.ledger_actor (community_id, entry_id, person_id)
        select community, number, person from draft where person is not null
      )
      insert into app.ledger_opening (community_id, entry_id, openings)
      select community, number, openings from draft where openings <> '{}';
    end $$`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop function app.${sql.raw(SIGNATURE)}`.execute(db)
  await appendEntries.execute(db)
  await sql`revoke execute on procedure app.${sql.raw(SIGNATURE)} from public`.execute(db)
  await sql`grant execute on procedure app.${sql.raw(SIGNATURE)} to ${sql.id(APP_ROLE)}`.execute(db)
}
