// The meetings about a matter, one line for each, in the order in which they were called.
import type { MeetingLine } from '@yishi/contract/meeting'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

/** The columns of a line, of a meeting `g`. */
export const MEETING_LINE = sql`g.meeting_id as meeting, g.code, g.title, g.format, g.starts_at as "when",
  g.where_text as "where", g.status, g.quorate, g.result`

export const meetingLines = async (trx: Transaction, { community, id }: Subject): Promise<MeetingLine[]> => {
  const { rows } = await sql<MeetingLine>`select ${MEETING_LINE} from app.meeting g
    where g.community_id = ${community} and g.matter_id = ${id} order by g.called_at, g.meeting_id`.execute(trx)
  return rows
}
