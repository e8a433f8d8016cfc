// Secret elections: the roll, objections to it, the register of ballots given out, and the counts of boxes. No table has a voter beside a mark: nothing here can say who voted how (R2.4).
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.election (
    community_id text not null references app.community,
    election_id text not null check (election_id ~ '^elc_[a-z0-9]+$'),
    status text not null check (status in ('draft', 'published', 'voting', 'counting', 'short', 'decided', 'withdrawn')),
    state jsonb not null,
    drafted_at timestamptz not null,
    primary key (community_id, election_id),
    check (state ->> 'status' = status)
  )`,
  sql`create table app.election_voter (
    community_id text not null,
    election_id text not null,
    voter_id text not null,
    position integer not null,
    person_id text,
    name text not null,
    village_group text not null,
    struck boolean not null default false,
    proxy_id text,
    relation text not null default '',
    primary key (community_id, election_id, voter_id),
    unique (community_id, election_id, position),
    unique (community_id, election_id, person_id),
    foreign key (community_id, election_id) references app.election,
    foreign key (community_id, election_id, proxy_id) references app.election_voter,
    check (proxy_id is distinct from voter_id),
    check ((proxy_id is null) = (relation = ''))
  )`,
  sql`create table app.election_objection (
    community_id text not null,
    objection_id text not null,
    election_id text not null,
    text text not null,
    name text not null,
    at timestamptz not null,
    upheld boolean,
    reason text not null default '',
    late boolean not null default false,
    ruled_at timestamptz,
    primary key (community_id, objection_id),
    foreign key (community_id, election_id) references app.election,
    check ((upheld is null) = (ruled_at is null))
  )`,
  // Once a turn and voter, under any race; without the box that the ballot went into.
  sql`create table app.election_given (
    community_id text not null,
    election_id text not null,
    turn integer not null check (turn > 0),
    voter_id text not null,
    holder_id text not null,
    given_by text not null,
    at timestamptz not null,
    primary key (community_id, election_id, turn, voter_id),
    foreign key (community_id, election_id, voter_id) references app.election_voter
  )`,
  sql`create table app.election_count (
    community_id text not null,
    election_id text not null,
    number integer not null,
    turn integer not null,
    box integer not null,
    person_id text not null,
    count jsonb not null,
    at timestamptz not null,
    primary key (community_id, election_id, number),
    foreign key (community_id, election_id) references app.election
  )`,
]

/** An election's address is public before its community is known: this answers with the community alone. */
const directory = [
  sql`create policy directory on app.election for select to current_user using (true)`,
  sql`create function app.community_of_election(id text) returns text
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id from app.election where election_id = $1 $$`,
  sql`revoke execute on function app.community_of_election(text) from public`,
  sql`grant execute on function app.community_of_election(text) to ${sql.id(APP_ROLE)}`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of tables) await statement.execute(db)
  await tenantTable(db, 'election', ['select', 'insert', 'update'])
  await tenantTable(db, 'election_voter', ['select', 'insert', 'update'])
  await tenantTable(db, 'election_objection', ['select', 'insert', 'update'])
  await tenantTable(db, 'election_given', ['select', 'insert'])
  await tenantTable(db, 'election_count', ['select', 'insert'])
  for (const statement of directory) await statement.execute(db)
}
