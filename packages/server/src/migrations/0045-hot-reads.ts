// What every request asks for is asked for all who ask at one moment: their sessions in one call, not one call for each.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'

/**
 * Replaces `session_of`. Answers for the sessions it is asked for and nothing else. The street office wears its hat in each of its
 * communities; the row that signing in has made comes after the roster's. Everything is found by an index, so the plan is made once.
 */
const sessions = sql`create function auth.sessions_of(wanted text[], wall timestamptz, moment timestamptz)
  returns table (token text, id text, account text, method text, seen_at timestamptz, persons json, hats json)
  language plpgsql stable security definer set search_path = app, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
  #variable_conflict use_column
  begin
    return query
    with open as materialized (
      select s.token, s.id, s.user_id as account, s.method, s.seen_at
      from unnest(wanted) as asked, lateral (select * from auth.session where token = asked and expires_at > wall offset 0) s,
        lateral (select from auth."user" where id = s.user_id and disabled_at is null offset 0) standing
    ), self as materialized (
      select open.account, p.* from (select distinct account from open) open,
        lateral (select community_id, person_id, name, signed_up from person where account_id = open.account offset 0) p
    ), held as materialized (
      select self.account, m.* from self, lateral (
        select role, community_id, node_id, path, party_id from membership
        where community_id = self.community_id and person_id = self.person_id
          and starts <= moment and (ends is null or ends > moment) offset 0) m
    ), worn as (
      select * from held
      union all
      select distinct held.account, 'street-office', theirs.id, null::text, '', null::text from held
      join community home on home.id = held.community_id
      join community theirs on theirs.street_office_id = home.street_office_id
      where held.role = 'street-office' and not exists (
        select from held own where own.account = held.account and own.role = 'street-office' and own.community_id = theirs.id)
    ), persons as (
      select account, json_agg(json_build_object('community', community_id, 'person', person_id, 'name', name)
        order by community_id, signed_up, person_id) as list from self group by account
    ), hats as (
      select account, json_agg(json_build_object('role', role, 'community', community_id, 'node', node_id, 'path', path, 'party', party_id)
        order by community_id, role, path) as list from worn group by account
    )
    select open.token, open.id, open.account, open.method, open.seen_at,
      coalesce(persons.list, '[]'), coalesce(hats.list, '[]')
    from open left join persons using (account) left join hats using (account);
  end $$`
const SESSIONS = 'auth.sessions_of(text[], timestamptz, timestamptz)'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sessions.execute(db)
  await sql`revoke execute on function ${sql.raw(SESSIONS)} from public`.execute(db)
  await sql`grant execute on function ${sql.raw(SESSIONS)} to ${sql.id(APP_ROLE)}`.execute(db)
  await sql`drop function auth.session_of(text, timestamptz, timestamptz)`.execute(db)
  // Each voter's row is written again once, when they vote: on its own page, so that no index need hear of it.
  await sql`alter table app.poll_voter set (fillfactor = 50)`.execute(db)
  // The sequencer alone writes leaves, of entries that it has just read and that are never deleted.
  await sql`alter table app.ledger_leaf drop constraint ledger_leaf_community_id_entry_id_fkey`.execute(db)
}
