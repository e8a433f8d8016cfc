// Small projects: one row each, with its milestones folded in.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table app.project (
    community_id text not null references app.community,
    project_id text not null check (project_id like 'prj\\_%'),
    matter_id text not null,
    party_id text not null,
    committee_id text not null,
    path text not null,
    title text not null,
    status text not null check (status in ('running', 'ended', 'stopped')),
    milestones jsonb not null,
    figures jsonb not null,
    photos_before text[] not null check (cardinality(photos_before) > 0),
    photos_after text[] not null,
    started_at timestamptz not null,
    primary key (community_id, project_id),
    foreign key (community_id, matter_id) references app.matter (community_id, matter_id)
  )`.execute(db)
  await sql`create index project_of_matter on app.project (community_id, matter_id)`.execute(db)
  await sql`create unique index one_running_project on app.project (community_id, matter_id) where status = 'running'`.execute(
    db,
  )
  await tenantTable(db, 'project')
}
