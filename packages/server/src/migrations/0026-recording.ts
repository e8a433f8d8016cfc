// Recordings, and which of them a matter holds; what nobody has listened to yet is found without reading the matters.
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

const statements = [
  sql`create table app.recording (
    community_id text not null references app.community,
    recording_id text not null check (recording_id like 'rec\\_%'),
    matter_id text,
    type text not null check (type in ('audio/webm', 'audio/mp4', 'audio/mpeg', 'audio/wav')),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    seconds integer not null check (seconds > 0),
    at timestamptz not null,
    suggestion text,
    suggested_by text,
    primary key (community_id, recording_id),
    check ((suggestion is null) = (suggested_by is null))
  )`,
  sql`create index recording_unsent on app.recording (community_id, at) where matter_id is null`,
  sql`alter table app.matter add column recordings jsonb not null default '[]'`,
  sql`alter table app.matter add column unheard boolean not null
    generated always as (jsonb_path_exists(recordings, '$[*] ? (@.transcribed == false)')) stored`,
  sql`create index matter_unheard on app.matter (community_id) where unheard`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await statement.execute(db)
  await tenantTable(db, 'recording')
}
