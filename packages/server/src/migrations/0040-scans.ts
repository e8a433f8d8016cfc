// Pictures of paper ballots: each kept with what was read on it, matched to its sheet or not; rows are only ever added (RULES R1.53, R1.65).
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const statements = [
  sql`create table app.paper_scan (
    community_id text not null references app.community,
    scan_id text not null check (scan_id ~ '^scn_[a-z0-9]+$'),
    poll_id text not null,
    outcome text not null check (outcome in ('matched', 'replaced', 'unreadable', 'foreign', 'several')),
    ballot_id text,
    issue integer,
    sent text not null check (sent ~ '^[0-9a-f]{64}$'),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    width integer not null,
    height integer not null,
    person_id text not null,
    at timestamptz not null,
    primary key (community_id, scan_id),
    foreign key (community_id, poll_id) references app.poll,
    foreign key (community_id, ballot_id) references app.poll_voter,
    unique (community_id, poll_id, sent),
    check ((outcome in ('matched', 'replaced')) = (ballot_id is not null)),
    check ((ballot_id is null) = (issue is null))
  )`,
  sql`create index paper_scan_of_ballot on app.paper_scan (community_id, ballot_id) where ballot_id is not null`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
  await tenantTable(db, 'paper_scan', ['select', 'insert'])
}
