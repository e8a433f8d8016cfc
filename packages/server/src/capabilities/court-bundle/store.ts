// How a court bundle lies in its row, and each taking in one of its own.
import type { CourtBundle, CourtBundleEvent } from '@yishi/domain/court-bundle'
import type { CourtBundleId } from '@yishi/domain/kernel'
import { type Selectable, type Updateable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import type { CourtBundleRow } from './tables.ts'

const set = (trx: Transaction, { community, id }: Subject, values: Updateable<CourtBundleRow>) =>
  trx
    .updateTable('court_bundle')
    .set(values)
    .where('community_id', '=', community)
    .where('bundle_id', '=', id as CourtBundleId)
    .execute()

export const rowOfBundle = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('court_bundle')
    .selectAll()
    .where('community_id', '=', community)
    .where('bundle_id', '=', id as CourtBundleId)

const listedIn = ({ files, bytes, manifest }: Selectable<CourtBundleRow>) =>
  // A sum of bytes comes as text from where numbers have no end.
  files === null || manifest === null ? null : { files, bytes: Number(bytes), manifest }

const stateOf = (row: Selectable<CourtBundleRow>): CourtBundle => {
  const { status, poll_id: poll, goes_at: goesAt } = row
  const listed = listedIn(row)
  if (status === 'asked') return { status, poll, listed }
  if (status !== 'ready') return { status, poll }
  if (!listed || !goesAt) throw new Error(`bundle ${row.bundle_id} is ready without its list`)
  return { status, poll, listed, goesAt }
}

export const courtBundleStore = {
  async lock(trx, subject): Promise<CourtBundle> {
    const row = await rowOfBundle(trx, subject).forUpdate().executeTakeFirst()
    return row ? stateOf(row) : { status: 'absent' }
  },
  write: {
    CourtBundleAsked: (trx, { community, id }, { poll, by, lang }, at) =>
      trx
        .insertInto('court_bundle')
        .values({
          community_id: community,
          bundle_id: id as CourtBundleId,
          poll_id: poll,
          person_id: by,
          lang,
          asked_at: at,
        })
        .execute(),
    CourtBundleMade: (trx, subject, { files, bytes, manifest }) => set(trx, subject, { files, bytes, manifest }),
    CourtBundleReady: (trx, subject, { name, size, goesAt }, at) =>
      set(trx, subject, { status: 'ready', done: 100, name, size, ready_at: at, goes_at: goesAt }),
    CourtBundleFailed: (trx, subject, { why }) => set(trx, subject, { status: 'failed', why }),
    CourtBundleTaken: (trx, { community, id }, { poll, by, files, bytes, manifest }, at) =>
      sql`insert into app.court_bundle_taking
          (community_id, bundle_id, number, poll_id, person_id, files, bytes, manifest, at)
        select ${community}, ${id}, coalesce(max(number), 0) + 1, ${poll}, ${by}, ${files}::integer, ${bytes}::bigint,
          ${manifest}, ${at}::timestamptz
        from app.court_bundle_taking where community_id = ${community} and bundle_id = ${id}`.execute(trx),
    CourtBundleEnded: (trx, subject, { why }) => set(trx, subject, { status: 'gone', why }),
  },
} satisfies Store<CourtBundle, CourtBundleEvent>
