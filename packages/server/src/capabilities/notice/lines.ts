// Notices as lines of a list: of a community, of one matter, or those that run just now.
import type { NoticeLine } from '@yishi/contract/notice'
import { daysBetween, localDateOf } from '@yishi/domain/calendar'
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

type LineRow = Omit<NoticeLine, 'daysLeft' | 'number' | 'objections' | 'endsAt' | 'hungAt'> & {
  readonly year: number
  readonly count: number
  readonly hungAt: Instant
  readonly endsAt: Instant
  readonly lodged: number
  readonly answered: number
  readonly upheld: number
}

export const LINE_COLUMNS = sql`n.notice_id as notice, n.number_year as year, n.number_count as count, n.kind, n.title, n.status,
  n.hung_at as "hungAt", n.last_day as "lastDay", n.ends_at as "endsAt", o.lodged, o.answered, o.upheld`

export const COUNTED = sql`left join lateral (
    select count(*) filter (where status = 'lodged')::integer as lodged, count(*) filter (where status = 'answered')::integer as answered,
      count(*) filter (where upheld)::integer as upheld
    from app.objection where objection.community_id = n.community_id and objection.notice_id = n.notice_id
  ) o on true`

export const lineOf = ({ year, count, lodged, answered, upheld, ...row }: LineRow, now: Instant): NoticeLine => ({
  ...row,
  number: { year, count },
  daysLeft: row.status === 'hanging' && now < row.endsAt ? daysBetween(localDateOf(now), row.lastDay) + 1 : 0,
  objections: { lodged, answered, upheld },
})

type Choice = { readonly community: CommunityId; readonly matter?: string | undefined }

const MOST = 200

/** Objections to answer come first, then what hangs by its end, then what is over. */
export const noticeLines = async (
  trx: Transaction,
  { community, matter }: Choice,
  now: Instant,
): Promise<NoticeLine[]> => {
  const { rows } = await sql<LineRow>`
    select ${LINE_COLUMNS} from app.notice n ${COUNTED}
    where n.community_id = ${community} and (${matter ?? null}::text is null or n.matter_id = ${matter ?? null})
    order by (o.lodged > 0 and n.status <> 'withdrawn') desc, n.status = 'hanging' desc,
      case when n.status = 'hanging' then n.ends_at end, n.hung_at desc
    limit ${MOST}`.execute(trx)
  return rows.map((row) => lineOf(row, now))
}

/** What hangs in a community at this moment, the first to end first; for its public pages. */
export const runningNotices = async (trx: Transaction, community: CommunityId, now: Instant): Promise<NoticeLine[]> => {
  const { rows } = await sql<LineRow>`
    select ${LINE_COLUMNS} from app.notice n ${COUNTED}
    where n.community_id = ${community} and n.status = 'hanging' and n.ends_at > ${now}
    order by n.ends_at, n.notice_id limit ${MOST}`.execute(trx)
  return rows.map((row) => lineOf(row, now))
}
