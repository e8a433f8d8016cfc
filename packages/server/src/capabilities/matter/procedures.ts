// The procedures that a community has adopted; a version never changes, so that what was read once may be kept.
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import { type Procedure, procedureSchema } from '@yishi/domain/procedure'
import { PROCEDURES } from '@yishi/methods'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import './tables.ts'

/** On which every matter starts, until it is sorted. */
export const FIRST_PROCEDURE = 'daily-matter'

const known = new Map<string, Procedure>()

export const procedureOf = async (
  trx: Transaction,
  community: CommunityId,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<Procedure> => {
  const name = `${community} ${key}@${version}`
  const cached = known.get(name)
  if (cached) return cached
  const { document } = await trx
    .selectFrom('procedure')
    .select('document')
    .where('community_id', '=', community)
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const procedure = procedureSchema.parse(document)
  known.set(name, procedure)
  return procedure
}

/** The version in force, or null where the community has not adopted the procedure. */
export const currentProcedure = async (
  trx: Transaction,
  community: CommunityId,
  key: string,
): Promise<Procedure | null> => {
  const row = await trx
    .selectFrom('procedure')
    .select('version')
    .where('community_id', '=', community)
    .where('key', '=', key)
    .where('current', '=', true)
    .executeTakeFirst()
  return row ? procedureOf(trx, community, { key, version: row.version }) : null
}

export const currentProcedures = async (trx: Transaction, community: CommunityId): Promise<readonly Procedure[]> => {
  const rows = await trx
    .selectFrom('procedure')
    .select(['key', 'version'])
    .where('community_id', '=', community)
    .where('current', '=', true)
    .orderBy('key')
    .execute()
  return Promise.all(rows.map((row) => procedureOf(trx, community, row)))
}

/** A new community begins with the whole library adopted; one that runs gets what the library has new. */
export const adoptLibrary = async (trx: Transaction, community: CommunityId, at: Instant): Promise<void> => {
  const rows = PROCEDURES.map(({ key, version }) => ({ key, version }))
  await sql`
    with library as (
      select key, version, document from unnest(
        ${rows.map(({ key }) => key)}::text[], ${rows.map(({ version }) => version)}::integer[],
        ${PROCEDURES.map((procedure) => JSON.stringify(procedure))}::jsonb[]
      ) as row (key, version, document)
    ), superseded as (
      update app.procedure old set current = false from library new
      where old.community_id = ${community} and old.key = new.key and old.current and old.version < new.version
    )
    insert into app.procedure (community_id, key, version, document, adopted_at, current)
    select ${community}, key, version, document, ${at}, true from library
    on conflict do nothing`.execute(trx)
}
