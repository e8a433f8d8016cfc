// Consents on record (个人信息保护法 14, 15): a row for each, with its purpose, the version of its words, and when it was given and taken back.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const statements = [
  sql`create table app.consent (
    community_id text not null references app.community,
    consent_id text not null check (consent_id like 'cst\\_%'),
    matter_id text not null,
    purpose text not null check (purpose in ('help')),
    text_version text not null,
    way text not null check (way in ('in-person', 'by-phone', 'on-paper')),
    helper_id text not null,
    name text not null,
    phone text,
    unit text not null,
    paper text,
    given_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (community_id, consent_id),
    foreign key (community_id, matter_id) references app.matter
  )`,
  sql`create unique index consent_in_force on app.consent (community_id, matter_id, purpose) where withdrawn_at is null`,
  sql`alter table app.matter add column helper_id text, add column consent_id text`,
  sql`alter table app.matter add constraint helper_by_consent check ((helper_id is null) = (consent_id is null))`,
  sql`create index matter_by_helper on app.matter (community_id, helper_id) where helper_id is not null`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
  await tenantTable(db, 'consent')
}
