// When somebody last looked at a stairway, and which matters were noted on patrol.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.patrol_stairway (
    community_id text not null,
    node_id text not null,
    seen_at timestamptz not null,
    primary key (community_id, node_id),
    foreign key (community_id, node_id) references app.node
  )`,
  // The matter is raised after its note, in the same transaction.
  sql`create table app.patrol_note (
    community_id text not null,
    matter_id text not null,
    node_id text not null,
    person_id text not null,
    seen_at timestamptz not null,
    settled boolean not null,
    handed_over boolean not null,
    primary key (community_id, matter_id),
    foreign key (community_id, matter_id) references app.matter deferrable initially deferred,
    foreign key (community_id, node_id) references app.node,
    foreign key (community_id, person_id) references app.person
  )`,
  sql`create index patrol_note_of_person on app.patrol_note (community_id, person_id, seen_at)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of tables) await statement.execute(db)
  for (const table of ['patrol_stairway', 'patrol_note']) await tenantTable(db, table)
}
