// Proxies in writing and help before two witnesses, in the register of paper ballots (RULES R1.13, R4.3).
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const statements = [
  sql`alter table app.paper_register
    drop constraint paper_register_step_check,
    add constraint paper_register_step_check check (step in ('delivered', 'not-delivered', 'returned', 'read', 'settled',
      'replaced', 'proxy-appointed', 'proxy-revoked')),
    add column signed_by text check (signed_by in ('owner', 'proxy')),
    add column assistance jsonb`,
  sql`create table app.paper_proxy (
    community_id text not null references app.community,
    ballot_id text not null,
    poll_id text not null,
    holder text not null check (holder <> ''),
    name text not null check (name <> ''),
    primary key (community_id, ballot_id),
    foreign key (community_id, ballot_id) references app.poll_voter
  )`,
  sql`create index paper_proxy_of_holder on app.paper_proxy (community_id, poll_id, holder)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
  await tenantTable(db, 'paper_proxy', ['select', 'insert', 'delete'])
}
