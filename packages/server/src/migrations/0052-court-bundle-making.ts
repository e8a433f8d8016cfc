// Court bundles are asked for, made by a job, and kept for a while; who has taken one is a list of its own, only ever added to (docs/decisions/0052).
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const takings = [
  sql`alter table app.court_bundle rename to court_bundle_taking`,
  sql`alter index app.court_bundle_of_poll rename to court_bundle_taking_of_poll`,
  sql`alter table app.court_bundle_taking rename constraint court_bundle_pkey to court_bundle_taking_pkey`,
  sql`alter table app.court_bundle_taking add column number integer not null default 1 check (number > 0)`,
  sql`alter table app.court_bundle_taking alter column number drop default`,
  sql`alter table app.court_bundle_taking drop constraint court_bundle_taking_pkey`,
  sql`alter table app.court_bundle_taking add primary key (community_id, bundle_id, number)`,
]

const bundles = [
  sql`create table app.court_bundle (
    community_id text not null references app.community,
    bundle_id text not null check (bundle_id like 'cbn\\_%'),
    poll_id text not null,
    person_id text not null,
    lang text not null check (lang in ('zh', 'en')),
    status text not null default 'asked' check (status in ('asked', 'ready', 'failed', 'gone')),
    asked_at timestamptz not null,
    stage text not null default 'waiting' check (stage in ('waiting', 'lists', 'registers', 'papers', 'packing')),
    done integer not null default 0 check (done between 0 and 100),
    tries integer not null default 0,
    name text check (name ~ '^[a-z0-9.-]+$'),
    files integer check (files > 0),
    bytes bigint check (bytes > 0),
    manifest text check (manifest ~ '^[0-9a-f]{64}$'),
    size bigint check (size > 0),
    ready_at timestamptz,
    goes_at timestamptz,
    why text check (why in ('disk-full', 'broken', 'time', 'replaced', 'result-missing', 'lost')),
    primary key (community_id, bundle_id),
    foreign key (community_id, poll_id) references app.poll,
    foreign key (community_id, person_id) references app.person,
    check (status <> 'ready' or (manifest is not null and size is not null and ready_at is not null and goes_at is not null)),
    check ((status in ('failed', 'gone')) = (why is not null))
  )`,
  // Whoever presses while one is made waits for that one.
  sql`create unique index court_bundle_being_made on app.court_bundle (community_id, poll_id) where status = 'asked'`,
  sql`create index court_bundle_of_poll on app.court_bundle (community_id, poll_id, asked_at)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [...takings, ...bundles]) await statement.execute(db)
  await tenantTable(db, 'court_bundle', ['select', 'insert', 'update'])
}
