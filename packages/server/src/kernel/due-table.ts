// Remembers for each subject the next moment at which the clock must wake it.
import type { Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from './database/tables.ts'
import type { Subject } from './store.ts'

export type Appointment = { readonly capability: string; readonly subject: Subject; readonly at: Instant | null }

/** One statement for all subjects of a transaction; `at: null` takes the subject off the list. */
export const keepAppointments = async (trx: Transaction, all: readonly Appointment[]): Promise<void> => {
  if (all.length === 0) return
  await sql`
    with given as materialized (
      select * from unnest(
        ${all.map(({ subject }) => subject.community)}::text[], ${all.map(({ capability }) => capability)}::text[],
        ${all.map(({ subject }) => subject.id)}::text[], ${all.map(({ at }) => at)}::timestamptz[]
      ) as row (community_id, capability, subject, at)
    ), gone as (
      delete from app.due using given
      where given.at is null and due.community_id = given.community_id
        and due.capability = given.capability and due.subject = given.subject
    )
    insert into app.due (community_id, capability, subject, at)
    select community_id, capability, subject, at from given where at is not null
    on conflict (community_id, capability, subject)
    do update set at = excluded.at, failures = 0, not_before = null`.execute(trx)
}
