// Chat groups, pasted excerpts with their drafts, the cards owed to groups, and the tips that a community has rewritten.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const tables = [
  sql`create table app.chat_group (
    community_id text not null references app.community,
    group_id text not null,
    node_id text,
    path text not null,
    name text not null,
    keeper_id text,
    status text not null check (status in ('kept', 'closed')),
    primary key (community_id, group_id),
    foreign key (community_id, node_id) references app.node,
    foreign key (community_id, keeper_id) references app.person
  )`,
  sql`create table app.excerpt (
    community_id text not null,
    excerpt_id text not null,
    group_id text not null,
    path text not null,
    status text not null check (status in ('pasted', 'settled')),
    body text check ((body is null) = (status = 'settled')),
    messages integer not null,
    passed integer not null,
    pasted_at timestamptz not null,
    primary key (community_id, excerpt_id),
    foreign key (community_id, group_id) references app.chat_group
  )`,
  sql`create index excerpt_by_age on app.excerpt (community_id, pasted_at desc)`,
  sql`create table app.excerpt_draft (
    community_id text not null,
    excerpt_id text not null,
    draft integer not null,
    content jsonb not null,
    fate text not null check (fate in ('waiting', 'confirmed', 'joined', 'dismissed')),
    matter_id text check ((matter_id is not null) = (fate in ('confirmed', 'joined'))),
    reason text not null,
    primary key (community_id, excerpt_id, draft),
    foreign key (community_id, excerpt_id) references app.excerpt,
    foreign key (community_id, matter_id) references app.matter deferrable initially deferred
  )`,
  sql`create table app.card (
    community_id text not null,
    card_id text not null,
    group_id text not null,
    matter_id text not null,
    path text not null,
    status text not null check (status in ('owed', 'posted')),
    owed_at timestamptz not null,
    posted_at timestamptz,
    primary key (community_id, card_id),
    unique (community_id, matter_id, group_id),
    foreign key (community_id, group_id) references app.chat_group,
    foreign key (community_id, matter_id) references app.matter
  )`,
  sql`create index card_owed on app.card (community_id, owed_at) where status = 'owed'`,
  sql`create table app.tip (
    community_id text not null references app.community,
    tip_id text not null,
    keywords text[] not null,
    body text not null,
    dropped boolean not null,
    primary key (community_id, tip_id)
  )`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of tables) await statement.execute(db)
  for (const table of ['chat_group', 'excerpt', 'excerpt_draft', 'card', 'tip']) await tenantTable(db, table)
}
