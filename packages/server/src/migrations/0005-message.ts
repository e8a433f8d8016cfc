// What people are told: their inbox, and the outbox of every channel.
import { type Kysely, sql } from 'kysely'
import { APP_ROLE } from '../kernel/database/roles.ts'
import { tenantTable } from '../kernel/database/tenant-table.ts'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table app.message (
    community_id text not null references app.community,
    message_id text not null,
    person_id text,
    matter_id text,
    channel text not null,
    address text,
    title text not null,
    body text not null,
    link text,
    at timestamptz not null,
    sent_at timestamptz,
    read_at timestamptz,
    primary key (community_id, message_id)
  )`.execute(db)
  await sql`create index message_of_person on app.message (community_id, person_id, at desc) where person_id is not null`.execute(
    db,
  )
  await sql`create index message_of_matter on app.message (community_id, matter_id, at desc) where matter_id is not null`.execute(
    db,
  )
  await sql`create index message_by_age on app.message (community_id, at desc)`.execute(db)
  await tenantTable(db, 'message')
  // Sign-in codes belong to a number and to no community; they are kept as long as they could be used.
  await sql`create table app.code_message (
    message_id text primary key,
    address text not null,
    body text not null,
    at timestamptz not null
  )`.execute(db)
  await sql`grant select, insert, delete on app.code_message to ${sql.id(APP_ROLE)}`.execute(db)
}
