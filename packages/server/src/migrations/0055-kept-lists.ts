// The list of a vote is kept as its ballots are: once its poll has opened nobody is taken off it, and no owner ever is but with the row of their unit (RULES R1.17).
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'

const statements = [
  // One look at the poll for all rows that go: a list is drawn anew as a whole.
  sql`create function app.keep_opened_lists() returns trigger language plpgsql as $$ begin
    if exists (select from gone join app.poll using (community_id, poll_id) where poll.status not in ('draft', 'announced'))
    then raise exception 'the list of a poll that has opened is kept' using errcode = 'restrict_violation';
    end if;
    return null;
  end $$`,
  sql`create trigger kept_once_opened after delete on app.poll_voter
    referencing old table as gone for each statement execute function app.keep_opened_lists()`,
  // Owners go with the row of their unit, by the cascade, which asks for no right of the application's own.
  sql`revoke update, delete on app.poll_owner from ${sql.id(APP_ROLE)}`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
}
