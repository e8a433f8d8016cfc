// Rows of one list that are one person: which they are, and which of their ballots counts. A shared budget says, as a poll does, which ballot of a voter holds.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const statements = [
  // Neither column is part of an index: a ballot that is cast changes its row where it lies.
  sql`alter table app.poll_voter add column same_person text`,
  sql`alter table app.budget_voter add column same_person text, add column holding integer not null default 0`,
  // Row level security is forced on the owner too, so that the change asks for all communities.
  sql`select set_config('app.communities', (select coalesce(string_agg(id, ','), '') from app.community), true)`,
  sql`update app.budget_voter set holding = ballots where ballots > 0`,
  sql`select set_config('app.communities', '', true)`,
  sql`create table app.same_person (
    community_id text not null references app.community,
    same_person text not null,
    counts text,
    settled text[] not null default '{}',
    primary key (community_id, same_person)
  )`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
  await tenantTable(db, 'same_person', ['select', 'insert', 'update'])
}
