// Remembers for each subject the next moment at which the clock must wake it.
import type { Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from './database/tables.ts'
import type { Subject } from './store.ts'

export type Appointment = { readonly capability: string; readonly subject: Subject; readonly at: Instant | null }

/** One statement for all subjects of a transaction; `at: null` takes the subject off the list. */
export const keepAppointments = async (trx: Transaction, all: readonly Appointment[]): Promise<void> => {
  if (all.length === 0) return
  await sql`call app.keep_appointments(
    ${all.map(({ subject }) => subject.community)}, ${all.map(({ capability }) => capability)},
    ${all.map(({ subject }) => subject.id)}, ${all.map(({ at }) => at)}
  )`.execute(trx)
}
