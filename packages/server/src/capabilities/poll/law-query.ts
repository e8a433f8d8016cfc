// The draft of an assembly beside the law: each check with whether it holds, as the list and the day stand now.
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant, PollId } from '@yishi/domain/kernel'
import { type LawFinding, type ListGaps, lawOf } from '@yishi/domain/poll'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import type { PollRow } from './tables.ts'

const gapsOf = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<ListGaps> => {
  const { rows } = await sql<ListGaps>`
    select count(*)::integer - (
        select count(distinct ballot_id)::integer from app.poll_owner where community_id = ${community} and poll_id = ${id}
      ) as "ownersUnknown",
      count(*) filter (where coalesce((amounts ->> 'area')::numeric, 0) = 0)::integer as "areasMissing"
    from app.poll_voter voter where community_id = ${community} and poll_id = ${id}`.execute(trx)
  return rows[0]!
}

export type Law = { readonly findings: LawFinding[]; readonly gaps: ListGaps }

/** Null for what is no assembly, or no draft any more. */
export const lawOn = async (trx: Transaction, row: Selectable<PollRow>, now: Instant): Promise<Law | null> => {
  const { assembly: plan, status, rule, question } = row
  if (!plan || status !== 'draft') return null
  const gaps = await gapsOf(trx, { community: row.community_id, id: row.poll_id })
  return { findings: [...lawOf({ rule, question, plan, gaps, noticeDay: localDateOf(now), totals: row.totals })], gaps }
}
