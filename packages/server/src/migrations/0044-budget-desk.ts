// Ballots of a shared budget noted at the desk: who read what, to which rows are only ever added, and of each ballot how it came and who read it.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const statements = [
  sql`alter table app.budget_ballot add column noted_in text check (noted_in in ('desk', 'paper')), add column readers text[],
    add check ((noted_in is null) = (readers is null)), add check (cardinality(readers) > 1)`,
  sql`create table app.budget_reading (
    community_id text not null references app.community,
    ballot_id text not null,
    number integer not null check (number > 0),
    budget_id text not null,
    step text not null check (step in ('read', 'noted', 'dropped')),
    noted_in text not null check (noted_in in ('desk', 'paper')),
    -- Of the first reading: how many ballots the voter had cast before.
    after integer,
    choice text[],
    words text not null default '',
    person_id text not null,
    at timestamptz not null,
    primary key (community_id, ballot_id, number),
    foreign key (community_id, ballot_id) references app.budget_voter,
    check ((step = 'read') = (choice is not null)),
    check ((step = 'read') = (after is not null))
  )`,
  sql`create index budget_reading_of_round on app.budget_reading (community_id, budget_id)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
  await tenantTable(db, 'budget_reading', ['select', 'insert'])
}
