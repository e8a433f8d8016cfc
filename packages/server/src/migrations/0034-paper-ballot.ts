// Paper ballots of units: how each stands, and the register of every step, to which rows are only ever added (RULES R1.31, R1.53, R1.65).
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const statements = [
  sql`create table app.paper_ballot (
    community_id text not null references app.community,
    ballot_id text not null,
    poll_id text not null,
    status text not null check (status in ('out', 'returned', 'read-once', 'differing', 'settled')),
    issue integer not null check (issue > 0),
    checked_in boolean not null default false,
    returned_in text check (returned_in in ('paper', 'door', 'hall')),
    signed boolean,
    first_reading jsonb,
    second_reading jsonb,
    primary key (community_id, ballot_id),
    foreign key (community_id, ballot_id) references app.poll_voter,
    check ((status = 'out') = (returned_in is null)),
    check ((returned_in is null) = (signed is null)),
    check ((status in ('read-once', 'differing')) = (first_reading is not null)),
    check ((status = 'differing') = (second_reading is not null)),
    check (second_reading is null or second_reading ->> 'by' <> first_reading ->> 'by')
  )`,
  sql`create index paper_ballot_of_poll on app.paper_ballot (community_id, poll_id, status)`,
  sql`create table app.paper_register (
    community_id text not null references app.community,
    ballot_id text not null,
    number integer not null,
    poll_id text not null,
    step text not null check (step in ('delivered', 'not-delivered', 'returned', 'read', 'settled', 'replaced')),
    issue integer not null,
    how text,
    words text not null default '',
    told boolean,
    warned boolean,
    signed boolean,
    photo_id text,
    companion text not null default '',
    choice text[],
    person_id text not null,
    seen_at timestamptz not null,
    at timestamptz not null,
    primary key (community_id, ballot_id, number),
    foreign key (community_id, ballot_id) references app.poll_voter,
    check ((step in ('read', 'settled')) = (choice is not null)),
    check (step <> 'returned' or how <> 'door' or (photo_id is not null and companion <> ''))
  )`,
  sql`create index paper_register_of_poll on app.paper_register (community_id, poll_id, step)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
  await tenantTable(db, 'paper_ballot', ['select', 'insert', 'update'])
  await tenantTable(db, 'paper_register', ['select', 'insert'])
}
