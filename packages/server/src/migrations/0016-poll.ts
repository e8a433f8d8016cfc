// Polls: each with its frozen list of voters, every ballot that was ever handed in, and every count; ballots and counts are only added.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.poll (
    community_id text not null references app.community,
    poll_id text not null check (poll_id ~ '^pol_[a-z0-9]+$'),
    matter_id text not null,
    path text not null,
    status text not null check (status in ('draft', 'open', 'counting', 'decided', 'withdrawn')),
    rule jsonb not null,
    way text not null check (way in ('counted', 'ballots')),
    question jsonb not null,
    named integer,
    totals jsonb not null,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    first_count jsonb,
    recounts integer not null default 0,
    figures jsonb,
    outcome jsonb,
    passed boolean,
    drafted_at timestamptz not null,
    opened_at timestamptz,
    decided_at timestamptz,
    reason text not null default '',
    primary key (community_id, poll_id),
    foreign key (community_id, matter_id) references app.matter,
    check ((status = 'decided') = (outcome is not null and figures is not null and passed is not null))
  )`,
  sql`create index poll_of_matter on app.poll (community_id, matter_id)`,
  sql`create table app.poll_voter (
    community_id text not null references app.community,
    poll_id text not null,
    voter_id text not null,
    ballot_id text not null,
    position integer not null,
    person_id text,
    party_id text,
    name text not null,
    path text not null,
    amounts jsonb not null,
    ballots integer not null default 0,
    last_noted boolean not null default false,
    primary key (community_id, ballot_id),
    unique (community_id, poll_id, voter_id),
    unique (community_id, poll_id, person_id),
    foreign key (community_id, poll_id) references app.poll
  )`,
  sql`create table app.poll_ballot (
    community_id text not null references app.community,
    ballot_id text not null,
    number integer not null check (number > 0),
    choice text[] not null check (cardinality(choice) > 0),
    noted_by text,
    noted_in text check (noted_in in ('hall', 'paper', 'phone')),
    at timestamptz not null,
    primary key (community_id, ballot_id, number),
    foreign key (community_id, ballot_id) references app.poll_voter,
    check ((noted_by is null) = (noted_in is null))
  )`,
  sql`create table app.poll_count (
    community_id text not null references app.community,
    poll_id text not null,
    number integer not null,
    person_id text not null,
    figures jsonb not null,
    at timestamptz not null,
    primary key (community_id, poll_id, number),
    foreign key (community_id, poll_id) references app.poll
  )`,
]

/** A poll's address is public before its community is known: this answers with the community alone. */
const directory = [
  sql`create policy directory on app.poll for select to current_user using (true)`,
  sql`create function app.community_of_poll(id text) returns text
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id from app.poll where poll_id = $1 $$`,
  sql`revoke execute on function app.community_of_poll(text) from public`,
  sql`grant execute on function app.community_of_poll(text) to ${sql.id(APP_ROLE)}`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of tables) await statement.execute(db)
  await tenantTable(db, 'poll', ['select', 'insert', 'update'])
  await tenantTable(db, 'poll_voter')
  await tenantTable(db, 'poll_ballot', ['select', 'insert'])
  await tenantTable(db, 'poll_count', ['select', 'insert'])
  for (const statement of directory) await statement.execute(db)
}
