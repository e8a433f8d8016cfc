// Communities, the append-only ledger with its tree, idempotency keys, what falls due, and photos.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const communities = sql`
  create table app.community (
    id text primary key check (id ~ '^com_[a-z0-9]+$'),
    street_office_id text,
    name text not null,
    kind text not null,
    created_at timestamptz not null
  )`

const ledger = [
  sql`create table app.ledger_entry (
    community_id text not null references app.community,
    entry_id bigint not null default nextval('app.ledger_entry_id'),
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    subject text not null,
    type text not null,
    leaf text not null,
    leaf_hash bytea not null check (length(leaf_hash) = 32),
    primary key (community_id, entry_id)
  )`,
  sql`create index ledger_entry_of_subject on app.ledger_entry (community_id, subject, entry_id)`,
  sql`create table app.ledger_pending (
    community_id text not null,
    entry_id bigint not null,
    xid xid8 not null default pg_current_xact_id(),
    primary key (community_id, entry_id)
  )`,
  sql`create table app.ledger_opening (
    community_id text not null,
    entry_id bigint not null,
    name text not null,
    salt bytea not null check (length(salt) = 32),
    value jsonb not null,
    primary key (community_id, entry_id, name),
    foreign key (community_id, entry_id) references app.ledger_entry
  )`,
  sql`create table app.ledger_actor (
    community_id text not null,
    entry_id bigint not null,
    person_id text not null,
    primary key (community_id, entry_id),
    foreign key (community_id, entry_id) references app.ledger_entry
  )`,
  sql`create table app.ledger_person_key (
    community_id text not null references app.community,
    person_id text not null,
    key bytea not null check (length(key) = 32),
    primary key (community_id, person_id)
  )`,
  sql`create table app.ledger_leaf (
    community_id text not null,
    leaf_index bigint not null check (leaf_index >= 0),
    entry_id bigint not null,
    primary key (community_id, leaf_index),
    unique (community_id, entry_id),
    foreign key (community_id, entry_id) references app.ledger_entry
  )`,
  sql`create table app.ledger_node (
    community_id text not null,
    level integer not null check (level >= 0),
    index bigint not null check (index >= 0),
    hash bytea not null check (length(hash) = 32),
    primary key (community_id, level, index)
  )`,
  sql`create table app.ledger_checkpoint (
    community_id text not null references app.community,
    size bigint not null,
    root bytea not null check (length(root) = 32),
    note text not null,
    at timestamptz not null,
    primary key (community_id, size)
  )`,
]

const others = [
  sql`create table app.idempotency (
    community_id text not null references app.community,
    key text not null,
    request_hash bytea not null,
    answer jsonb,
    at timestamptz not null,
    primary key (community_id, key)
  )`,
  sql`create index idempotency_by_age on app.idempotency (at)`,
  sql`create table app.due (
    community_id text not null references app.community,
    capability text not null,
    subject text not null,
    at timestamptz not null,
    failures integer not null default 0,
    not_before timestamptz,
    primary key (community_id, capability, subject)
  )`,
  sql`create index due_by_time on app.due (at)`,
  sql`create table app.photo (
    community_id text not null references app.community,
    photo_id text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    width integer not null,
    height integer not null,
    bytes integer not null,
    at timestamptz not null,
    primary key (community_id, photo_id)
  )`,
]

/** What stands in the ledger stays: whoever asks, and by whatever statement. */
const appendOnly = (table: string) => [
  sql`create trigger append_only before update or delete on ${sql.table(`app.${table}`)}
    for each row execute function app.refuse_change()`,
  sql`create trigger never_truncated before truncate on ${sql.table(`app.${table}`)}
    for each statement execute function app.refuse_change()`,
]

const KEPT = ['ledger_entry', 'ledger_leaf', 'ledger_node', 'ledger_checkpoint'] as const
const CHANGING = [
  'ledger_opening',
  'ledger_actor',
  'ledger_person_key',
  'ledger_pending',
  'idempotency',
  'due',
  'photo',
] as const

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create schema app`.execute(db)
  await sql`grant usage on schema app to ${sql.id(APP_ROLE)}`.execute(db)
  await sql`create sequence app.ledger_entry_id`.execute(db)
  await sql`grant usage on sequence app.ledger_entry_id to ${sql.id(APP_ROLE)}`.execute(db)
  for (const statement of [communities, ...ledger, ...others]) await statement.execute(db)
  await sql`grant select, insert, update on app.community to ${sql.id(APP_ROLE)}`.execute(db)
  await sql`create function app.refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'the ledger is append-only' using errcode = 'restrict_violation'; end $$`.execute(db)
  for (const table of KEPT) {
    await tenantTable(db, table, ['select', 'insert'])
    for (const statement of appendOnly(table)) await statement.execute(db)
  }
  for (const table of CHANGING) await tenantTable(db, table)
}
