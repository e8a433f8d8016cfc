// Terms of owners' committees: each with its members and the ballots that elected them; a ballot seats people once, and nobody who sat is ever taken away.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.term (
    community_id text not null references app.community,
    term_id text not null check (term_id like 'trm\\_%'),
    path text not null,
    node_id text,
    place text not null,
    law text not null check (law in ('cn', 'sh')),
    number integer not null check (number between 1 and 99),
    committee integer not null check (committee % 2 = 1),
    elected_on date not null,
    begins date not null check (begins >= elected_on),
    until date not null check (until > begins),
    status text not null check (status in ('running', 'over')),
    how text check (how in ('expired', 'succeeded')),
    steps jsonb not null default '{}',
    rung text[] not null default '{}',
    begun_at timestamptz not null,
    ended_at timestamptz,
    primary key (community_id, term_id),
    unique (community_id, path, number),
    foreign key (community_id, node_id) references app.node,
    check ((status = 'over') = (how is not null and ended_at is not null))
  )`,
  sql`create table app.term_ballot (
    community_id text not null references app.community,
    poll_id text not null,
    term_id text not null,
    position integer not null,
    primary key (community_id, poll_id),
    foreign key (community_id, term_id) references app.term,
    foreign key (community_id, poll_id) references app.poll
  )`,
  sql`create table app.term_member (
    community_id text not null references app.community,
    term_id text not null,
    member text not null check (member ~ '^m[1-9][0-9]*$'),
    name text not null,
    person_id text,
    since date not null,
    vacated_on date check (vacated_on >= since),
    reason text check (reason in
      ('no-longer-owner', 'resigned', 'health', 'no-assembly-called', 'sessions-missed', 'pledge-broken')),
    evidence text,
    primary key (community_id, term_id, member),
    foreign key (community_id, term_id) references app.term,
    foreign key (community_id, person_id) references app.person,
    check ((vacated_on is null) = (reason is null) and (reason is null) = (evidence is null))
  )`,
  sql`create unique index term_seat on app.term_member (community_id, term_id, person_id) where vacated_on is null`,
  sql`create index term_ballot_of on app.term_ballot (community_id, term_id)`,
]

const doors = [
  sql`create function app.community_of_term(term text) returns text
    language sql stable security definer set search_path = app, pg_temp
    as $$ select community_id from app.term where term_id = $1 $$`,
  sql`create policy doors on app.term for select to current_user using (true)`,
  sql`revoke all on function app.community_of_term(text) from public`,
  sql`grant execute on function app.community_of_term(text) to ${sql.id(APP_ROLE)}`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of tables) await statement.execute(db)
  await tenantTable(db, 'term', ['select', 'insert', 'update'])
  await tenantTable(db, 'term_ballot', ['select', 'insert'])
  await tenantTable(db, 'term_member', ['select', 'insert', 'update'])
  for (const statement of doors) await statement.execute(db)
}
