// Lists of 12345 tickets, the tickets by their numbers, and every row as it came, for the answer in the same shape.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.hotline_list (
    community_id text not null references app.community,
    list_id text not null check (list_id like 'hli\\_%'),
    person_id text not null,
    status text not null check (status in ('pending', 'confirmed')),
    expires_at timestamptz not null,
    taken_at timestamptz,
    number integer,
    file text not null,
    file_digest text not null,
    base integer not null,
    headers jsonb not null,
    mapping jsonb not null,
    rows jsonb,
    primary key (community_id, list_id),
    unique (community_id, number),
    check ((status = 'confirmed') = (number is not null)),
    check ((status = 'confirmed') = (taken_at is not null)),
    check ((status = 'pending') = (rows is not null))
  )`,
  // The matter is raised after its ticket, in the same transaction.
  sql`create table app.hotline_ticket (
    community_id text not null,
    number text not null,
    matter_id text not null,
    said jsonb not null,
    due_at timestamptz not null,
    due_limit text,
    provisional boolean not null,
    primary key (community_id, number),
    foreign key (community_id, matter_id) references app.matter deferrable initially deferred
  )`,
  sql`create index hotline_ticket_of_matter on app.hotline_ticket (community_id, matter_id)`,
  sql`create table app.hotline_row (
    community_id text not null,
    list_id text not null,
    row integer not null,
    number text not null,
    cells jsonb not null,
    primary key (community_id, list_id, row),
    foreign key (community_id, list_id) references app.hotline_list,
    foreign key (community_id, number) references app.hotline_ticket
  )`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of tables) await statement.execute(db)
  for (const table of ['hotline_list', 'hotline_ticket', 'hotline_row']) await tenantTable(db, table)
}
