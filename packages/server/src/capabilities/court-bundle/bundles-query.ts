// Which bundles of a vote there are, how far each is, and who has taken one.
import type { AskedBundle, Bundles } from '@yishi/contract/court-bundle'
import type { CourtBundleId, PersonId, PollId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

const MOST_BUNDLES = 10
const MOST_TAKINGS = 100

const columns = sql`bundle_id as bundle, status, coalesce(person.name, '') as by, asked_at as "askedAt", stage, done, tries, files,
  size::double precision as size, manifest, ready_at as "readyAt", goes_at as "goesAt", why`

export const readBundles = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
): Promise<Bundles['bundles']> => {
  const { rows } = await sql<AskedBundle>`
    select ${columns} from app.court_bundle left join app.person using (community_id, person_id)
    where court_bundle.community_id = ${community} and poll_id = ${id}
    order by asked_at desc, bundle_id desc limit ${MOST_BUNDLES}`.execute(trx)
  return rows
}

export const readBundle = async (trx: Transaction, { community, id }: Subject<CourtBundleId>): Promise<AskedBundle> => {
  const { rows } = await sql<AskedBundle>`
    select ${columns} from app.court_bundle left join app.person using (community_id, person_id)
    where court_bundle.community_id = ${community} and bundle_id = ${id}`.execute(trx)
  return rows[0]!
}

export const takenOf = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<Bundles['taken']> => {
  const { rows } = await sql<Bundles['taken'][number]>`
    select bundle_id as bundle, coalesce(person.name, '') as by, at, files, bytes::double precision as bytes, manifest
    from app.court_bundle_taking taking left join app.person using (community_id, person_id)
    where taking.community_id = ${community} and poll_id = ${id}
    order by at desc, bundle_id desc, number desc limit ${MOST_TAKINGS}`.execute(trx)
  return rows
}

/** Whoever has begun to take it may go on where the line broke, and is noted once. */
export const hasTaken = async (
  trx: Transaction,
  { community, id }: Subject<CourtBundleId>,
  person: PersonId,
): Promise<boolean> => {
  const { rows } = await sql`select from app.court_bundle_taking
    where community_id = ${community} and bundle_id = ${id} and person_id = ${person} limit 1`.execute(trx)
  return rows.length > 0
}

/** Those of a vote that are in one of these states. */
export const bundlesOf = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  statuses: readonly AskedBundle['status'][],
): Promise<readonly CourtBundleId[]> => {
  const rows = await trx
    .selectFrom('court_bundle')
    .select('bundle_id')
    .where('community_id', '=', community)
    .where('poll_id', '=', id)
    .where('status', 'in', [...statuses])
    .orderBy('bundle_id', 'desc')
    .execute()
  return rows.map(({ bundle_id }) => bundle_id)
}
