// The agenda of an assembly for the console: every question with its rule, how it stands, and what the law still asks of it.
import type { PollFile } from '@yishi/contract/poll'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant, PollId } from '@yishi/domain/kernel'
import { lawOf } from '@yishi/domain/poll'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { agendaRows } from './agenda-query.ts'
import type { PollRow } from './tables.ts'

type Agenda = NonNullable<PollFile['agenda']>

/** How many ballots hold, by poll. */
export const castIn = async (trx: Transaction, { community }: Subject, polls: readonly PollId[]) => {
  const { rows } = await sql<{ poll: PollId; cast: number; of: number }>`
    select poll_id as poll, count(*) filter (where holding > 0)::integer as cast, count(*)::integer as of
    from app.poll_voter where community_id = ${community} and poll_id = any(${[...polls]}::text[]) group by 1`.execute(
    trx,
  )
  return new Map(rows.map((row) => [row.poll, row]))
}

const NO_GAPS = { ownersUnknown: 0, areasMissing: 0 }

const brokenIn = ({ status, rule, question, assembly: plan, totals }: Selectable<PollRow>, now: Instant) =>
  plan && status === 'draft'
    ? lawOf({ rule, question, plan, gaps: NO_GAPS, noticeDay: localDateOf(now), totals }).filter(
        ({ holds, advice }) => !holds && !advice,
      )
    : []

/** Null for what is no assembly of owners. */
export const agendaFor = async (trx: Transaction, row: Selectable<PollRow>, now: Instant): Promise<Agenda | null> => {
  if (!row.assembly || row.way !== 'ballots') return null
  const first = { community: row.community_id, id: row.agenda_first ?? row.poll_id }
  const rows = await agendaRows(trx, first)
  const polls = rows.map(({ poll_id: poll }) => poll)
  const cast = await castIn(trx, first, polls)
  return {
    first: first.id,
    questions: rows.map((each, index) => ({
      poll: each.poll_id,
      number: index + 1,
      question: each.question,
      rule: each.rule,
      regime: each.assembly?.regime ?? 'strict',
      status: each.status,
      passed: each.passed,
      cast: cast.get(each.poll_id)?.cast ?? 0,
      broken: brokenIn(each, now),
    })),
  }
}
