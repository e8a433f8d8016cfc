// Rounds of shared budgets: each with its frozen list of voters and every ballot that was ever handed in; ballots are only added.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.budget (
    community_id text not null references app.community,
    budget_id text not null check (budget_id ~ '^bud_[a-z0-9]+$'),
    path text not null,
    status text not null check (status in ('draft', 'open', 'closed', 'decided', 'withdrawn')),
    title text not null,
    purpose text not null,
    amount text not null check (amount::numeric > 0),
    projects jsonb not null check (jsonb_array_length(projects) > 1),
    last_day text not null check (last_day ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    method jsonb not null,
    closes_at timestamptz,
    digest text check (digest ~ '^[0-9a-f]{64}$'),
    listed integer,
    result jsonb,
    drafted_at timestamptz not null,
    opened_at timestamptz,
    decided_at timestamptz,
    reason text not null default '',
    primary key (community_id, budget_id),
    check (status in ('draft', 'withdrawn') or (closes_at is not null and digest is not null and listed > 0)),
    check ((status = 'decided') = (result is not null))
  )`,
  sql`create table app.budget_voter (
    community_id text not null references app.community,
    budget_id text not null,
    voter_id text not null,
    ballot_id text not null,
    person_id text not null,
    ballots integer not null default 0,
    primary key (community_id, ballot_id),
    unique (community_id, budget_id, person_id),
    foreign key (community_id, budget_id) references app.budget
  )`,
  // Its community is that of its voter: a reference of its own would lock the community's row for every ballot.
  sql`create table app.budget_ballot (
    community_id text not null,
    ballot_id text not null,
    number integer not null check (number > 0),
    choice text[] not null check (cardinality(choice) > 0),
    at timestamptz not null,
    primary key (community_id, ballot_id, number),
    foreign key (community_id, ballot_id) references app.budget_voter
  )`,
]

/** A round's address is public before its community is known: this answers with the community alone. */
const directory = [
  sql`create policy directory on app.budget for select to current_user using (true)`,
  sql`create function app.community_of_budget(id text) returns text
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id from app.budget where budget_id = $1 $$`,
  sql`revoke execute on function app.community_of_budget(text) from public`,
  sql`grant execute on function app.community_of_budget(text) to ${sql.id(APP_ROLE)}`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of tables) await statement.execute(db)
  await tenantTable(db, 'budget', ['select', 'insert', 'update'])
  await tenantTable(db, 'budget_voter', ['select', 'insert', 'update'])
  await tenantTable(db, 'budget_ballot', ['select', 'insert'])
  for (const statement of directory) await statement.execute(db)
}
