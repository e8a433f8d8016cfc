// What the log holds of some subjects, with the way from those leaves to a signed root: checked by anybody, without asking the log again.
import type { CommunityId } from '@yishi/domain/kernel'
import { type Extract, type Opening, extractAddresses, extractNodes, toBase64 } from '@yishi/domain/ledger'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { readNodes } from '../../kernel/tree.ts'

export type KeptEntry = {
  readonly place: number
  readonly leaf: string
  readonly openings: Readonly<Record<string, Opening>> | null
}

/** The sequenced entries of these subjects in their order; of some types only, where they are named. */
export const entriesOf = async (
  trx: Transaction,
  community: CommunityId,
  { subjects, types = null }: { readonly subjects: readonly string[]; readonly types?: readonly string[] | null },
): Promise<readonly KeptEntry[]> => {
  const { rows } = await sql<KeptEntry>`
    select kept.leaf_index as place, entry.leaf, opening.openings
    from unnest(${[...subjects]}::text[]) as asked (subject)
    join app.ledger_entry entry on entry.community_id = ${community} and entry.subject = asked.subject
    join app.ledger_leaf kept on kept.community_id = entry.community_id and kept.entry_id = entry.entry_id
    left join app.ledger_opening opening on opening.community_id = entry.community_id and opening.entry_id = entry.entry_id
    where ${types === null} or entry.type = any(${[...(types ?? [])]}::text[])
    order by kept.leaf_index`.execute(trx)
  return rows
}

/** Where the entries of these subjects lie in the log, for reading them part by part; of some types only, where they are named. */
export const placesOf = async (
  trx: Transaction,
  community: CommunityId,
  { subjects, types = null }: { readonly subjects: readonly string[]; readonly types?: readonly string[] | null },
): Promise<readonly number[]> => {
  const { rows } = await sql<{ place: number }>`
    select kept.leaf_index as place
    from unnest(${[...subjects]}::text[]) as asked (subject)
    join app.ledger_entry entry on entry.community_id = ${community} and entry.subject = asked.subject
    join app.ledger_leaf kept on kept.community_id = entry.community_id and kept.entry_id = entry.entry_id
    where ${types === null} or entry.type = any(${[...(types ?? [])]}::text[])
    order by 1`.execute(trx)
  return rows.map(({ place }) => place)
}

export const entriesAt = async (
  trx: Transaction,
  community: CommunityId,
  places: readonly number[],
): Promise<readonly KeptEntry[]> => {
  const { rows } = await sql<KeptEntry>`
    select kept.leaf_index as place, entry.leaf, opening.openings
    from unnest(${[...places]}::bigint[]) as asked (place)
    join app.ledger_leaf kept on kept.community_id = ${community} and kept.leaf_index = asked.place
    join app.ledger_entry entry on entry.community_id = kept.community_id and entry.entry_id = kept.entry_id
    left join app.ledger_opening opening on opening.community_id = entry.community_id and opening.entry_id = entry.entry_id
    order by kept.leaf_index`.execute(trx)
  return rows
}

/** The oldest checkpoint that holds a place, which never changes any more; or the newest. */
const checkpointOver = async (trx: Transaction, community: CommunityId, place: number, which: 'oldest' | 'newest') =>
  trx
    .selectFrom('ledger_checkpoint')
    .select(['size', 'note'])
    .where('community_id', '=', community)
    .where('size', '>', place)
    .orderBy('size', which === 'oldest' ? 'asc' : 'desc')
    .limit(1)
    .executeTakeFirst()

type Which = 'oldest' | 'newest'

/** The way from these leaves to a signed root, without the leaves themselves; null while no checkpoint holds the last of them. */
export const pathOver = async (
  trx: Transaction,
  community: CommunityId,
  places: readonly number[],
  which: Which,
): Promise<Omit<Extract, 'leaves'> | null> => {
  const last = places.at(-1)
  const checkpoint = last === undefined ? null : await checkpointOver(trx, community, last, which)
  if (!checkpoint) return null
  const { size, note } = checkpoint
  const nodeAt = await readNodes(trx, community, extractAddresses(places, size).flat())
  return { size, places: [...places], nodes: extractNodes(places, size, nodeAt).map(toBase64), checkpoint: note }
}

/** Null while no checkpoint holds the last of the entries, or where there are none. */
export const extractOver = async (
  trx: Transaction,
  community: CommunityId,
  entries: readonly Pick<KeptEntry, 'place' | 'leaf'>[],
  which: Which,
): Promise<Extract | null> => {
  const places = entries.map(({ place }) => place)
  const path = await pathOver(trx, community, places, which)
  if (!path) return null
  const { size, nodes, checkpoint } = path
  return { size, places, leaves: entries.map(({ leaf }) => leaf), nodes, checkpoint }
}

/** The text of an entry that was just written, whether the log has taken it in or not. */
export const leafOfEntry = async (trx: Transaction, community: CommunityId, entry: number): Promise<string> => {
  const { leaf } = await trx
    .selectFrom('ledger_entry')
    .select('leaf')
    .where('community_id', '=', community)
    .where('entry_id', '=', entry)
    .executeTakeFirstOrThrow()
  return leaf
}
