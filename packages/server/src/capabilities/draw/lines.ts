// Draws as lines of a list: of a community, or of one matter.
import type { DrawLine } from '@yishi/contract/draw'
import type { CommunityId, DrawId, Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

const MOST = 200

/** What waits for somebody comes first, then the newest; annulled ones stay in the list. */
export const drawLines = async (
  trx: Transaction,
  { community, matter }: { readonly community: CommunityId; readonly matter?: string | undefined },
): Promise<DrawLine[]> => {
  const { rows } = await sql<DrawLine>`
    select draw_id as draw, announcement ->> 'title' as title, status, jsonb_array_length(announcement -> 'rounds') as rounds,
      jsonb_array_length(announcement #> '{rounds,0,pool}') as pool, (announcement #>> '{rounds,0,count}')::integer as count,
      announced_at as "announcedAt", (select max(at) from app.draw_source source
        where source.community_id = draw.community_id and source.draw_id = draw.draw_id) as at,
      drawn_at as "drawnAt", objectable_until as "objectableUntil"
    from app.draw
    where community_id = ${community} and (${matter ?? null}::text is null or matter_id = ${matter ?? null})
    order by status = 'objected' desc, status = 'announced' desc, announced_at desc
    limit ${MOST}`.execute(trx)
  return rows
}

type Running = { readonly draw: DrawId; readonly title: string; readonly from: Instant; readonly until: Instant }

/** What is announced and waits for its numbers, and what is drawn and may be objected to; for the public pages of its community. */
export const runningDraws = async (trx: Transaction, community: CommunityId, now: Instant): Promise<Running[]> => {
  const { rows } = await sql<Running>`
    select draw_id as draw, announcement ->> 'title' as title, announced_at as "from",
      coalesce(objectable_until, (select max(at) from app.draw_source source
        where source.community_id = draw.community_id and source.draw_id = draw.draw_id)) as until
    from app.draw
    where community_id = ${community} and (status = 'announced' or (status in ('drawn', 'objected') and objectable_until > ${now}))
    order by announced_at desc limit ${MOST}`.execute(trx)
  return rows
}
