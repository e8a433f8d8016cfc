// What a list is compared with: the tickets that are known, the matters that are open, the names of the territory, the columns of before.
import type { KnownTicket, Mapping, OpenNow } from '@yishi/domain/hotline'
import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

/** Beyond these nobody remembers that it is the same. */
const MOST_OPEN = 1_000
const LISTS_REMEMBERED = 20

const knownTickets = async (trx: Transaction, community: CommunityId, numbers: readonly string[]) => {
  const { rows } = await sql<KnownTicket>`select number, matter_id as matter, said from app.hotline_ticket
    where community_id = ${community} and number = any(${[...numbers]}::text[])`.execute(trx)
  return rows
}

const openNow = async (trx: Transaction, community: CommunityId) => {
  const { rows } = await sql<OpenNow>`
    select matter_id as matter, code, title, body as text, path, concat_ws(' ', (
      select name from app.place p where p.community_id = m.community_id and p.place_id = m.place_id
    ), nullif(where_text, '')) as place
    from app.matter m where community_id = ${community} and status = 'open'
    order by raised_at desc limit ${MOST_OPEN}`.execute(trx)
  return rows
}

export const surroundingsOf = async (trx: Transaction, community: CommunityId, numbers: readonly string[]) => ({
  known: await knownTickets(trx, community, numbers),
  open: await openNow(trx, community),
  nodes: await trx.selectFrom('node').select(['name', 'path']).where('community_id', '=', community).execute(),
})

/** What the columns of the last lists said, the newest word last. */
export const keptMapping = async (trx: Transaction, community: CommunityId): Promise<Mapping> => {
  const rows = await trx
    .selectFrom('hotline_list')
    .select('mapping')
    .where('community_id', '=', community)
    .where('status', '=', 'confirmed')
    .orderBy('number', 'desc')
    .limit(LISTS_REMEMBERED)
    .execute()
  return Object.fromEntries(rows.toReversed().flatMap(({ mapping }) => Object.entries(mapping)))
}
