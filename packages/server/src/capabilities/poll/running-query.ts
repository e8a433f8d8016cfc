// For the pages that everybody sees: the polls that take ballots at this moment, the first to open first.
import type { CommunityId, Instant, PollId } from '@yishi/domain/kernel'
import { maskText } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

const MOST = 20

type Running = {
  readonly poll: PollId
  readonly text: string
  readonly openedAt: Instant
  readonly closesAt: Instant | null
}

/** Of an agenda its first question, which leads on to the others. Without those of a matter that is not public: they are for their voters alone. */
export const openPolls = async (trx: Transaction, community: CommunityId): Promise<Running[]> => {
  const { rows } = await sql<Running>`
    select p.poll_id as poll, p.question->>'text' as text, p.opened_at as "openedAt", p.assembly->>'closesAt' as "closesAt"
    from app.poll p join app.matter m using (community_id, matter_id)
    where p.community_id = ${community} and p.status = 'open' and p.agenda_first is null and m.publicity <> 'closed'
    order by p.opened_at, p.poll_id limit ${MOST}`.execute(trx)
  return rows.map(({ text, ...poll }) => ({ ...poll, text: maskText(text) }))
}
