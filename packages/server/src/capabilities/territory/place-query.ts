// What a scanned code opens: the place, its community, and who looks after it.
import type { PlaceView } from '@yishi/contract/place'
import type { CommunityId, NodeId, PlaceId } from '@yishi/domain/kernel'
import { readPlaceCode } from '@yishi/domain/territory'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { keeperOf } from './people-query.ts'
import './tables.ts'

export type FoundPlace = {
  readonly community: CommunityId
  readonly place: PlaceId
  readonly node: NodeId | null
  readonly path: string
  /** Where it is, beside its name: “北门左手边”. */
  readonly label: string | null
  readonly view: Omit<PlaceView, 'open'>
}

/** The only thing that may be asked before the community is known. */
export const communityOfPlace = async (db: Database, code: string): Promise<CommunityId | null> => {
  const { rows } = await sql<{ id: CommunityId | null }>`select app.community_of_place(${code}) as id`.execute(db)
  return rows[0]?.id ?? null
}

export type CommunityTitle = { readonly id: CommunityId; readonly name: string; readonly streetOffice: string | null }

export const communityTitle = async (trx: Transaction, community: CommunityId): Promise<CommunityTitle> =>
  trx
    .selectFrom('community')
    .leftJoin('street_office', 'street_office.street_office_id', 'community.street_office_id')
    .select(['community.id', 'community.name', 'street_office.name as streetOffice'])
    .where('community.id', '=', community)
    .executeTakeFirstOrThrow()

/** Null for a code that no plate carries, mistyped ones included. */
export const placeByCode = async ({ db }: { readonly db: Database }, typed: string): Promise<FoundPlace | null> => {
  const code = readPlaceCode(typed)
  const community = code && (await communityOfPlace(db, code))
  if (!code || !community) return null
  return inCommunities(db, [community], async (trx) => {
    const row = await trx
      .selectFrom('place')
      .select(['place_id', 'kind', 'name', 'node_id', 'path', 'label'])
      .where('community_id', '=', community)
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    const { place_id: place, node_id: node, kind, name, path, label } = row
    const view = { code, kind, name, community: await communityTitle(trx, community) }
    return { community, place, node, path, label, view: { ...view, keeper: await keeperOf(trx, community, path) } }
  })
}
