// Keeps a preview with its plan for an hour, and on confirmation writes the whole plan at once.
import type { RosterImportId } from '@yishi/domain/kernel'
import type { RosterImport, RosterImportEvent, RosterRows } from '@yishi/domain/roster'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { readRoster, writeRoster } from '../territory/index.ts'
import { rosterDigest } from './digest.ts'
import './tables.ts'

const one = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('roster_preview')
    .where('community_id', '=', community)
    .where('import_id', '=', id as RosterImportId)

/** Two confirmations at once queue here; whoever only refers to the community is not held up. */
const queue = (trx: Transaction, { community }: Subject) =>
  sql`select 1 from app.community where id = ${community} for no key update`.execute(trx)

export const rosterImportStore: Store<RosterImport, RosterImportEvent> = {
  lock: async (trx, subject) => {
    await queue(trx, subject)
    const row = await one(trx, subject)
      .select(['status', 'person_id', 'expires_at', 'file_digest', 'base_digest', 'counts'])
      .forUpdate()
      .executeTakeFirst()
    if (!row) return { status: 'absent' }
    const counts = row.counts as Extract<RosterImport, { status: 'confirmed' }>['counts']
    if (row.status === 'confirmed') return { status: 'confirmed', counts }
    const { community } = subject
    const base = rosterDigest(await readRoster(trx, community))
    const own = { community, by: row.person_id, expiresAt: row.expires_at, fileDigest: row.file_digest }
    return { status: 'pending', ...own, counts, stale: base !== row.base_digest }
  },
  write: {
    RosterPreviewed: async (trx, { community, id }, event) => {
      await trx
        .insertInto('roster_preview')
        .values({
          community_id: community,
          import_id: id as RosterImportId,
          person_id: event.by,
          status: 'pending',
          expires_at: event.expiresAt,
          file_digest: event.fileDigest,
          base_digest: event.baseDigest,
          counts: JSON.stringify(event.counts),
          plan: JSON.stringify(event.plan),
        })
        .execute()
    },
    PreviewDropped: (trx, { community, id }) =>
      trx
        .deleteFrom('roster_preview')
        .where('community_id', '=', community)
        .where('import_id', '=', id as RosterImportId)
        .execute(),
    RosterImported: async (trx, subject, _, at) => {
      const { plan } = await one(trx, subject).select('plan').executeTakeFirstOrThrow()
      if (!plan) throw new Error(`the preview ${subject.id} has lost its plan`)
      await writeRoster(trx, subject.community, plan as RosterRows, at)
      await trx
        .updateTable('roster_preview')
        .set({ status: 'confirmed', plan: null })
        .where('community_id', '=', subject.community)
        .where('import_id', '=', subject.id as RosterImportId)
        .execute()
    },
  },
}
