// The duty roster of a community and of its parts: a weekly pattern, and single days in its place.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table app.duty_roster (
    community_id text not null references app.community,
    roster_id text not null check (roster_id like 'dut\\_%'),
    node_id text,
    path text not null,
    revision integer not null default 0,
    primary key (community_id, roster_id),
    foreign key (community_id, node_id) references app.node,
    check ((node_id is null) = (path = ''))
  )`.execute(db)
  await sql`create table app.duty_shift (
    community_id text not null,
    roster_id text not null,
    position integer not null,
    day text not null check (day in ('daily', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun') or day ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    begins text not null check (begins ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
    ends text not null check (ends ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
    person_id text,
    party_id text,
    phone text not null,
    primary key (community_id, roster_id, position),
    foreign key (community_id, roster_id) references app.duty_roster,
    foreign key (community_id, person_id) references app.person,
    foreign key (community_id, party_id) references app.party,
    check (person_id is not null or party_id is not null)
  )`.execute(db)
  for (const table of ['duty_roster', 'duty_shift']) await tenantTable(db, table)
}
