// The notices of a matter as its own page names them, and everything of theirs that belongs to its story.
import type { FollowView } from '@yishi/contract/matter'
import { type LocalDate, daysBetween, localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

type Row = Omit<FollowView['notices'][number], 'daysLeft'> & { readonly lastDay: LocalDate }

export const noticesOf = async (
  trx: Transaction,
  { community, id }: Subject,
  now: Instant,
): Promise<FollowView['notices']> => {
  const { rows } = await sql<Row>`
    select notice_id as notice, title, status, last_day as "lastDay" from app.notice
    where community_id = ${community} and matter_id = ${id} and status <> 'withdrawn' order by hung_at desc`.execute(
    trx,
  )
  const today = localDateOf(now)
  return rows.map((row) => ({ ...row, daysLeft: Math.max(0, daysBetween(today, row.lastDay) + 1) }))
}

/** The ids under which the ledger keeps its notices and the objections to them. */
export const noticeSubjects = async (trx: Transaction, { community, id }: Subject): Promise<readonly string[]> => {
  const { rows } = await sql<{ subject: string }>`
    select notice_id as subject from app.notice where community_id = ${community} and matter_id = ${id}
    union all select objection_id from app.objection where community_id = ${community} and matter_id = ${id}`.execute(
    trx,
  )
  return rows.map(({ subject }) => subject)
}
